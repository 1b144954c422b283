"""Objects that display as HTML, pictures, sound and so on. ``IPython.display`` offers them under their usual name."""


class DisplayObject:
    """Data, or a file or URL to read it from."""

    _mime = None
    _mode = 'r'

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if (
            data is not None
            and not isinstance(data, (str, bytes, bytearray, dict, list))
            and hasattr(data, '__fspath__')
        ):
            data, filename = None, data.__fspath__()
        if isinstance(data, str) and data.startswith(('http://', 'https://')) and '\n' not in data and url is None:
            data, url = None, data
        self.data = data
        self.url = url
        self.filename = filename
        self.metadata = dict(metadata or {})
        self.reload()

    def reload(self):
        """Read the data again."""
        if self.filename is not None:
            if 'b' in self._mode:
                with open(self.filename, 'rb') as file:
                    self.data = file.read()
            else:
                with open(self.filename, encoding='utf-8') as file:
                    self.data = file.read()
        elif self.url is not None:
            from urllib.request import urlopen

            with urlopen(self.url) as response:
                data = response.read()
            self.data = data if 'b' in self._mode else data.decode('utf-8')

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__name__} object>'

    def _with_metadata(self):
        return (self.data, self.metadata) if self.metadata else self.data

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self._mime is None:
            return None
        return {self._mime: self.data}, ({self._mime: self.metadata} if self.metadata else {})


class TextDisplayObject(DisplayObject):
    """A DisplayObject whose data is text."""

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is not None and not isinstance(data, str) and not hasattr(data, '__fspath__'):
            raise TypeError(f'{type(self).__name__} expects text, not {type(data).__name__}')
        super().__init__(data, url, filename, metadata)


class Pretty(TextDisplayObject):
    _mime = 'text/plain'


class HTML(TextDisplayObject):
    _mime = 'text/html'

    def __html__(self):
        return self.data


class Markdown(TextDisplayObject):
    _mime = 'text/markdown'


class Latex(TextDisplayObject):
    _mime = 'text/latex'


class Math(Latex):
    def _repr_mimebundle_(self, include=None, exclude=None):
        return {'text/latex': '$\\displaystyle ' + self.data.strip('$') + '$'}


class SVG(DisplayObject):
    _mime = 'image/svg+xml'

    def _repr_mimebundle_(self, include=None, exclude=None):
        text = self.data.decode('utf-8') if isinstance(self.data, bytes) else self.data
        start = text.find('<svg')  # front ends put it into a page, where an XML declaration has no place
        return {'image/svg+xml': text[start:] if start > 0 else text}


class JSON(DisplayObject):
    """Data that front ends show as a tree."""

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root='root', **kwargs):
        super().__init__(data, url, filename, {'expanded': expanded, 'root': root, **(metadata or {}), **kwargs})

    def reload(self):
        super().reload()
        if isinstance(self.data, str):
            import json

            self.data = json.loads(self.data)

    _mime = 'application/json'


class GeoJSON(JSON):
    _mime = 'application/geo+json'


class Javascript(TextDisplayObject):
    """Code to run in the browser, after the scripts (lib) and style sheets (css) it needs."""

    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        self.lib = [lib] if isinstance(lib, str) else list(lib or ())
        self.css = [css] if isinstance(css, str) else list(css or ())
        super().__init__(data, url, filename)

    def _repr_mimebundle_(self, include=None, exclude=None):
        import json

        text = ''
        for sheet in self.css:
            text += (
                "var link = document.createElement('link'); link.rel = 'stylesheet'; link.href = "
                + json.dumps(sheet)
                + '; document.head.appendChild(link);\n'
            )
        for script in self.lib:
            text += (
                "await new Promise(function(ok, no) { var s = document.createElement('script'); s.onload = ok; s.onerror = no; s.src = "
                + json.dumps(script)
                + '; document.head.appendChild(s); });\n'
            )
        text = f'(async function() {{\n{text}{self.data}\n}})();' if self.lib else text + self.data
        return {'application/javascript': text}


class Code(TextDisplayObject):
    """Source text, in a fixed-width font."""

    def __init__(self, data=None, url=None, filename=None, language=None):
        self.language = language
        super().__init__(data, url, filename)

    def _repr_mimebundle_(self, include=None, exclude=None):
        fence = '```'
        while fence in self.data:
            fence += '`'
        return {
            'text/markdown': f'{fence}{self.language or "python"}\n{self.data}\n{fence}',
            'text/html': f'<pre>{_escape(self.data)}</pre>',
            'text/plain': self.data,
        }


class Image(DisplayObject):
    """A PNG, JPEG, GIF, WebP or SVG picture from bytes, a file or a URL. A URL is linked unless embed is true."""

    _mode = 'rb'
    _types = {'png': 'image/png', 'jpeg': 'image/jpeg', 'gif': 'image/gif', 'webp': 'image/webp'}

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        format=None,
        embed=None,
        width=None,
        height=None,
        retina=False,
        unconfined=False,
        metadata=None,
        alt=None,
    ):
        if isinstance(data, str) and url is None and filename is None:
            if data.startswith(('http://', 'https://')):
                data, url = None, data
            else:
                data, filename = None, data
        self.embed = embed if embed is not None else url is None
        self.width = width
        self.height = height
        self.alt = alt
        details = dict(metadata or {})
        for key, value in (('width', width), ('height', height), ('alt', alt)):
            if value is not None:
                details[key] = value
        if unconfined:
            details['unconfined'] = True
        super().__init__(data, url, filename, details)
        self.format = (format or _picture_format(self.data, filename or url or '')).lower().replace('jpg', 'jpeg')
        if retina and self.format == 'png' and width is None and self.data:
            details['width'] = self.width = int.from_bytes(self.data[16:20], 'big') // 2
            details['height'] = self.height = int.from_bytes(self.data[20:24], 'big') // 2
            self.metadata = details

    def reload(self):
        if self.embed:
            super().reload()

    def _repr_mimebundle_(self, include=None, exclude=None):
        if not self.embed:
            size = ''.join(
                f' {k}="{v}"'
                for k, v in (('width', self.width), ('height', self.height), ('alt', self.alt))
                if v is not None
            )
            return {'text/html': f'<img src="{_escape(self.url)}"{size}/>'}
        if self.format == 'svg':
            return SVG(self.data)._repr_mimebundle_()
        mime = self._types.get(self.format, 'image/' + self.format)
        return {mime: bytes(self.data)}, ({mime: self.metadata} if self.metadata else {})


class Audio(DisplayObject):
    """A player for a sound: bytes of a sound file, a file, a URL, or numbers from -1 to 1 with a rate in Hz."""

    _mode = 'rb'

    def __init__(
        self,
        data=None,
        filename=None,
        url=None,
        embed=None,
        rate=None,
        autoplay=False,
        normalize=True,
        *,
        element_id=None,
    ):
        self.embed = embed if embed is not None else url is None
        self.autoplay = autoplay
        self.element_id = element_id
        self.mimetype = 'audio/wav'
        if isinstance(data, str) and not data.startswith(('http://', 'https://')):
            data, filename = None, data
        if data is not None and not isinstance(data, (str, bytes, bytearray)):
            if rate is None:
                raise ValueError('rate must be specified when data is a list of audio samples.')
            data = _wave(data, rate, normalize)
        super().__init__(data, url, filename)
        name = filename or url
        if name:
            import mimetypes

            self.mimetype = mimetypes.guess_type(name)[0] or self.mimetype

    def reload(self):
        if self.embed:
            super().reload()

    def _repr_mimebundle_(self, include=None, exclude=None):
        source = _data_url(self.data, self.mimetype) if self.embed else self.url
        play = ' autoplay="autoplay"' if self.autoplay else ''
        name = f' id="{_escape(self.element_id)}"' if self.element_id else ''
        return {
            'text/html': f'<audio{name} controls="controls"{play}><source src="{source}" type="{self.mimetype}" />'
            'Your browser does not support the audio element.</audio>'
        }


class Video(DisplayObject):
    """A player for a film from a file or URL. It is linked unless embed is true."""

    _mode = 'rb'

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        embed=False,
        mimetype=None,
        width=None,
        height=None,
        html_attributes='controls',
    ):
        if isinstance(data, str) and url is None and filename is None:
            if data.startswith(('http://', 'https://')) or not embed:
                data, url = None, data
            else:
                data, filename = None, data
        self.embed = embed or isinstance(data, (bytes, bytearray))
        self.width = width
        self.height = height
        self.html_attributes = html_attributes
        self.mimetype = mimetype
        if mimetype is None:
            import mimetypes

            self.mimetype = mimetypes.guess_type(str(filename or url or ''))[0] or 'video/mp4'
        super().__init__(data, url, filename)

    def reload(self):
        if self.embed:
            super().reload()

    def _repr_mimebundle_(self, include=None, exclude=None):
        source = _data_url(self.data, self.mimetype) if self.embed else _escape(self.url or self.filename)
        size = ''.join(f' {k}="{v}"' for k, v in (('width', self.width), ('height', self.height)) if v is not None)
        return {
            'text/html': f'<video src="{source}" {self.html_attributes}{size}>Your browser does not support the video element.</video>'
        }


class IFrame:
    """A page inside the page. Other keyword arguments become its query string."""

    def __init__(self, src, width, height, extras=None, **kwargs):
        self.src = src
        self.width = width
        self.height = height
        self.extras = list(extras or ())
        self.params = kwargs

    def _repr_html_(self):
        source = self.src
        if self.params:
            from urllib.parse import urlencode

            source += ('&' if '?' in source else '?') + urlencode(self.params)
        extras = ''.join(' ' + extra for extra in self.extras)
        return (
            f'<iframe width="{self.width}" height="{self.height}" src="{_escape(source)}" frameborder="0" '
            f'allowfullscreen{extras}></iframe>'
        )


class YouTubeVideo(IFrame):
    def __init__(self, id, width=400, height=300, allow_autoplay=False, **kwargs):
        self.id = id
        super().__init__('https://www.youtube.com/embed/' + id, width, height, **kwargs)


class FileLink:
    """A link to a file below the notebook's folder."""

    def __init__(self, path, url_prefix='', result_html_prefix='', result_html_suffix='<br>'):
        self.path = str(path)
        self.url_prefix = url_prefix
        self.result_html_prefix = result_html_prefix
        self.result_html_suffix = result_html_suffix

    def _repr_html_(self):
        import os

        if not os.path.exists(self.path):
            return (
                f"Path (<tt>{_escape(self.path)}</tt>) doesn't exist. It may still be in the process of being generated, "
                'or you may have the incorrect path.'
            )
        link = f'<a href="{_escape(self.url_prefix + self.path)}" target="_blank">{_escape(self.path)}</a>'
        return self.result_html_prefix + link + self.result_html_suffix

    def __repr__(self):
        import os

        return os.path.abspath(self.path)


class FileLinks(FileLink):
    """Links to all files below a folder."""

    def _repr_html_(self):
        import os

        rows = []
        for folder, folders, files in os.walk(self.path):
            folders.sort()
            rows.append(_escape(folder) + '/<br>')
            for file in sorted(files):
                path = os.path.join(folder, file)
                rows.append(
                    f'&nbsp;&nbsp;<a href="{_escape(self.url_prefix + path)}" target="_blank">{_escape(file)}</a><br>'
                )
        return '\n'.join(rows)


class ProgressBar:
    """A bar that shows how far a loop is: ``for i in ProgressBar(10): ...``."""

    def __init__(self, total):
        from picklejar_kernel.display import new_display_id

        self.total = total
        self._progress = 0
        self.html_width = '60ex'
        self.text_width = 60
        self._display_id = new_display_id()

    def __repr__(self):
        part = self._progress / self.total if self.total else 1
        done = int(part * self.text_width)
        return f'[{"=" * done}{" " * (self.text_width - done)}] {self._progress}/{self.total}'

    def _repr_html_(self):
        return f'<progress style="width:{self.html_width}" max="{self.total}" value="{self._progress}"></progress>'

    def display(self):
        from picklejar_kernel.display import display

        display(self, display_id=self._display_id)

    def update(self):
        from picklejar_kernel.display import update_display

        update_display(self, display_id=self._display_id)

    @property
    def progress(self):
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        self.update()

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        if self._progress + 1 >= self.total:
            self.progress = self.total
            raise StopIteration
        self.progress += 1
        return self._progress


def _escape(text):
    return str(text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')


def _data_url(data, mime):
    from base64 import b64encode

    return f'data:{mime};base64,{b64encode(data).decode("ascii")}'


def _picture_format(data, name):
    if isinstance(data, (bytes, bytearray)):
        for head, kind in (
            (b'\x89PNG', 'png'),
            (b'\xff\xd8', 'jpeg'),
            (b'GIF8', 'gif'),
            (b'<svg', 'svg'),
            (b'<?xml', 'svg'),
        ):
            if data.startswith(head):
                return kind
        if data[8:12] == b'WEBP':
            return 'webp'
    extension = name.split('?')[0].rpartition('.')[2]
    return extension if extension in ('png', 'jpg', 'jpeg', 'gif', 'webp', 'svg') else 'png'


def _wave(samples, rate, normalize):
    """The bytes of a 16-bit WAV file. samples: numbers, or one list of numbers for each channel."""
    import struct

    channels = [list(c) for c in samples] if len(samples) and hasattr(samples[0], '__len__') else [list(samples)]
    peak = max((abs(x) for c in channels for x in c), default=1) or 1
    if not normalize and peak > 1:
        raise ValueError('Audio data must be between -1 and 1 when normalize=False.')
    scale = 32767 / (peak if normalize else 1)
    frames = b''.join(struct.pack('<h', int(x * scale)) for group in zip(*channels) for x in group)
    width = 2 * len(channels)
    head = struct.pack(
        '<4sI4s4sIHHIIHH4sI',
        b'RIFF',
        36 + len(frames),
        b'WAVE',
        b'fmt ',
        16,
        1,
        len(channels),
        int(rate),
        int(rate) * width,
        width,
        16,
        b'data',
        len(frames),
    )
    return head + frames
