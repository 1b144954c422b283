# A thread that computes does not stop the others.
import sys, threading, time
def busy():
    while not stop:
        pass
stop = False
thread = threading.Thread(target=busy)  # not saved: other threads do not go along
thread.start()  # not saved: other threads do not go along
for _ in range(3): time.sleep(0.01)  # not saved: other threads do not go along
stop = True  # not saved: other threads do not go along
thread.join()  # not saved: other threads do not go along
thread = None  # not saved: other threads do not go along
def count(counts, n):
    while not all(counts):
        counts[n] += 1
def both(*counts):
    counts = list(counts)
    threads = [threading.Thread(target=count, args=(counts, n)) for n in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
    return all(counts)
print(both(0, 0))  # not saved: other threads do not go along  # expect: True
print(sys.getswitchinterval())  # expect: 0.005
sys.setswitchinterval(0.001)  # not saved: the interval belongs to the process
print(sys.getswitchinterval(), both(0, 0))  # not saved: the interval belongs to the process  # expect: 0.001 True
sys.setswitchinterval(0)  # expect error: ValueError: switch interval must be strictly positive
sys.setswitchinterval('1')  # expect error: TypeError: must be real number, not str
sys.setswitchinterval(0.005)
