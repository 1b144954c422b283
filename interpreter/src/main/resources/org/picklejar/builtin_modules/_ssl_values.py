"""Exceptions, functions and small objects of TLS."""

import _ssl_calls as _calls
from _ssl_certificates import _decoded
from _ssl_names import *
from _ssl_names import _OBJECTS


class SSLError(OSError):
    """An error occurred in the SSL implementation."""

    library = reason = None

    def __str__(self):
        return str(self.strerror) if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data
    before the requested operation can be completed."""


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data
    before the requested operation can be completed."""


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""

    verify_code = 0
    verify_message = ''


for _class in (
    SSLError,
    SSLZeroReturnError,
    SSLWantReadError,
    SSLWantWriteError,
    SSLSyscallError,
    SSLEOFError,
    SSLCertVerificationError,
):
    _class.__module__ = 'ssl'


def _error(reason, text=None, library='SSL', number=SSL_ERROR_SSL, cls=SSLError):
    """An SSLError as OpenSSL's reason makes it."""
    text = text or reason.lower().replace('_', ' ')
    e = cls(number, f'[{library}: {reason}] {text}' if reason else f'[{library}] {text}')
    e.library, e.reason = library, reason
    return e


# What the text of a failure of Java's means: a part of it, OpenSSL's reason and text.
_FAILURES = (
    ('Unsupported or unrecognized SSL message', 'WRONG_VERSION_NUMBER', None),
    ('plaintext connection', 'HTTP_REQUEST', None),
    ('no cipher suites in common', 'NO_SHARED_CIPHER', None),
    ('Empty client certificate chain', 'PEER_DID_NOT_RETURN_A_CERTIFICATE', None),
    ('Empty server certificate chain', 'PEER_DID_NOT_RETURN_A_CERTIFICATE', None),
    ('is not enabled or supported in server context', 'UNSUPPORTED_PROTOCOL', None),
    ('is not accepted by client preferences', 'UNSUPPORTED_PROTOCOL', None),
    ('are not accepted by server preferences', 'UNSUPPORTED_PROTOCOL', None),
    ('No appropriate protocol', 'NO_PROTOCOLS_AVAILABLE', None),
    ('application data after close notify', 'APPLICATION_DATA_AFTER_CLOSE_NOTIFY', None),
    ('protocol is shutdown', 'PROTOCOL_IS_SHUTDOWN', None),
    ('Tag mismatch', 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC', None),
    ('closed in handshake', 'UNEXPECTED_EOF_WHILE_READING', None),
)
_OLD_ALERTS = (
    'unexpected_message bad_record_mac decompression_failure handshake_failure bad_certificate '
    'unsupported_certificate certificate_revoked certificate_expired certificate_unknown illegal_parameter'
).split()


def _failure(engine):
    """The exception for what an engine has failed of."""
    text, code, message = _calls.failure(engine)
    if code is not None:
        e = _error('CERTIFICATE_VERIFY_FAILED', f'certificate verify failed: {message}', cls=SSLCertVerificationError)
        e.verify_code, e.verify_message = code, message
        return e
    if 'fatal alert: ' in text:
        alert = text.rpartition('fatal alert: ')[2].strip()
        if alert == 'unrecognized_name':
            return _error('TLSV1_UNRECOGNIZED_NAME')
        if alert == 'certificate_required':
            return _error('TLSV13_ALERT_CERTIFICATE_REQUIRED')
        words = alert.replace('_', ' ')
        if alert in _OLD_ALERTS:
            return _error(f'SSLV3_ALERT_{alert.upper()}', f'ssl/tls alert {words}')
        return _error(f'TLSV1_ALERT_{alert.upper()}', f'tlsv1 alert {words}')
    for part, reason, shown in _FAILURES:
        if part in text:
            return _error(reason, shown)
    return _error(None, text)


def _eof():
    return _error(
        'UNEXPECTED_EOF_WHILE_READING', 'EOF occurred in violation of protocol', number=SSL_ERROR_EOF, cls=SSLEOFError
    )


class _Unsaved:
    """What pickles refuse."""

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")


# ---- small functions


def RAND_status():
    """Returns True if the OpenSSL PRNG has been seeded with enough data and False if not."""
    return True


def RAND_add(string, entropy, /):
    """Mix string into the OpenSSL PRNG state. Java's generator needs nothing of it; the arguments are checked."""
    if not isinstance(string, str):
        memoryview(string)
    float(entropy)


def RAND_bytes(n, /):
    """Generate n cryptographically strong pseudo-random bytes."""
    if n < 0:
        raise ValueError('num must be positive')
    return _calls.random(n)


def get_default_verify_paths():
    """Return search paths and environment vars that are used by SSLContext's set_default_verify_paths() to load default CAs."""
    return 'SSL_CERT_FILE', '/etc/ssl/cert.pem', 'SSL_CERT_DIR', '/etc/ssl/certs'


def txt2obj(txt, name=False):
    """Lookup NID, short name, long name and OID of an ASN1_OBJECT. Those are known that certificates use."""
    for entry in _OBJECTS:
        if txt == entry[3] or name and txt in entry[1:3]:
            return entry
    raise ValueError(f"unknown object '{txt:.100}'")


def nid2obj(nid, /):
    """Lookup NID, short name, long name and OID of an ASN1_OBJECT by NID."""
    if nid < 1:
        raise ValueError('NID must be positive.')
    for entry in _OBJECTS:
        if entry[0] == nid:
            return entry
    raise ValueError(f'unknown NID {nid}')


def _test_decode_cert(path, /):
    with open(path, 'rb') as f:
        found = _calls.certificates(f.read())
    if not found:
        raise SSLError('Error decoding PEM-encoded file')
    return _decoded(found[0])


class MemoryBIO(_Unsaved):
    """A memory buffer that can be used to pass data between Python and an SSL protocol instance."""

    __module__ = '_ssl'

    def __init__(self):
        self._data = bytearray()
        self._ended = False

    @property
    def pending(self):
        """The number of bytes pending in the memory BIO."""
        return len(self._data)

    @property
    def eof(self):
        """Whether the memory BIO is at EOF."""
        return self._ended and not self._data

    def read(self, size=-1, /):
        """Read up to size bytes from the memory BIO: all of them if it is negative."""
        size = len(self._data) if size < 0 else size
        data = bytes(self._data[:size])
        del self._data[:size]
        return data

    def write(self, b, /):
        """Writes the bytes b into the memory BIO. Returns the number of bytes written."""
        if not memoryview(b).contiguous:
            raise BufferError('memoryview: underlying buffer is not C-contiguous')
        if self._ended:
            raise SSLError('cannot write() after write_eof()')
        data = bytes(b)
        self._data += data
        return len(data)

    def write_eof(self):
        """Write an EOF marker to the memory BIO."""
        self._ended = True


class Certificate(_Unsaved):
    """A certificate of a chain."""

    __module__ = '_ssl'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_ssl.Certificate' instances")

    def public_bytes(self, format=ENCODING_PEM):
        """The certificate as bytes of DER, or str of PEM."""
        if format == ENCODING_DER:
            return self._der
        if format != ENCODING_PEM:
            raise ValueError('Unsupported format')
        import base64

        text = base64.encodebytes(self._der).decode().replace('\n', '')
        lines = [text[i : i + 64] for i in range(0, len(text), 64)]
        return '\n'.join(['-----BEGIN CERTIFICATE-----', *lines, '-----END CERTIFICATE-----', ''])

    def get_info(self):
        """What getpeercert() says of it."""
        return _decoded(self._der)

    def __eq__(self, other):
        return self._der == other._der if isinstance(other, Certificate) else NotImplemented

    def __hash__(self):
        return hash(self._der)


def _certificate(der):
    c = object.__new__(Certificate)
    c._der = der
    return c


class SSLSession(_Unsaved):
    """What two sides have agreed on. It cannot be used for another connection."""

    __module__ = '_ssl'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_ssl.SSLSession' instances")

    timeout = 86400
    ticket_lifetime_hint = 0
    has_ticket = False

    @property
    def id(self):
        """Session ID."""
        return self._id

    @property
    def time(self):
        """Session creation time (seconds since epoch)."""
        return self._time

    def __eq__(self, other):
        return self._id == other._id if isinstance(other, SSLSession) else NotImplemented

    def __hash__(self):
        return hash(self._id)


def _session(id, time):
    s = object.__new__(SSLSession)
    s._id, s._time = id, time
    return s


def _absent(what):
    return NotImplementedError(f'{what}: TLS of Java has nothing for it')
