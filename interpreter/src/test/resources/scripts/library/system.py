"""Files and processes through os."""
import os, stat, errno, tempfile
d = tempfile.mkdtemp()  # not saved: modules of the library keep their own state
p = os.path.join(d, 'f')
fd = os.open(p, os.O_CREAT | os.O_RDWR)  # not saved: modules of the library keep their own state
print(os.write(fd, b'hello'), os.lseek(fd, 0, 0), os.read(fd, 3), os.fstat(fd).st_size, os.close(fd))  # not saved: modules of the library keep their own state  # expect: 5 0 b'hel' 5 None
os.close(fd)  # expect error: OSError: [Errno 9] Bad file descriptor
print(os.listdir(d), [e.name for e in os.scandir(d)], [e.is_file() for e in os.scandir(d)])  # not saved: modules of the library keep their own state  # expect: ['f'] ['f'] [True]
os.mkdir(os.path.join(d, 'sub'))
os.mkdir(os.path.join(d, 'sub')) if not os.path.isdir(os.path.join(d, 'sub')) else None  # not saved: modules of the library keep their own state
print(os.path.isdir(os.path.join(d, 'sub')), os.path.isfile(p), os.path.exists(p + 'x'), os.access(p, os.R_OK))  # not saved: modules of the library keep their own state  # expect: True True False True
os.symlink('f', os.path.join(d, 'link'))
print(os.readlink(os.path.join(d, 'link')), os.path.islink(os.path.join(d, 'link')), stat.S_ISLNK(os.lstat(os.path.join(d, 'link')).st_mode))  # not saved: modules of the library keep their own state  # expect: f True True
os.chmod(p, 0o640)
print(oct(os.stat(p).st_mode), stat.filemode(os.stat(p).st_mode))  # expect: 0o100640 -rw-r-----
os.utime(p, (1, 2))
print(os.stat(p).st_mtime, os.stat(p).st_atime_ns, os.stat(p)[8])  # expect: 2.0 1000000000 2
os.rename(p, p + '2')
print(sorted(os.listdir(os.fsencode(d))))  # expect: [b'f2', b'link', b'sub']
os.stat('/nonexistent')  # expect error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
os.listdir('/nonexistent')  # expect error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
os.unlink('/')  # expect error: IsADirectoryError: [Errno 21] Is a directory: '/'
os.rmdir('/nonexistent')  # expect error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
os.stat(1.5)  # expect error: TypeError: stat: path should be string, bytes, os.PathLike or integer, not float
os.fspath(3)  # expect error: TypeError: expected str, bytes or os.PathLike object, not int
os.mkdir('a\0b')  # expect error: ValueError: mkdir: embedded null character in path
try: os.stat('/nonexistent')
except OSError as e: print(e.errno == errno.ENOENT, e.filename, e.strerror)  # expect: True /nonexistent No such file or directory
class Path:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
print(os.fspath(Path('x')), os.path.join(Path('a'), 'b'), os.stat(Path(d)).st_mode == os.stat(d).st_mode)  # expect: x a/b True
os.chdir(d)
print(os.getcwd() == os.path.realpath(d), os.path.abspath('x') == os.path.join(os.getcwd(), 'x'), open('f2').read())  # not saved: modules of the library keep their own state  # expect: True True hello
os.chdir('/')
os.environ['PICKLEJAR_TEST'] = 'v'
print(os.getenv('PICKLEJAR_TEST'), os.environb[b'PICKLEJAR_TEST'], os.environ.pop('PICKLEJAR_TEST'), 'PICKLEJAR_TEST' in os.environ)  # not saved: modules of the library keep their own state  # expect: v b'v' v False
r, w = os.pipe()
print(os.write(w, b'through'), os.close(w), os.read(r, 100), os.read(r, 100), os.close(r))  # expect: 7 None b'through' b'' None
print(os.strerror(2), os.name, os.sep, len(os.urandom(5)), os.cpu_count() > 0, os.waitstatus_to_exitcode(256))  # expect: No such file or directory posix / 5 True 1
print(os.path.normpath('/a//b/../c/.'), os.path.normpath('../..//x'), os.path.splitroot('//a/b'), os.path.relpath('/a/b', '/a/c'))  # expect: /a/c ../../x ('', '//', 'a/b') ../b
print(os.terminal_size((80, 24)), os.stat_result(range(10)).st_size)  # expect: os.terminal_size(columns=80, lines=24) 6
for base, dirs, files in os.walk(d): print(base == d, sorted(dirs), sorted(files)); break  # expect: True ['sub'] ['f2', 'link']
import pathlib
print(pathlib.Path(d, 'f2').read_text(), sorted(q.name for q in pathlib.Path(d).iterdir()), pathlib.Path(d, 'f2').stat().st_size)  # not saved: modules of the library keep their own state  # expect: hello ['f2', 'link', 'sub'] 5
import shutil
shutil.rmtree(d)
print(os.path.exists(d))  # expect: False
