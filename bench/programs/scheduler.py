"""A simulated operating system: classes, virtual methods, linked queues of packets."""


class Packet:
    def __init__(self, kind, number):
        self.kind = kind
        self.number = number
        self.hops = 0
        self.link = None


class Queue:
    def __init__(self):
        self.first = None
        self.last = None

    def put(self, packet):
        packet.link = None
        if self.last is None:
            self.first = packet
        else:
            self.last.link = packet
        self.last = packet

    def take(self):
        packet = self.first
        self.first = packet.link
        if self.first is None:
            self.last = None
        return packet


class Job:
    def __init__(self, system, priority):
        self.system = system
        self.priority = priority
        self.inbox = Queue()
        self.held = False
        self.steps = 0
        system.add(self)

    def ready(self):
        return not self.held and self.inbox.first is not None

    def step(self):
        self.steps += 1
        self.handle(self.inbox.take())

    def handle(self, packet):
        raise NotImplementedError


class Worker(Job):
    def __init__(self, system, priority, devices):
        super().__init__(system, priority)
        self.devices = devices
        self.turn = 0

    def handle(self, packet):
        packet.hops += 1
        packet.number = (packet.number * 1103515245 + 12345) & 0x7FFFFFFF
        self.turn = (self.turn + 1) % len(self.devices)
        self.system.send(self.devices[self.turn], packet)


class Device(Job):
    def __init__(self, system, priority, answer_to):
        super().__init__(system, priority)
        self.answer_to = answer_to

    def handle(self, packet):
        if packet.number & 4:
            self.held = True
            self.system.wake_later(self)
        self.system.send(self.answer_to, packet)


class Sink(Job):
    total = 0

    def handle(self, packet):
        self.total += packet.number % 1000
        if packet.hops < 200:
            self.system.send('worker', packet)


class System:
    def __init__(self):
        self.jobs = []
        self.names = {}
        self.sleeping = []
        self.time = 0

    def add(self, job):
        self.jobs.append(job)
        self.jobs.sort(key=lambda j: -j.priority)

    def send(self, name, packet):
        self.names[name].inbox.put(packet)

    def wake_later(self, job):
        self.sleeping.append((self.time + 3, job))

    def next_job(self):
        for job in self.jobs:
            if job.ready():
                return job
        return None

    def run(self):
        while True:
            self.time += 1
            while self.sleeping and self.sleeping[0][0] <= self.time:
                self.sleeping.pop(0)[1].held = False
            job = self.next_job()
            if job is not None:
                job.step()
            elif not self.sleeping:
                return


def run():
    system = System()
    names = system.names
    names['worker'] = Worker(system, 10, ['disk', 'net', 'screen'])
    names['disk'] = Device(system, 20, 'sink')
    names['net'] = Device(system, 30, 'sink')
    names['screen'] = Device(system, 40, 'sink')
    names['sink'] = Sink(system, 50)
    for i in range(60):
        system.send('worker', Packet('work', i))
    system.run()
    return names['sink'].total, system.time, [j.steps for j in system.jobs]


EXPECTED = (5926032, 36001, [12000, 4000, 4000, 4000, 12000])
