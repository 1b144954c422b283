"""Sockets: so far pairs inside the process only (what event loops wake themselves with), and the constants. No network."""

import errno as _errno
import os as _os
import posix as _posix
import select as _select

error = OSError
timeout = TimeoutError
has_ipv6 = False


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = 'socket'

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_NONBLOCK, SOCK_CLOEXEC = 1, 2, 3, 2048, 524288
SOL_SOCKET, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_REUSEPORT = (
    1,
    2,
    3,
    4,
    6,
    7,
    8,
    9,
    15,
)
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
IPV6_V6ONLY, TCP_NODELAY, SOMAXCONN = 26, 1, 4096
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
MSG_PEEK, MSG_DONTWAIT, MSG_NOSIGNAL, MSG_OOB, MSG_TRUNC = 2, 64, 16384, 1, 32
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 32, 1024
EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE = -3, -4, -6, -2, -8
NI_NUMERICHOST, NI_NUMERICSERV, NI_DGRAM, NI_MAXHOST, NI_MAXSERV = 1, 2, 16, 1025, 32
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7F000001, 0xFFFFFFFF, 0xFFFFFFFF
CAPI = None
_default = None


def _no_network(*args, **kwargs):
    raise OSError(_errno.ENOSYS, 'network sockets are not available')


class socket:
    """A socket made of the two pipes of a pair."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            _no_network()
        self._fd = fileno
        self._family = AF_UNIX if family == -1 else family
        self._type = SOCK_STREAM if type == -1 else type
        self._proto = 0 if proto == -1 else proto
        self._timeout = _default

    @property
    def family(self):
        return self._family

    @property
    def type(self):
        return self._type

    @property
    def proto(self):
        return self._proto

    def fileno(self):
        return self._fd

    def close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            _os.close(fd)

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    def settimeout(self, value, /):
        if value is not None and value < 0:
            raise ValueError('Timeout value out of range')
        self._timeout = None if value is None else float(value)
        _os.set_blocking(self._fd, value is None)

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    def _await(self, event):
        if self._timeout and not _posix._wait_ready([(self._fd, event)], self._timeout):
            raise TimeoutError('timed out')

    def recv(self, bufsize, flags=0, /):
        self._await(_select.POLLIN)
        return _os.read(self._fd, bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer)
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def send(self, data, flags=0, /):
        self._await(_select.POLLOUT)
        return _os.write(self._fd, data)

    def sendall(self, data, flags=0, /):
        view = memoryview(data)
        while len(view):
            view = view[self.send(bytes(view)) :]

    def shutdown(self, how, /):
        pass

    def getsockopt(self, *args):
        return 0

    def setsockopt(self, *args):
        pass

    def getsockname(self):
        return ''

    getpeername = getsockname
    bind = listen = connect = connect_ex = _accept = recvfrom = recvfrom_into = sendto = sendmsg = recvmsg = _no_network

    def __repr__(self):
        return f'<socket object, fd={self._fd}, family={self.family}, type={self.type}, proto={self.proto}>'


SocketType = socket


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    a, b = _posix._socketpair()
    return socket(family, type, proto, a), socket(family, type, proto, b)


def close(fd, /):
    _os.close(fd)


def dup(fd, /):
    return _os.dup(fd)


def getdefaulttimeout():
    return _default


def setdefaulttimeout(timeout, /):
    global _default
    _default = None if timeout is None else float(timeout)


def gethostname():
    return _os.uname().nodename


def htons(x, /):
    return (x & 255) << 8 | x >> 8


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, 'little'), 'big')


ntohs, ntohl = htons, htonl


def inet_aton(ip, /):
    parts = ip.split('.')
    if len(parts) != 4 or not all(p.isdigit() and int(p) < 256 for p in parts):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(map(int, parts))


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(map(str, packed))


def inet_pton(family, ip, /):
    return inet_aton(ip)


def inet_ntop(family, packed, /):
    return inet_ntoa(packed)


gethostbyname = gethostbyname_ex = gethostbyaddr = getaddrinfo = getnameinfo = getprotobyname = getservbyname = (
    getservbyport
) = _no_network
