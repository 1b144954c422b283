def combine(*values):
    return sum(values)

result = combine(
    1,
    2,
    'three',
)
