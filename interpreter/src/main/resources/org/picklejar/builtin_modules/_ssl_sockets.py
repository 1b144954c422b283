"""One side of a TLS connection, over a socket or over memory."""

import sys as _sys
from select import POLLIN as _IN
from select import POLLOUT as _OUT
from select import _wait
from time import monotonic as _monotonic

import _socket_calls
import _ssl_calls as _calls
from _ssl_certificates import _decoded
from _ssl_ciphers import _named
from _ssl_names import *
from _ssl_values import *
from _ssl_values import _absent, _certificate, _eof, _error, _failure, _Unsaved, _session

_LACKS, _DONE, _FAILED = range(3)
_MOST = 1 << 14
_HANDSHAKE_FAILURE, _INTERNAL_ERROR = 40, 80


# ---- where the bytes go


class _SocketWire:
    """Takes and gives bytes of a socket; waits as long as its timeout allows."""

    def __init__(self, sock):
        self.sock = sock

    def begin(self):
        """The deadline of an operation that begins now."""
        if self.sock.fileno() < 0:
            raise SSLError('Underlying socket has been closed.')
        timeout = self.sock.gettimeout()
        return timeout if not timeout else _monotonic() + timeout

    def flush(self, engine, deadline, what):
        while not _calls.flush(engine, self.sock.fileno()):
            self.pause(_OUT, deadline, what, SSLWantWriteError, SSL_ERROR_WANT_WRITE, 'write')

    def fill(self, engine, deadline, what):
        """Returns False at the end of the stream."""
        while True:
            n = _calls.fill(engine, self.sock.fileno())
            if n >= 0:
                return n > 0
            self.pause(_IN, deadline, what, SSLWantReadError, SSL_ERROR_WANT_READ, 'read')

    def pause(self, event, deadline, what, cls, number, word):
        if deadline == 0.0:
            raise cls(number, f'The operation did not complete ({word})')
        left = None if deadline is None else deadline - _monotonic()
        if left is not None and left <= 0 or not _wait({self.sock.fileno(): event}, left):
            raise TimeoutError(f'The {what} operation timed out')


class _MemoryWire:
    """Takes and gives bytes of two MemoryBIO."""

    def __init__(self, incoming, outgoing):
        if not isinstance(incoming, MemoryBIO) or not isinstance(outgoing, MemoryBIO):
            raise TypeError('incoming and outgoing must be MemoryBIO')
        self.incoming, self.outgoing = incoming, outgoing

    def begin(self):
        return 0.0

    def flush(self, engine, deadline, what):
        self.outgoing.write(_calls.take(engine))

    def fill(self, engine, deadline, what):
        data = self.incoming.read()
        if data:
            _calls.feed(engine, data)
            return True
        if self.incoming.eof:
            return False
        raise SSLWantReadError(SSL_ERROR_WANT_READ, 'The operation did not complete (read)')


_context_class = None


def _for_contexts(cls):
    """Takes the class of contexts, whose module uses this one."""
    global _context_class
    _context_class = cls


def _wrapped(wire, context, server_side, server_hostname, owner, session):
    if server_side and context._protocol == PROTOCOL_TLS_CLIENT:
        raise SSLError(0, 'Cannot create a server socket with a PROTOCOL_TLS_CLIENT context')
    if not server_side and context._protocol == PROTOCOL_TLS_SERVER:
        raise SSLError(0, 'Cannot create a client socket with a PROTOCOL_TLS_SERVER context')
    if session is not None:
        raise _absent('a session of another connection')
    if server_hostname is not None:
        if not isinstance(server_hostname, str):
            server_hostname = bytes(server_hostname).decode('ascii')
        if '\0' in server_hostname:
            raise TypeError('embedded null character')
        if not server_hostname or server_hostname.startswith('.'):
            raise ValueError('server_hostname cannot be an empty string or start with a leading dot.')
    self = object.__new__(_SSLSocket)
    self._wire, self._context, self.server_side, self.owner = wire, context, bool(server_side), owner
    self.server_hostname = None
    if server_hostname is not None:
        self.server_hostname = _socket_calls.ascii_name(server_hostname) or server_hostname
    self._shaken = self._greeted = self._closing = False
    self._accepted = None
    self._engine = self._new_engine()
    return self


class _SSLSocket(_Unsaved):
    """One side of a TLS connection."""

    __module__ = '_ssl'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_ssl._SSLSocket' instances")

    def _new_engine(self):
        c = self._context
        name = self.server_hostname
        address = None
        if name is not None:
            address = _socket_calls.to_bytes(2, name) or _socket_calls.to_bytes(10, name)
        host = name if c._check_hostname and not self.server_side else None
        return _calls.engine(
            c._store,
            self.server_side,
            c._protocols(),
            tuple(suite[1] for suite in c._suites),
            c._alpn,
            c._verify_mode,
            c._verify_flags,
            None if address or self.server_side else name,
            host,
            address,
        )

    @property
    def context(self):
        return self._context

    @context.setter
    def context(self, value):
        if not isinstance(value, _context_class):
            raise TypeError('The value must be a SSLContext')
        self._context = value

    # ---- transfers

    def _drive(self, call, deadline, what, *args):
        """Calls call(engine, *args) until it lacks nothing. Returns whether the other side has ended the stream before."""
        while True:
            result = call(self._engine, *args)
            if result == _FAILED:
                try:
                    self._wire.flush(self._engine, 0.0, what)
                except OSError:
                    # The alert is for the other side, which may be gone; what has failed is told in any case.
                    pass
                raise _failure(self._engine)
            self._wire.flush(self._engine, deadline, what)
            if result == _DONE:
                return False
            if not self._wire.fill(self._engine, deadline, what):
                return True

    def do_handshake(self):
        deadline = self._wire.begin()
        c, side = self._context, 'accept' if self.server_side else 'connect'
        if not c._protocols():
            raise _error('NO_PROTOCOLS_AVAILABLE')
        if not self._greeted:
            c._stats[side] += 1
            if self.server_side and c._sni is not None:
                self._greet(deadline)
            self._greeted = True
        if self._drive(_calls.handshake, deadline, 'handshake'):
            raise _eof()
        if not self._shaken:
            self._shaken = True
            c._stats[side + '_good'] += 1

    def _greet(self, deadline):
        """Shows the name that the client asks for to the callback, which may choose another context."""
        while True:
            name = _calls.asked_name(self._engine)
            if name is not None:
                break
            if not self._wire.fill(self._engine, deadline, 'handshake'):
                raise _eof()
        context = self._context
        try:
            alert = context._sni(self if self.owner is None else self.owner, name or None, context)
            if alert is not None:
                alert = int(alert)
        except TypeError as e:
            alert = _INTERNAL_ERROR
            _sys.unraisablehook(_sys._unraisable_args(e, None, context._sni))
        except Exception as e:
            alert = _HANDSHAKE_FAILURE
            _sys.unraisablehook(_sys._unraisable_args(e, None, context._sni))
        if alert is not None:
            _calls.alert(self._engine, alert)
            self._wire.flush(self._engine, deadline, 'handshake')
            raise _error('CALLBACK_FAILED')
        if self._context is not context:
            engine = self._new_engine()
            _calls.move(self._engine, engine)
            self._engine = engine

    def read(self, size=1024, buffer=None, /):
        """Read up to size bytes from the SSL socket, into a buffer if one is given: then their number is returned."""
        if buffer is not None:
            view = memoryview(buffer).cast('B')
            if not 0 < size <= len(view):
                size = len(view)
        elif size < 0:
            raise ValueError('size should not be negative')
        if size == 0:
            return b'' if buffer is None else 0
        deadline = self._wire.begin()
        if not self._shaken:
            self.do_handshake()
        if self._closing and _calls.is_closed_by_peer(self._engine):
            raise SSLZeroReturnError(SSL_ERROR_ZERO_RETURN, 'TLS/SSL connection has been closed (EOF)')
        data = b''
        if self._drive(_calls.prepare, deadline, 'read'):
            if not self._context._options & OP_IGNORE_UNEXPECTED_EOF:
                raise _eof()
        else:
            data = _calls.read(self._engine, size)
        if buffer is None:
            return data
        view[: len(data)] = data
        return len(data)

    def write(self, b, /):
        """Writes the bytes-like object b into the SSL object. Returns the number of bytes written."""
        view = memoryview(b).cast('B')
        deadline = self._wire.begin()
        if not self._shaken:
            self.do_handshake()
        if self._closing:
            raise _error('PROTOCOL_IS_SHUTDOWN')
        count = self._accepted
        if count is None:
            count = min(len(view), _MOST)
            data = bytes(view[:count])
            # What cannot be sent at once is taken nevertheless: the next call, with the same bytes, sends it.
            self._accepted = count
            if _calls.write(self._engine, data) == _FAILED:
                raise _failure(self._engine)
        self._wire.flush(self._engine, deadline, 'write')
        self._accepted = None
        return count

    def pending(self):
        """Returns the number of already decrypted bytes available for read, pending on the connection."""
        return _calls.pending(self._engine)

    def shutdown(self):
        """Does the SSL shutdown handshake with the remote end."""
        deadline = self._wire.begin()
        if not self._shaken:
            raise _error('SHUTDOWN_WHILE_IN_INIT')
        self._closing = True
        if self._drive(_calls.close, deadline, 'read'):
            raise _eof()
        return getattr(self._wire, 'sock', None)

    # ---- what was agreed on

    def getpeercert(self, der=False, /):
        """Returns the certificate for the peer: a dict, which is empty if it was not verified, or bytes."""
        self._check_shaken()
        chain = _calls.peer_chain(self._engine)
        if not chain:
            return None
        if der:
            return chain[0]
        return {} if self._context._verify_mode == CERT_NONE else _decoded(chain[0])

    def _check_shaken(self):
        if not self._shaken:
            raise ValueError('handshake not done yet')

    def get_verified_chain(self):
        return [_certificate(der) for der in _calls.verified_chain(self._engine)]

    def get_unverified_chain(self):
        return [_certificate(der) for der in _calls.peer_chain(self._engine)]

    def cipher(self):
        return _named(_calls.session(self._engine)[1]) if self._shaken else None

    def shared_ciphers(self):
        return None

    def version(self):
        return _calls.session(self._engine)[0] if self._shaken else None

    def compression(self):
        return None

    def selected_alpn_protocol(self):
        return _calls.alpn(self._engine) if self._shaken else None

    def get_channel_binding(self, cb_type='tls-unique'):
        if cb_type != 'tls-unique':
            raise ValueError(f"'{cb_type}' channel binding type not implemented")
        raise _absent('tls-unique')

    def verify_client_post_handshake(self):
        raise _absent('authentication after the handshake')

    @property
    def session(self):
        if not self._shaken:
            return None
        _, _, id, time = _calls.session(self._engine)
        return _session(id, time)

    @session.setter
    def session(self, value):
        if not isinstance(value, SSLSession):
            raise TypeError('Value is not a SSLSession.')
        raise _absent('a session of another connection')

    @property
    def session_reused(self):
        return False
