def locked(lock, path):
    with lock, open(path) as f:
        return f.read()
