def loops(values):
    total = 0
    for v in values:
        if v < 0:
            continue
        total += v * 2
    else:
        total = -total
    while total > 10:
        total //= 2
    return total
