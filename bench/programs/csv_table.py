"""csv read and written, str methods on the fields, totals in dicts."""

import csv
import io

TABLE = 'id,name,city,amount\n' + ''.join(
    '%d,"Name, %d",%s,%d.%02d\n' % (i, i % 97, ['Oslo', 'Rome', 'Lima', ' Bern '][i % 4], i * 37 % 1000, i % 100)
    for i in range(12_000)
)


def run():
    sums = {}
    names = set()
    for row in csv.DictReader(io.StringIO(TABLE)):
        city = row['city'].strip().lower()
        whole, _, cents = row['amount'].partition('.')
        sums[city] = sums.get(city, 0) + int(whole) * 100 + int(cents)
        names.add(row['name'].split(', ')[1])
    out = io.StringIO()
    writer = csv.writer(out)
    for row in csv.reader(TABLE.splitlines()):
        writer.writerow(row[::-1])
    return sums, len(names), len(out.getvalue())


EXPECTED = ({'oslo': 149544000, 'rome': 149847000, 'lima': 150150000, 'bern': 150453000}, 97, 352351)
