"""Implementation module for socket operations.

A socket is the number of its descriptor. What cannot be done at once is waited for as a tasklet does, and tried again.
"""

import errno as _errno
import os as _os
import posix as _posix
import struct as _struct
from select import POLLIN as _IN
from select import POLLOUT as _OUT
from select import _wait
from time import monotonic as _monotonic

import _socket_calls as _calls
from _socket_names import *
from _socket_names import _address_of, _host_text

error = OSError
timeout = TimeoutError
has_ipv6 = True
CAPI = None
_default = None


def _os_error(number):
    return OSError(number, _os.strerror(number))


def _seconds(value):
    """A timeout as float, or None."""
    if value is None:
        return None
    if isinstance(value, float):
        if value != value:
            raise ValueError('Invalid value NaN (not a number)')
    elif not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = float(value)
    if value < 0:
        raise ValueError('Timeout value out of range')
    if value > 9e9:
        raise OverflowError('timestamp out of range for platform time_t')
    return value


def _bytes(data):
    """A view of a bytes-like object; TypeError for others."""
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _port(port, caller):
    if not hasattr(port, '__index__'):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    if not 0 <= port <= 0xFFFF:
        raise OverflowError(f'{caller}(): port must be 0-65535.')
    return int(port)


def _parsed(family, address, caller):
    """An address as _socket_calls takes it. Its host is looked up."""
    if family == AF_UNIX:
        if not isinstance(address, (str, bytes)):
            address = bytes(_bytes(address))
        path = _os.fsdecode(address)
        if path.startswith('\0') or not path:
            # Java has only Unix sockets with a path.
            raise _os_error(_errno.EOPNOTSUPP)
        if len(_os.fsencode(path)) >= 108:
            raise OSError('AF_UNIX path too long')
        return path
    name = 'AF_INET' if family == AF_INET else 'AF_INET6'
    if not isinstance(address, tuple):
        raise TypeError(f'{caller}(): {name} address must be tuple, not {type(address).__name__}')
    if family == AF_INET:
        if len(address) != 2:
            raise TypeError('AF_INET address must be a pair (host, port)')
        host, port = address
        flow = scope = 0
    else:
        if not 2 <= len(address) <= 4:
            raise TypeError('AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
        host, port, flow, scope = address + (0, 0)[: 4 - len(address)]
    _host_text(host, '')
    port = _port(port, caller)
    if not 0 <= flow <= 0xFFFFF:
        raise OverflowError(f'{caller}(): flowinfo must be 0-1048575.')
    packed, zone = _address_of(host, family)
    return packed, port, zone or scope


class socket:
    """socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object
    socket(family=-1, type=-1, proto=-1, fileno=None) -> socket object

    Open a socket of the given type.  The family argument specifies the
    address family; it defaults to AF_INET.  The type argument specifies
    whether this is a stream (SOCK_STREAM, this is the default)
    or datagram (SOCK_DGRAM) socket.  The protocol argument defaults to 0,
    specifying the default protocol.  Keyword arguments are accepted.
    The socket is created as non-inheritable.
    """

    __slots__ = ('_fd', '_family', '_type', '_proto', '_timeout')

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._fd = -1
        self._family = self._type = self._proto = 0
        self._timeout = None
        return self

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        for number in (family, type, proto) if fileno is None else (family, type, proto, fileno):
            if not hasattr(number, '__index__'):
                raise TypeError(f"'{number.__class__.__name__}' object cannot be interpreted as an integer")
        if fileno is None:
            family = AF_INET if family == -1 else int(family)
            type = SOCK_STREAM if type == -1 else int(type)
            proto = 0 if proto == -1 else int(proto)
            flags = type & (SOCK_NONBLOCK | SOCK_CLOEXEC)
            type &= ~flags
            fd = _calls.open(family, type, proto)
        else:
            if fileno < 0:
                raise ValueError('negative file descriptor')
            known = _calls.kind(fileno)
            family, type, proto = (k if given == -1 else int(given) for k, given in zip(known, (family, type, proto)))
            flags = 0
            fd = int(fileno)
        if self._fd >= 0:
            self.close()
        self._fd, self._family, self._type, self._proto = fd, family, type, proto
        self._timeout = 0.0 if flags & SOCK_NONBLOCK else _default
        if self._timeout is not None:
            _posix.set_blocking(fd, False)

    def __del__(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            import warnings

            self._fd = fd
            text = f'unclosed {self!r}'
            self._fd = -1
            try:
                warnings.warn(text, ResourceWarning, source=self)
            finally:
                _closed(fd)

    def __repr__(self):
        return f'<socket object, fd={self._fd}, family={self._family:d}, type={self._type:d}, proto={self._proto}>'

    @property
    def family(self):
        """the socket family"""
        return self._family

    @property
    def type(self):
        """the socket type"""
        return self._type

    @property
    def proto(self):
        """the socket protocol"""
        return self._proto

    @property
    def timeout(self):
        """the socket timeout"""
        return self._timeout

    def fileno(self):
        """Return the integer file descriptor of the socket."""
        return self._fd

    def close(self):
        """Close the socket.  It cannot be used after this call."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _closed(fd)

    def detach(self):
        """Close the socket object without closing the underlying file descriptor."""
        fd, self._fd = self._fd, -1
        return fd

    def setblocking(self, flag, /):
        """Set the socket to blocking (flag is true) or non-blocking (false)."""
        self._set_timeout(None if flag else 0.0)

    def getblocking(self):
        """Returns True if socket is in blocking mode, or False if it is in non-blocking mode."""
        return self._timeout != 0.0

    def settimeout(self, timeout, /):
        """Set a timeout on socket operations."""
        self._set_timeout(_seconds(timeout))

    def _set_timeout(self, seconds):
        _posix.set_blocking(self._fd, seconds is None)
        self._timeout = seconds

    def gettimeout(self):
        """Returns the timeout in seconds (float) associated with socket operations."""
        return self._timeout

    # ---- waiting

    def _repeat(self, event, flags, call, *args):
        """Calls call(descriptor, *args) until it gives something else than None, with waits for the event in between."""
        result = call(self._fd, *args)
        if result is None:
            seconds = 0 if flags & MSG_DONTWAIT else self._timeout
            deadline = None if seconds is None else _monotonic() + seconds
            while result is None:
                self._pause(event, deadline, seconds == 0)
                result = call(self._fd, *args)
        return result

    def _pause(self, event, deadline, never):
        if never:
            raise BlockingIOError(_errno.EAGAIN, _os.strerror(_errno.EAGAIN))
        left = None if deadline is None else deadline - _monotonic()
        if left is not None and left <= 0 or not _wait({self._fd: event}, left):
            raise TimeoutError('timed out')

    # ---- connections

    def bind(self, address, /):
        """Bind the socket to a local address."""
        _calls.bind(self._fd, _parsed(self._family, address, 'bind'))

    def listen(self, backlog=128, /):
        """Enable a server to accept connections."""
        _calls.listen(self._fd, backlog)

    def _accept(self):
        """_accept() -> (integer, address info)"""
        return self._repeat(_IN, 0, _calls.accept)

    def connect(self, address, /):
        """Connect the socket to a remote address."""
        number = self._connect(_parsed(self._family, address, 'connect'), True)
        if number:
            raise _os_error(number)

    def connect_ex(self, address, /):
        """This is like connect(address), but returns an error code (the errno value) instead of raising an exception when an error occurs."""
        return self._connect(_parsed(self._family, address, 'connect_ex'), False)

    def _connect(self, address, raises):
        try:
            _calls.connect(self._fd, address)
            return 0
        except OSError as e:
            if e.errno != _errno.EINPROGRESS or self._timeout == 0.0:
                return e.errno
        deadline = None if self._timeout is None else _monotonic() + self._timeout
        try:
            self._pause(_OUT, deadline, False)
        except TimeoutError:
            if raises:
                raise
            return _errno.EAGAIN
        return _calls.get_option(self._fd, SOL_SOCKET, SO_ERROR)

    def getsockname(self):
        """Return the address of the local endpoint."""
        return _calls.local(self._fd)

    def getpeername(self):
        """Return the address of the remote endpoint."""
        return _calls.peer(self._fd)

    def shutdown(self, how, /):
        """Shut down the reading side of the socket (flag == SHUT_RD), the writing side (flag == SHUT_WR), or both ends (flag == SHUT_RDWR)."""
        _calls.shutdown(self._fd, how)

    # ---- receiving

    def recv(self, buffersize, flags=0, /):
        """Receive up to buffersize bytes from the socket."""
        if buffersize < 0:
            raise ValueError('negative buffersize in recv')
        if flags & MSG_WAITALL and self._type == SOCK_STREAM:
            room = bytearray(buffersize)
            return bytes(room[: self.recv_into(room, buffersize, flags)])
        return self._repeat(_IN, flags, _calls.receive, buffersize, flags)[0]

    def recvfrom(self, buffersize, flags=0, /):
        """recvfrom(buffersize[, flags]) -> (data, address info)"""
        if buffersize < 0:
            raise ValueError('negative buffersize in recvfrom')
        return self._repeat(_IN, flags, _calls.receive, buffersize, flags)[:2]

    def recv_into(self, buffer, nbytes=0, flags=0):
        """A version of recv() that stores its data into a buffer rather than creating a new string."""
        count = _room(buffer, nbytes, 'recv_into')
        whole = flags & MSG_WAITALL and self._type == SOCK_STREAM
        done = 0
        while True:
            got = self._repeat(_IN, flags, _calls.receive_into, buffer, done, count - done, flags)[0]
            done += got
            if not whole or not got or done == count:
                return done

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        """Like recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info."""
        count = _room(buffer, nbytes, 'recvfrom_into')
        return self._repeat(_IN, flags, _calls.receive_into, buffer, 0, count, flags)[:2]

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        """Receive normal data (up to bufsize bytes) from the socket. No ancillary data comes."""
        if bufsize < 0:
            raise ValueError('negative buffer size in recvmsg()')
        if ancbufsize < 0:
            raise ValueError('invalid ancillary data buffer length')
        data, address, shown = self._repeat(_IN, flags, _calls.receive, bufsize, flags)
        return data, [], shown, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        """Receive normal data from the socket, scattering it into buffers. No ancillary data comes."""
        try:
            views = [memoryview(b).cast('B') for b in buffers]
        except TypeError:
            raise TypeError(
                'recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers'
            ) from None
        if any(view.readonly for view in views):
            raise TypeError('recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers')
        if ancbufsize < 0:
            raise ValueError('invalid ancillary data buffer length')
        data, address, shown = self._repeat(_IN, flags, _calls.receive, sum(map(len, views)), flags & ~MSG_TRUNC)
        count, rest = len(data), data
        for view in views:
            part = rest[: len(view)]
            view[: len(part)] = part
            rest = rest[len(part) :]
        return count, [], shown, address

    # ---- sending

    def send(self, data, flags=0, /):
        """Send a data string to the socket."""
        return self._repeat(_OUT, flags, _calls.send, data, 0, flags, None)

    def sendall(self, data, flags=0, /):
        """Send a data string to the socket: all of it. The timeout is for all."""
        done, size = 0, _bytes(data).nbytes
        seconds = 0 if flags & MSG_DONTWAIT else self._timeout
        deadline = None if seconds is None else _monotonic() + seconds
        while True:
            sent = _calls.send(self._fd, data, done, flags, None)
            done += sent or 0
            if done >= size:
                return
            if sent is None:
                self._pause(_OUT, deadline, seconds == 0)

    def sendto(self, *args):
        """sendto(data[, flags], address) -> count"""
        if not 2 <= len(args) <= 3:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({len(args)} given)')
        data, address = args[0], args[-1]
        flags = args[1] if len(args) == 3 else 0
        if not isinstance(flags, int):
            raise TypeError(f"'{type(flags).__name__}' object cannot be interpreted as an integer")
        _bytes(data)
        return self._repeat(_OUT, flags, _calls.send, data, 0, flags, _parsed(self._family, address, 'sendto'))

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Send normal data to the socket, gathered from buffers. Ancillary data is refused."""
        data = b''.join([_bytes(b).tobytes() for b in buffers])
        for item in ancdata:
            try:
                level, kind, _ = item
            except (TypeError, ValueError):
                raise TypeError(
                    f'[sendmsg() ancillary data items]() argument must be 3-item sequence, not {type(item).__name__}'
                ) from None
            # Nothing of Java sends any.
            raise _os_error(_errno.EOPNOTSUPP)
        target = None if address is None else _parsed(self._family, address, 'sendmsg')
        return self._repeat(_OUT, flags, _calls.send, data, 0, flags, target)

    # ---- options

    def getsockopt(self, level, option, buffersize=0, /):
        """Get a socket option. Without a buffersize the option is an integer, otherwise a bytes object of at most that length."""
        if not 0 <= buffersize <= 1024:
            raise OSError('getsockopt buflen out of range')
        value = _calls.get_option(self._fd, level, option)
        if level == SOL_SOCKET and option == SO_LINGER:
            packed = _struct.pack('ii', value >= 0, max(value, 0))
        else:
            packed = _struct.pack('i', value)
        return packed[:buffersize] if buffersize else _struct.unpack_from('i', packed)[0]

    def setsockopt(self, level, option, *value):
        """setsockopt(level, option, value: int)
        setsockopt(level, option, value: buffer)
        setsockopt(level, option, None, optlen: int)"""
        if len(value) not in (1, 2):
            raise TypeError(f'setsockopt() takes exactly 3 arguments ({len(value) + 2} given)')
        if value[0] is None:
            if len(value) == 1:
                raise TypeError('setsockopt() takes exactly 4 arguments (3 given)')
            # It is said of an address of nothing, which no option that we have takes.
            raise _os_error(_errno.EFAULT)
        given = value[0]
        if not isinstance(given, int):
            given = _bytes(given).tobytes()
            if len(given) == 1 and level == IPPROTO_IP:
                given = given[0]
        elif not -(1 << 31) <= given < 1 << 31:
            raise OverflowError('Python int too large to convert to C int')
        _calls.set_option(self._fd, level, option, given)


def _room(buffer, nbytes, caller):
    """How many bytes are to be read into a buffer."""
    try:
        size = _calls.room(buffer)
    except TypeError:
        raise TypeError(
            f'{caller}() argument 1 must be read-write bytes-like object, not {type(buffer).__name__}'
        ) from None
    if nbytes < 0:
        raise ValueError(f'negative buffersize in {caller}')
    if nbytes > size:
        what = (
            'nbytes is greater than the length of the buffer'
            if caller == 'recvfrom_into'
            else 'buffer too small for requested bytes'
        )
        raise ValueError(what)
    return nbytes or size


def _closed(fd):
    try:
        _os.close(fd)
    except OSError as e:
        if e.errno != _errno.ECONNRESET:
            raise


SocketType = socket


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    """Create a pair of socket objects from the sockets returned by the platform socketpair() function."""
    if family != AF_UNIX:
        raise _os_error(_errno.EOPNOTSUPP if family in (AF_INET, AF_INET6) else _errno.EAFNOSUPPORT)
    if type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC) != SOCK_STREAM:
        raise _os_error(_errno.EPROTONOSUPPORT)
    a, b = _calls.pair(proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def close(fd, /):
    """Close an integer socket file descriptor."""
    if not hasattr(fd, '__index__'):
        raise TypeError(f"'{type(fd).__name__}' object cannot be interpreted as an integer")
    _closed(fd)


def dup(fd, /):
    """Duplicate an integer socket file descriptor."""
    return _os.dup(fd)


def getdefaulttimeout():
    """Returns the default timeout in seconds (float) for new socket objects."""
    return _default


def setdefaulttimeout(timeout, /):
    """Set the default timeout in seconds (float) for new socket objects."""
    global _default
    _default = _seconds(timeout)


def sethostname(name, /):
    """Sets the hostname to name: refused, Java has nothing for it."""
    raise _os_error(_errno.EPERM)


# ---- bytes and text


def _short(x, name):
    if not isinstance(x, int):
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    if x < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C 16-bit unsigned integer")
    if x > 0xFFFF:
        raise OverflowError(f'{name}: Python int too large to convert to C 16-bit unsigned integer')
    return (x & 255) << 8 | x >> 8


def htons(x, /):
    """Convert a 16-bit unsigned integer from host to network byte order."""
    return _short(x, 'htons')


def ntohs(x, /):
    """Convert a 16-bit unsigned integer from network to host byte order."""
    return _short(x, 'ntohs')


def _long(x):
    if not isinstance(x, int):
        raise TypeError(f'expected int, {type(x).__name__} found')
    if x < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if x >> 32:
        raise OverflowError('int larger than 32 bits')
    return int.from_bytes(x.to_bytes(4, 'little'), 'big')


def htonl(x, /):
    """Convert a 32-bit integer from host to network byte order."""
    return _long(x)


def ntohl(x, /):
    """Convert a 32-bit integer from network to host byte order."""
    return _long(x)


def inet_aton(ip_addr, /):
    """Convert an IP address in string format (123.45.67.89) to the 32-bit packed binary format used in low-level network functions."""
    if not isinstance(ip_addr, str):
        raise TypeError(f'inet_aton() argument must be str, not {type(ip_addr).__name__}')
    packed = _calls.loose_to_bytes(ip_addr)
    if packed is None:
        raise OSError('illegal IP address string passed to inet_aton')
    return packed


def inet_ntoa(packed_ip, /):
    """Convert an IP address from 32-bit packed binary format to string format."""
    packed = memoryview(packed_ip).tobytes()
    if len(packed) != 4:
        raise OSError('packed IP wrong length for inet_ntoa')
    return _calls.to_text(packed)


def inet_pton(address_family, ip_string, /):
    """Convert an IP address from string format to a packed string suitable for use with low-level network functions."""
    if address_family not in (AF_INET, AF_INET6):
        raise OSError(_errno.EAFNOSUPPORT, _os.strerror(_errno.EAFNOSUPPORT))
    if not isinstance(ip_string, str):
        raise TypeError(f'inet_pton() argument 2 must be str, not {type(ip_string).__name__}')
    packed = _calls.to_bytes(address_family, ip_string)
    if packed is None:
        raise OSError('illegal IP address string passed to inet_pton')
    return packed


def inet_ntop(address_family, packed_ip, /):
    """Convert a packed IP address of the given family to string format."""
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError(f'unknown address family {address_family}')
    packed = memoryview(packed_ip).tobytes()
    if len(packed) != (4 if address_family == AF_INET else 16):
        raise ValueError('invalid length of packed IP address string')
    return _calls.to_text(packed)
