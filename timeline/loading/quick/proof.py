"""Whether a text can be loaded that is written piece by piece: never all of it is at hand."""

from typing import Final

from timeline.loading.documents import Document
from timeline.loading.events import Draft
from timeline.loading.quick.relations import Relations
from timeline.loading.quick.values import Maker
from timeline.loading.quick.yaml import yaml_document
from timeline.nodes.tree import MOST_NODES, Broken, NotPlain

_AT_ONCE: Final = 1_000_000  # characters
_EVENTS: Final = "events:\n"


class Proof:
    """Reads an event file in YAML as it is written: what stands above its events comes first.

    Only what is read quickly is proved. What is not, may be right in another way.
    """

    def __init__(self, name: str) -> None:
        """Know nothing yet of the text that is to be the file *name*."""
        self._name = name
        self._pieces: list[str] = []
        self._size = 0  # characters
        self._values = 0
        self._relations: Relations | None = None
        self._is_plain = True

    def add(self, piece: str) -> None:
        """Take the next *piece* of the text, which ends where an event ends, or all above them."""
        if not self._is_plain:
            return
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > _AT_ONCE and self._has_events():
            self._read()

    def holds(self) -> bool:
        """Return whether all that was added can be loaded; if not, only loading it tells."""
        if self._pieces:
            self._read()
        return self._is_plain and self._relations is not None and self._relations.are_sound()

    def _has_events(self) -> bool:
        """Whether what has come since can be a file by itself."""
        return self._relations is not None or f"\n{_EVENTS} " in "".join(["\n", *self._pieces])

    def _read(self) -> None:
        """Read what has come since: all above the events, or events that follow others."""
        above = _EVENTS if self._relations else ""
        text = above + "".join(self._pieces)
        self._pieces, self._size = [], 0
        maker = Maker()  # what it keeps of all that is written would be too much
        try:
            self._note(yaml_document(maker, self._name, text))
        except (NotPlain, Broken):
            self._is_plain = False
        finally:
            maker.forget()

    def _note(self, found: Document) -> None:
        drafts, found.drafts = found.drafts, []
        self._relations = self._relations or Relations([found])
        self._relations.note(drafts)
        self._values += found.values
        are_whole = all("id" in each.fields and _is_dated(each) for each in drafts)
        self._is_plain = are_whole and self._values <= MOST_NODES


def _is_dated(draft: Draft) -> bool:
    """Whether an event has a date: one that follows from order follows from other events."""
    return draft.event is not None and not draft.event.undated
