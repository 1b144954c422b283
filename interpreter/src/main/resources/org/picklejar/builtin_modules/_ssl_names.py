"""Numbers and names of TLS, with those that OpenSSL gives them."""

_DEFAULT_CIPHERS = '@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM'
SSL_ERROR_ZERO_RETURN = 6
SSL_ERROR_WANT_READ = 2
SSL_ERROR_WANT_WRITE = 3
SSL_ERROR_WANT_X509_LOOKUP = 4
SSL_ERROR_SYSCALL = 5
SSL_ERROR_SSL = 1
SSL_ERROR_WANT_CONNECT = 7
SSL_ERROR_EOF = 8
SSL_ERROR_INVALID_ERROR_CODE = 10
CERT_NONE = 0
CERT_OPTIONAL = 1
CERT_REQUIRED = 2
VERIFY_DEFAULT = 0
VERIFY_CRL_CHECK_LEAF = 4
VERIFY_CRL_CHECK_CHAIN = 12
VERIFY_X509_STRICT = 32
VERIFY_ALLOW_PROXY_CERTS = 64
VERIFY_X509_TRUSTED_FIRST = 32768
VERIFY_X509_PARTIAL_CHAIN = 524288
ALERT_DESCRIPTION_CLOSE_NOTIFY = 0
ALERT_DESCRIPTION_UNEXPECTED_MESSAGE = 10
ALERT_DESCRIPTION_BAD_RECORD_MAC = 20
ALERT_DESCRIPTION_RECORD_OVERFLOW = 22
ALERT_DESCRIPTION_DECOMPRESSION_FAILURE = 30
ALERT_DESCRIPTION_HANDSHAKE_FAILURE = 40
ALERT_DESCRIPTION_BAD_CERTIFICATE = 42
ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE = 43
ALERT_DESCRIPTION_CERTIFICATE_REVOKED = 44
ALERT_DESCRIPTION_CERTIFICATE_EXPIRED = 45
ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN = 46
ALERT_DESCRIPTION_ILLEGAL_PARAMETER = 47
ALERT_DESCRIPTION_UNKNOWN_CA = 48
ALERT_DESCRIPTION_ACCESS_DENIED = 49
ALERT_DESCRIPTION_DECODE_ERROR = 50
ALERT_DESCRIPTION_DECRYPT_ERROR = 51
ALERT_DESCRIPTION_PROTOCOL_VERSION = 70
ALERT_DESCRIPTION_INSUFFICIENT_SECURITY = 71
ALERT_DESCRIPTION_INTERNAL_ERROR = 80
ALERT_DESCRIPTION_USER_CANCELLED = 90
ALERT_DESCRIPTION_NO_RENEGOTIATION = 100
ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION = 110
ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE = 111
ALERT_DESCRIPTION_UNRECOGNIZED_NAME = 112
ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE = 113
ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE = 114
ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY = 115
PROTOCOL_SSLv23 = 2
PROTOCOL_TLS = 2
PROTOCOL_TLS_CLIENT = 16
PROTOCOL_TLS_SERVER = 17
PROTOCOL_TLSv1 = 3
PROTOCOL_TLSv1_1 = 4
PROTOCOL_TLSv1_2 = 5
OP_ALL = 2147483728
OP_NO_SSLv2 = 0
OP_NO_SSLv3 = 33554432
OP_NO_TLSv1 = 67108864
OP_NO_TLSv1_1 = 268435456
OP_NO_TLSv1_2 = 134217728
OP_NO_TLSv1_3 = 536870912
OP_CIPHER_SERVER_PREFERENCE = 4194304
OP_SINGLE_DH_USE = 0
OP_NO_TICKET = 16384
OP_LEGACY_SERVER_CONNECT = 4
OP_SINGLE_ECDH_USE = 0
OP_NO_COMPRESSION = 131072
OP_ENABLE_MIDDLEBOX_COMPAT = 1048576
OP_NO_RENEGOTIATION = 1073741824
OP_IGNORE_UNEXPECTED_EOF = 128
OP_ENABLE_KTLS = 8
HOSTFLAG_ALWAYS_CHECK_SUBJECT = 1
HOSTFLAG_NEVER_CHECK_SUBJECT = 32
HOSTFLAG_NO_WILDCARDS = 2
HOSTFLAG_NO_PARTIAL_WILDCARDS = 4
HOSTFLAG_MULTI_LABEL_WILDCARDS = 8
HOSTFLAG_SINGLE_LABEL_SUBDOMAINS = 16
ENCODING_PEM = 1
ENCODING_DER = 2
PROTO_MINIMUM_SUPPORTED = -2
PROTO_MAXIMUM_SUPPORTED = -1
PROTO_SSLv3 = 768
PROTO_TLSv1 = 769
PROTO_TLSv1_1 = 770
PROTO_TLSv1_2 = 771
PROTO_TLSv1_3 = 772
HAS_SNI = True
HAS_ECDH = True
HAS_NPN = False
HAS_ALPN = True
HAS_SSLv2 = False
HAS_SSLv3 = False
HAS_TLSv1_2 = True
HAS_TLSv1_3 = True
OPENSSL_VERSION_NUMBER = 809500688
OPENSSL_VERSION_INFO = (3, 4, 0, 1, 0)
OPENSSL_VERSION = 'OpenSSL 3.4.1 11 Feb 2025'
_OPENSSL_API_VERSION = (3, 4, 0, 1, 0)
HAS_PSK = False
HAS_TLS_UNIQUE = False
HAS_TLSv1 = False
HAS_TLSv1_1 = False
# What set_ciphers chooses from, in OpenSSL's order: its name, Java's, id, protocol, key exchange, authentication, encryption, bits, digest.
_SUITES = (
    (
        'TLS_AES_256_GCM_SHA384',
        'TLS_AES_256_GCM_SHA384',
        50336514,
        'TLSv1.3',
        'TLS_AES_256_GCM_SHA384         TLSv1.3 Kx=any      Au=any   Enc=AESGCM(256)            Mac=AEAD',
        256,
        True,
        'aes-256-gcm',
        None,
        'kx-any',
        'auth-any',
    ),
    (
        'TLS_CHACHA20_POLY1305_SHA256',
        'TLS_CHACHA20_POLY1305_SHA256',
        50336515,
        'TLSv1.3',
        'TLS_CHACHA20_POLY1305_SHA256   TLSv1.3 Kx=any      Au=any   Enc=CHACHA20/POLY1305(256) Mac=AEAD',
        256,
        True,
        'chacha20-poly1305',
        None,
        'kx-any',
        'auth-any',
    ),
    (
        'TLS_AES_128_GCM_SHA256',
        'TLS_AES_128_GCM_SHA256',
        50336513,
        'TLSv1.3',
        'TLS_AES_128_GCM_SHA256         TLSv1.3 Kx=any      Au=any   Enc=AESGCM(128)            Mac=AEAD',
        128,
        True,
        'aes-128-gcm',
        None,
        'kx-any',
        'auth-any',
    ),
    (
        'ECDHE-ECDSA-AES256-GCM-SHA384',
        'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
        50380844,
        'TLSv1.2',
        'ECDHE-ECDSA-AES256-GCM-SHA384  TLSv1.2 Kx=ECDH     Au=ECDSA Enc=AESGCM(256)            Mac=AEAD',
        256,
        True,
        'aes-256-gcm',
        None,
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES256-GCM-SHA384',
        'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        50380848,
        'TLSv1.2',
        'ECDHE-RSA-AES256-GCM-SHA384    TLSv1.2 Kx=ECDH     Au=RSA   Enc=AESGCM(256)            Mac=AEAD',
        256,
        True,
        'aes-256-gcm',
        None,
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES256-GCM-SHA384',
        'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
        50331807,
        'TLSv1.2',
        'DHE-RSA-AES256-GCM-SHA384      TLSv1.2 Kx=DH       Au=RSA   Enc=AESGCM(256)            Mac=AEAD',
        256,
        True,
        'aes-256-gcm',
        None,
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-CHACHA20-POLY1305',
        'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
        50384041,
        'TLSv1.2',
        'ECDHE-ECDSA-CHACHA20-POLY1305  TLSv1.2 Kx=ECDH     Au=ECDSA Enc=CHACHA20/POLY1305(256) Mac=AEAD',
        256,
        True,
        'chacha20-poly1305',
        None,
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-CHACHA20-POLY1305',
        'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
        50384040,
        'TLSv1.2',
        'ECDHE-RSA-CHACHA20-POLY1305    TLSv1.2 Kx=ECDH     Au=RSA   Enc=CHACHA20/POLY1305(256) Mac=AEAD',
        256,
        True,
        'chacha20-poly1305',
        None,
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-CHACHA20-POLY1305',
        'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
        50384042,
        'TLSv1.2',
        'DHE-RSA-CHACHA20-POLY1305      TLSv1.2 Kx=DH       Au=RSA   Enc=CHACHA20/POLY1305(256) Mac=AEAD',
        256,
        True,
        'chacha20-poly1305',
        None,
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-AES128-GCM-SHA256',
        'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
        50380843,
        'TLSv1.2',
        'ECDHE-ECDSA-AES128-GCM-SHA256  TLSv1.2 Kx=ECDH     Au=ECDSA Enc=AESGCM(128)            Mac=AEAD',
        128,
        True,
        'aes-128-gcm',
        None,
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES128-GCM-SHA256',
        'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        50380847,
        'TLSv1.2',
        'ECDHE-RSA-AES128-GCM-SHA256    TLSv1.2 Kx=ECDH     Au=RSA   Enc=AESGCM(128)            Mac=AEAD',
        128,
        True,
        'aes-128-gcm',
        None,
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES128-GCM-SHA256',
        'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
        50331806,
        'TLSv1.2',
        'DHE-RSA-AES128-GCM-SHA256      TLSv1.2 Kx=DH       Au=RSA   Enc=AESGCM(128)            Mac=AEAD',
        128,
        True,
        'aes-128-gcm',
        None,
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-AES256-SHA384',
        'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
        50380836,
        'TLSv1.2',
        'ECDHE-ECDSA-AES256-SHA384      TLSv1.2 Kx=ECDH     Au=ECDSA Enc=AES(256)               Mac=SHA384',
        256,
        False,
        'aes-256-cbc',
        'sha384',
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES256-SHA384',
        'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
        50380840,
        'TLSv1.2',
        'ECDHE-RSA-AES256-SHA384        TLSv1.2 Kx=ECDH     Au=RSA   Enc=AES(256)               Mac=SHA384',
        256,
        False,
        'aes-256-cbc',
        'sha384',
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES256-SHA256',
        'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256',
        50331755,
        'TLSv1.2',
        'DHE-RSA-AES256-SHA256          TLSv1.2 Kx=DH       Au=RSA   Enc=AES(256)               Mac=SHA256',
        256,
        False,
        'aes-256-cbc',
        'sha256',
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-AES128-SHA256',
        'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
        50380835,
        'TLSv1.2',
        'ECDHE-ECDSA-AES128-SHA256      TLSv1.2 Kx=ECDH     Au=ECDSA Enc=AES(128)               Mac=SHA256',
        128,
        False,
        'aes-128-cbc',
        'sha256',
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES128-SHA256',
        'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
        50380839,
        'TLSv1.2',
        'ECDHE-RSA-AES128-SHA256        TLSv1.2 Kx=ECDH     Au=RSA   Enc=AES(128)               Mac=SHA256',
        128,
        False,
        'aes-128-cbc',
        'sha256',
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES128-SHA256',
        'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256',
        50331751,
        'TLSv1.2',
        'DHE-RSA-AES128-SHA256          TLSv1.2 Kx=DH       Au=RSA   Enc=AES(128)               Mac=SHA256',
        128,
        False,
        'aes-128-cbc',
        'sha256',
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-AES256-SHA',
        'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
        50380810,
        'TLSv1.0',
        'ECDHE-ECDSA-AES256-SHA         TLSv1   Kx=ECDH     Au=ECDSA Enc=AES(256)               Mac=SHA1',
        256,
        False,
        'aes-256-cbc',
        'sha1',
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES256-SHA',
        'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
        50380820,
        'TLSv1.0',
        'ECDHE-RSA-AES256-SHA           TLSv1   Kx=ECDH     Au=RSA   Enc=AES(256)               Mac=SHA1',
        256,
        False,
        'aes-256-cbc',
        'sha1',
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES256-SHA',
        'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
        50331705,
        'SSLv3',
        'DHE-RSA-AES256-SHA             SSLv3   Kx=DH       Au=RSA   Enc=AES(256)               Mac=SHA1',
        256,
        False,
        'aes-256-cbc',
        'sha1',
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'ECDHE-ECDSA-AES128-SHA',
        'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
        50380809,
        'TLSv1.0',
        'ECDHE-ECDSA-AES128-SHA         TLSv1   Kx=ECDH     Au=ECDSA Enc=AES(128)               Mac=SHA1',
        128,
        False,
        'aes-128-cbc',
        'sha1',
        'kx-ecdhe',
        'auth-ecdsa',
    ),
    (
        'ECDHE-RSA-AES128-SHA',
        'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
        50380819,
        'TLSv1.0',
        'ECDHE-RSA-AES128-SHA           TLSv1   Kx=ECDH     Au=RSA   Enc=AES(128)               Mac=SHA1',
        128,
        False,
        'aes-128-cbc',
        'sha1',
        'kx-ecdhe',
        'auth-rsa',
    ),
    (
        'DHE-RSA-AES128-SHA',
        'TLS_DHE_RSA_WITH_AES_128_CBC_SHA',
        50331699,
        'SSLv3',
        'DHE-RSA-AES128-SHA             SSLv3   Kx=DH       Au=RSA   Enc=AES(128)               Mac=SHA1',
        128,
        False,
        'aes-128-cbc',
        'sha1',
        'kx-dhe',
        'auth-rsa',
    ),
    (
        'AES256-GCM-SHA384',
        'TLS_RSA_WITH_AES_256_GCM_SHA384',
        50331805,
        'TLSv1.2',
        'AES256-GCM-SHA384              TLSv1.2 Kx=RSA      Au=RSA   Enc=AESGCM(256)            Mac=AEAD',
        256,
        True,
        'aes-256-gcm',
        None,
        'kx-rsa',
        'auth-rsa',
    ),
    (
        'AES128-GCM-SHA256',
        'TLS_RSA_WITH_AES_128_GCM_SHA256',
        50331804,
        'TLSv1.2',
        'AES128-GCM-SHA256              TLSv1.2 Kx=RSA      Au=RSA   Enc=AESGCM(128)            Mac=AEAD',
        128,
        True,
        'aes-128-gcm',
        None,
        'kx-rsa',
        'auth-rsa',
    ),
    (
        'AES256-SHA256',
        'TLS_RSA_WITH_AES_256_CBC_SHA256',
        50331709,
        'TLSv1.2',
        'AES256-SHA256                  TLSv1.2 Kx=RSA      Au=RSA   Enc=AES(256)               Mac=SHA256',
        256,
        False,
        'aes-256-cbc',
        'sha256',
        'kx-rsa',
        'auth-rsa',
    ),
    (
        'AES128-SHA256',
        'TLS_RSA_WITH_AES_128_CBC_SHA256',
        50331708,
        'TLSv1.2',
        'AES128-SHA256                  TLSv1.2 Kx=RSA      Au=RSA   Enc=AES(128)               Mac=SHA256',
        128,
        False,
        'aes-128-cbc',
        'sha256',
        'kx-rsa',
        'auth-rsa',
    ),
    (
        'AES256-SHA',
        'TLS_RSA_WITH_AES_256_CBC_SHA',
        50331701,
        'SSLv3',
        'AES256-SHA                     SSLv3   Kx=RSA      Au=RSA   Enc=AES(256)               Mac=SHA1',
        256,
        False,
        'aes-256-cbc',
        'sha1',
        'kx-rsa',
        'auth-rsa',
    ),
    (
        'AES128-SHA',
        'TLS_RSA_WITH_AES_128_CBC_SHA',
        50331695,
        'SSLv3',
        'AES128-SHA                     SSLv3   Kx=RSA      Au=RSA   Enc=AES(128)               Mac=SHA1',
        128,
        False,
        'aes-128-cbc',
        'sha1',
        'kx-rsa',
        'auth-rsa',
    ),
)
# Those of OpenSSL's objects that names and uses of certificates have: number, short and long name, identifier.
_OBJECTS = (
    (1, 'rsadsi', 'RSA Data Security, Inc.', '1.2.840.113549'),
    (2, 'pkcs', 'RSA Data Security, Inc. PKCS', '1.2.840.113549.1'),
    (3, 'MD2', 'md2', '1.2.840.113549.2.2'),
    (4, 'MD5', 'md5', '1.2.840.113549.2.5'),
    (5, 'RC4', 'rc4', '1.2.840.113549.3.4'),
    (6, 'rsaEncryption', 'rsaEncryption', '1.2.840.113549.1.1.1'),
    (7, 'RSA-MD2', 'md2WithRSAEncryption', '1.2.840.113549.1.1.2'),
    (8, 'RSA-MD5', 'md5WithRSAEncryption', '1.2.840.113549.1.1.4'),
    (9, 'PBE-MD2-DES', 'pbeWithMD2AndDES-CBC', '1.2.840.113549.1.5.1'),
    (10, 'PBE-MD5-DES', 'pbeWithMD5AndDES-CBC', '1.2.840.113549.1.5.3'),
    (11, 'X500', 'directory services (X.500)', '2.5'),
    (12, 'X509', 'X509', '2.5.4'),
    (13, 'CN', 'commonName', '2.5.4.3'),
    (14, 'C', 'countryName', '2.5.4.6'),
    (15, 'L', 'localityName', '2.5.4.7'),
    (16, 'ST', 'stateOrProvinceName', '2.5.4.8'),
    (17, 'O', 'organizationName', '2.5.4.10'),
    (18, 'OU', 'organizationalUnitName', '2.5.4.11'),
    (19, 'RSA', 'rsa', '2.5.8.1.1'),
    (20, 'pkcs7', 'pkcs7', '1.2.840.113549.1.7'),
    (21, 'pkcs7-data', 'pkcs7-data', '1.2.840.113549.1.7.1'),
    (22, 'pkcs7-signedData', 'pkcs7-signedData', '1.2.840.113549.1.7.2'),
    (23, 'pkcs7-envelopedData', 'pkcs7-envelopedData', '1.2.840.113549.1.7.3'),
    (24, 'pkcs7-signedAndEnvelopedData', 'pkcs7-signedAndEnvelopedData', '1.2.840.113549.1.7.4'),
    (25, 'pkcs7-digestData', 'pkcs7-digestData', '1.2.840.113549.1.7.5'),
    (26, 'pkcs7-encryptedData', 'pkcs7-encryptedData', '1.2.840.113549.1.7.6'),
    (27, 'pkcs3', 'pkcs3', '1.2.840.113549.1.3'),
    (28, 'dhKeyAgreement', 'dhKeyAgreement', '1.2.840.113549.1.3.1'),
    (29, 'DES-ECB', 'des-ecb', '1.3.14.3.2.6'),
    (30, 'DES-CFB', 'des-cfb', '1.3.14.3.2.9'),
    (31, 'DES-CBC', 'des-cbc', '1.3.14.3.2.7'),
    (32, 'DES-EDE', 'des-ede', '1.3.14.3.2.17'),
    (34, 'IDEA-CBC', 'idea-cbc', '1.3.6.1.4.1.188.7.1.1.2'),
    (37, 'RC2-CBC', 'rc2-cbc', '1.2.840.113549.3.2'),
    (41, 'SHA', 'sha', '1.3.14.3.2.18'),
    (42, 'RSA-SHA', 'shaWithRSAEncryption', '1.3.14.3.2.15'),
    (44, 'DES-EDE3-CBC', 'des-ede3-cbc', '1.2.840.113549.3.7'),
    (45, 'DES-OFB', 'des-ofb', '1.3.14.3.2.8'),
    (47, 'pkcs9', 'pkcs9', '1.2.840.113549.1.9'),
    (48, 'emailAddress', 'emailAddress', '1.2.840.113549.1.9.1'),
    (49, 'unstructuredName', 'unstructuredName', '1.2.840.113549.1.9.2'),
    (50, 'contentType', 'contentType', '1.2.840.113549.1.9.3'),
    (51, 'messageDigest', 'messageDigest', '1.2.840.113549.1.9.4'),
    (52, 'signingTime', 'signingTime', '1.2.840.113549.1.9.5'),
    (53, 'countersignature', 'countersignature', '1.2.840.113549.1.9.6'),
    (54, 'challengePassword', 'challengePassword', '1.2.840.113549.1.9.7'),
    (55, 'unstructuredAddress', 'unstructuredAddress', '1.2.840.113549.1.9.8'),
    (56, 'extendedCertificateAttributes', 'extendedCertificateAttributes', '1.2.840.113549.1.9.9'),
    (57, 'Netscape', 'Netscape Communications Corp.', '2.16.840.1.113730'),
    (58, 'nsCertExt', 'Netscape Certificate Extension', '2.16.840.1.113730.1'),
    (59, 'nsDataType', 'Netscape Data Type', '2.16.840.1.113730.2'),
    (99, 'GN', 'givenName', '2.5.4.42'),
    (100, 'SN', 'surname', '2.5.4.4'),
    (101, 'initials', 'initials', '2.5.4.43'),
    (102, 'uid', 'uniqueIdentifier', '0.9.2342.19200300.100.1.44'),
    (103, 'crlDistributionPoints', 'X509v3 CRL Distribution Points', '2.5.29.31'),
    (104, 'RSA-NP-MD5', 'md5WithRSA', '1.3.14.3.2.3'),
    (105, 'serialNumber', 'serialNumber', '2.5.4.5'),
    (106, 'title', 'title', '2.5.4.12'),
    (107, 'description', 'description', '2.5.4.13'),
    (108, 'CAST5-CBC', 'cast5-cbc', '1.2.840.113533.7.66.10'),
    (112, 'pbeWithMD5AndCast5CBC', 'pbeWithMD5AndCast5CBC', '1.2.840.113533.7.66.12'),
    (113, 'DSA-SHA1', 'dsaWithSHA1', '1.2.840.10040.4.3'),
    (115, 'RSA-SHA1-2', 'sha1WithRSA', '1.3.14.3.2.29'),
    (116, 'DSA', 'dsaEncryption', '1.2.840.10040.4.1'),
    (117, 'RIPEMD160', 'ripemd160', '1.3.36.3.2.1'),
    (119, 'RSA-RIPEMD160', 'ripemd160WithRSA', '1.3.36.3.3.1.2'),
    (120, 'RC5-CBC', 'rc5-cbc', '1.2.840.113549.3.8'),
    (125, 'ZLIB', 'zlib compression', '1.2.840.113549.1.9.16.3.8'),
    (126, 'extendedKeyUsage', 'X509v3 Extended Key Usage', '2.5.29.37'),
    (127, 'PKIX', 'PKIX', '1.3.6.1.5.5.7'),
    (128, 'id-kp', 'id-kp', '1.3.6.1.5.5.7.3'),
    (129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1'),
    (130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2'),
    (131, 'codeSigning', 'Code Signing', '1.3.6.1.5.5.7.3.3'),
    (132, 'emailProtection', 'E-mail Protection', '1.3.6.1.5.5.7.3.4'),
    (133, 'timeStamping', 'Time Stamping', '1.3.6.1.5.5.7.3.8'),
    (134, 'msCodeInd', 'Microsoft Individual Code Signing', '1.3.6.1.4.1.311.2.1.21'),
    (135, 'msCodeCom', 'Microsoft Commercial Code Signing', '1.3.6.1.4.1.311.2.1.22'),
    (136, 'msCTLSign', 'Microsoft Trust List Signing', '1.3.6.1.4.1.311.10.3.1'),
    (137, 'msSGC', 'Microsoft Server Gated Crypto', '1.3.6.1.4.1.311.10.3.3'),
    (138, 'msEFS', 'Microsoft Encrypted File System', '1.3.6.1.4.1.311.10.3.4'),
    (139, 'nsSGC', 'Netscape Server Gated Crypto', '2.16.840.1.113730.4.1'),
    (173, 'name', 'name', '2.5.4.41'),
    (174, 'dnQualifier', 'dnQualifier', '2.5.4.46'),
    (391, 'DC', 'domainComponent', '0.9.2342.19200300.100.1.25'),
    (458, 'UID', 'userId', '0.9.2342.19200300.100.1.1'),
    (460, 'mail', 'rfc822Mailbox', '0.9.2342.19200300.100.1.3'),
    (461, 'info', 'info', '0.9.2342.19200300.100.1.4'),
    (509, 'generationQualifier', 'generationQualifier', '2.5.4.44'),
    (660, 'street', 'streetAddress', '2.5.4.9'),
    (661, 'postalCode', 'postalCode', '2.5.4.17'),
)
