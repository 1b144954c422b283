"""Compressed data, bit by bit."""
import copy, gzip, io, pickle, tarfile, zlib
data = zlib.compress(b'abc' * 1000)
def state(d): return d.needs_input, d.eof, d.unused_data
d = zlib._ZlibDecompressor()
print(d.decompress(data[:5], 10), state(d))  # expect: b'' (True, False, b'')
print(d.decompress(data[5:] + b'rest', 10), state(d))  # expect: b'abcabcabca' (False, False, b'')
print(d.decompress(b'', 0), state(d))  # expect: b'' (False, False, b'')
print(len(d.decompress(b'', max_length=100)), state(d))  # expect: 100 (False, False, b'')
print(len(d.decompress(b'')), state(d))  # expect: 2890 (False, True, b'rest')
d.decompress(b'')  # expect error: EOFError: End of stream already reached
zlib._ZlibDecompressor().decompress(b'xx')  # expect error: error: Error -3 while decompressing data: incorrect header check
zlib._ZlibDecompressor(7)  # expect error: ValueError: Invalid initialization option
copy.copy(d)  # expect error: TypeError: cannot pickle 'zlib._ZlibDecompressor' object
packed = gzip.compress(b'one\ntwo\n') + gzip.compress(b'three\n')
print(list(gzip.open(io.BytesIO(packed), 'rt')))  # expect: ['one\n', 'two\n', 'three\n']
file = io.BytesIO()
with tarfile.open(fileobj=file, mode='w:gz') as t: t.addfile(tarfile.TarInfo('empty'))
file.seek(0)
print(tarfile.open(fileobj=file).getnames())  # expect: ['empty']

# ---- compressobj
def pack(data, *args, **named):
    c = zlib.compressobj(*args, **named)
    return c.compress(data) + c.flush()
print(pack(b'a' * 10))  # expect: b'x\x9cKL\x84\x01\x00\x14\xe1\x03\xcb'
print(pack(b'a' * 10, 0))  # expect: b'x\x01\x01\n\x00\xf5\xffaaaaaaaaaa\x14\xe1\x03\xcb'
print(pack(b'a' * 10, 9, wbits=9))  # expect: b'\x18\xd3KL\x84\x01\x00\x14\xe1\x03\xcb'
print(pack(b'a' * 10, wbits=8))  # expect: b'\x18\x95KL\x84\x01\x00\x14\xe1\x03\xcb'
print(pack(b'a' * 10, wbits=-15))  # expect: b'KL\x84\x01\x00'
print(pack(b'a' * 10, 1, wbits=31))  # expect: b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x04\x03KL\x84\x01\x00\xf0\xcd\x11L\n\x00\x00\x00'
print(pack(b'a' * 10, strategy=zlib.Z_HUFFMAN_ONLY))  # expect: b'x\x01KLLLLLLLLL\x04\x00\x14\xe1\x03\xcb'
print(pack(b'abcabc', zdict=b'xabcx'))  # expect: b'x\xbb\x06E\x02\x17\x03b \x02\x00\x08\x0c\x02M'
lines = b''.join(b'%d %d\n' % (i, i * i) for i in range(3000))
print([len(pack(lines, 6, zlib.DEFLATED, 15, m)) for m in (1, 8, 9)])  # expect: [18425, 17435, 17435]
print([len(pack(lines, strategy=s)) for s in range(5)])  # expect: [17435, 16248, 16591, 16576, 23552]
c = zlib.compressobj()
print(c.compress(b'') + c.flush(zlib.Z_NO_FLUSH))  # expect: b'x\x9c'
print(c.compress(b'abc'), c.flush(zlib.Z_PARTIAL_FLUSH))  # expect: b'' b'JLJ\x06\x08'
print(c.compress(b'abc'), c.flush(zlib.Z_SYNC_FLUSH))  # expect: b'' b'\xa0\xc4\xa4d\x00\x00\x00\x00\xff\xff'
print(c.flush(zlib.Z_FULL_FLUSH), c.compress(b'abc'), c.flush(zlib.Z_BLOCK))  # expect: b'\x00\x00\x00\xff\xff' b'' b'JLJ\x06'
again = zlib.compressobj()
print(again.flush(zlib.Z_SYNC_FLUSH), again.flush(zlib.Z_SYNC_FLUSH))  # expect: b'x\x9c\x00\x00\x00\xff\xff' b''
twin, third = c.copy(), copy.deepcopy(c)
print(c.compress(b'abcabc') + c.flush())  # expect: b',\x11\x8c\x00-\xf5\x05\xbf'
print(twin.flush() == third.flush())  # expect: True
c.flush()  # expect error: error: Error -2 while flushing: inconsistent stream state
c.compress(b'')  # expect error: error: Error -2 while compressing data: inconsistent stream state
c.copy()  # expect error: ValueError: Inconsistent stream state
zlib.compressobj().flush(zlib.Z_TREES)  # expect error: error: Error -2 while flushing: inconsistent stream state
zlib.compressobj(10)  # expect error: ValueError: Invalid initialization option
zlib.compressobj(method=7)  # expect error: ValueError: Invalid initialization option
zlib.compressobj(wbits=-8)  # expect error: ValueError: Invalid initialization option
zlib.compressobj(memLevel=10)  # expect error: ValueError: Invalid initialization option
zlib.compressobj(strategy=5)  # expect error: ValueError: Invalid initialization option
zlib.compressobj(wbits=31, zdict=b'a')  # expect error: ValueError: Invalid dictionary
zlib.compressobj(zdict=None)  # expect error: TypeError: a bytes-like object is required, not 'NoneType'
zlib.compressobj(2**40)  # expect error: OverflowError: Python int too large to convert to C int
pickle.dumps(zlib.compressobj())  # expect error: TypeError: cannot pickle 'zlib.Compress' object
zlib.compress(b'', 10)  # expect error: error: Bad compression level
zlib.compress(b'', wbits=7)  # expect error: error: Bad compression level

# ---- decompressobj
def rest(d): return d.eof, d.unused_data, d.unconsumed_tail
a = zlib.compress(b'hello' * 10)
d = zlib.decompressobj()
print(d.decompress(a, 10), rest(d))  # expect: b'hellohello' (False, b'', b'\x00\x11j\x14\xc9')
twin = copy.copy(d)
print(d.flush(3), rest(d))  # expect: b'hellohellohellohellohellohellohellohello' (True, b'', b'')
print(d.flush(), rest(d))  # expect: b'' (True, b'', b'')
d.copy()  # expect error: ValueError: Inconsistent stream state
d.decompress(b'more')  # expect error: error: Error -2 while decompressing data: inconsistent stream state
print(rest(d))  # expect: (True, b'', b'more')
print(len(twin.decompress(twin.unconsumed_tail + b'un')), twin.decompress(b'used'), rest(twin))  # expect: 40 b'' (True, b'unused', b'used')
d = zlib.decompressobj()
d.decompress(b'xx')  # expect error: error: Error -3 while decompressing data: incorrect header check
d.decompress(b'yy')  # expect error: error: Error -3 while decompressing data: incorrect header check
print(d.flush(), rest(d))  # expect: b'' (False, b'', b'yy')
zlib.decompressobj().decompress(b'', -1)  # expect error: ValueError: max_length must be non-negative
zlib.decompressobj().decompress(b'', 2**63)  # expect error: OverflowError: Python int too large to convert to C ssize_t
zlib.decompressobj().flush(0)  # expect error: ValueError: length must be greater than zero
zlib.decompressobj(7)  # expect error: ValueError: Invalid initialization option
zlib.decompressobj(zdict=5)  # expect error: TypeError: zdict argument must support the buffer protocol
pickle.dumps(zlib.decompressobj())  # expect error: TypeError: cannot pickle 'zlib.Decompress' object
z = pack(b'abcabc', zdict=b'abc')
print(zlib.decompressobj(zdict=b'abc').decompress(z))  # expect: b'abcabc'
zlib.decompressobj(zdict=b'abd').decompress(z)  # expect error: error: Error -3 while setting zdict: invalid input data
zlib.decompressobj().decompress(z)  # expect error: error: Error 2 while decompressing data

# ---- decompress
print(zlib.decompress(a + b'rest', bufsize=0) == zlib.decompress(a, 0) == zlib.decompress(a, 47) == b'hello' * 10)  # expect: True
zlib.decompress(a[:-1])  # expect error: error: Error -5 while decompressing data: incomplete or truncated stream
zlib.decompress(a, 14)  # expect error: error: Error -3 while decompressing data: invalid window size
zlib.decompress(a[:-1] + b'x')  # expect error: error: Error -3 while decompressing data: incorrect data check
zlib.decompress(a, 7)  # expect error: error: Error -2 while preparing to decompress data: inconsistent stream state
zlib.decompress(a, 15, -1)  # expect error: ValueError: bufsize must be non-negative
g = gzip.compress(b'hello', mtime=0)
print(zlib.decompress(g, 31), zlib.decompress(g, 32))  # expect: b'hello' b'hello'
zlib.decompress(g)  # expect error: error: Error -3 while decompressing data: incorrect header check
zlib.decompress(g[:-8] + bytes(8), 31)  # expect error: error: Error -3 while decompressing data: incorrect data check
zlib.decompress(g[:-4] + bytes(4), 31)  # expect error: error: Error -3 while decompressing data: incorrect length check
zlib.decompress(g[:3] + b'\xff' + g[4:], 31)  # expect error: error: Error -3 while decompressing data: unknown header flags set
zlib.decompress(b'\x07', -15)  # expect error: error: Error -3 while decompressing data: invalid block type
zlib.decompress(b'\x03\x02', -15)  # expect error: error: Error -3 while decompressing data: invalid distance too far back
zlib.decompress(b'\x01\x01\x00\x01\x00', -15)  # expect error: error: Error -3 while decompressing data: invalid stored block lengths
print(zlib.crc32(b'penguin', 1), zlib.crc32(b'', 432), zlib.crc32(b'a', -1), zlib.crc32(b'a' * 1000, 5))  # expect: 1136044692 432 3310005809 455482449
print(zlib.adler32(b'penguin', 0), zlib.adler32(b'', 432), zlib.adler32(b'a', 2**70), zlib.adler32(b'a' * 1000, 5))  # expect: 198116086 432 6357089 159873788
