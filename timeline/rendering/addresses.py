"""An address of the web → a link, if that is what it is."""

from rich.style import Style
from rich.text import Text

from timeline.text import visible


def linked(url: str) -> Text:
    """Return *url*, as a link where it begins with http or https and hides nothing."""
    shown = visible(url)
    safe = url.startswith(("http://", "https://")) and shown == url
    return Text(shown, Style(link=url) if safe else "")
