"""The suites of ciphers and OpenSSL's language for choosing them."""

from _ssl_names import _SUITES
from _ssl_values import SSLError


def _is(suite, word):
    """Whether one word of OpenSSL's language stands for a suite."""
    name, _, _, protocol, _, bits, aead, symmetric, digest, exchange, authentication = suite
    if word in ('ALL', 'DEFAULT', 'HIGH', 'COMPLEMENTOFALL'):
        return word != 'COMPLEMENTOFALL'
    if word in ('ECDH', 'ECDHE', 'EECDH', 'kEECDH', 'kECDHE'):
        return exchange == 'kx-ecdhe'
    if word in ('DH', 'DHE', 'EDH', 'kEDH', 'kDHE'):
        return exchange == 'kx-dhe'
    if word == 'kRSA':
        return exchange == 'kx-rsa'
    if word == 'aRSA':
        return authentication == 'auth-rsa'
    if word == 'RSA':
        return exchange == 'kx-rsa' or authentication == 'auth-rsa'
    if word in ('ECDSA', 'aECDSA'):
        return authentication == 'auth-ecdsa'
    if word == 'AESGCM':
        return 'GCM' in name
    if word in ('AES', 'AES128', 'AES256', 'CHACHA20'):
        return word in name
    if word in ('SHA', 'SHA1'):
        return digest == 'sha1'
    if word in ('SHA256', 'SHA384'):
        return digest == word.lower()
    if word in ('TLSv1.2', 'TLSv1.0', 'SSLv3', 'TLSv1'):
        return protocol == {'TLSv1': 'TLSv1.0'}.get(word, word)
    return name == word


def _chosen(text):
    """The suites that a text chooses, in its order. Those of TLS 1.3 are among them always."""
    fixed = [s for s in _SUITES if s[3] == 'TLSv1.3']
    others = [s for s in _SUITES if s[3] != 'TLSv1.3']
    found, banned = [], []
    for token in text.replace(',', ':').replace(' ', ':').split(':'):
        if not token or token.startswith('@'):
            continue
        sign = token[0] if token[0] in '!-+' else ''
        words = token[len(sign) :].split('+')
        matching = [s for s in others if all(_is(s, word) for word in words)]
        if sign == '':
            found += [s for s in matching if s not in found and s not in banned]
        else:
            found = [s for s in found if s not in matching] + [s for s in found if sign == '+' and s in matching]
            if sign == '!':
                banned += matching
    if not found:
        raise SSLError('No cipher can be selected.')
    return fixed + found


def _named(java):
    """The suite of Java's name: (OpenSSL's name, protocol, bits)."""
    for suite in _SUITES:
        if suite[1] == java:
            return suite[0], suite[3], suite[5]
    return java, '', 0


def _described(suite):
    name, _, id, protocol, description, bits, aead, symmetric, digest, exchange, authentication = suite
    return {
        'id': id,
        'name': name,
        'protocol': protocol,
        'description': description,
        'strength_bits': bits,
        'alg_bits': bits,
        'aead': aead,
        'symmetric': symmetric,
        'digest': digest,
        'kea': exchange,
        'auth': authentication,
    }
