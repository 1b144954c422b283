# A thread sends into a channel that the main thread waits on: this is no deadlock while the other thread lives.
import stackless, threading, time

ch = stackless.channel()


def producer():
    for i in range(3):
        time.sleep(0.02)
        ch.send(i)


thread = threading.Thread(target=producer)
thread.start()
print([ch.receive() for _ in range(3)])
thread.join()
# expect: [0, 1, 2]
