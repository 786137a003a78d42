"""An event file as text: where its sections are, its events, their ids and dates."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from timeline import edtf
from timeline.editing.as_data import plain
from timeline.editing.blocks import Part, item_parts
from timeline.editing.lines import BLANKS, BREAKS, CannotEdit, Edit, Sheet
from timeline.editing.nodes import AnyNode, Items, Pairs, Scalar, compose, resolved, text_of
from timeline.edtf import EdtfError, When
from timeline.model.records import Ids, made_id

_NO_EVENTS: Final = "an event file is a list of events, or has 'events:' and a list below it"


class EventFile:
    """A text with what stands in it: *root* is None where there are only comments."""

    def __init__(self, text: str) -> None:
        """Read *text*; raises `CannotEdit` for what is no event file in YAML."""
        self.sheet = Sheet(text)
        self.root = compose(self.sheet)
        if not isinstance(self.root, Items | Pairs | None):
            raise CannotEdit("this is no event file", _NO_EVENTS)
        if self.root is not None and self.root.flow:
            hint = "write keys and events in lines; to convert JSON: timeline export yaml"
            raise CannotEdit("the file stands in brackets, as JSON does", hint)

    @property
    def events(self) -> Items | None:
        """The list of events, if there is one; raises `CannotEdit` where no list can be."""
        is_list = isinstance(self.root, Items)
        found = self.root if is_list else self.section("events")
        if found is None or isinstance(found, Items):
            return found
        if isinstance(found, Scalar) and found.is_blank and not found.marked:
            return None
        raise CannotEdit(f"'events' in line {found.line + 1} is no list of its own", _NO_EVENTS)

    @property
    def items(self) -> Sequence[AnyNode]:
        """The events in the list; none where there is none."""
        events = self.events
        return events.items if events else ()

    @property
    def top(self) -> int:
        """The first line that may belong to the events.

        In a file that is a list alone, comments at its head with a blank line below them
        are about the file.
        """
        if isinstance(self.root, Pairs):
            return self.key_line("events") + 1
        return self.top_of_root

    @property
    def top_of_root(self) -> int:
        """The first line below the comments that are about the whole file."""
        first = self.root.line if self.root else len(self.sheet.lines)
        return head_end(self.sheet, first)

    @property
    def sections(self) -> Sequence[tuple[AnyNode, AnyNode]]:
        """The keys of the file with what stands below them; none in a list of events."""
        return self.root.pairs if isinstance(self.root, Pairs) else ()

    def section(self, name: str) -> AnyNode | None:
        """Return what stands below the key *name*, if there is one."""
        return self.root.get(name) if isinstance(self.root, Pairs) else None

    def key_line(self, section: str) -> int:
        """Return the line of a *section*'s key, -1 where there is none."""
        return next((key.line for key, _ in self.sections if text_of(key) == section), -1)

    def emptied(self, node: AnyNode) -> "EventFile":
        """Return the file without the value *node*, and without blanks at the end of its line."""
        text, start = self.sheet.text, node.start
        if node.end == len(text) or text[node.end] in BREAKS:
            start = len(text[:start].rstrip(BLANKS))
        return EventFile(self.sheet.edited([Edit(start, node.end, "")]))

    def parts(self) -> list[Part]:
        """Return the lines of each event; raises `CannotEdit` where they cannot be told apart."""
        events = self.events
        if not events or not events.items:
            return []
        return item_parts(self.sheet, events, self.top)

    def said(self, instead: Mapping[int, str] | None = None) -> tuple[dict[str, Any], list[Any]]:
        """Return what the file says beside its events, and its events, as plain data.

        *instead* is as for `plain`.
        """
        found = plain(self.root, instead) or {}
        if isinstance(found, list):
            return {}, found
        events = found.pop("events", None)
        return found, events or []

    def ids(self) -> list[str]:
        """Return the id of each event: as written, or as loading would make it."""
        return settled([ids_of(item) for item in self.items])


def head_end(sheet: Sheet, first: int) -> int:
    """Return where the comments end that are about the whole file, whose *first* line is known."""
    return next((at + 1 for at in range(first - 1, -1, -1) if _is_break(sheet, at)), 0)


def _is_break(sheet: Sheet, number: int) -> bool:
    return sheet.is_blank(number) or sheet.body(number).startswith(("---", "%"))


def ids_of(item: AnyNode) -> tuple[str, str]:
    """Return the id that an event has, and the one that loading would make where it has none."""
    node = resolved(item)
    if written := _field(node, "id"):
        return written, ""
    return "", made_id(_field(node, "title"), date_of(node))


def settled(ids: Sequence[tuple[str, str]]) -> list[str]:
    """Return the id of each event, of those that `ids_of` gives."""
    free = Ids(written for written, _ in ids if written)
    return [written or free.free(made) for written, made in ids]


def _field(node: AnyNode | None, key: str) -> str:
    return text_of(node.get(key)) if isinstance(node, Pairs) else ""


def date_of(node: AnyNode | None) -> When | None:
    """Return the date of an event, or None where it has none."""
    return read_date(_field(resolved(node), "date"))


def is_undated(node: AnyNode | None) -> bool:
    """Whether an event leaves its date out; what its links say of order stands for it."""
    found = resolved(node)
    return isinstance(found, Pairs) and not _field(found, "date") and bool(found.get("links"))


@lru_cache(maxsize=10_000)  # each step of formatting asks for every date
def read_date(text: str) -> When | None:
    """Return the date that a text is, or None."""
    try:
        return edtf.parse(text)
    except EdtfError:
        return None
