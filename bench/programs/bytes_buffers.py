"""Bytes, bytearrays and io buffers: run lengths, a checksum table, lines, hex."""

import io


def table():
    out = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xEDB88320 if n & 1 else 0)
        out.append(n)
    return out


TABLE = table()


def crc(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = TABLE[(value ^ byte) & 0xFF] ^ value >> 8
    return value ^ 0xFFFFFFFF


def shrink(data):
    out = bytearray()
    i = 0
    while i < len(data):
        begin = i
        while i < len(data) and data[i] == data[begin] and i - begin < 255:
            i += 1
        out.append(i - begin)
        out.append(data[begin])
    return bytes(out)


def grow(data):
    return b''.join(data[i + 1 : i + 2] * data[i] for i in range(0, len(data), 2))


def run():
    data = bytes(i * i // 300 % 11 for i in range(60_000))
    small = shrink(data)
    back = grow(small)
    text = io.BytesIO(b'\n'.join(b'line %d %s' % (i, small[i : i + 8].hex().encode()) for i in range(4000)))
    lengths = sum(len(line.rstrip().split(b' ')[-1]) for line in text)
    return len(small), back == data, crc(data), lengths


EXPECTED = (109050, True, 46793930, 64000)
