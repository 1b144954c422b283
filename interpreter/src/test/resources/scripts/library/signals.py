# Signals, timers and masks.
# of the main tasklet
import os, signal, time, threading, _thread
seen = []
def note(number, frame): seen.append(signal.Signals(number).name)
def wait(n):
    limit = time.monotonic() + 10
    while len(seen) < n and time.monotonic() < limit: pass
    try: return seen[:]
    finally: seen.clear()
print(signal.signal(signal.SIGALRM, note) is signal.SIG_DFL, signal.getsignal(signal.SIGALRM) is note)  # expect: True True
print(signal.alarm(100), signal.alarm(0), signal.alarm(0))  # expect: 0 100 0
print(signal.setitimer(signal.ITIMER_REAL, 0.01))  # expect: (0.0, 0.0)
print(wait(1), signal.getitimer(signal.ITIMER_REAL))  # expect: ['SIGALRM'] (0.0, 0.0)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
print(wait(3)[:3])  # expect: ['SIGALRM', 'SIGALRM', 'SIGALRM']
left, interval = signal.setitimer(signal.ITIMER_REAL, 50, 7)
print(left <= 0.01, interval)  # expect: True 0.01
left, interval = signal.getitimer(signal.ITIMER_REAL)
print(49 < left <= 50, interval, signal.alarm(0))  # expect: True 7.0 50
signal.setitimer(3, 1)  # expect error: itimer_error: [Errno 22] Invalid argument
signal.setitimer(signal.ITIMER_REAL, -1)  # expect error: itimer_error: [Errno 22] Invalid argument
seen.clear()
class TooLong(Exception): pass
interrupted = []
def ring(number, frame):
    interrupted.append(frame.f_code.co_name)
    raise TooLong
signal.signal(signal.SIGALRM, ring)
def limited(work):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try: work()
    except TooLong: return 'too long'
def busy():
    while True: pass
print(limited(busy), limited(lambda: time.sleep(10)), limited(threading.Event().wait), interrupted[0])  # expect: too long too long too long busy
signal.signal(signal.SIGALRM, signal.SIG_IGN) is ring
signal.setitimer(signal.ITIMER_REAL, 0.001)
time.sleep(0.02)
signal.signal(signal.SIGUSR2, note) is signal.SIG_DFL
os.kill(os.getpid(), signal.SIGUSR2)
print(wait(1))  # expect: ['SIGUSR2']
signal.raise_signal(signal.SIGUSR2)
print(wait(1))  # expect: ['SIGUSR2']
signal.pthread_kill(threading.get_ident(), signal.SIGUSR2)
print(wait(1))  # expect: ['SIGUSR2']
t = threading.Thread(target=lambda: signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR2))
t.start()
print(wait(1))  # expect: ['SIGUSR2']
t.join()
print(_thread.interrupt_main(signal.SIGUSR2), wait(1))  # expect: None ['SIGUSR2']
_thread.interrupt_main(signal.SIGTERM)
_thread.interrupt_main(65)  # expect error: ValueError: signal number out of range
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]))  # expect: set()
os.kill(os.getpid(), signal.SIGUSR2)
print(seen, signal.sigpending())  # expect: [] {<Signals.SIGUSR2: 12>}
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2]), wait(1))  # expect: {<Signals.SIGUSR2: 12>} ['SIGUSR2']
signal.pthread_sigmask(signal.SIG_SETMASK, {signal.SIGUSR2})
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigwait([signal.SIGUSR2]), seen)  # expect: 12 []
signal.pthread_sigmask(signal.SIG_SETMASK, [])
signal.pthread_sigmask(7, [])  # expect error: OSError: [Errno 22] Invalid argument
signal.pthread_sigmask(signal.SIG_BLOCK, [0])  # expect error: ValueError: signal number 0 out of range [1; 64]
signal.signal(signal.SIGALRM, note) is None
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
print(seen.pop())  # expect: SIGALRM
reader, writer = os.pipe()
os.set_blocking(writer, False)
print(signal.set_wakeup_fd(writer) == -1)  # expect: True
os.kill(os.getpid(), signal.SIGUSR2)
print(wait(1), os.read(reader, 10), signal.set_wakeup_fd(-1) == writer)  # expect: ['SIGUSR2'] b'\x0c' True
signal.set_wakeup_fd(reader)  # expect error: ValueError: the fd 3 must be in non-blocking mode
signal.set_wakeup_fd(10000)  # expect error: OSError: [Errno 9] Bad file descriptor
os.close(reader), os.close(writer)
import asyncio
async def main():
    got = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, got.set)
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.wait_for(got.wait(), 10)
    return asyncio.get_running_loop().remove_signal_handler(signal.SIGUSR2)
print(asyncio.run(main()))  # expect: True
signal.signal(signal.SIGKILL, note)  # expect error: OSError: [Errno 22] Invalid argument
def elsewhere():
    try: signal.signal(signal.SIGALRM, note)
    except ValueError as e: print(e)
t = threading.Thread(target=elsewhere)
t.start(), t.join()  # expect: signal only works in main thread of the main interpreter
signal.signal(signal.SIGALRM, signal.SIG_DFL) is note
