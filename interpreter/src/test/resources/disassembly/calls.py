def calls(f, values, options):
    f()
    f(1, values)
    f(1, key=values)
    f(*values, **options)
    values.append(2)
    return values.index(2, start=0)
