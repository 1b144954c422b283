"""Formatting objects for front ends, and display()."""

import _picklejar_kernel

#: Methods that objects may define, and the MIME type of what they return.
METHODS = (
    ('_repr_html_', 'text/html'),
    ('_repr_markdown_', 'text/markdown'),
    ('_repr_svg_', 'image/svg+xml'),
    ('_repr_png_', 'image/png'),
    ('_repr_jpeg_', 'image/jpeg'),
    ('_repr_latex_', 'text/latex'),
    ('_repr_json_', 'application/json'),
    ('_repr_javascript_', 'application/javascript'),
    ('_repr_pdf_', 'application/pdf'),
)

_next_id = 0


class FormatterRegistry:
    """Functions that format objects of types whose source one cannot change: ``mime -> {type: function}``."""

    def __init__(self):
        self.functions = {}

    def for_type(self, mime, cls, function):
        """Use a function for the instances of a class and its subclasses."""
        self.functions.setdefault(mime, {})[cls] = function

    def lookup(self, mime, cls):
        table = self.functions.get(mime)
        if table:
            for base in cls.__mro__:
                if base in table:
                    return table[base]
        return None


formatters = FormatterRegistry()


def format(obj, include=None, exclude=None):
    """All representations of an object.

    Returns (data, metadata), both keyed by MIME type. A representation that raises is left out and reported on stderr.
    """
    data = {}
    metadata = {}
    cls = type(obj)
    if not isinstance(obj, type):
        bundle = _call(obj, '_repr_mimebundle_', include=include, exclude=exclude)
        if bundle is not None:
            _merge(data, metadata, bundle)
        for name, mime in METHODS:
            if mime not in data:
                function = formatters.lookup(mime, cls)
                value = function(obj) if function is not None else _call(obj, name)
                if value is not None:
                    _add(data, metadata, mime, value)
    for mime in formatters.functions:
        if mime not in data:
            function = formatters.lookup(mime, cls)
            if function is not None:
                _add(data, metadata, mime, function(obj))
    if 'text/plain' not in data:
        data['text/plain'] = plain(obj)
    if include:
        data = {mime: value for mime, value in data.items() if mime in include}
    if exclude:
        data = {mime: value for mime, value in data.items() if mime not in exclude}
    return data, {mime: value for mime, value in metadata.items() if mime in data}


#: So many items of a container are shown.
MOST_ITEMS = 1000


def plain(obj):
    """repr() as text, of a long builtin container only its beginning; the error when there is none."""
    try:
        if type(obj) in (list, tuple, set, frozenset, dict) and len(obj) > MOST_ITEMS:
            return _beginning(obj)
        return repr(obj)
    except Exception as error:
        _report(obj, '__repr__', error)
        return object.__repr__(obj)


def _beginning(obj):
    import itertools

    some = itertools.islice(obj.items() if type(obj) is dict else obj, MOST_ITEMS)
    if type(obj) is dict:
        text = ', '.join(f'{key!r}: {value!r}' for key, value in some)
    else:
        text = ', '.join(map(repr, some))
    opening, closing = {list: '[]', tuple: '()', set: '{}', dict: '{}', frozenset: ('frozenset({', '})')}[type(obj)]
    return f'{opening}{text}, ...{closing}'


def _call(obj, name, **kwargs):
    # Looked up on the class first, like a special method: classes with __getattr__ claim to have everything.
    if getattr(type(obj), name, None) is None and name not in getattr(obj, '__dict__', ()):
        return None
    try:
        return getattr(obj, name)(**kwargs)
    except NotImplementedError:
        return None
    except Exception as error:
        _report(obj, name, error)
        return None


def _report(obj, name, error):
    import sys

    print(f'{type(obj).__name__}.{name}() failed: {type(error).__name__}: {error}', file=sys.stderr)


def _merge(data, metadata, bundle):
    if isinstance(bundle, tuple):
        bundle, extra = bundle
        metadata.update(extra)
    data.update(bundle)


def _add(data, metadata, mime, value):
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict):
        value, extra = value
        metadata[mime] = extra
    data[mime] = value


def publish_display_data(data, metadata=None, *, transient=None, update=False, **ignored):
    """Publish a MIME bundle."""
    kind = 'update_display_data' if update else 'display_data'
    _picklejar_kernel.publish(kind, {'data': data, 'metadata': metadata or {}}, {}, transient or {})


def display(
    *objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, **kwargs
):
    """Show objects.

    display_id: a name (True for a new one) under which update_display() finds this output again; makes display()
    return a DisplayHandle. raw: the objects are MIME bundles already. clear: remove what the cell has shown before.
    """
    transient = dict(transient or {})
    handle = None
    if display_id is not None:
        if display_id is True:
            display_id = new_display_id()
        transient['display_id'] = display_id
        handle = DisplayHandle(display_id)
    if clear:
        clear_output(wait=True)
    for obj in objs:
        if raw:
            data, extra = obj, {}
        elif hasattr(type(obj), '_ipython_display_'):
            obj._ipython_display_()
            continue
        else:
            data, extra = format(obj, include, exclude)
        if metadata:
            extra = {**extra, **metadata}
        publish_display_data(data, extra, transient=transient, update=kwargs.get('update', False))
    return handle


def update_display(obj, *, display_id, **kwargs):
    """Replace what was shown under a display_id."""
    kwargs['update'] = True
    display(obj, display_id=display_id, **kwargs)


def clear_output(wait=False):
    """Remove the outputs of the cell, or with wait as soon as there is a new one."""
    _picklejar_kernel.clear_output(bool(wait))


def new_display_id():
    global _next_id
    import os

    _next_id += 1
    return f'{os.urandom(8).hex()}{_next_id:08x}'


class DisplayHandle:
    """A place in the output whose content can be replaced."""

    def __init__(self, display_id=None):
        self.display_id = new_display_id() if display_id is None else display_id

    def __repr__(self):
        return f'<{type(self).__name__} display_id={self.display_id}>'

    def display(self, obj, **kwargs):
        display(obj, display_id=self.display_id, **kwargs)

    def update(self, obj, **kwargs):
        update_display(obj, display_id=self.display_id, **kwargs)
