"""Sockets over the loopback device."""

import asyncio, errno, os, select, socket, stackless, struct, tempfile, threading


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except OSError as e:
        return type(e).__name__, errno.errorcode.get(e.errno, e.errno)


def server(family=socket.AF_INET, host='127.0.0.1'):
    s = socket.socket(family)
    s.bind((host, 0))
    s.listen()
    return s


def pair():
    with server() as s:
        client = socket.create_connection(s.getsockname())
        return client, s.accept()[0]


def echo():
    a, b = pair()
    with a, b:
        a.sendall(b'hello')
        whole = b.recv(3, socket.MSG_PEEK), b.recv(100)
        b.shutdown(socket.SHUT_WR)
        return whole, a.recv(5), a.getpeername() == b.getsockname(), a.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)


print(echo())  # not saved: holds sockets  # expect: ((b'hel', b'hello'), b'', True, 1)


def server_errors():
    with server() as s:
        address = s.getsockname()
        with socket.socket() as other:
            used = attempt(other.bind, address)
    with socket.socket() as c:
        refused = attempt(c.connect, address)
        # The socket is as good as before.
        with server() as s:
            c.connect(s.getsockname())
            again = attempt(c.connect, s.getsockname())
    with socket.socket() as c:
        return (
            used,
            refused,
            again,
            attempt(c.recv, 1),
            attempt(c.send, b'x'),
            attempt(c.getpeername),
            attempt(c.setsockopt, 1, 200, 1),
        )


print(
    server_errors()
)  # not saved: holds sockets  # expect: (('OSError', 'EADDRINUSE'), ('ConnectionRefusedError', 'ECONNREFUSED'), ('OSError', 'EISCONN'), ('OSError', 'ENOTCONN'), ('BrokenPipeError', 'EPIPE'), ('OSError', 'ENOTCONN'), ('OSError', 'ENOPROTOOPT'))


def not_blocking():
    with server() as s, socket.socket() as c:
        s.setblocking(False)
        nobody = attempt(s.accept)
        c.settimeout(0.01)
        c.connect(s.getsockname())
        nothing = attempt(c.recv, 1)
        c.setblocking(False)
        return (
            nobody,
            nothing,
            attempt(c.recv, 1),
            select.select([s], [c], [], 5) == ([s], [c], []),
            select.select([c], [], [], 0)[0],
        )


print(
    not_blocking()
)  # not saved: holds sockets  # expect: (('BlockingIOError', 'EAGAIN'), ('TimeoutError', None), ('BlockingIOError', 'EAGAIN'), True, [])


def datagrams(family, host):
    with socket.socket(family, socket.SOCK_DGRAM) as a, socket.socket(family, socket.SOCK_DGRAM) as b:
        a.bind((host, 0))
        b.sendto(b'x' * 300, a.getsockname())
        b.connect(a.getsockname())
        b.send(b'second')
        first, source = a.recvfrom(256)
        cut = a.recvmsg(3)
        return len(first), source[1] == b.getsockname()[1], cut[0], cut[2] == socket.MSG_TRUNC, attempt(a.send, b'x')


print(
    datagrams(socket.AF_INET, '127.0.0.1')
)  # not saved: holds sockets  # expect: (256, True, b'sec', True, ('OSError', 'EDESTADDRREQ'))


def unix():
    with tempfile.TemporaryDirectory() as d, socket.socket(socket.AF_UNIX) as s, socket.socket(socket.AF_UNIX) as c:
        path = os.path.join(d, 's')
        missing = attempt(c.connect, path)
        s.bind(path)
        s.listen()
        c.connect(path)
        with s.accept()[0] as a:
            a.sendall(b'from a file')
            return missing, s.getsockname() == c.getpeername() == path, c.recv(20), c.getsockname()


print(unix())  # not saved: holds sockets  # expect: (('FileNotFoundError', 'ENOENT'), True, b'from a file', '')


def options():
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 7))
        before = s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
        s.bind(('', 0))
        s.listen()
        return (
            s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR),
            s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY),
            struct.unpack('ii', s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)),
            before,
            s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN),
        )


print(options())  # not saved: holds a socket  # expect: (1, 1, (1, 7), 0, 1)


# The tasklets of a thread take turns where one waits for a socket.
def tasklets():
    log = []

    def serve(s):
        with s.accept()[0] as a:
            log.append(a.recv(10))
            a.sendall(b'pong')

    def ask(address):
        with socket.create_connection(address) as c:
            c.sendall(b'ping')
            log.append(c.recv(10))

    with server() as s:
        stackless.tasklet(serve)(s)
        stackless.tasklet(ask)(s.getsockname())
        stackless.run()
    return log


print(tasklets())  # not saved: holds sockets  # expect: [b'ping', b'pong']


def waits_alone():
    # What may not be blocked stops its thread.
    log = []
    a, b = pair()
    with a, b:
        stackless.tasklet(log.append)('another ran')
        a.settimeout(0.01)
        old = stackless.getcurrent().set_atomic(True)
        try:
            log.append(attempt(a.recv, 1))
        finally:
            stackless.getcurrent().set_atomic(old)
        log.append(attempt(a.recv, 1))
    return log


print(
    waits_alone()
)  # not saved: holds sockets  # expect: [('TimeoutError', None), 'another ran', ('TimeoutError', None)]


def refused():
    import pickle

    a, b = pair()
    with a, b:
        t = stackless.tasklet(a.recv)(1)
        t.run()
        try:
            pickle.dumps(t)
        except TypeError as e:
            return str(e).split(': ')[-1]
        finally:
            t.kill()


print(refused())  # not saved: holds sockets  # expect: cannot pickle 'socket' object


def of_a_thread():
    a, b = pair()
    with a, b:
        t = threading.Thread(target=lambda: a.sendall(a.recv(10).upper()))
        t.start()
        b.sendall(b'quiet')
        got = b.recv(10)
        t.join()
        return got


print(of_a_thread())  # not saved: holds sockets  # expect: b'QUIET'


def names():
    return (
        socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM)[0][4],
        socket.getaddrinfo('::1', None, type=socket.SOCK_DGRAM)[0][4],
        socket.gethostbyname('localhost'),
        attempt(socket.getaddrinfo, '127.0.0.1', 'no such service'),
        socket.inet_ntop(socket.AF_INET6, socket.inet_pton(socket.AF_INET6, '1:0:0:2:0:0:0:3')),
        socket.inet_ntop(socket.AF_INET6, socket.inet_pton(socket.AF_INET6, '::ffff:1.2.3.4')),
        socket.inet_aton('127.1'),
        socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV),
    )


print(
    names()
)  # not saved: the answer about a name comes by a descriptor  # expect: (('127.0.0.1', 80), ('::1', 0, 0, 0), '127.0.0.1', ('gaierror', -8), '1:0:0:2::3', '::ffff:1.2.3.4', b'\x7f\x00\x00\x01', ('127.0.0.1', '80'))


async def streams():
    async def answer(reader, writer):
        writer.write((await reader.readline()).upper())
        writer.close()

    async with await asyncio.start_server(answer, '127.0.0.1', 0) as s:
        reader, writer = await asyncio.open_connection(*s.sockets[0].getsockname())
        writer.write(b'hello\n')
        got = await reader.read()
        writer.close()
        await writer.wait_closed()
    return got


print(asyncio.run(streams()))  # not saved: the event loop and its sockets stay  # expect: b'HELLO\n'


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data[::-1], address)


class Ask(asyncio.DatagramProtocol):
    def __init__(self):
        self.answer = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        transport.sendto(b'abc')

    def datagram_received(self, data, address):
        self.answer.set_result(data)


async def endpoints():
    loop = asyncio.get_running_loop()
    there, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    here, ask = await loop.create_datagram_endpoint(Ask, remote_addr=there.get_extra_info('sockname'))
    got = await ask.answer
    there.close()
    here.close()
    return got


print(asyncio.run(endpoints()))  # not saved: the event loop and its sockets stay  # expect: b'cba'
