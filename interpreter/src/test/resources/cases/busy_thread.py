# a thread that computes never lets the others run (hangs)
import threading, time

stop = False


def busy():
    while not stop:
        pass


th = threading.Thread(target=busy)
th.start()
time.sleep(0.1)
stop = True
th.join()
print('ended')
# expect: ended
