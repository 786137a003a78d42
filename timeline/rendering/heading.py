"""What stands over a page: the timeline, what was asked, how many events answer."""

from rich.text import Text

from timeline.rendering.look import Look
from timeline.text import visible


def heading(title: str, asked: str, count: str, look: Look) -> Text:
    """Return the heading: the title, and below it the question and the *count*."""
    text = Text()
    if title:
        text.append(f"{visible(title)}\n", "bold")
    parts = [Text(visible(part), style) for part, style in ((asked, ""), (count, "dim")) if part]
    return text.append_text(Text(look.dot, "dim").join(parts))
