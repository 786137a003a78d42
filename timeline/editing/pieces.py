"""An event file in canonical order, piece by piece: no more of it is composed than is not neat."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias, TypeVar

from timeline.editing.blocks import item_lines
from timeline.editing.cuts import Cut, may_hang_together
from timeline.editing.dates import date_edits
from timeline.editing.event_file import EventFile, date_of, ids_of
from timeline.editing.key_order import are_ordered
from timeline.editing.lines import CannotEdit, Edit, edited
from timeline.editing.neatness import Judge, Neat
from timeline.editing.nodes import Items, Pairs
from timeline.editing.outline import Outline, Shape
from timeline.editing.steps import EVENTS, IN_ENTRIES, KEYS, after_all, check_dates
from timeline.model.keys import Record
from timeline.model.schema import REGISTRIES
from timeline.nodes.cut import Span, entries
from timeline.nodes.tree import NotPlain

Place: TypeAlias = tuple[int, int]
"""The offsets of a piece: of its first character, and behind its last."""
_Neat = TypeVar("_Neat")
_TOGETHER: Final = 100  # pieces, composed at a stroke


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
        record = REGISTRIES[name].record
        found = ((place, self._is_neat(place, pieces.column, record)) for place in pieces.places)
        for places, is_neat in _runs(found):
            if not is_neat:
                yield from self._edits_of_run(name, places)

    def _is_neat(self, place: Place, column: int, record: Record) -> bool:
        start, end = place
        return self._judge.is_entry(self._lines[start:end], column, record)

    def _edits_of_run(self, name: str, places: Sequence[Place]) -> Iterator[Edit]:
        start, end = places[0][0], places[-1][1]
        above = f"{name}:\n"
        file = self._composed(above + self._lines[start:end])
        found = file.section(name)
        if not isinstance(found, Pairs) or len(found.pairs) != len(places):
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
        for shape in self._shapes():
            outline.add(shape)
        found = outline.order()
        self._remarks[EVENTS] = found is None
        order = range(len(pieces)) if found is None else found
        if outline.lay_out(order) or self._changed:
            yield from self._edit(first, span.end + 1, "".join(self._laid_out(outline, order)))

    def _shapes(self) -> Iterator[Shape]:
        """Yield what each event is without its words, and keep these."""
        found = ((place, self._neat(place)) for place in self._found.events.places)
        for places, neat in _runs(found):
            if neat:
                yield self._shape_of_neat(places[0], neat)
            else:
                yield from self._shapes_of_run(places)

    def _neat(self, place: Place) -> Neat | None:
        start, end = place
        return self._judge.event(self._lines[start:end], self._found.events.column)

    def _shape_of_neat(self, place: Place, neat: Neat) -> Shape:
        start, end = place
        stop = start + neat.end
        self._bodies.extend((start, stop))
        is_short = self._lines.count("\n", start, stop) == 1
        below = self._lines[stop:end].splitlines(keepends=True)
        return Shape((), is_short, below, neat.date, neat.ids)

    def _shapes_of_run(self, places: Sequence[Place]) -> Iterator[Shape]:
        file = self._composed(self._lines[places[0][0] : places[-1][1]])
        if not isinstance(file.root, Items) or len(file.items) != len(places):
            raise NotPlain
        lines = file.sheet.lines
        begins, lasts = item_lines(file.sheet, file.root, 0)
        above, stops = lines[: begins[0]], [*begins[1:], len(lines)]
        rows = zip(places, file.items, begins, lasts, stops, strict=True)
        for place, event, begin, last, stop in rows:
            self._changed[len(self._bodies) // 2] = "".join(lines[begin : last + 1])
            self._bodies.extend(place)
            below = lines[last + 1 : stop]
            yield Shape(above, begin == last, below, date_of(event), ids_of(event))
            above = []

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


def _runs(judged: Iterable[tuple[Place, _Neat]]) -> Iterator[tuple[Sequence[Place], _Neat | None]]:
    """Yield each piece that is neat, with what is known of it, and the others in runs."""
    untidy = list[Place]()
    for place, neat in judged:
        if not neat:
            untidy.append(place)
        if untidy and (neat or len(untidy) == _TOGETHER):
            yield untidy, None
            untidy = []
        if neat:
            yield [place], neat
    if untidy:
        yield untidy, None
