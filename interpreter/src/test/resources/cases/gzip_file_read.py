# reading a gzip file
import gzip, io, os, tempfile

name = os.path.join(tempfile.mkdtemp(), 'a.gz')
with gzip.open(name, 'wt') as f:
    f.write('one\ntwo\n' * 1000)
with gzip.open(name, 'rt') as f:
    print(f.readline().strip(), sum(1 for line in f))
print(len(gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b'abc' * 9))).read()))
# expect: one 1999
# expect: 27
