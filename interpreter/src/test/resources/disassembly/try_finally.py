def guarded(f):
    try:
        return f()
    except (ValueError, KeyError) as e:
        raise RuntimeError('wrapped') from e
    finally:
        print('done')
