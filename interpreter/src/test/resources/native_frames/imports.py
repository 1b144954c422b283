# frame: imports.ImportFrame/1
def f():
    import waits_in_import

    from waits_in_import import made

    return waits_in_import.before, waits_in_import.after, made


# expect: (1, 2, 'made')
