"""The modules bz2 and lzma: what they make, and what they say of wrong data."""
import bz2, copy, io, lzma, os, pickle, shutil, tarfile, zipfile, zlib
def state(d): return d.needs_input, d.eof, d.unused_data

# ---- bz2
for data in b'', b'a', b'hello ' * 50, b'x' * 254 + b'y' * 256: print(bz2.compress(data))
# expect: b'BZh9\x17rE8P\x90\x00\x00\x00\x00'
# expect: b'BZh91AY&SY\x19\x93\x9bk\x00\x00\x00\x01\x00 \x00 \x00!\x18F\x82\xeeH\xa7\n\x12\x032sm`'
# expect: b'BZh91AY&SY\x0f\xf4\xc9\xdc\x00\x00J\x91\x00@\x00\x02D\xa0\x00 \xa5F\x06h5\x16"\xfa,E\xa4\\.\xe4\x8ap\xa1 \x1f\xe9\x93\xb8'
# expect: b'BZh91AY&SY*\xdck\xb8\x00\x00\x00\x00\x80\x80`\x00\x18 \x00!\x9ah3M\x02\xabS\x8b\xb9"\x9c(H\x15n5\xdc\x00'
packed = bz2.compress(b'hello' * 100) + b'rest'
d = bz2.BZ2Decompressor()
print(d.decompress(packed[:7], 10), state(d))  # expect: b'' (True, False, b'')
print(d.decompress(packed[7:], 10), state(d))  # expect: b'hellohello' (False, False, b'')
print(d.decompress(b'', 0), state(d))  # expect: b'' (False, False, b'')
print(len(d.decompress(b'', max_length=100)), state(d))  # expect: 100 (False, False, b'')
print(len(d.decompress(b'')), state(d))  # expect: 390 (False, True, b'rest')
d.decompress(b'')  # expect error: EOFError: End of stream already reached
d.decompress('')  # expect error: TypeError: a bytes-like object is required, not 'str'
def by_bytes(d, data): return b''.join(d.decompress(data[i : i + 1]) for i in range(len(data)))
print(by_bytes(bz2.BZ2Decompressor(), bz2.compress(b'hello' * 5)))  # expect: b'hellohellohellohellohello'
print(bz2.decompress(bz2.compress(b'one, ') + bz2.compress(b'two') + b'junk'))  # expect: b'one, two'
bz2.decompress(packed[:20])  # expect error: ValueError: Compressed data ended before the end-of-stream marker was reached
bz2.decompress(b'BZh9')  # expect error: ValueError: Compressed data ended before the end-of-stream marker was reached
bz2.BZ2Decompressor().decompress(b'A')  # expect error: OSError: Invalid data stream
bz2.BZ2Decompressor().decompress(b'BZh0')  # expect error: OSError: Invalid data stream
damaged = bytearray(packed)
damaged[14] ^= 1
bz2.BZ2Decompressor().decompress(damaged)  # expect error: OSError: Invalid data stream
bz2.BZ2Compressor(0)  # expect error: ValueError: compresslevel must be between 1 and 9
bz2.BZ2Compressor(compresslevel=3)  # expect error: TypeError: BZ2Compressor() takes no keyword arguments
bz2.BZ2Compressor('a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
bz2.BZ2Decompressor(3)  # expect error: TypeError: BZ2Decompressor() takes no positional arguments
c = bz2.BZ2Compressor(1)
print(c.compress(b'abc'), c.flush())  # expect: b'' b'BZh11AY&SYd\x8c\xbbs\x00\x00\x00\x01\x008\x00 \x00!\x98\x19\x84aw$S\x85\t\x06H\xcb\xb70'
c.flush()  # expect error: ValueError: Repeated call to flush()
c.compress(b'')  # expect error: ValueError: Compressor has been flushed
copy.copy(c)  # expect error: TypeError: cannot pickle '_bz2.BZ2Compressor' object
pickle.dumps(d)  # expect error: TypeError: cannot pickle '_bz2.BZ2Decompressor' object
with bz2.open(io.BytesIO(bz2.compress(b'one\ntwo\n') + bz2.compress(b'three\n')), 'rt') as f: print(f.readlines())  # expect: ['one\n', 'two\n', 'three\n']

# ---- lzma
chain = [{'id': lzma.FILTER_DELTA, 'dist': 4}, {'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2}]
for f, options in (lzma.FORMAT_XZ, {}), (lzma.FORMAT_ALONE, {}), (lzma.FORMAT_RAW, {'filters': chain}), (lzma.FORMAT_XZ, {'check': lzma.CHECK_SHA256, 'preset': 0}): print([lzma.compress(data, f, **options) for data in (b'', b'hello ' * 50)])  # not saved: compressors of XZ for Java do not give their state
# expect: [b'\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4F\x00\x00\x00\x00\x1c\xdfD!\x1f\xb6\xf3}\x01\x00\x00\x00\x00\x04YZ', b'\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4F\x02\x00!\x01\x16\x00\x00\x00t/\xe5\xa3\xe0\x01+\x00\x0e]\x004\x19I\xee\x8d\xe9_\xc1\xf0\xb2\x15\x94\x00\x00\x00\x00\x00\xdep\x9aX\x85\xe3E\xe0\x00\x01*\xac\x02\x00\x00\x00\x91H\xbcz\xb1\xc4g\xfb\x02\x00\x00\x00\x00\x04YZ']
# expect: [b']\x00\x00\x80\x00\xff\xff\xff\xff\xff\xff\xff\xff\x00\x83\xff\xfb\xff\xff\xc0\x00\x00\x00', b']\x00\x00\x80\x00\xff\xff\xff\xff\xff\xff\xff\xff\x004\x19I\xee\x8d\xe9_\xc1\xf0\xb29\x90\xb3\xff\xff\xef\x14\x80\x00']
# expect: [b'\x00', b'\xe0\x01+\x00\x12]\x004\x19I\xee\x1cKd(R\xa4\xe4\x08!j\x860\x00\x00\x00']
# expect: [b'\xfd7zXZ\x00\x00\n\xe1\xfb\x0c\xa1\x00\x00\x00\x00\x1c\xdfD!\x18\x9bK\x9a\x01\x00\x00\x00\x00\nYZ', b'\xfd7zXZ\x00\x00\n\xe1\xfb\x0c\xa1\x02\x00!\x01\x0c\x00\x00\x00\x8f\x98A\x9c\xe0\x01+\x00\x0e]\x004\x19I\xdb\x85\\h\x7f\x1b\xbbAi`\x00\x00\x00\x00`\x8e\x16\x0eY\x15\xcc\x98V^\t\x1c+NN\xca\xe7\xc6=\x82\x13\x1f\xa4\x19yy\x88\x17\xa7\xd9K\xa2\x00\x01B\xac\x02\x00\x00\x00\xa6\xc5\x1b\x9e\xb6\xe9\xdf\x1c\x02\x00\x00\x00\x00\nYZ']
packed = lzma.compress(b'hello' * 100) + b'rest'  # not saved: compressors of XZ for Java do not give their state
d = lzma.LZMADecompressor()
print(d.check, d.decompress(packed[:20], 10), d.check, state(d))  # expect: 16 b'' 4 (True, False, b'')
print(d.decompress(packed[20:], 10), state(d))  # expect: b'hellohello' (False, False, b'')
print(len(d.decompress(b'', max_length=100)), state(d))  # expect: 100 (False, False, b'')
print(len(d.decompress(b'')), state(d))  # expect: 390 (False, True, b'rest')
d.decompress(b'')  # expect error: EOFError: Already at end of stream
for f in lzma.FORMAT_XZ, lzma.FORMAT_ALONE: print(by_bytes(lzma.LZMADecompressor(), lzma.compress(b'hello' * 5, f)))  # not saved: compressors of XZ for Java do not give their state
# expect: b'hellohellohellohellohello'
# expect: b'hellohellohellohellohello'
print(lzma.decompress(lzma.compress(b'one, ') + b'\0\0\0\0' + lzma.compress(b'two', lzma.FORMAT_ALONE) + b'junk'))  # not saved: compressors of XZ for Java do not give their state  # expect: b'one, '
lzma.decompress(packed[:20])  # expect error: LZMAError: Compressed data ended before the end-of-stream marker was reached
d = lzma.LZMADecompressor()
d.decompress(b'what is this? no xz')  # expect error: LZMAError: Input format not supported by decoder
d.decompress(b'')  # expect error: LZMAError: Internal error
damaged = bytearray(packed)
damaged[30] ^= 1
lzma.LZMADecompressor().decompress(damaged)  # expect error: LZMAError: Corrupt input data
lzma.decompress(packed, memlimit=1 << 20)  # expect error: LZMAError: Memory usage limit exceeded
lzma.LZMADecompressor(9)  # expect error: ValueError: Invalid container format: 9
lzma.LZMADecompressor(lzma.FORMAT_RAW)  # expect error: ValueError: Must specify filters for FORMAT_RAW
lzma.LZMADecompressor(filters=[])  # expect error: ValueError: Cannot specify filters except with FORMAT_RAW
lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[])  # expect error: LZMAError: Internal error
lzma.LZMADecompressor(lzma.FORMAT_RAW, memlimit=3)  # expect error: ValueError: Cannot specify memory limit with FORMAT_RAW
lzma.LZMADecompressor(memlimit=-3)  # expect error: OverflowError: can't convert negative int to unsigned
lzma.LZMADecompressor(memlimit='a')  # expect error: TypeError: an integer is required
lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[{'id': lzma.FILTER_DELTA}])  # expect error: LZMAError: Invalid or unsupported options
lzma.LZMACompressor(9)  # expect error: ValueError: Invalid container format: 9
lzma.LZMACompressor(lzma.FORMAT_RAW)  # expect error: ValueError: Must specify filters for FORMAT_RAW
lzma.LZMACompressor(lzma.FORMAT_ALONE, lzma.CHECK_CRC32)  # expect error: ValueError: Integrity checks are only supported by FORMAT_XZ
lzma.LZMACompressor(preset=6, filters=[])  # expect error: ValueError: Cannot specify both preset and filter chain
lzma.LZMACompressor(filters=[])  # expect error: LZMAError: Internal error
lzma.LZMACompressor(filters=3)  # expect error: TypeError: object of type 'int' has no len()
lzma.LZMACompressor(filters=[3])  # expect error: TypeError: Filter specifier must be a dict or dict-like object
lzma.LZMACompressor(filters={0: {'id': lzma.FILTER_LZMA2}})  # expect error: TypeError: dict is not a sequence
lzma.LZMACompressor(filters=[{}])  # expect error: ValueError: Filter specifier must have an "id" entry
lzma.LZMACompressor(filters=[{'id': 99}])  # expect error: ValueError: Invalid filter ID: 99
lzma.LZMACompressor(filters=[{'id': 'x'}])  # expect error: TypeError: an integer is required
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'foo': 1}])  # expect error: ValueError: Invalid filter specifier for LZMA filter
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'lc': -1}])  # expect error: ValueError: Invalid filter specifier for LZMA filter
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'lc': 9}])  # expect error: LZMAError: Invalid or unsupported options
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'preset': 99}])  # expect error: LZMAError: Invalid compression preset: 99
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2}] * 5)  # expect error: ValueError: Too many filters - liblzma supports a maximum of 4
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA1}])  # expect error: LZMAError: Internal error
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_DELTA, 'x': 0}])  # expect error: ValueError: Invalid filter specifier for delta filter
lzma.LZMACompressor(filters=[{'id': lzma.FILTER_X86, 'x': 0}])  # expect error: ValueError: Invalid filter specifier for BCJ filter
lzma.LZMACompressor(lzma.FORMAT_ALONE, filters=[{'id': lzma.FILTER_LZMA2}])  # expect error: ValueError: Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter
lzma.LZMACompressor(preset=99)  # expect error: LZMAError: Invalid or unsupported options
lzma.LZMACompressor(preset=-1)  # expect error: OverflowError: can't convert negative int to unsigned
lzma.LZMACompressor(preset=1 << 40)  # expect error: OverflowError: Value too large for uint32_t type
lzma.LZMACompressor(check=99)  # expect error: LZMAError: Internal error
lzma.LZMACompressor(check=3)  # expect error: LZMAError: Unsupported integrity check
def twice(f):
    c = lzma.LZMACompressor()
    f(c)
    c.flush()
    f(c)
twice(lambda c: c.flush())  # not saved: compressors of XZ for Java do not give their state  # expect error: ValueError: Repeated call to flush()
twice(lambda c: c.compress(b''))  # not saved: compressors of XZ for Java do not give their state  # expect error: ValueError: Compressor has been flushed
pickle.dumps(lzma.LZMACompressor())  # expect error: TypeError: cannot pickle '_lzma.LZMACompressor' object
print([i for i in range(-1, 18) if lzma.is_check_supported(i)])  # expect: [0, 1, 4, 10]
for f in {'id': lzma.FILTER_LZMA1, 'lc': 1}, {'id': lzma.FILTER_LZMA2, 'dict_size': 5000}, {'id': lzma.FILTER_DELTA, 'dist': 7}, {'id': lzma.FILTER_ARM, 'start_offset': 8}: p = lzma._encode_filter_properties(f); print(p, lzma._decode_filter_properties(f['id'], p))
# expect: b'[\x00\x00\x80\x00' {'id': 4611686018427387905, 'lc': 1, 'lp': 0, 'pb': 2, 'dict_size': 8388608}
# expect: b'\x01' {'id': 33, 'dict_size': 6144}
# expect: b'\x06' {'id': 3, 'dist': 7}
# expect: b'\x08\x00\x00\x00' {'id': 7, 'start_offset': 8}
lzma._encode_filter_properties({'id': lzma.FILTER_DELTA, 'dist': 257})  # expect error: LZMAError: Internal error
lzma._decode_filter_properties(lzma.FILTER_LZMA2, b'\x29')  # expect error: LZMAError: Invalid or unsupported options
class Filter:
    def __getitem__(self, key): return {'id': 99}[key]
class Filters:
    def __len__(self): return 1
    def __getitem__(self, i): return Filter()
lzma.LZMACompressor(filters=Filters())  # expect error: ValueError: Invalid filter ID: 99
code = b''.join(b'\xe8' + i.to_bytes(4, 'little') + b'\xeb' * (i & 3) for i in range(-500, 500) if i >= 0) + b'\xe8\0\0\0'
for i in lzma.FILTER_X86, lzma.FILTER_POWERPC, lzma.FILTER_IA64, lzma.FILTER_ARM, lzma.FILTER_ARMTHUMB, lzma.FILTER_SPARC: print(lzma.decompress(lzma.compress(code, filters=[{'id': i, 'start_offset': 16}, {'id': lzma.FILTER_LZMA2}])) == code)  # not saved: compressors of XZ for Java do not give their state
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True

# ---- input in pieces: what the decompressor keeps is its own
for pack, d in (bz2.compress, bz2.BZ2Decompressor()), (lzma.compress, lzma.LZMADecompressor()), (zlib.compress, zlib._ZlibDecompressor()):
    text = bytes(range(256)) * 400
    packed, out = pack(text), b''
    for i in range(0, len(packed), 7):
        piece = bytearray(packed[i:i + 7])
        out += d.decompress(piece, 50)
        piece[:] = bytes(len(piece))
    while not d.eof: out += d.decompress(b'', 10_000)
    print(out == text, d.eof, d.unused_data)
# expect: True True b''
# expect: True True b''
# expect: True True b''
for pack, d in (bz2.compress, bz2.BZ2Decompressor()), (lzma.compress, lzma.LZMADecompressor()), (zlib.compress, zlib._ZlibDecompressor()): print(d.decompress(pack(b'a') + b'behind'), d.unused_data)
# expect: b'a' b'behind'
# expect: b'a' b'behind'
# expect: b'a' b'behind'

# ---- archives
folder = '/tmp/picklejar_archives_%d' % os.getpid()
def at(name): return folder + '/' + name
os.mkdir(folder)
with open(at('a'), 'w') as f: print(f.write('text' * 100))  # not saved: holds an open file  # expect: 400
for kind in 'bz2', 'xz':  # not saved: holds an open file
    with tarfile.open(at('t.tar.' + kind), 'w:' + kind) as t: t.add(at('a'), 'a')
    with tarfile.open(at('t.tar.' + kind)) as t: print(t.getnames(), t.extractfile('a').read(8))
    shutil.unpack_archive(at('t.tar.' + kind), at(kind))
    print(os.listdir(at(kind)))
# expect: ['a'] b'texttext'
# expect: ['a']
# expect: ['a'] b'texttext'
# expect: ['a']
for kind in zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA:  # not saved: holds an open file
    with zipfile.ZipFile(at('z.zip'), 'w', kind) as z: z.write(at('a'), 'a')
    with zipfile.ZipFile(at('z.zip')) as z: print(z.testzip(), z.read('a')[:8])
# expect: None b'texttext'
# expect: None b'texttext'
with lzma.open(at('a.xz'), 'wt') as f: print(f.write('one\ntwo\n'))  # not saved: holds an open file  # expect: 8
with lzma.open(at('a.xz'), 'at') as f: print(f.write('three\n'))  # not saved: holds an open file  # expect: 6
print(list(lzma.open(at('a.xz'), 'rt')))  # not saved: holds an open file  # expect: ['one\n', 'two\n', 'three\n']
shutil.rmtree(folder)  # not saved: holds an open directory
