"""A selection → a list in Markdown, to be read: the words of events, and their sources below."""

from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.views import list as list_view
from timeline.views.parts import markdown

_UNSAID: Final = ("tags", "links", "note")  # of an event


def write(export: Export, losses: Losses) -> str:
    """Return the page that `list` has in Markdown, and note what it leaves out."""
    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for key in _UNSAID:
            if getattr(match.event, key):
                losses.drop(f"{key}: a list in Markdown has no place for it", match.event.id)
    head = markdown.heading(export.timeline.title, export.query, export.count)
    body = list_view.event_page(export.selection, export.timeline)
    return "".join(f"{line}\n" for line in (*head, *body))
