"""Some events of a file as a file of their own: what is changed in it is changed in the whole."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from timeline.editing import style
from timeline.editing.cuts import Cut, cut, may_hang_together
from timeline.editing.event_file import EventFile, date_of
from timeline.editing.lines import CannotEdit
from timeline.editing.place import Told


class Excerpt(NamedTuple):
    """Events of a file, the number of the first, and where they were *cut* out, if they were."""

    file: EventFile
    first: int
    cut: Cut | None = None
    begin: int = 0
    end: int = 0

    def whole(self, text: str) -> str:
        """Return all of the text, with *text* in place of these events."""
        if not self.cut:
            return text
        lines = self.cut.lines
        return self.cut.written(lines[1 : self.begin] + text + lines[self.end :])


class Listing(NamedTuple):
    """The events of a text as they are *told*, and where they stand, or all of it."""

    told: Sequence[Told]
    where: EventFile | Cut

    def excerpt(self, first: int, end: int) -> Excerpt:
        """Return the events from *first* to before *end* at least, by their numbers.

        Raises `CannotEdit` where they do not come apart.
        """
        where, first = self.where, max(first, 0)
        if isinstance(where, EventFile):
            return Excerpt(where, 0)
        end = min(end, len(self.told))
        begin, stop = where.part_of(first, end)
        file = EventFile(where.lines[begin:stop])
        if len(file.items) != end - first:
            raise CannotEdit("a hyphen begins no event")
        return Excerpt(file, first, where, begin, stop)

    def shown(self) -> EventFile:
        """Return as many of the first events as show the style of the file."""
        return self.excerpt(0, style.ENOUGH).file


def edited(text: str, told: Sequence[Told], edit: Callable[[Listing], str]) -> str:
    """Return what *edit* makes of a text, whose events are *told* as loading has found them.

    Where it comes apart into just so many, no others are composed than *edit* asks for. Where
    nothing is told, all are, and called as in a file that stands alone. Raises `CannotEdit` as
    `EventFile` does.
    """
    found = cut(text) if len(told) > style.ENOUGH else None
    if found and len(found.events) == len(told) and not may_hang_together(text):
        with suppress(CannotEdit):  # whoever reads all of it says in which line
            return edit(Listing(told, found))
    file = EventFile(text)
    if len(told) != len(file.items):
        told = [Told(*each) for each in zip(file.ids(), map(date_of, file.items), strict=True)]
    return edit(Listing(told, file))


def edited_beside(text: str, edit: Callable[[EventFile], str]) -> str:
    """Return what *edit* makes of a text, of whose events it changes nothing.

    Of many events the first and the last alone are composed, and the others put back. Raises
    `CannotEdit` as `EventFile` does, and *edit*.
    """
    found = cut(text)
    if found and len(found.events) > style.ENOUGH and not may_hang_together(text):
        with suppress(CannotEdit):  # whoever reads all of it says in which line
            return _edited_around(found, edit)
    return edit(EventFile(text))


def _edited_around(found: Cut, edit: Callable[[EventFile], str]) -> str:
    """Return the whole text with what *edit* makes of it without the events within the list."""
    lines, begin, end = found.lines, *found.part_of(1, len(found.events) - 1)
    above, within, below = lines[1:begin], lines[begin:end], lines[end:]
    made = edit(EventFile(above + below))
    if made.startswith(above):
        return found.written(above + within + made.removeprefix(above))
    if made.endswith(below):
        return found.written(made.removesuffix(below) + within + below)
    raise CannotEdit("more than one place would change")
