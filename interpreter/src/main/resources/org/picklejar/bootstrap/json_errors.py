"""The exceptions of JSON, whose text is made by the library or by the program."""


def json_error(message, document, position):
    from json.decoder import JSONDecodeError

    raise JSONDecodeError(message, document, position)


def json_out_of_range(value):
    raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
