"""Compressed data, bit by bit."""
import gzip, io, tarfile, zlib
data = zlib.compress(b'abc' * 1000)
def state(d): return d.needs_input, d.eof, d.unused_data
d = zlib._ZlibDecompressor()  # not saved: holds a compression object
print(d.decompress(data[:5], 10), state(d))  # not saved: holds a compression object  # expect: b'' (True, False, b'')
print(d.decompress(data[5:] + b'rest', 10), state(d))  # not saved: holds a compression object  # expect: b'abcabcabca' (False, False, b'')
print(d.decompress(b'', 0), state(d))  # not saved: holds a compression object  # expect: b'' (False, False, b'')
print(len(d.decompress(b'', max_length=100)), state(d))  # not saved: holds a compression object  # expect: 100 (False, False, b'')
print(len(d.decompress(b'')), state(d))  # not saved: holds a compression object  # expect: 2890 (False, True, b'rest')
d.decompress(b'')  # not saved: holds a compression object  # expect error: EOFError: End of stream already reached
del d  # not saved: holds a compression object
zlib._ZlibDecompressor().decompress(b'xx')  # not saved: holds a compression object  # expect error: error: Error -3 while decompressing data: incorrect header check
packed = gzip.compress(b'one\ntwo\n') + gzip.compress(b'three\n')
print(list(gzip.open(io.BytesIO(packed), 'rt')))  # not saved: holds a compression object  # expect: ['one\n', 'two\n', 'three\n']
file = io.BytesIO()
with tarfile.open(fileobj=file, mode='w:gz') as t: t.addfile(tarfile.TarInfo('empty'))  # not saved: holds a compression object
file.seek(0)
print(tarfile.open(fileobj=file).getnames())  # not saved: holds a compression object  # expect: ['empty']
