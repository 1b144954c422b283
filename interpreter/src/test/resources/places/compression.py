# place: mid-compression
import zlib


def f():
    dictionary = b'in the beginning was the dictionary'
    made = [zlib.compressobj(level) for level in (0, 1, 6, 9)]
    made += [zlib.compressobj(strategy=s, memLevel=1) for s in (1, 2, 3, 4)]
    made += [zlib.compressobj(wbits=w) for w in (9, -9, 31)]
    made.append(zlib.compressobj(zdict=dictionary))
    ended = zlib.compressobj()
    ended.flush()
    out = [b''] * len(made)
    whole = b''
    for i in range(3):
        part = (b'the word %d, ' % i) * 30 + dictionary
        whole += part
        wait()
        out = [o + c.compress(part) for o, c in zip(out, made)]
        if i:
            wait()
            out = [o + c.flush(i + 1) for o, c in zip(out, made)]
    wait()
    twins = [c.copy() for c in made]
    out = [o + c.flush() for o, c in zip(out, made)]
    again = []
    for w, o in zip([15] * 8 + [15, -9, 31, 15], out):
        d = zlib.decompressobj(w, dictionary) if o is out[-1] else zlib.decompressobj(w)
        again.append(d.decompress(o) == whole and d.eof)
    wait()
    same = all(o.endswith(t.flush()) for o, t in zip(out, twins))
    try:
        ended.compress(b'x')
    except zlib.error as e:
        return set(again), same, str(e), [len(o) for o in out]


# expect: ({True}, True, 'Error -2 while compressing data: inconsistent stream state', [1216, 99, 90, 90, 96, 759, 759, 90, 138, 132, 102, 64])


# place: mid-decompression
import zlib


def f():
    r = []
    data = bytes(i * i >> 3 & 255 for i in range(3000)) + b'ab' * 500
    for w in (15, -15, 31):
        c = zlib.compressobj(9, zlib.DEFLATED, w)
        packed = c.compress(data) + c.flush() + b'rest'
        d = zlib.decompressobj(47 if w > 0 else w)
        out = []
        for i in range(0, len(packed), len(packed) // 3):
            out.append(d.decompress(d.unconsumed_tail + packed[i : i + len(packed) // 3], 700))
            wait()
        tail = len(d.unconsumed_tail)
        twin = d.copy()
        wait()
        r.append((b''.join(out) + d.flush(1) == data, d.unused_data, d.eof, tail > 0))
        wait()
        r.append(b''.join(out) + twin.flush() == data)
    try:
        d.copy()
    except ValueError as e:
        r.append(str(e))
    return r


# expect: [(True, b'rest', True, True), True, (True, b'rest', True, True), True, (True, b'rest', True, True), True, 'Inconsistent stream state']


# place: damaged data that is being decompressed
import zlib


def f():
    r = []
    packed = bytearray(zlib.compress(b'some data ' * 9))
    packed[-1] ^= 1
    d = zlib.decompressobj()
    n = len(d.decompress(packed[:-2]))
    for i in range(2):
        wait()
        try:
            d.decompress(packed[-2:])
        except zlib.error as e:
            r.append(str(e))
    return n, r


# expect: (90, ['Error -3 while decompressing data: incorrect data check', 'Error -3 while decompressing data: incorrect data check'])


# place: _ZlibDecompressor
import zlib


def f():
    packed = zlib.compress(b'0123456789' * 30) + b'more'
    d = zlib._ZlibDecompressor()
    r = [d.decompress(packed, 13), d.needs_input]
    wait()
    r += [d.decompress(b'', 7), d.needs_input, d.eof]
    wait()
    r += [len(d.decompress(b'')), d.needs_input, d.eof, d.unused_data]
    wait()
    try:
        d.decompress(b'')
    except EOFError as e:
        r.append(str(e))
    return r


# expect: [b'0123456789012', False, b'3456789', False, False, 280, False, True, b'more', 'End of stream already reached']


# place: gzip over BytesIO
import gzip, io


def f():
    file = io.BytesIO()
    g = gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='name')
    for i in range(3):
        g.write(b'line %d\n' % i * 20)
        wait()
    g.close()
    wait()
    r = []
    with gzip.GzipFile(fileobj=io.BytesIO(file.getvalue() + gzip.compress(b'end\n')), mode='rb') as g:
        r.append(g.read(9))
        wait()
        r.append(g.readline())
        wait()
        lines = g.readlines()
        wait()
        r += [len(lines), lines[-1], g.read()]
    text = io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(file.getvalue())))
    r.append(next(text))
    wait()
    r.append(sum(len(line) for line in text))
    return r


# expect: [b'line 0\nli', b'ne 0\n', 59, b'end\n', b'', 'line 0\n', 413]


# place: zip and tar archives over BytesIO
import io, tarfile, zipfile


def f():
    r = []
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as z:
        with z.open('one', 'w') as one:
            one.write(b'first ' * 50)
            wait()
            one.write(b'second ' * 50)
        wait()
        z.writestr('two', b'2' * 100)
    with zipfile.ZipFile(file) as z:
        with z.open('one') as one:
            r.append(one.read(8))
            wait()
            r.append(len(one.read()))
        r += [z.namelist(), z.testzip()]
    file = io.BytesIO()
    t = tarfile.open(fileobj=file, mode='w:gz')
    info = tarfile.TarInfo('three')
    info.size = 3000
    t.addfile(info, io.BytesIO(b'x' * 3000))
    wait()
    t.close()
    file.seek(0)
    t = tarfile.open(fileobj=file)
    member = t.next()
    data = t.extractfile(member)
    r.append((member.name, data.read(5)))
    wait()
    r.append((len(data.read()), t.next()))
    return r


# expect: [b'first fi', 642, ['one', 'two'], None, ('three', b'xxxxx'), (2995, None)]


# place: mid-compression by bzip2
import bz2


def f():
    c = bz2.BZ2Compressor(1)
    ended = bz2.BZ2Compressor()
    ended.flush()
    whole = out = b''
    for i in range(4):
        part = bytes(k * k >> 5 & 255 for k in range(300 * i, 4000 * i)) + bytes([i]) * 200
        whole += part
        wait()
        out += c.compress(part)
    wait()
    out += c.flush()
    try:
        ended.compress(b'x')
    except ValueError as e:
        return bz2.decompress(out) == whole, out == bz2.compress(whole, 1), str(e)


# expect: (True, True, 'Compressor has been flushed')


# place: mid-decompression by bzip2
import bz2


def f():
    data = bytes(k * k >> 4 & 255 for k in range(12000)) + b'a' * 600
    packed = bz2.compress(data) + b'rest'
    d = bz2.BZ2Decompressor()
    out = b''
    for i in range(0, len(packed), 1500):
        wait()
        out += d.decompress(packed[i : i + 1500], 3000)
    while not d.eof:
        wait()
        out += d.decompress(b'', 4000)
    wait()
    broken = bz2.BZ2Decompressor()
    try:
        broken.decompress(b'BZh9?')
    except OSError:
        wait()
    try:
        broken.decompress(b'')
    except OSError as e:
        return out == data, d.unused_data, d.eof, str(e)


# expect: (True, b'rest', True, 'Invalid data stream')


# place: mid-decompression by lzma
import lzma


def f():
    data = bytes(k * k >> 4 & 255 for k in range(9000)) + bytes([0xE8, 1, 2, 3, 0, 0xE9, 7, 7, 0, 255]) * 90
    chain = [{'id': lzma.FILTER_DELTA, 'dist': 4}, {'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2, 'preset': 1}]
    kinds = [
        (lzma.FORMAT_XZ, {}, lzma.FORMAT_AUTO, {}),
        (lzma.FORMAT_XZ, {'filters': chain, 'check': lzma.CHECK_SHA256}, lzma.FORMAT_XZ, {}),
        (lzma.FORMAT_ALONE, {}, lzma.FORMAT_AUTO, {}),
        (lzma.FORMAT_RAW, {'filters': chain}, lzma.FORMAT_RAW, {'filters': chain}),
    ]
    r = []
    for made, options, read, read_options in kinds:
        packed = lzma.compress(data, made, **options) + b'rest'
        d = lzma.LZMADecompressor(read, **read_options)
        out = b''
        wait()
        for at in range(0, len(packed), 1 + len(packed) // 4):
            out += d.decompress(packed[at : at + 1 + len(packed) // 4], 2000)
            wait()
        while not d.eof:
            out += d.decompress(b'', 3000)
            wait()
        r.append((out == data, d.check, d.unused_data))
    return r


# expect: [(True, 4, b'rest'), (True, 10, b'rest'), (True, 0, b'rest'), (True, 0, b'rest')]
