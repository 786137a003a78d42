"""An address of the web → a link, if that is what it is."""

from rich.style import Style
from rich.text import Text

from timeline.text import leads_to_web, visible


def linked(url: str) -> Text:
    """Return *url*, as a link where it leads to the web and hides nothing."""
    return Text(visible(url), Style(link=url) if leads_to_web(url) else "")
