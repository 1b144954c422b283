"""JSON where Java leaves it to the library's own Python code."""


def json_scan(context, string, index):
    from json.scanner import py_make_scanner

    return py_make_scanner(context)(string, index)


def json_error(message, document, position):
    from json.decoder import JSONDecodeError

    raise JSONDecodeError(message, document, position)


def json_scanstring(string, end, strict):
    from json.decoder import py_scanstring

    return py_scanstring(string, end, strict)


def json_iterencode(settings, o, level=0):
    from json.encoder import _make_iterencode

    markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan = settings

    def float_text(value):
        if value - value == 0:
            return float.__repr__(value)
        if not allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'

    encode = _make_iterencode(
        markers, default, encoder, indent, float_text, key_separator, item_separator, sort_keys, skipkeys, True
    )
    return tuple(encode(o, level))
