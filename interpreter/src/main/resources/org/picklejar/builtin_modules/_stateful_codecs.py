"""
Codes in which some bytes say what others mean: ISO 2022 and HZ. Where a text stands in one is an int: the sets G0 to G3 in its bytes
(the last byte of the sequence that chooses one, with the highest bit for sets of two bytes), above them flags.
"""

import _multibyte_tables as _tables

_ESC, _SO, _SI = 0x1B, 0x0E, 0x0F
_ASCII, _ROMAN, _KANA = ord('B'), ord('J'), ord('I')
_JIS_1978, _JIS_1983, _JIS_0212, _KS = (ord(c) | 0x80 for c in '@BDC')
_SHIFTED, _THROUGH = 1 << 32, 1 << 33
_MOST_ESCAPE = 16

# Which sets a code has, in the order in which they are tried for a character.
_SETS = {
    'iso2022_jp': (_JIS_1983, _ROMAN, _JIS_1978),
    'iso2022_jp_1': (_JIS_1983, _JIS_0212, _ROMAN, _JIS_1978),
    'iso2022_jp_ext': (_JIS_1983, _JIS_0212, _ROMAN, _KANA, _JIS_1978),
    'iso2022_kr': (_KS,),
}
NAMES = (*_SETS, 'hz')


def beginning(name, decodes):
    """The state in which a text begins."""
    return 0 if name == 'hz' else 0x424242 if decodes else 0x4242


def decode(name, data, at, state):
    """(text, where it ends, how many bytes are wrong there, state): as _multibyte_tables.decode has it, and the state there."""
    return (_decode_hz if name == 'hz' else _decode_iso)(name, data, at, state)


def encode(name, text, at, state):
    """(bytes, where the character stands that has no code, state)."""
    return (_encode_hz if name == 'hz' else _encode_iso)(name, text, at, state)


def end(name, state):
    """(bytes that end a text, state after them)."""
    if name == 'hz':
        return (b'~}', 0) if state else (b'', 0)
    out = b''
    if state & _SHIFTED:
        out = bytes((_SI,))
        state ^= _SHIFTED
    if state & 0xFF != _ASCII:
        out += b'\x1b(B'
        state = state & ~0xFF | _ASCII
    return out, state


def _pair(table, first, second):
    """The character of two bytes of seven bits, or None."""
    if not (0x21 <= first < 0x7F and 0x21 <= second < 0x7F):
        return None
    text, at, bad = _tables.decode(table, bytes((first | 0x80, second | 0x80)), 0)
    return None if bad else text


def _of(chosen, data, at):
    """The character of a set that begins at a byte, or None, and how many bytes it has."""
    c = data[at]
    if chosen == _ROMAN:
        return {0x5C: '\xa5', 0x7E: '\u203e'}.get(c, chr(c)), 1
    if chosen == _KANA:
        return chr(0xFF40 + c) if 0x21 <= c <= 0x5F else None, 1
    if chosen == _JIS_0212:
        second = data[at + 1]
        if not (0x21 <= c < 0x7F and 0x21 <= second < 0x7F):
            return None, 2
        text, _, bad = _tables.decode('euc_jp', bytes((0x8F, c | 0x80, second | 0x80)), 0)
        return None if bad else text, 2
    # EUC-KR has a use of its own for the filler among the letters of Hangul, CP949 has not.
    return _pair('cp949' if chosen == _KS else 'euc_jp', c, data[at + 1]), 2


def _decode_iso(name, data, at, state):
    out = []
    shifts = name == 'iso2022_kr'
    while at < len(data):
        c = data[at]
        if state & _THROUGH:
            if c == ord('@') or ord('A') <= c <= ord('Z'):
                state ^= _THROUGH
            out.append(chr(c))
            at += 1
        elif c == _ESC:
            if at + 1 == len(data):
                return ''.join(out), at, -1, state
            if data[at + 1] in b'()$.&':
                length, state = _escape(name, data, at, state)
                if length <= 0:
                    return ''.join(out), at, -length or -1, state
                at += length
            else:
                out.append('\x1b')
                state |= _THROUGH
                at += 1
        elif c == _SO and shifts:
            state |= _SHIFTED
            at += 1
        elif c == _SI and shifts:
            state &= ~_SHIFTED
            at += 1
        elif c < 0x20:
            if c == 0x0A:
                state &= ~_SHIFTED
            out.append(chr(c))
            at += 1
        elif c >= 0x80:
            return ''.join(out), at, 1, state
        else:
            chosen = (state >> 8 if state & _SHIFTED else state) & 0xFF
            if chosen == _ASCII:
                out.append(chr(c))
                at += 1
                continue
            if chosen & 0x80 and at + 1 == len(data):
                return ''.join(out), at, -1, state
            character, length = _of(chosen, data, at)
            if character is None:
                return ''.join(out), at, length, state
            out.append(character)
            at += length
    return ''.join(out), at, 0, state


def _escape(name, data, at, state):
    """The length of an escape sequence, and the state behind it. A length below zero is that of a wrong one; 0: it is not complete."""
    jis = name != 'iso2022_kr'
    i = at + 1
    while True:
        if i >= len(data):
            return 0, state
        if i - at >= _MOST_ESCAPE:
            return -1, state
        if jis and data[i : i + 2] == b'&@':
            i += 2
        elif data[i] == ord('@') or ord('A') <= data[i] <= ord('Z'):
            break
        i += 1
    sequence = data[at : i + 1]
    length = len(sequence)
    place = None
    if length == 3 and sequence[1] in b'$()':
        chosen = sequence[2] | (0x80 if sequence[1] == ord('$') else 0)
        place = 1 if sequence[1] == ord(')') else 0
    elif length == 4 and sequence[1] == ord('$') and sequence[2] in b'()':
        chosen = sequence[3] | 0x80
        place = 1 if sequence[2] == ord(')') else 0
    elif length == 6 and jis and sequence == b'\x1b&@\x1b$B':
        chosen, place = _JIS_1983, 0
    if place is None or chosen != _ASCII and chosen not in _SETS[name]:
        return -length, state
    return length, state & ~(0xFF << 8 * place) | chosen << 8 * place


def _bytes_of(chosen, c):
    """The bytes, of seven bits, of a character in a set, or None."""
    if chosen == _ROMAN:
        return {'\xa5': b'\\', '\u203e': b'~'}.get(c)
    if chosen == _KANA:
        return bytes((ord(c) - 0xFF40,)) if '\uff61' <= c <= '\uff9f' else None
    b, at = _tables.encode('euc_kr' if chosen == _KS else 'euc_jp', c, 0)
    if not at or chosen == _JIS_1978:
        return None
    if chosen == _JIS_0212:
        return bytes(i & 0x7F for i in b[1:]) if len(b) == 3 else None
    return bytes(i & 0x7F for i in b) if len(b) == 2 and b[0] > 0xA0 else None


def _encode_iso(name, text, at, state):
    out = []
    while at < len(text):
        c = text[at]
        if c < '\x80':
            before, state = end(name, state)
            out.append(before + c.encode())
            at += 1
            continue
        for chosen in _SETS[name]:
            b = _bytes_of(chosen, c)
            if b is not None:
                break
        else:
            break
        letter = bytes((chosen & 0x7F,))
        if chosen == _KS:
            if state >> 8 & 0xFF != chosen:
                out.append(b'\x1b$)' + letter)
                state = state & ~0xFF00 | chosen << 8
            if not state & _SHIFTED:
                out.append(bytes((_SO,)))
                state |= _SHIFTED
        elif state & 0xFF != chosen:
            out.append((b'\x1b(' if chosen < 0x80 else b'\x1b$' if letter in b'@AB' else b'\x1b$(') + letter)
            state = state & ~0xFF | chosen
        out.append(b)
        at += 1
    return b''.join(out), at, state


def _decode_hz(name, data, at, state):
    out = []
    while at < len(data):
        c = data[at]
        if c == ord('~'):
            if at + 1 == len(data):
                return ''.join(out), at, -1, state
            what = data[at + 1 : at + 2]
            if what == b'}' and state:
                state = 0
            elif what == b'{' and not state:
                state = 1
            elif what == b'~' and not state:
                out.append('~')
            elif what != b'\n' or state:
                return ''.join(out), at, 1, state
            at += 2
        elif c >= 0x80:
            return ''.join(out), at, 1, state
        elif not state:
            out.append(chr(c))
            at += 1
        elif at + 1 == len(data):
            return ''.join(out), at, -1, state
        else:
            character = _pair('gb2312', c, data[at + 1])
            if character is None:
                return ''.join(out), at, 1, state
            out.append(character)
            at += 2
    return ''.join(out), at, 0, state


def _encode_hz(name, text, at, state):
    out = []
    while at < len(text):
        c = text[at]
        if c < '\x80':
            out.append((b'~}' if state else b'') + (b'~~' if c == '~' else c.encode()))
            state = 0
        else:
            b, found = _tables.encode('gb2312', c, 0)
            if not found:
                break
            out.append((b'' if state else b'~{') + bytes(i & 0x7F for i in b))
            state = 1
        at += 1
    return b''.join(out), at, state
