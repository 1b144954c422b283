# modes: plain, switch (other threads do not go along)
"""Threads, locks and what belongs to one thread."""
import threading, time, queue, _thread
got = []
threads = [threading.Thread(target=lambda n=n: (time.sleep(0.01 * (3 - n)), got.append(n))) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(got), threading.active_count(), threading.current_thread().name)  # expect: [0, 1, 2] 1 MainThread
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release())  # expect: True False False True None
lock.release()  # expect error: RuntimeError: release unlocked lock
r = threading.RLock()
with r: print(r.acquire(), r.release())  # expect: True None
r.release()  # expect error: RuntimeError: cannot release un-acquired lock
e = threading.Event()
threading.Timer(0.01, e.set).start()
print(e.wait(5), e.is_set(), threading.Event().wait(0.01))  # expect: True True False
q = queue.Queue()
threading.Thread(target=q.put, args=(5,)).start()
print(q.get(timeout=5), q.empty())  # expect: 5 True
q.get(timeout=0.01)  # expect error: Empty
local = threading.local()
local.x = 1
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, 'x')))
t.start(); t.join()
print(seen, local.x)  # expect: [False] 1
c = threading.Condition()
def notify():
    with c: c.notify_all()
with c: threading.Timer(0.01, notify).start(); print(c.wait(5))  # expect: True
counter = 0
def count():
    global counter
    for _ in range(1000):
        with lock: counter += 1
many = [threading.Thread(target=count) for _ in range(4)]
for t in many: t.start()
for t in many: t.join()
print(counter)  # expect: 4000
caught = []
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value)))
t = threading.Thread(target=lambda: 1 / 0)
t.start(); t.join()
print(caught)  # expect: [('ZeroDivisionError', 'division by zero')]
print(threading.get_ident() == threading.main_thread().ident, _thread.TIMEOUT_MAX > 1e6)  # expect: True True
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool: print(list(pool.map(lambda n: n * n, range(4))))  # expect: [0, 1, 4, 9]
t.start()  # expect error: RuntimeError: threads can only be started once
