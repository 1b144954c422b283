try:
    try:
        int('x')
    finally:
        {}['missing']
except LookupError:
    undefined_name
