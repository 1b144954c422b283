"""What certificates say, read from their DER form (X.690, RFC 5280)."""

from _ssl_names import _OBJECTS

_NAMES = {entry[3]: entry[2] for entry in _OBJECTS}
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_ENCODINGS = {28: 'utf-32-be', 30: 'utf-16-be', 12: 'utf-8'}


def _elements(data):
    """Lists the (tag, content) of elements in a row."""
    out = []
    at = 0
    while at < len(data):
        tag, size = data[at], data[at + 1]
        at += 2
        if size & 0x80:
            count = size & 0x7F
            size = int.from_bytes(data[at : at + count], 'big')
            at += count
        out.append((tag, data[at : at + size]))
        at += size
    return out


def _identifier(content):
    """The text of an object identifier."""
    numbers, value = [], 0
    for byte in content:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return '.'.join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))


def _text(tag, content):
    return content.decode(_ENCODINGS.get(tag, 'latin-1'), 'replace')


def _name(content):
    """A distinguished name as tuple of tuples of (attribute, value)."""
    out = []
    for _, group in _elements(content):
        pairs = []
        for _, pair in _elements(group):
            (_, attribute), (tag, value) = _elements(pair)
            attribute = _identifier(attribute)
            pairs.append((_NAMES.get(attribute, attribute), _text(tag, value)))
        out.append(tuple(pairs))
    return tuple(out)


def _time(tag, content):
    text = content.decode('ascii')
    if tag == 23:
        text = ('19' if text[:2] >= '50' else '20') + text
    month = _MONTHS[int(text[4:6]) - 1]
    return f'{month} {int(text[6:8]):2} {text[8:10]}:{text[10:12]}:{text[12:14]} {text[:4]} GMT'


def _address(content):
    if len(content) == 4:
        return '.'.join(map(str, content))
    if len(content) == 16:
        return ':'.join(f'{content[i] << 8 | content[i + 1]:X}' for i in range(0, 16, 2))
    return '<invalid>'


def _general_name(tag, content):
    kind = tag & 0x1F
    if kind == 1:
        return 'email', _text(0, content)
    if kind == 2:
        return 'DNS', _text(0, content)
    if kind == 4:
        return 'DirName', _name(_elements(content)[0][1])
    if kind == 6:
        return 'URI', _text(0, content)
    if kind == 7:
        return 'IP Address', _address(content)
    if kind == 8:
        return 'Registered ID', _identifier(content)
    return ('othername', 'X400Name', '', '', '', 'EdiPartyName')[kind], '<unsupported>'


def _locations(content, method):
    """The addresses of an extension of access to the authority."""
    out = []
    for _, description in _elements(content):
        (_, kind), (tag, place) = _elements(description)
        if _identifier(kind) == method and tag == 0x86:
            out.append(_text(0, place))
    return tuple(out)


def _points(content):
    """The addresses of lists of revocations."""
    out = []
    for _, point in _elements(content):
        for tag, part in _elements(point):
            if tag == 0xA0:
                for kind, full in _elements(part):
                    if kind == 0xA0:
                        out += [_text(0, uri) for form, uri in _elements(full) if form == 0x86]
    return tuple(out)


def _decoded(der):
    """What getpeercert() says of a certificate, as dict."""
    parts = _elements(_elements(_elements(der)[0][1])[0][1])
    version = 1
    if parts[0][0] == 0xA0:
        version = _elements(parts.pop(0)[1])[0][1][0] + 1
    serial = parts[0][1].lstrip(b'\0').hex().upper() or '00'
    before, after = _elements(parts[3][1])
    result = {
        'subject': _name(parts[4][1]),
        'issuer': _name(parts[2][1]),
        'version': version,
        'serialNumber': serial,
        'notBefore': _time(*before),
        'notAfter': _time(*after),
    }
    found = {}
    for tag, content in parts[6:]:
        if tag == 0xA3:
            for _, extension in _elements(_elements(content)[0][1]):
                fields = _elements(extension)
                found[_identifier(fields[0][1])] = _elements(fields[-1][1])[0][1]
    if '2.5.29.17' in found:
        result['subjectAltName'] = tuple(_general_name(*name) for name in _elements(found['2.5.29.17']))
    access = found.get('1.3.6.1.5.5.7.1.1', b'')
    for key, places in (
        ('OCSP', _locations(access, '1.3.6.1.5.5.7.48.1')),
        ('caIssuers', _locations(access, '1.3.6.1.5.5.7.48.2')),
        ('crlDistributionPoints', _points(found.get('2.5.29.31', b''))),
    ):
        if places:
            result[key] = places
    return result
