"""datetime: arithmetic, comparison, formatting, parsing and time zones."""

from datetime import date, datetime, timedelta, timezone


def run():
    start = datetime(2024, 1, 31, 12, 30, tzinfo=timezone.utc)
    zone = timezone(timedelta(hours=5, minutes=30))
    total = 0
    moments = []
    for i in range(3200):
        moment = start + timedelta(days=i, seconds=i * 61)
        moments.append(moment)
        total += moment.weekday() + moment.astimezone(zone).hour
        text = moment.isoformat()
        assert datetime.fromisoformat(text) == moment
        total += len(moment.strftime('%Y-%m-%d %H:%M'))
    longest = max(b - a for a, b in zip(moments, moments[1:]))
    weeks = {}
    day = date(2016, 2, 1)
    while day < date(2024, 3, 1):
        weeks.setdefault(day.isocalendar()[:2], []).append(day)
        day += timedelta(days=1)
    parsed = [datetime.strptime('2024-05-%02d 10:20' % (i % 28 + 1), '%Y-%m-%d %H:%M') for i in range(420)]
    return total, str(longest), len(weeks), max(parsed).day


EXPECTED = (100641, '1 day, 0:01:01', 422, 28)
