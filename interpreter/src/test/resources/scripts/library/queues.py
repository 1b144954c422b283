"""queue.SimpleQueue."""
import _queue, pickle, queue, threading

q = queue.SimpleQueue()
q.put(1)
q.put_nowait([2])
q.put(3, False, 'ignored')
print(q.qsize(), q.empty(), q.get(), q.get_nowait(), q.get(timeout=1), q.empty())  # expect: 3 False 1 [2] 3 True
q.get(False)  # expect error: Empty
q.get_nowait()  # expect error: Empty
q.get(timeout=0.01)  # expect error: Empty
q.get(True, -1)  # expect error: ValueError: 'timeout' must be a non-negative number
q.get(timeout='a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
q.get(timeout=1e300)  # expect error: OverflowError: timestamp out of range for platform time_t
q.get(timeout=float('nan'))  # expect error: ValueError: Invalid value NaN (not a number)
q.put()  # expect error: TypeError: put() missing required argument 'item' (pos 1)
queue.SimpleQueue(1)  # expect error: TypeError: SimpleQueue() takes no positional arguments
pickle.dumps(q)  # expect error: TypeError: cannot pickle '_queue.SimpleQueue' object
print(queue.SimpleQueue[int], queue.Empty, queue.SimpleQueue is _queue.SimpleQueue, issubclass(queue.Empty, Exception), bool(q))  # expect: _queue.SimpleQueue[int] <class '_queue.Empty'> True True True

class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name

n = Named('first')
n.put(n)
n.put('second')
print(n.get() is n, n.name, n.get(), n.qsize())  # expect: True first second 0

class Truth:
    def __bool__(self):
        return False

class Second:
    def __index__(self):
        return 0

q.get(Truth())  # expect error: Empty
q.get(timeout=Second())  # expect error: Empty
for item in 'abc':
    q.put(item)

def consume():
    while (item := q.get()) is not None:
        done.put(item.upper())

done = queue.SimpleQueue()
workers = [threading.Thread(target=consume) for _ in range(3)]  # not saved: other threads do not go along
for w in workers: w.start()  # not saved: other threads do not go along
for w in workers: q.put(None)  # not saved: other threads do not go along
for w in workers: w.join()  # not saved: other threads do not go along
print(sorted(done.get() for _ in range(3)), q.empty(), done.empty())  # not saved: other threads do not go along  # expect: ['A', 'B', 'C'] True True
