if sys.path and not sys.flags.safe_path and sys.argv[:1] in ([''], ['-'], ['-c']) and sys.path[0] == os.getcwd():
    # CPython imports this module before it adds the folder of the program, which for one from no file stays the current one.
    sys.path[0] = ''
