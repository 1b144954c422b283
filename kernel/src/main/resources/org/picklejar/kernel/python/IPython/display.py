"""IPython.display: objects with rich representations, and the functions that show them."""

from picklejar_kernel.display import DisplayHandle, clear_output, display, publish_display_data, update_display
from picklejar_kernel.objects import (
    HTML,
    JSON,
    SVG,
    Audio,
    Code,
    DisplayObject,
    FileLink,
    FileLinks,
    GeoJSON,
    IFrame,
    Image,
    Javascript,
    Latex,
    Markdown,
    Math,
    Pretty,
    ProgressBar,
    TextDisplayObject,
    Video,
    YouTubeVideo,
)


def _display_as(cls):
    def show(*objs, raw=False, metadata=None, **kwargs):
        for obj in objs:
            display(cls(obj) if raw else obj, metadata=metadata, **kwargs)

    return show


display_html = _display_as(HTML)
display_markdown = _display_as(Markdown)
display_svg = _display_as(SVG)
display_latex = _display_as(Latex)
display_json = _display_as(JSON)
display_javascript = _display_as(Javascript)
display_pretty = _display_as(Pretty)
display_png = _display_as(Image)
display_jpeg = _display_as(Image)

__all__ = [name for name in dir() if not name.startswith('_')]
