# what the library has in C looks as it does there
import pickle
import bisect, heapq, queue

print(heapq.heappush, bisect.bisect, queue.SimpleQueue, queue.Empty)
print(pickle.dumps(heapq.heappush, 0))
heap = []
for n in 3, 1, 2:
    heapq.heappush(heap, n)
print(heapq.heappop(heap), heapq.nlargest(2, heap), list(heapq.merge([1, 3], [2])))
# expect: <built-in function heappush> <built-in function bisect_right> <class '_queue.SimpleQueue'> <class '_queue.Empty'>
# expect: b'c_heapq\nheappush\np0\n.'
# expect: 1 [3, 2] [1, 2, 3]
q = queue.SimpleQueue()
q.put(1)
print(q.get(), q.empty())
try:
    q.get(timeout=0)
except queue.Empty as e:
    print(repr(e))
# expect: 1 True
# expect: Empty()
import importlib.machinery, signal

print(importlib.machinery.ModuleSpec, signal.ItimerError, issubclass(signal.ItimerError, OSError))
# expect: <class '_frozen_importlib.ModuleSpec'> <class 'signal.itimer_error'> True
