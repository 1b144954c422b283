"""user_expressions of execute requests."""


def evaluate(expressions):
    """Evaluate a dict of expressions in the user's namespace. An expression that fails has its error as value."""
    from picklejar_kernel import display, shell

    namespace = shell.get_ipython().user_ns
    results = {}
    for key, expression in expressions.items():
        try:
            data, metadata = display.format(eval(expression, namespace))
            results[key] = {'status': 'ok', 'data': data, 'metadata': metadata}
        except Exception as error:
            text = f'{type(error).__name__}: {error}'
            results[key] = {'status': 'error', 'ename': type(error).__name__, 'evalue': str(error), 'traceback': [text]}
    return results
