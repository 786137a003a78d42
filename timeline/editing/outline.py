"""The events of a file without their words, put in order by their dates.

What stands between the words of two events, comments and blank lines, stands in a sheet in which
a line or two are there for each event: where it is short, its lines are found, and moved, as those
of a whole file are.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.editing.blocks import spans
from timeline.editing.event_file import head_end, settled
from timeline.editing.lines import Sheet
from timeline.editing.steps import in_order, laid_out, sort_keys
from timeline.edtf import When

_WORDS: Final = "-\n"  # stands for a line of an event


class Shape(NamedTuple):
    """An event without its words: lines *above* its hyphen, whether it *is_short*, lines *below*.

    A short one is one line. *ids* are as `event_file.ids_of` has them.
    """

    above: Sequence[str]
    is_short: bool
    below: Sequence[str]
    date: When | None
    ids: tuple[str, str]


class Outline:
    """Events in the order of their file, until they are put in that of their dates."""

    def __init__(self, head: Sequence[str], column: int, *, has_key: bool) -> None:
        """Begin with the lines above the first event: below their key, or all of them."""
        self._lines = list(head)
        self._column = column
        self._has_key = has_key
        self._begins: list[int] = []
        self._lasts: list[int] = []
        self._dates: list[When | None] = []
        self._ids: list[tuple[str, str]] = []

    def add(self, shape: Shape) -> None:
        """Add the next event."""
        self._lines += shape.above
        self._begins.append(len(self._lines))
        self._lines += [_WORDS] if shape.is_short else [_WORDS, _WORDS]
        self._lasts.append(len(self._lines) - 1)
        self._lines += shape.below
        self._dates.append(shape.date)
        self._ids.append(shape.ids)

    def order(self) -> list[int] | None:
        """Return the numbers of the events in their order.

        None where an event that has no id of its own would get another one in it.
        """
        order = in_order(range(len(self._dates)), sort_keys(self._dates))
        if all(written for written, _ in self._ids):
            return order
        ids = settled(self._ids)
        keeps = settled([self._ids[at] for at in order]) == [ids[at] for at in order]
        return order if keeps else None

    def lay_out(self, order: Sequence[int]) -> bool:
        """Put the events in an *order*, blank lines as they should be; return whether any moved."""
        before = self._lines
        self._put(order)
        self._put(range(len(order)))  # what stands above an event may go with another one now
        return self._lines != before or any(at > to for at, to in pairwise(order))

    def _put(self, order: Sequence[int]) -> None:
        sheet = Sheet("".join(self._lines))
        top = 0 if self._has_key else head_end(sheet, self._begins[0])
        found = spans(sheet, self._begins, self._lasts, (top, self._column))
        first = min(each.lead for each in found)
        lengths = [last - line for line, last in zip(self._begins, self._lasts, strict=True)]
        self._begins, self._lasts, lines = [], [], sheet.lines[:first]
        for at, (above, own) in zip(
            order, laid_out(sheet, found, [found[at] for at in order]), strict=True
        ):
            lines += above
            self._begins.append(len(lines))
            self._lasts.append(len(lines) + lengths[at])
            lines += own
        self._lines = lines + sheet.lines[found[-1].end :]

    def between(self) -> Iterator[Sequence[str]]:
        """Yield the lines above each event, and those below the last."""
        at = 0
        for begin, last in zip(self._begins, self._lasts, strict=True):
            yield self._lines[at:begin]
            at = last + 1
        yield self._lines[at:]
