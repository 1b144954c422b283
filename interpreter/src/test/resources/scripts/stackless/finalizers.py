# of the main tasklet
# __del__ of classes derived from tasklet and channel runs in gc.collect() at the latest, and once.
import gc, stackless

log = []


class Tasklet(stackless.tasklet):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.name = args and args[-1]
        return self

    def __init__(self, function, name):
        super().__init__(function)

    def __del__(self):
        log.append((self.name, self.alive))


class Channel(stackless.channel):
    def __del__(self):
        log.append(('channel', self.balance))


def wait(channel):
    channel.receive()
    log.append('never')


def drop():
    Tasklet(print, 'unbound')
    Tasklet(wait, 'queued')(kept)
    c = Channel()
    Tasklet(wait, 'blocked')(c)
    stackless.run()


kept = stackless.channel()
drop()
gc.collect()
print(sorted(log))  # expect: [('blocked', True), ('channel', -1), ('unbound', False)]
kept.queue.kill()
gc.collect()
print(sorted(log)[-1], len(log))  # expect: ('unbound', False) 4
gc.collect()
print(len(log))  # expect: 4
