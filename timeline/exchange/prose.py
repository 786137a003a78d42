"""A selection → a list in Markdown, to be read: the words of events, and their sources below."""

from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.unsaid import TOLD, note_unsaid
from timeline.model.schema import EVENT
from timeline.views import list as list_view
from timeline.views.parts import markdown

_NAME: Final = "a list in Markdown"
# Whoever reads knows an event by its date and title.
_UNSAID: Final = tuple(key for key in EVENT.names if key not in ("id", *list_view.SAID))
_KEPT: Final = {**TOLD, "timeline": frozenset({"title"})}


def write(export: Export, losses: Losses) -> str:
    """Return the page that `list` has in Markdown, and note what it leaves out."""
    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for key in _UNSAID:
            if getattr(match.event, key):
                losses.drop(f"{key}: {_NAME} has no place for it", match.event.id)
    note_unsaid(export, losses, _NAME, _KEPT)
    head = markdown.heading(export.timeline.title, export.query, export.count)
    body = list_view.event_page(export.selection, export.timeline)
    return "".join(f"{line}\n" for line in (*head, *body))
