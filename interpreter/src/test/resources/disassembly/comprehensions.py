def comprehensions(rows):
    squares = [x * x for row in rows for x in row if x]
    names = {x: str(x) for x in squares}
    return {len(n) for n in names}, (x for x in squares)
