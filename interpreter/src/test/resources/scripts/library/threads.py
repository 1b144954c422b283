"""Threads, locks and what belongs to one thread."""
import threading, time, queue, _thread
got = []
threads = [threading.Thread(target=lambda n=n: (time.sleep(0.01 * (3 - n)), got.append(n))) for n in range(3)]  # not saved: other threads do not go along
for t in threads: t.start()  # not saved: other threads do not go along
for t in threads: t.join()  # not saved: other threads do not go along
print(sorted(got), threading.active_count(), threading.current_thread().name)  # not saved: other threads do not go along  # expect: [0, 1, 2] 1 MainThread
lock = threading.Lock()  # not saved: other threads do not go along
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release())  # not saved: other threads do not go along  # expect: True False False True None
lock.release()  # not saved: other threads do not go along  # expect error: RuntimeError: release unlocked lock
r = threading.RLock()  # not saved: other threads do not go along
with r: print(r.acquire(), r.release())  # not saved: other threads do not go along  # expect: True None
r.release()  # not saved: other threads do not go along  # expect error: RuntimeError: cannot release un-acquired lock
e = threading.Event()  # not saved: other threads do not go along
threading.Timer(0.01, e.set).start()  # not saved: other threads do not go along
print(e.wait(5), e.is_set(), threading.Event().wait(0.01))  # not saved: other threads do not go along  # expect: True True False
q = queue.Queue()  # not saved: other threads do not go along
threading.Thread(target=q.put, args=(5,)).start()  # not saved: other threads do not go along
print(q.get(timeout=5), q.empty())  # not saved: other threads do not go along  # expect: 5 True
q.get(timeout=0.01)  # not saved: other threads do not go along  # expect error: Empty
local = threading.local()  # not saved: other threads do not go along
local.x = 1  # not saved: other threads do not go along
seen = []  # not saved: other threads do not go along
t = threading.Thread(target=lambda: seen.append(hasattr(local, 'x')))  # not saved: other threads do not go along
t.start(); t.join()  # not saved: other threads do not go along
print(seen, local.x)  # not saved: other threads do not go along  # expect: [False] 1
c = threading.Condition()  # not saved: other threads do not go along
def notify():  # not saved: other threads do not go along
    with c: c.notify_all()
with c: threading.Timer(0.01, notify).start(); print(c.wait(5))  # not saved: other threads do not go along  # expect: True
counter = 0  # not saved: other threads do not go along
def count():  # not saved: other threads do not go along
    global counter
    for _ in range(1000):
        with lock: counter += 1
many = [threading.Thread(target=count) for _ in range(4)]  # not saved: other threads do not go along
for t in many: t.start()  # not saved: other threads do not go along
for t in many: t.join()  # not saved: other threads do not go along
print(counter)  # not saved: other threads do not go along  # expect: 4000
caught = []  # not saved: other threads do not go along
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value)))  # not saved: other threads do not go along
t = threading.Thread(target=lambda: 1 / 0)  # not saved: other threads do not go along
t.start(); t.join()  # not saved: other threads do not go along
print(caught)  # not saved: other threads do not go along  # expect: [('ZeroDivisionError', 'division by zero')]
print(threading.get_ident() == threading.main_thread().ident, _thread.TIMEOUT_MAX > 1e6)  # not saved: other threads do not go along  # expect: True True
from concurrent.futures import ThreadPoolExecutor  # not saved: other threads do not go along
with ThreadPoolExecutor(2) as pool: print(list(pool.map(lambda n: n * n, range(4))))  # not saved: other threads do not go along  # expect: [0, 1, 4, 9]
t.start()  # not saved: other threads do not go along  # expect error: RuntimeError: threads can only be started once
