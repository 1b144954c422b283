"""Implementation module for SSL socket operations.  See the socket module
for documentation.

An engine takes what came and gives what is to be sent; what it lacks is waited for as sockets do, and then it is asked again.
"""

import os as _os

import _ssl_calls as _calls
from _ssl_ciphers import _chosen, _described
from _ssl_names import *
from _ssl_names import _DEFAULT_CIPHERS, _OPENSSL_API_VERSION
from _ssl_sockets import _for_contexts, _MemoryWire, _SocketWire, _SSLSocket, _wrapped
from _ssl_values import *
from _ssl_values import _absent, _decoded, _error, _Unsaved, _test_decode_cert

_VERSIONS = {PROTO_TLSv1_2: ('TLSv1.2', OP_NO_TLSv1_2), PROTO_TLSv1_3: ('TLSv1.3', OP_NO_TLSv1_3)}


class _SSLContext(_Unsaved):
    """What several connections have in common."""

    def __new__(cls, protocol, /):
        if protocol not in (PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER, PROTOCOL_TLSv1_2):
            raise ValueError(f'invalid or unsupported protocol version {protocol}')
        self = super().__new__(cls)
        self._protocol = int(protocol)
        self._store = _calls.store()
        self._options = (
            OP_ALL | OP_NO_SSLv3 | OP_CIPHER_SERVER_PREFERENCE | OP_NO_COMPRESSION | OP_ENABLE_MIDDLEBOX_COMPAT
        )
        self._verify_flags = VERIFY_X509_TRUSTED_FIRST
        self._check_hostname = protocol == PROTOCOL_TLS_CLIENT
        self._verify_mode = CERT_REQUIRED if self._check_hostname else CERT_NONE
        self._minimum = PROTO_TLSv1_2 if protocol != PROTOCOL_TLSv1_2 else PROTO_MINIMUM_SUPPORTED
        self._maximum = PROTO_MAXIMUM_SUPPORTED
        self._suites = _chosen(_DEFAULT_CIPHERS)
        self._alpn = ()
        self._sni = None
        self._host_flags = HOSTFLAG_NO_PARTIAL_WILDCARDS
        self._stats = dict.fromkeys(('connect', 'connect_good', 'accept', 'accept_good'), 0)
        return self

    # ---- what is asked of the other side

    protocol = property(lambda self: self._protocol, doc='Protocol of the context.')
    security_level = property(lambda self: 2, doc='The current security level.')
    keylog_filename = property(lambda self: None, lambda self, value: _keylog(value))
    # None, as where OpenSSL has nothing for it: who wants it looks at this first.
    post_handshake_auth = property(lambda self: None, lambda self, value: _post_handshake(value))

    @property
    def num_tickets(self):
        """Control the number of TLSv1.3 session tickets."""
        return 2

    @num_tickets.setter
    def num_tickets(self, value):
        if value < 0:
            raise ValueError('value must be non-negative')
        if self._protocol != PROTOCOL_TLS_SERVER:
            raise ValueError('SSLContext is not a server context.')
        raise _absent('the number of tickets')

    @property
    def _msg_callback(self):
        return None

    @_msg_callback.setter
    def _msg_callback(self, value):
        if value is not None:
            if not callable(value):
                raise TypeError(f'{value!r} is not callable.')
            raise _absent('a callback for messages')

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        value = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED
        self._check_hostname = value

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        if value not in (CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED):
            raise ValueError('invalid value for verify_mode')
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = int(value)

    @property
    def verify_flags(self):
        return self._verify_flags

    @verify_flags.setter
    def verify_flags(self, value):
        self._verify_flags = int(value)

    @property
    def options(self):
        return self._options

    @options.setter
    def options(self, value):
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        self._options = int(value)

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, value):
        self._minimum = self._version(value)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, value):
        self._maximum = self._version(value)

    def _version(self, value):
        if self._protocol == PROTOCOL_TLSv1_2:
            raise ValueError("The context's protocol doesn't support modification of highest and lowest version.")
        if (
            value not in (PROTO_MINIMUM_SUPPORTED, PROTO_MAXIMUM_SUPPORTED)
            and not PROTO_SSLv3 <= value <= PROTO_TLSv1_3
        ):
            raise ValueError(f'Unsupported TLS/SSL version {value:#x}')
        return int(value)

    def _protocols(self):
        """Java's names of the versions that may be used."""
        low = PROTO_TLSv1_3 if self._minimum == PROTO_MAXIMUM_SUPPORTED else self._minimum
        high = PROTO_TLSv1_3 if self._maximum == PROTO_MAXIMUM_SUPPORTED else self._maximum
        if self._protocol == PROTOCOL_TLSv1_2:
            high = PROTO_TLSv1_2
        return tuple(name for v, (name, no) in _VERSIONS.items() if low <= v <= high and not self._options & no)

    # ---- ciphers and names

    def set_ciphers(self, cipherlist, /):
        self._suites = _chosen(cipherlist)

    def get_ciphers(self):
        return [_described(suite) for suite in self._suites]

    def _set_alpn_protocols(self, protos, /):
        data, names = bytes(protos), []
        while data:
            names.append(data[1 : data[0] + 1].decode('latin-1'))
            data = data[data[0] + 1 :]
        self._alpn = tuple(names)

    @property
    def sni_callback(self):
        return self._sni

    @sni_callback.setter
    def sni_callback(self, value):
        if self._protocol == PROTOCOL_TLS_CLIENT:
            raise ValueError('sni_callback cannot be set on TLS_CLIENT context')
        if value is not None and not callable(value):
            raise TypeError('not a callable object')
        self._sni = value

    def load_dh_params(self, path, /):
        raise _absent('parameters of Diffie and Hellman')

    def set_ecdh_curve(self, name, /):
        raise _absent('the choice of a curve')

    def set_psk_client_callback(self, callback):
        raise _absent('keys that were shared before')

    def set_psk_server_callback(self, callback, identity_hint=None):
        raise _absent('keys that were shared before')

    # ---- certificates

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        certificates = _content(certfile)
        keys = certificates if keyfile is None else _content(keyfile)
        secret = None
        if password is not None and not callable(password):
            secret = _password(password, 'password should be a string or callable')
        if _calls.is_encrypted(keys):
            if callable(password):
                secret = _password(password(), 'password callback must return a string')
            elif password is None:
                import getpass

                secret = getpass.getpass('Enter PEM pass phrase:').encode()
        wrong = _calls.identify(self._store, certificates, keys, secret)
        if wrong == 'PEM':
            raise _error(None, 'PEM lib', number=0x80009)
        if wrong == 'MISMATCH':
            raise _error('KEY_VALUES_MISMATCH', library='X509', number=116)
        if wrong:
            raise _absent(wrong)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if isinstance(cadata, str):
            try:
                cadata = cadata.encode('ascii')
            except UnicodeEncodeError:
                raise TypeError('cadata should be an ASCII string or a bytes-like object') from None
            self._load_data(cadata, _calls.trust_pem, 'no start line')
        elif cadata is not None:
            try:
                cadata = bytes(memoryview(cadata))
            except TypeError:
                raise TypeError('cadata should be an ASCII string or a bytes-like object') from None
            self._load_data(cadata, _trust_row, 'not enough data')
        if cafile is not None and not _calls.trust_pem(self._store, _content(cafile)):
            raise _error(None, 'PEM lib', library='X509', number=0x80009)
        if capath is not None:
            _calls.trust_folder(self._store, _os.fsdecode(capath))

    def _load_data(self, data, load, missing):
        if not data:
            raise ValueError('Empty certificate data')
        if not load(self._store, data):
            raise SSLError(0, f'{missing}: cadata does not contain a certificate')

    def set_default_verify_paths(self):
        """Trusts the certificates of the environment's or the system's file and folder, else those that Java brings along."""
        file, folder = _os.environ.get('SSL_CERT_FILE'), _os.environ.get('SSL_CERT_DIR')
        if file is None and folder is None:
            folder = '/etc/ssl/certs'
            file = next(
                (f for f in ('/etc/ssl/cert.pem', '/etc/ssl/certs/ca-certificates.crt') if _os.path.exists(f)), None
            )
            if file is None:
                _calls.trust_default(self._store)
        if file is not None and _os.path.isfile(file):
            _calls.trust_pem(self._store, _content(file))
        if folder is not None:
            for part in folder.split(':'):
                _calls.trust_folder(self._store, part)

    def cert_store_stats(self):
        trusted = _calls.trusted(self._store)
        return {'x509': len(trusted), 'crl': _calls.revocations(self._store), 'x509_ca': sum(ca for _, ca in trusted)}

    def get_ca_certs(self, binary_form=False):
        found = [der for der, ca in _calls.trusted(self._store) if ca]
        return found if binary_form else [_decoded(der) for der in found]

    def session_stats(self):
        return {
            'number': 0,
            'connect': self._stats['connect'],
            'connect_good': self._stats['connect_good'],
            'connect_renegotiate': 0,
            'accept': self._stats['accept'],
            'accept_good': self._stats['accept_good'],
            'accept_renegotiate': 0,
            'hits': 0,
            'misses': 0,
            'timeouts': 0,
            'cache_full': 0,
        }

    # ---- connections

    def _wrap_socket(self, sock, server_side, server_hostname=None, *, owner=None, session=None):
        return _wrapped(_SocketWire(sock), self, server_side, server_hostname, owner, session)

    def _wrap_bio(self, incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None):
        return _wrapped(_MemoryWire(incoming, outgoing), self, server_side, server_hostname, owner, session)


def _keylog(value):
    if value is not None:
        raise _absent('a log of keys')


def _post_handshake(value):
    if value:
        raise _absent('authentication after the handshake')


def _content(path):
    try:
        with open(path, 'rb') as f:
            return f.read()
    except OSError as e:
        raise OSError(e.errno, e.strerror) from None


def _password(value, complaint):
    if isinstance(value, str):
        value = value.encode()
    elif not isinstance(value, (bytes, bytearray)):
        raise TypeError(complaint)
    if len(value) > 1024:
        raise ValueError('password cannot be longer than 1024 bytes')
    return bytes(value)


def _trust_row(store, data):
    """Trusts certificates in DER that follow each other. Returns how many."""
    count = 0
    while len(data) > 4:
        size = 4 + int.from_bytes(data[2:4], 'big') if data[1] == 0x82 else 2 + data[1]
        if data[0] != 0x30 or _calls.trust_der(store, data[:size]) is None:
            break
        data = data[size:]
        count += 1
    return 0 if data else count


_for_contexts(_SSLContext)
