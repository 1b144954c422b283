"""Opening, reading and writing files."""
import io, os, tempfile
d = tempfile.mkdtemp()  # not saved: holds an open file, or a lock of the library
name = os.path.join(d, 'a.txt')
with open(name, 'w') as f: print(f.write('one\nzwei: \u00fc\n'), f.mode, f.encoding, f.closed)  # not saved: holds an open file, or a lock of the library  # expect: 12 w UTF-8 False
with open(name) as f: print(f.readline().strip(), f.tell(), f.read().encode())  # not saved: holds an open file, or a lock of the library  # expect: one 4 b'zwei: \xc3\xbc\n'
with open(name) as f: print([line for line in f])  # not saved: holds an open file, or a lock of the library  # expect: ['one\n', 'zwei: ü\n']
with open(name, 'rb') as f: print(f.read(3), f.tell(), f.seek(-2, 2), f.read(), type(f).__name__, type(f.raw).__name__)  # not saved: holds an open file, or a lock of the library  # expect: b'one' 3 11 b'\xbc\n' BufferedReader FileIO
with open(name, 'a+', newline='') as f: print(f.write('x\r\ny\r'), f.seek(0), f.readlines())  # not saved: holds an open file, or a lock of the library  # expect: 5 0 ['one\n', 'zwei: ü\n', 'x\r\n', 'y\r']
with open(name) as f: print(f.readlines(), f.newlines)  # not saved: holds an open file, or a lock of the library  # expect: ['one\n', 'zwei: ü\n', 'x\n', 'y\n'] ('\r', '\n', '\r\n')
with open(name, newline='\r') as f: print(len(f.readline()))  # not saved: holds an open file, or a lock of the library  # expect: 14
with open(name, 'r+') as f: print(f.read(2), f.seek(4), f.truncate(), f.read())  # not saved: holds an open file, or a lock of the library  # expect: on 4 4 
print(os.path.getsize(name))  # not saved: holds an open file, or a lock of the library  # expect: 4
with open(name, 'w', encoding='utf-16') as f: print(f.write('ab'), f.write('c'))  # not saved: holds an open file, or a lock of the library  # expect: 2 1
print(open(name, 'rb').read())  # not saved: holds an open file, or a lock of the library  # expect: b'\xff\xfea\x00b\x00c\x00'
print(open(name, encoding='utf-16').read())  # not saved: holds an open file, or a lock of the library  # expect: abc
open(name).read()  # not saved: holds an open file, or a lock of the library  # expect error: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
with open(name, 'wb') as f: f.write(b'caf\xe9')  # not saved: holds an open file, or a lock of the library
print(open(name, encoding='latin-1').read(), open(name, errors='replace').read() == 'caf\ufffd', open(name, errors='ignore').read())  # not saved: holds an open file, or a lock of the library  # expect: café True caf
print(open(name, errors='surrogateescape').read().encode('utf-8', 'surrogateescape'))  # not saved: holds an open file, or a lock of the library  # expect: b'caf\xe9'
open(name, 'w', encoding='ascii').write('\u00e9')  # not saved: holds an open file, or a lock of the library  # expect error: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
open(name, 'rw')  # not saved: holds an open file, or a lock of the library  # expect error: ValueError: must have exactly one of create/read/write/append mode
open(name, 'rb', encoding='utf-8')  # not saved: holds an open file, or a lock of the library  # expect error: ValueError: binary mode doesn't take an encoding argument
open('/nonexistent/file')  # not saved: holds an open file, or a lock of the library  # expect error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/file'
open('/dev/null', 'x')  # not saved: holds an open file, or a lock of the library  # expect error: FileExistsError: [Errno 17] File exists: '/dev/null'
open(d, 'w').write('x') if False else None  # not saved: holds an open file, or a lock of the library
f = open(name, 'w')  # not saved: holds an open file, or a lock of the library
f.read()  # not saved: holds an open file, or a lock of the library  # expect error: UnsupportedOperation: not readable
f.close()  # not saved: holds an open file, or a lock of the library
f.write('x')  # not saved: holds an open file, or a lock of the library  # expect error: ValueError: I/O operation on closed file.
print(f.close(), f.closed)  # not saved: holds an open file, or a lock of the library  # expect: None True
print(open(os.open(name, os.O_RDONLY), closefd=True).read() == '')  # not saved: holds an open file, or a lock of the library  # expect: True
print(open(name, 'w', opener=lambda p, flags: os.open(p, flags)).write('opened'), open(name).read())  # not saved: holds an open file, or a lock of the library  # expect: 6 opened
with open(name, 'r+b') as f: print(f.read(2), f.write(b'XY'), f.seek(0), f.read(), f.peek())  # not saved: holds an open file, or a lock of the library  # expect: b'op' 2 0 b'opXYed' b''
with open(name, 'w+b', buffering=0) as f: print(f.write(b'raw'), f.seek(1), f.read(), f.mode, f.closefd)  # not saved: holds an open file, or a lock of the library  # expect: 3 1 b'aw' rb+ True
with open(name, 'w') as f: print('a', 'b', sep='-', end='!', file=f)  # not saved: holds an open file, or a lock of the library
print(repr(open(name).read()))  # not saved: holds an open file, or a lock of the library  # expect: 'a-b!'
with open(name, 'w') as f: f.writelines(f'{i}\n' for i in range(3))  # not saved: holds an open file, or a lock of the library
with open(name) as f: print([next(f), f.readline(), list(f), f.read()])  # not saved: holds an open file, or a lock of the library  # expect: ['0\n', '1\n', ['2\n'], '']
with open(name) as f: print(f.read(1), f.tell(), f.seek(f.tell()), f.read(1).strip(), f.seek(0, 2), f.tell())  # not saved: holds an open file, or a lock of the library  # expect: 0 1 1  6 6
with open(name, 'w', encoding='utf-8') as f: f.write('\u00e4\u00f6\u00fc\n\u20ac\n')  # not saved: holds an open file, or a lock of the library
with open(name, encoding='utf-8') as f: print([f.read(2), f.tell(), f.read(2), f.seek(4), ascii(f.read())])  # not saved: holds an open file, or a lock of the library  # expect: ['äö', 4, 'ü\n', 4, "'\\xfc\\n\\u20ac\\n'"]
import shutil
print(shutil.rmtree(d), os.path.exists(d))  # not saved: holds an open file, or a lock of the library  # expect: None False
