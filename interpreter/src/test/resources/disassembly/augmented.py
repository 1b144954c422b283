def augment(obj, items, n):
    global total
    obj.count += n
    items[n] -= 1
    total **= 2
    del items[0], obj.old
    obj.new = items[n] = not n
    assert n is not None, 'missing'
    return n if 0 < n <= 5 or n in items else ~n
