"""Strings that grow, are joined, cut, replaced and changed character by character."""


def caesar(text, shift):
    out = ''
    for c in text:
        if 'a' <= c <= 'z':
            c = chr((ord(c) - 97 + shift) % 26 + 97)
        out += c
    return out


def run():
    text = 'the quick brown fox jumps over the lazy dog; '
    long = ''.join(text for _ in range(40))
    for shift in range(1, 60):
        long = caesar(long, shift)
    pieces = []
    for i in range(26_000):
        pieces.append(str(i))
        pieces.append(long[i % 100 : i % 100 + 3].upper())
    joined = '-'.join(pieces)
    return len(joined), joined.count('QU'), joined.replace('-', '')[5000:5020], long[:20]


EXPECTED = (248889, 0, 'EM852EM 853M D854 DT', 'vjg swkem dtqyp hqz ')
