def counter(n):
    got = yield n
    result = yield from range(got)
    return result
