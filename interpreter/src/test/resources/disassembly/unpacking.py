def unpack(pair, items):
    a, b = pair
    first, *middle, last = items
    a, b = b, a
    return [*middle, a], {**last, 'b': b}, items[1:a]
