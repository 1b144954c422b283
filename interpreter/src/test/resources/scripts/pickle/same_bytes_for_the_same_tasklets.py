# Saving changes nothing and depends on nothing but what is saved; dead temporaries are not saved.
import pickle
import stackless

channel = stackless.channel()


def worker(name, items):
    total = {name, 'other', 'third'}
    for item in items:
        total.add(item)
        stackless.schedule()
    return sorted(total)


def waiter():
    with_value = channel.receive()
    print(with_value)


jobs = [stackless.tasklet(worker)(n, list(range(5))) for n in ('a', 'b')] + [stackless.tasklet(waiter)()]
stackless.schedule()

print([len({pickle.dumps(jobs, protocol) for _ in range(3)}) for protocol in range(2, 6)])  # expect: [1, 1, 1, 1]


# A dead temporary is no part of the pickle: the argument of a call that has ended, a variable that is unbound.
class Marker:
    def __reduce__(self):
        raise TypeError('a dead value was pickled')

    def use(self, *others):
        return self


def leaves_temporaries():
    Marker().use(Marker(), key_free(Marker())).use(Marker())
    local = Marker()
    del local
    for _ in [Marker()]:
        pass
    del _
    stackless.schedule_remove()
    print('went on')


def key_free(value):
    return 1


for unfinished in jobs:
    unfinished.kill()
job = stackless.tasklet(leaves_temporaries)()
stackless.run()  # not saved: holds an object that refuses to be pickled
copy = pickle.loads(pickle.dumps(job))
copy.insert()
stackless.run()  # expect: went on


def keeps_a_value():
    kept = Marker()
    stackless.schedule_remove()
    print(kept)


job = stackless.tasklet(keeps_a_value)()
stackless.run()
try:  # not saved: holds an object that refuses to be pickled
    pickle.dumps(job)
except TypeError as e:
    print('a dead value' in str(e))  # expect: True
