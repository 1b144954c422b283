# A thread that computes must not stop the others: they take turns every few milliseconds.
import threading, time

counted, stop = 0, False


def busy():
    global counted
    while not stop and counted < 30_000_000:
        counted += 1


thread = threading.Thread(target=busy)
thread.start()
time.sleep(0.05)
stop = True
thread.join()
print('stopped early' if counted < 30_000_000 else 'ran to its end')
# expect: stopped early
