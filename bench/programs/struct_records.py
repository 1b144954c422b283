"""struct: records packed, unpacked and iterated; bytes and memoryview."""

import struct

RECORD = struct.Struct('<IhB3sdq')


def checksum(data):
    total = 0
    for byte in data:
        total = (total * 31 + byte) & 0xFFFFFFFF
    return total


def run():
    buffer = bytearray(RECORD.size * 15_000)
    for i in range(15_000):
        RECORD.pack_into(buffer, i * RECORD.size, i, i % 1000 - 500, i % 256, b'abc', i / 4, -i * 1_000_000)
    total = 0
    for number, small, byte, text, ratio, big in RECORD.iter_unpack(buffer):
        total += number + small + byte + len(text) + int(ratio) + big
    header = b''.join(struct.pack('>HHI', 0xCAFE, i, i * i) for i in range(12_000))
    view = memoryview(header)
    for offset in range(0, len(header), 8):
        magic, i, square = struct.unpack_from('>HHI', view, offset)
        total += square - i
    return total, checksum(buffer[:200_000]), int.from_bytes(view[8:16], 'big')


EXPECTED = (-111916501439904, 3073670516, 14627128644040916993)
