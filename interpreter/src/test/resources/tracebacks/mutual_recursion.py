def even(n):
    return odd(n - 1)

def odd(n):
    return n < 0 and n.missing or even(n - 1)

even(6)
