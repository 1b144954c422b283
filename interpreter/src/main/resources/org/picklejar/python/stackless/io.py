"""Waiting for time and for descriptors in one tasklet, while the others of its thread run. Ours: Stackless has no such module.

What blocks here is the tasklet, on a channel that nobody else has; so it can be killed, and pickled unless it waits for a descriptor.
"""

from _stackless import _get_running_loop, _wait_outside, channel
from select import POLLIN, POLLNVAL, POLLOUT, _number

__all__ = ['result_of', 'sleep', 'wait_readable', 'wait_writable']


def sleep(seconds):
    """Lets the other tasklets run for so many seconds (int or float, at least 0). A pickle of the tasklet holds the time that is left."""
    if seconds is None:
        raise TypeError('seconds must be an int or a float, not NoneType')
    _wait_outside({}, seconds)


def wait_readable(source, timeout=None):
    """Waits until a descriptor (int, or what has fileno()) can be read without blocking; the other tasklets run in any case.

    timeout: in seconds, None without a limit. TimeoutError when it is over, OSError when the descriptor is not open (any more). A
    tasklet cannot be pickled meanwhile. Pipes and pairs of sockets tell when they are ready; other files always are. NotImplementedError
    for standard input, which does not tell.
    """
    _wait(source, POLLIN, 'readable', timeout)


def wait_writable(source, timeout=None):
    """As wait_readable, until it can be written."""
    _wait(source, POLLOUT, 'writable', timeout)


class _Interests(dict):
    """The one descriptor that a tasklet waits for. Its number means nothing in another process."""

    def __init__(self, fd, event, wanted):
        super().__init__({fd: event})
        self._what = f'descriptor {fd} to be {wanted}'

    def __reduce_ex__(self, protocol):
        raise TypeError(f'cannot pickle a tasklet that waits for {self._what}')


def _wait(source, event, wanted, timeout):
    fd = _number(source)
    if fd == 0 and event == POLLIN:
        raise NotImplementedError('it cannot be told when standard input can be read: read it in a thread of its own')
    ready = _wait_outside(_Interests(fd, event, wanted), timeout)
    if not ready:
        raise TimeoutError(f'wait_{wanted} timed out')
    if ready[0][1] & POLLNVAL:
        raise OSError(9, 'Bad file descriptor')


def result_of(future, timeout=None):
    """Waits for a task or future of asyncio whose event loop runs in another tasklet or thread.

    Returns its result, or raises its exception. timeout: in seconds, None without a limit; TimeoutError when it is over, and the
    future is not cancelled. RuntimeError in the tasklet of the event loop, which has to await it. TypeError for other objects.
    """
    get_loop = getattr(future, 'get_loop', None)
    if get_loop is None:
        raise TypeError(f'result_of() takes a task or future of asyncio, not {type(future).__name__}')
    loop = get_loop()
    if not future.done():
        if _get_running_loop() is loop:
            raise RuntimeError('the event loop of the future runs in this tasklet: await the future')
        done = channel()
        # The loop goes on before who waits for it.
        done.preference = 1
        tell = _Tell(done)
        loop.call_soon_threadsafe(future.add_done_callback, tell)
        try:
            done.receive(timeout=timeout)
        except TimeoutError:
            raise TimeoutError('result_of timed out') from None
        finally:
            loop.call_soon_threadsafe(future.remove_done_callback, tell)
    return future.result()


class _Tell:
    """A callback of a future: somebody waits for it, perhaps not any more."""

    def __init__(self, done):
        self._done = done

    def __call__(self, future):
        if self._done.balance < 0:
            self._done.send(None)
