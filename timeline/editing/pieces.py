"""An event file in canonical order, piece by piece: no more of it is composed than is not neat."""

from array import array
from collections.abc import Iterator, Sequence

from timeline.editing.blocks import item_lines
from timeline.editing.cuts import Cut, may_hang_together
from timeline.editing.event_file import EventFile, date_of, ids_of
from timeline.editing.key_order import are_ordered
from timeline.editing.lines import CannotEdit, Edit, edited
from timeline.editing.neatness import Judge
from timeline.editing.nodes import Items, Pairs
from timeline.editing.outline import Outline, Shape
from timeline.editing.steps import EVENTS, IN_ENTRIES, KEYS, after_all, check_dates, date_edits
from timeline.model.schema import REGISTRIES
from timeline.nodes.cut import Span, entries
from timeline.nodes.tree import NotPlain


class Pieces:
    """The entries of a file, each put in order by itself, and its events in theirs."""

    def __init__(self, found: Cut) -> None:
        """Take a file that was *found* to come apart."""
        self._found = found
        self._lines = found.lines
        self._judge = Judge()
        self._remarks = {EVENTS: False, KEYS: False}  # in the order in which they are told
        self._bodies = array("q")  # offsets: where the words of each event begin, and their end
        self._changed: dict[int, str] = {}  # the words of events that are not neat

    @property
    def remarks(self) -> tuple[str, ...]:
        """What in the file was left as it is, in words."""
        return tuple(remark for remark, is_due in self._remarks.items() if is_due)

    def text(self) -> str | None:
        """Return the text in order, None where it is so already.

        Raises `CannotEdit` and `NotPlain` where that cannot be told from its pieces.
        """
        found = self._found
        edits = [edit for section in found.sections.items() for edit in self._edits(*section)]
        if not edits:
            return None
        return found.written(edited(self._lines, edits, 1))

    def _edits(self, name: str, span: Span) -> Iterator[Edit]:
        if name == "events":
            return self._edits_of_events(span)
        if name in REGISTRIES:
            return self._edits_of_entries(name, span)
        return self._edits_of_header(span)

    def _edits_of_header(self, span: Span) -> Iterator[Edit]:
        file = self._composed(self._lines[span.start + 1 : span.end + 1])
        yield from self._edit(span.start + 1, span.end + 1, file.sheet.text)

    def _edits_of_entries(self, name: str, span: Span) -> Iterator[Edit]:
        pieces = entries(self._lines, span)
        if not pieces:
            return
        for start, end in pieces.places:
            piece = self._lines[start:end]
            if self._judge.is_entry(piece, pieces.column, REGISTRIES[name].record):
                continue
            above = f"{name}:\n"
            file = self._composed(above + piece)
            found = file.section(name)
            if not isinstance(found, Pairs) or len(found.pairs) != 1:
                raise NotPlain
            yield from self._edit(start, end, file.sheet.text[len(above) :])

    def _edit(self, start: int, end: int, text: str) -> Iterator[Edit]:
        """Yield what puts *text* in place of what stands from *start* to *end*, if it differs."""
        if self._lines[start:end] != text:
            yield Edit(start, end, text)

    def _composed(self, piece: str) -> EventFile:
        """Return a *piece*, which must hang together with nothing else, its entries in order."""
        if may_hang_together(piece):
            raise NotPlain
        first = EventFile(piece)
        check_dates(first)
        is_neat = are_ordered(first) and not any(date_edits(first))
        file = first if is_neat else after_all(first, IN_ENTRIES)
        if not file:
            raise CannotEdit("it would say something else")
        if not (is_neat or are_ordered(file)):
            self._remarks[KEYS] = True
        return file

    def _edits_of_events(self, span: Span) -> Iterator[Edit]:
        pieces = self._found.events
        first = span.body + 1
        head = self._lines[first : pieces.stops[0] + 1].splitlines(keepends=True)
        outline = Outline(head, pieces.column, has_key=span.body > 0)
        for number, place in enumerate(pieces.places):
            outline.add(self._shape(number, *place))
        found = outline.order()
        self._remarks[EVENTS] = found is None
        order = range(len(pieces)) if found is None else found
        if outline.lay_out(order) or self._changed:
            yield from self._edit(first, span.end + 1, "".join(self._laid_out(outline, order)))

    def _shape(self, number: int, start: int, end: int) -> Shape:
        """Return what an event is without its words, and keep these."""
        piece = self._lines[start:end]
        neat = self._judge.event(piece, self._found.events.column)
        if neat:
            self._bodies.extend((start, start + neat.end))
            is_short = piece.count("\n", 0, neat.end) == 1
            below = piece[neat.end :].splitlines(keepends=True)
            return Shape((), is_short, below, neat.date, neat.ids)
        file = self._composed(piece)
        if not isinstance(file.root, Items) or len(file.items) != 1:
            raise NotPlain
        (begin,), (last,) = item_lines(file.sheet, file.root, 0)
        lines, (event,) = file.sheet.lines, file.items
        self._bodies.extend((start, end))
        self._changed[number] = "".join(lines[begin : last + 1])
        is_short, below = begin == last, lines[last + 1 :]
        return Shape(lines[:begin], is_short, below, date_of(event), ids_of(event))

    def _laid_out(self, outline: Outline, order: Sequence[int]) -> Iterator[str]:
        """Yield the lines of all events in an *order*, with what the *outline* has between them."""
        *above, below = outline.between()
        for number, lines in zip(order, above, strict=True):
            yield from lines
            yield self._changed.get(number) or self._body(number)
        yield from below

    def _body(self, number: int) -> str:
        start, end = self._bodies[2 * number : 2 * number + 2]
        return self._lines[start:end]
