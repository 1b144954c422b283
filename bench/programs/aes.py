"""Bytes, tables and bit operations: AES-128 in its plainest form."""


def times_two(b):
    return (b << 1 ^ (0x1B if b & 0x80 else 0)) & 0xFF


def multiply(a, b):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = times_two(a)
        b >>= 1
    return product


def substitution():
    # Powers of 3, which are all elements of the field but 0; the inverse of 3 ** i is 3 ** (255 - i).
    powers = [1]
    while len(powers) < 255:
        powers.append(multiply(powers[-1], 3))
    box = bytearray(256)
    for value in range(256):
        inverse = powers[-powers.index(value) % 255] if value else 0
        result = 0x63
        for shift in range(5):
            result ^= (inverse << shift | inverse >> 8 - shift) & 0xFF
        box[value] = result
    return bytes(box)


def expand(key, box):
    words = [key[i : i + 4] for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = words[-1]
        if i % 4 == 0:
            word = bytes(box[b] for b in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = times_two(constant)
        words.append(bytes(a ^ b for a, b in zip(words[i - 4], word)))
    return [b''.join(words[i : i + 4]) for i in range(0, 44, 4)]


def mix(state):
    for i in range(0, 16, 4):
        a, b, c, d = state[i : i + 4]
        every = a ^ b ^ c ^ d
        state[i] = a ^ every ^ times_two(a ^ b)
        state[i + 1] = b ^ every ^ times_two(b ^ c)
        state[i + 2] = c ^ every ^ times_two(c ^ d)
        state[i + 3] = d ^ every ^ times_two(d ^ a)


def encrypt(block, keys, box):
    state = bytearray(a ^ b for a, b in zip(block, keys[0]))
    for number in range(1, 11):
        state = bytearray(box[state[(i + 4 * (i % 4)) % 16]] for i in range(16))
        if number < 10:
            mix(state)
        for i, k in enumerate(keys[number]):
            state[i] ^= k
    return bytes(state)


BOX = substitution()


def run():
    keys = expand(bytes.fromhex('2b7e151628aed2a6abf7158809cf4f3c'), BOX)
    first = encrypt(bytes.fromhex('3243f6a8885a308d313198a2e0370734'), keys, BOX)
    block = first
    for _ in range(550):
        block = encrypt(block, keys, BOX)
    return first.hex(), block.hex()


EXPECTED = ('3925841d02dc09fbdc118597196a0b32', '8bffc56a0983b9a6b6f7ab9d8dbd8a2d')
