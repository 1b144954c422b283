"""re: search, findall, sub with a function, split and named groups."""

import re

LINES = [
    '192.168.%d.%d - user%d [%02d/Mar/2024] "GET /path/%d?x=%d HTTP/1.1" %d %d'
    % (i % 256, i * 7 % 256, i % 20, i % 28 + 1, i, i * 3, [200, 404, 500][i % 3], i * 11)
    for i in range(2400)
]
LINE = re.compile(
    r'(?P<ip>\d+(?:\.\d+){3}) - (?P<user>\w+) \[(?P<day>[^]]+)\] "(\w+) ([^ "]+)[^"]*" (?P<status>\d{3}) (\d+)'
)


def run():
    total = 0
    users = set()
    for line in LINES:
        m = LINE.match(line)
        users.add(m['user'])
        total += int(m['status']) + len(m[5])
    text = '\n'.join(LINES)
    words = re.findall(r'\b[a-z]+\d*\b', text)
    hidden = re.sub(r'(\d+)\.(\d+)\.\d+\.\d+', r'\1.\2.x.x', text)
    raised = re.sub(r'\d+', lambda m: str(int(m.group()) + 1), text[:60_000])
    parts = re.split(r'[\s"\[\]]+', text)
    greedy = len(re.findall(r'(?:a|b)*c|GET.*?HTTP', text, re.I))
    return total, len(users), len(words), hidden.count('x.x'), len(raised), len(parts), greedy


EXPECTED = (922518, 20, 7200, 2400, 59833, 21600, 2400)
