"""Why an event matches → the page that `why` shows: the event, the answer, the tree."""

from collections.abc import Iterator
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.inference.reasons import days
from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.pages.branches import SectionPage
from timeline.pages.parts import Steps, file_line, indented, prefixed, trimmed, wrapped
from timeline.query.logic import Reason
from timeline.text import cells, visible
from timeline.views import why as reasons
from timeline.views.parts.look import Look, arc_colours
from timeline.views.parts.origin_words import Tree
from timeline.views.parts.sections import sides
from timeline.views.why import Row, WhyView

_VERDICT: Final = 9  # cells of a sign, a word, and the space around them
_BESIDE: Final = 84  # from here on there is room for what decided beside the terms
_STYLES: Final = {Verdict.YES: "bold", Verdict.MAYBE: "", Verdict.NO: ""}


def page(view: WhyView, look: Look) -> tuple[RenderableType, ...]:
    """Return the event, the answer and the tree of terms; above them, the file."""
    reason = ReasonPage(view.event, view.reason, view.timeline, look)
    return *file_line(look), reason, *_narrower(view, look), *_origins(view, look)


def _narrower(view: WhyView, look: Look) -> tuple[RenderableType, ...]:
    """Return the narrower days of the event, and what they follow from; nothing for none."""
    found = view.told
    if not found:
        return ()
    said = "By the order of events it is narrower"
    if view.event.undated:
        said = "Its date follows from the order of events"
    head = reasons.in_signs(f"{said}: {days(found)}", look)
    return Text(f"\n {head}\n"), Steps(reasons.narrowing_steps(found, look), look)


def _origins(view: WhyView, look: Look) -> tuple[RenderableType, ...]:
    """Return the origins of the event and what leads to them, if the query asks for them."""
    if not view.origins:
        return ()
    tree = Tree(view.timeline, look, view.where)
    return (SectionPage(list(sides(view.event, view.origins, tree)), look),)


class ReasonPage:
    """The answer in a sentence and the tree of terms, as a Rich renderable."""

    def __init__(self, event: Event, reason: Reason, timeline: Timeline, look: Look) -> None:
        """Show why *event* of *timeline* answers as *reason* says."""
        self._event = event
        self._reason = reason
        self._look = look
        self._colour = arc_colours(timeline).get(event.arc, "")
        self._rows = list(reasons.tree(reason, look))
        self._term = max(cells(row.joint + visible(row.reason.term)) for row in self._rows)
        self._beside = look.page >= _BESIDE and self._term <= look.page // 2

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        width = self._look.page - 2
        yield Text()
        yield from self._titled(console, width)
        yield Text()
        yield from indented(console, Text(reasons.answer(self._reason)), width)
        yield Text()
        for row in self._rows:
            yield from self._row(console, row)

    def _titled(self, console: Console, width: int) -> Iterator[Text]:
        """Yield the lines of the event: date and sign, and the title beside them."""
        date = self._look.date(self._event, long=True)
        sign = (self._look.status(self._event.status), self._colour)
        before = Text.assemble((date, "bold"), "  ", sign, "  ")
        title = Text(visible(self._event.title))
        room = width - before.cell_len
        if room < width // 2:
            yield from indented(console, before + title, width)
            return
        lines = wrapped(console, title, room)
        for start, line in prefixed(before, Text(" " * before.cell_len), lines):
            yield Text(" ") + start + line

    def _row(self, console: Console, row: Row) -> Iterator[Text]:
        """Yield the lines of a term: what decided stands beside it, or below."""
        room = self._look.page - _VERDICT - cells(row.joint) - 1
        style = "italic" if row.reason.parts else "bold"
        first, *more = wrapped(console, Text(visible(row.reason.term), style), room)
        why = self._why(console, row, room)
        head = self._head(row).append_text(first)
        indent = 2
        if self._beside and why:
            head.append(" " * (self._term - cells(row.joint) - first.cell_len + 2))
            head.append_text(why.pop(0))
            indent = self._term - cells(row.below) + 2
        yield trimmed(head)
        under = Text.assemble(" " * _VERDICT, (row.below, "dim"))
        for line in more:
            yield trimmed(under + line)
        for line in why:
            yield trimmed(under + Text(" " * indent) + line)

    def _head(self, row: Row) -> Text:
        """Return what stands before a term: its answer, and what joins it to the one above."""
        verdict = row.reason.verdict
        sign = f"{reasons.sign(verdict, self._look)} {reasons.WORDS[verdict]}"
        answer = (f"{sign:<{_VERDICT - 1}}", _STYLES[verdict])
        return Text.assemble(" ", answer, (row.joint, "dim"))

    def _why(self, console: Console, row: Row, room: int) -> list[Text]:
        """Return the lines of what decided a term, which has so much *room* itself."""
        said = reasons.because(row.reason, self._look)
        if not said:
            return []
        width = room - 2
        if self._beside:
            width = self._look.page - _VERDICT - self._term - 3
        return list(wrapped(console, Text(said, "dim"), width))
