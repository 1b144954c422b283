"""str.format and the % operator: widths, precisions, bases, names and attributes."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __format__(self, spec):
        return '<%d %d %s>' % (self.x, self.y, spec)


def run():
    total = 0
    point = Point(3, 4)
    for i in range(5000):
        total += len('{} {} {}'.format(i, 'text', i / 2))
        total += len('{0:>10}|{1:<8}|{2:^6}'.format(i, 'ab', 'c'))
        total += len('{n:08.3f} {n:e} {i:x} {i:,}'.format(n=i / 7, i=i))
        total += len('{p.x} {p:long} {d[key]!r:>6}'.format(p=point, d={'key': 'v'}))
        total += len('%5d %-8s %05.2f %x %r' % (i, 'left', i / 3, i, 'q'))
        total += len('%(a)s and %(b)s' % {'a': i, 'b': 'two'})
    return total


EXPECTED = 661414
