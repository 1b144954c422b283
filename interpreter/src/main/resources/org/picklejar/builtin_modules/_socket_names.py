"""Names of hosts, services and protocols, and the numbers of module _socket. Who asks for a name waits as a tasklet does."""

import errno as _errno
import os as _os
from select import POLLIN as _IN
from select import _wait

import _socket_calls as _calls


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = 'socket'

_NUMBERS = """
AF_UNSPEC 0 AF_UNIX 1 AF_INET 2 AF_INET6 10
SOCK_STREAM 1 SOCK_DGRAM 2 SOCK_RAW 3 SOCK_RDM 4 SOCK_SEQPACKET 5 SOCK_NONBLOCK 2048 SOCK_CLOEXEC 524288
SOL_SOCKET 1 SOL_IP 0 SOL_TCP 6 SOL_UDP 17
SO_DEBUG 1 SO_REUSEADDR 2 SO_TYPE 3 SO_ERROR 4 SO_DONTROUTE 5 SO_BROADCAST 6 SO_SNDBUF 7 SO_RCVBUF 8 SO_KEEPALIVE 9 SO_OOBINLINE 10
SO_PRIORITY 12 SO_LINGER 13 SO_REUSEPORT 15 SO_RCVLOWAT 18 SO_SNDLOWAT 19 SO_RCVTIMEO 20 SO_SNDTIMEO 21 SO_BINDTODEVICE 25
SO_ACCEPTCONN 30 SO_MARK 36 SO_PROTOCOL 38 SO_DOMAIN 39
SOMAXCONN 4096 SHUT_RD 0 SHUT_WR 1 SHUT_RDWR 2 SCM_RIGHTS 1
MSG_OOB 1 MSG_PEEK 2 MSG_DONTROUTE 4 MSG_CTRUNC 8 MSG_TRUNC 32 MSG_DONTWAIT 64 MSG_EOR 128 MSG_WAITALL 256 MSG_NOSIGNAL 16384 MSG_MORE 32768
IPPROTO_IP 0 IPPROTO_HOPOPTS 0 IPPROTO_ICMP 1 IPPROTO_IGMP 2 IPPROTO_TCP 6 IPPROTO_UDP 17 IPPROTO_IPV6 41 IPPROTO_ICMPV6 58 IPPROTO_RAW 255
IPPROTO_SCTP 132 IPPROTO_ROUTING 43 IPPROTO_FRAGMENT 44 IPPROTO_ESP 50 IPPROTO_AH 51 IPPROTO_NONE 59 IPPROTO_DSTOPTS 60
IPPORT_RESERVED 1024 IPPORT_USERRESERVED 5000
INADDR_ANY 0 INADDR_BROADCAST 4294967295 INADDR_LOOPBACK 2130706433 INADDR_NONE 4294967295
INADDR_UNSPEC_GROUP 3758096384 INADDR_ALLHOSTS_GROUP 3758096385 INADDR_MAX_LOCAL_GROUP 3758096639
IP_TOS 1 IP_TTL 2 IP_HDRINCL 3 IP_OPTIONS 4 IP_RECVTOS 13 IP_MULTICAST_IF 32 IP_MULTICAST_TTL 33 IP_MULTICAST_LOOP 34
IP_ADD_MEMBERSHIP 35 IP_DROP_MEMBERSHIP 36 IP_ADD_SOURCE_MEMBERSHIP 39 IP_DROP_SOURCE_MEMBERSHIP 40 IP_DEFAULT_MULTICAST_TTL 1
IP_DEFAULT_MULTICAST_LOOP 1 IP_MAX_MEMBERSHIPS 20
IPV6_UNICAST_HOPS 16 IPV6_MULTICAST_IF 17 IPV6_MULTICAST_HOPS 18 IPV6_MULTICAST_LOOP 19 IPV6_JOIN_GROUP 20 IPV6_LEAVE_GROUP 21
IPV6_V6ONLY 26 IPV6_TCLASS 67
TCP_NODELAY 1 TCP_MAXSEG 2 TCP_CORK 3 TCP_KEEPIDLE 4 TCP_KEEPINTVL 5 TCP_KEEPCNT 6 TCP_SYNCNT 7 TCP_LINGER2 8 TCP_DEFER_ACCEPT 9
TCP_WINDOW_CLAMP 10 TCP_INFO 11 TCP_QUICKACK 12 TCP_CONGESTION 13 TCP_USER_TIMEOUT 18 TCP_FASTOPEN 23
AI_PASSIVE 1 AI_CANONNAME 2 AI_NUMERICHOST 4 AI_V4MAPPED 8 AI_ALL 16 AI_ADDRCONFIG 32 AI_NUMERICSERV 1024
EAI_BADFLAGS -1 EAI_NONAME -2 EAI_AGAIN -3 EAI_FAIL -4 EAI_NODATA -5 EAI_FAMILY -6 EAI_SOCKTYPE -7 EAI_SERVICE -8 EAI_ADDRFAMILY -9
EAI_MEMORY -10 EAI_SYSTEM -11 EAI_OVERFLOW -12
NI_NUMERICHOST 1 NI_NUMERICSERV 2 NI_NOFQDN 4 NI_NAMEREQD 8 NI_DGRAM 16 NI_MAXHOST 1025 NI_MAXSERV 32
"""


def _numbers():
    words = _NUMBERS.split()
    return {name: int(number) for name, number in zip(words[::2], words[1::2])}


globals().update(_numbers())
_INET, _INET6 = 2, 10
_STREAM, _DATAGRAM, _RAW = 1, 2, 3
_PASSIVE, _CANONICAL, _NUMERIC_HOST, _NUMERIC_SERVICE = 1, 2, 4, 1024
_NONAME, _NOFAMILY, _NOTYPE, _NOSERVICE, _WRONGFAMILY, _AGAIN = -2, -6, -7, -8, -9, -3

_TEXTS = {
    _NONAME: 'Name or service not known',
    _AGAIN: 'Temporary failure in name resolution',
    _NOFAMILY: 'ai_family not supported',
    _NOTYPE: 'ai_socktype not supported',
    _NOSERVICE: 'Servname not supported for ai_socktype',
    _WRONGFAMILY: 'Address family for hostname not supported',
}


def _failure(number):
    return gaierror(number, _TEXTS[number])


def _host_text(host, caller):
    """A host as str, of ASCII characters only. host: str, bytes or bytearray."""
    if isinstance(host, (bytes, bytearray)):
        text = host.decode('latin-1')
    elif isinstance(host, str):
        text = host
    else:
        raise TypeError(f'{caller}str, bytes or bytearray expected, not {type(host).__name__}')
    if '\0' in text:
        raise TypeError(f'{caller}host name must not contain null character')
    if not text.isascii():
        name = _calls.ascii_name(text)
        if name is None:
            raise UnicodeError("encoding with 'idna' codec failed")
        return name
    return text


def _numeric(text):
    """(the bytes of an address that is written in numbers, the number of its interface), or None."""
    packed = _calls.to_bytes(_INET, text) or _calls.loose_to_bytes(text)
    if packed is not None:
        return packed, 0
    text, percent, zone = text.partition('%')
    packed = _calls.to_bytes(_INET6, text)
    if packed is None or percent and not zone:
        return None
    if not zone:
        return packed, 0
    try:
        return packed, int(zone) if zone.isdigit() else if_nametoindex(zone)
    except OSError:
        return None


def _ask(fd):
    """What the resolver answers. fd: the descriptor of the question, which is closed."""
    try:
        _wait({fd: _IN}, None)
        return _calls.answer(fd)
    finally:
        _os.close(fd)


def _addresses(text, family, flags):
    """[(bytes, number of the interface), ...] of a name, or of an address in numbers; gaierror when there is none."""
    if not text:
        raise _failure(_NONAME)
    numeric = _numeric(text)
    if numeric is not None:
        if family and family != (_INET if len(numeric[0]) == 4 else _INET6):
            raise _failure(_WRONGFAMILY)
        return [numeric]
    if flags & _NUMERIC_HOST:
        raise _failure(_NONAME)
    if any(len(label) > 63 for label in text.split('.')):
        raise UnicodeError("encoding with 'idna' codec failed (UnicodeError: label too long)")
    found = _ask(_calls.look_up(text))
    if isinstance(found, int):
        raise _failure(found)
    found = [(packed, 0) for packed in found if not family or len(packed) == (4 if family == _INET else 16)]
    if not found:
        raise _failure(_WRONGFAMILY)
    return found


def _address_of(host, family):
    """(bytes, number of the interface) of the host in an address of a socket. family: AF_INET or AF_INET6."""
    text = _host_text(host, '')
    if not text:
        return bytes(4 if family == _INET else 16), 0
    if family == _INET and text in ('<broadcast>', '255.255.255.255'):
        return b'\xff' * 4, 0
    return _addresses(text, family, 0)[0]


# ---- the resolver


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Resolve host and port into list of address info entries."""
    if host is not None and not isinstance(host, (str, bytes, bytearray)):
        raise TypeError('getaddrinfo() argument 1 must be string or None')
    text = None if host is None else _host_text(host, '')
    if host is None and port is None:
        raise _failure(_NONAME)
    kinds = [
        (t, p)
        for t, p in ((_STREAM, 6), (_DATAGRAM, 17), (_RAW, 0))
        if type in (0, t) and (proto in (0, p) or type == t == _RAW)
    ]
    if not kinds:
        raise _failure(_NOTYPE)
    if family not in (0, _INET, _INET6):
        raise _failure(_NOFAMILY)
    kinds = _with_ports(kinds, port, flags)
    if text is None:
        # In Java a socket of version 6 takes version 4 as well: two servers for all addresses would be in each other's way.
        passive = ((b'\0' * 4,), (b'\0' * 16,))
        own = ((b'\0' * 15 + b'\1',), (b'\x7f\0\0\1',))
        found = passive[:1] if flags & _PASSIVE and not family else passive if flags & _PASSIVE else own
        found = [(packed, 0) for (packed,) in found if not family or len(packed) == (4 if family == _INET else 16)]
    else:
        found = _addresses(text, family, flags)
    out = []
    for packed, scope in found:
        for t, p, number in kinds:
            name = text if flags & _CANONICAL and not out and text is not None else ''
            shown = _calls.to_text(packed)
            if len(packed) == 4:
                out.append((_INET, t, p or proto, name, (shown, number)))
            else:
                out.append((_INET6, t, p or proto, name, (shown, number, 0, scope)))
    return out


def _with_ports(kinds, port, flags):
    """[(type, protocol, port), ...]"""
    if port is None:
        return [(t, p, 0) for t, p in kinds]
    if isinstance(port, (bytes, bytearray)):
        port = port.decode('ascii')
    if isinstance(port, str):
        port.encode()  # UnicodeEncodeError for lone surrogates
        if not port.isdigit():
            return _with_service(kinds, port, flags)
        port = int(port)
    elif not isinstance(port, int):
        raise OSError('Int or String expected')
    if not 0 <= port < 1 << 31:
        raise _failure(_NOSERVICE)
    return [(t, p, port & 0xFFFF) for t, p in kinds]


def _with_service(kinds, service, flags):
    if flags & _NUMERIC_SERVICE:
        raise _failure(_NONAME)
    out = []
    for t, p in kinds:
        number = -1 if t == _RAW else _calls.port_of(service, 'tcp' if t == _STREAM else 'udp')
        if number >= 0:
            out.append((t, p, number))
    if not out:
        raise _failure(_NOSERVICE)
    return out


def _version_4(host, caller):
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError(f'{caller}() argument 1 must be str, bytes or bytearray, not {type(host).__name__}')
    return _calls.to_text(_address_of(host, _INET)[0])


def gethostbyname(host, /):
    """Return the IP address (a string of the form '255.255.255.255') for a host."""
    return _version_4(host, 'gethostbyname')


def gethostbyname_ex(host, /):
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    first = _version_4(host, 'gethostbyname_ex')
    text = _host_text(host, '')
    if not text or text == '<broadcast>' or _numeric(text) is not None:
        return text, [], [first]
    return text, [], [_calls.to_text(packed) for packed, _ in _addresses(text, _INET, 0)]


def gethostbyaddr(host, /):
    """Return the true host name, a list of aliases, and a list of IP addresses, for a host."""
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError(f'gethostbyaddr() argument 1 must be str, bytes or bytearray, not {type(host).__name__}')
    packed = _addresses(_host_text(host, ''), 0, 0)[0][0]
    name = _ask(_calls.look_up_address(packed))
    if name is None:
        raise herror(1, 'Unknown host')
    return name, [], [_calls.to_text(packed)]


def getnameinfo(sockaddr, flags, /):
    """Get host and port for a sockaddr."""
    if not isinstance(sockaddr, tuple):
        raise TypeError('getnameinfo() argument 1 must be a tuple')
    if not 2 <= len(sockaddr) <= 4 or not isinstance(sockaddr[0], str) or not isinstance(sockaddr[1], int):
        raise TypeError('getnameinfo(): illegal sockaddr argument')
    host, port, flow, scope = sockaddr + (0, 0)[len(sockaddr) - 2 :] if len(sockaddr) < 4 else sockaddr
    if not 0 <= flow <= 0xFFFFF:
        raise OverflowError('getnameinfo(): flowinfo must be 0-1048575.')
    numeric = _numeric(host)
    if numeric is None:
        raise _failure(_NONAME)
    packed = numeric[0]
    if len(packed) == 4 and len(sockaddr) != 2:
        raise OSError('IPv4 sockaddr must be 2 tuple')
    name = None if flags & 1 else _ask(_calls.look_up_address(packed))
    if name is None:
        if flags & 8:
            raise _failure(_NONAME)
        name = _calls.to_text(packed)
        if scope and (packed[0] == 0xFE and packed[1] & 0xC0 == 0x80 or packed[0] == 0xFF and packed[1] & 15 == 2):
            name += '%' + (if_indextoname(scope) if not flags & 64 else str(scope))
    service = None if flags & 2 else _calls.service_at(port, 'udp' if flags & 16 else 'tcp')
    return name, str(port) if service is None else service


# ---- tables of the system


def getservbyname(servicename, protocolname='', /):
    """Return a port number from a service name and protocol name."""
    port = _calls.port_of(servicename, protocolname)
    if port < 0:
        raise OSError('service/proto not found')
    return port


def getservbyport(port, protocolname='', /):
    """Return the service name from a port number and protocol name."""
    if not 0 <= port <= 0xFFFF:
        raise OverflowError('getservbyport: port must be 0-65535.')
    name = _calls.service_at(port, protocolname)
    if name is None:
        raise OSError('port/proto not found')
    return name


def getprotobyname(name, /):
    """Return the protocol number for the named protocol."""
    number = _calls.protocol(name)
    if number < 0:
        raise OSError('protocol not found')
    return number


def if_nameindex():
    """Returns a list of network interface information (index, name) tuples."""
    return _calls.interfaces()


def if_nametoindex(oname, /):
    """Returns the interface index corresponding to the interface name."""
    name = _os.fsdecode(oname)
    for index, known in _calls.interfaces():
        if known == name:
            return index
    raise OSError('no interface with this name')


def if_indextoname(if_index, /):
    """Returns the interface name corresponding to the interface index."""
    if not isinstance(if_index, int):
        raise TypeError(f"'{type(if_index).__name__}' object cannot be interpreted as an integer")
    if if_index < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if if_index >> 32:
        raise OverflowError('Python int too large to convert to C unsigned int')
    for index, name in _calls.interfaces():
        if index == if_index:
            return name
    raise OSError(_errno.ENXIO, _os.strerror(_errno.ENXIO))


def gethostname():
    """Return the current host name."""
    return _os.uname().nodename
