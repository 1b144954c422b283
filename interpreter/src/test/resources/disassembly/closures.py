def outer(start, step=1):
    count = start

    def advance(*, by: int = step):
        nonlocal count
        count += by
        return count
    return advance
