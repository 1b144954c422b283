# CPython pickles these functions by the names of modules in C; it does not matter which module is imported first
import pickle

for name in b'_heapq heappush', b'_bisect insort_right', b'_queue SimpleQueue', b'_queue Empty':
    print(pickle.loads(b'c' + name.replace(b' ', b'\n') + b'\n.'))
import bisect, heapq, queue

print(pickle.dumps([heapq.heappush, bisect.bisect, queue.SimpleQueue], 0).split(b'\n')[1:-1])
print(pickle.loads(pickle.dumps(bisect.insort)) is bisect.insort, heapq.heappop.__module__)
# expect: <built-in function heappush>
# expect: <built-in function insort_right>
# expect: <class '_queue.SimpleQueue'>
# expect: <class '_queue.Empty'>
# expect: [b'c_heapq', b'heappush', b'p1', b'ac_bisect', b'bisect_right', b'p2', b'ac_queue', b'SimpleQueue', b'p3']
# expect: True _heapq
