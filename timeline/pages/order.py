"""What came first → a page: two events and why, or a table of several."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.handles import Handles
from timeline.model.records import Event
from timeline.pages.parts import (
    Steps,
    file_line,
    indented,
    kept_together,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.order import Pairs
from timeline.text import visible
from timeline.views import order as words
from timeline.views.order import OrderView
from timeline.views.parts.look import Look

_CELL: Final = 4  # cells of a column of the table


def page(view: OrderView, look: Look) -> tuple[RenderableType, ...]:
    """Return the events by letters, and how they lie: of two in a sentence, of more in a table."""
    names = NamesPage(view.pairs.events, Handles(view.timeline), look)
    if len(view.pairs.found) > 1:
        return *file_line(look), names, TablePage(view.pairs, look)
    (found,) = view.pairs.found
    because = [(_in_signs(text, look), visible(where)) for text, where in words.reasons(found)]
    said = Sentence(words.sentence(found, ("A", "B")), look)
    if because:
        return *file_line(look), names, said, Steps(because, look)
    return *file_line(look), names, said, Steps([(_why_not(view), "")], look)


def _why_not(view: OrderView) -> str:
    """Return why there is nothing that the order of two follows from."""
    (found,) = view.pairs.found
    return words.OPEN if any((found.before, found.same, found.after)) else ""


def _in_signs(text: str, look: Look) -> str:
    return visible(text).replace("–", "-").replace("→", "->") if look.ascii else visible(text)


class Sentence:
    """A line that stands out, with room around it, as a Rich renderable."""

    def __init__(self, said: str, look: Look) -> None:
        """Show what is *said*."""
        self._said = said
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield it, wrapped."""
        yield Text()
        yield from indented(console, Text(self._said, "bold"), self._look.page - 2)
        yield Text()


class NamesPage:
    """Events, each with the letter by which it is called, as a Rich renderable."""

    def __init__(self, events: Sequence[Event], handles: Handles, look: Look) -> None:
        """Show *events* with their *handles*."""
        self._events = events
        self._handles = handles
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the lines of each event."""
        yield Text()
        for letter, event in zip(words.LETTERS, self._events, strict=False):
            date = self._look.date(event)
            sign = self._look.status(event.status)
            title = Text(f"{date} {sign} {visible(event.title)}")
            lines = wrapped(
                console, with_handle(title, self._handles.of(event)), self._look.page - 6
            )
            for before, line in prefixed(
                Text.assemble((f" {letter}  ", "bold")), Text("    "), lines
            ):
                yield trimmed(before.copy().append_text(line))


class TablePage:
    """How each of several events lies to each other, as a Rich renderable."""

    def __init__(self, pairs: Pairs, look: Look) -> None:
        """Show *pairs*."""
        self._pairs = pairs
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the table, a row for each event, and what its signs mean."""
        events, letters = self._pairs.events, words.LETTERS
        yield Text()
        heads = (f"{letter:<{_CELL}}" for _, letter in zip(events, letters, strict=False))
        yield trimmed(Text(f"    {''.join(heads)}", "bold"))
        for letter, event in zip(letters, events, strict=False):
            row = Text.assemble((f" {letter}  ", "bold"))
            for other in events:
                row.append(f"{self._sign(event, other):<{_CELL}}")
            yield trimmed(row)
        yield Text()
        yield from kept_together(self._legend(), self._look.page - 2, "dim")
        yield from indented(
            console, Text("`timeline order` with two of them says why.", "dim"), self._look.page - 2
        )

    def _sign(self, event: Event, other: Event) -> str:
        if event is other:
            return "-"
        found = self._pairs.between(event, other)
        return words.sign(found, back=found.first is other)

    def _legend(self) -> Iterator[str]:
        signs = {
            self._sign(one, other) for one in self._pairs.events for other in self._pairs.events
        }
        yield from (f"{sign} {said}" for sign, said in words.MEANINGS.items() if sign in signs)
