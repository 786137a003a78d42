"""Two questions → their answers side by side → the screen."""

from typing import TYPE_CHECKING

import msgspec

from timeline.commands.forms import Forms, Later, is_data, remark, show
from timeline.commands.support import streams
from timeline.commands.support.options import Question
from timeline.commands.support.run import Run
from timeline.errors import UsageError
from timeline.model.answers import Selection
from timeline.model.records import Event
from timeline.phrases import lengths
from timeline.query.logic import AllOf
from timeline.reports import compare
from timeline.reports.answer import Answer
from timeline.reports.compare import Compared
from timeline.text import counted
from timeline.views import compare as comparison_rows
from timeline.views.parts import json_data

if TYPE_CHECKING:
    from timeline.commands import paging_comparison
else:  # Rich is for pages only, and the other forms are rare
    paging_comparison = Later("timeline.commands.paging_comparison")


class Comparison(msgspec.Struct, frozen=True):
    """What was asked of both sides and of each alone, what came of it, and how it lines up."""

    shared: AllOf
    answers: tuple[Answer, Answer]
    compared: list[Compared]
    days_0: tuple[Event, Event] | None = None
    within: str = ""

    def in_both(self) -> str:
        """Return how many events answer both questions: "2 events in both"."""
        number = compare.in_both(self.compared)
        return f"{counted(number, 'event') if number else 'no event'} in both"


def compared(
    run: Run,
    texts: tuple[str, str],
    question: Question,
    align: tuple[str, str] | None = None,
    within: str | None = None,
) -> Comparison:
    """Return the comparison that *texts* ask for.

    Raises `UsageError` for *within* without *align*, and what queries and ids raise.
    """
    if within and not align:
        raise UsageError("--within counts from a day 0", "add --align ID ID")
    shared = run.query(question)
    context = run.context(question)
    first, second = (compare.side(text, context) for text in texts)
    one, other = (_found(run, each, shared, question) for each in (first, second))
    days_0 = (run.timeline.get(align[0]), run.timeline.get(align[1])) if align else None
    length = lengths.length(within) if within else None
    rows = (
        compare.aligned(one, other, days_0, length)
        if days_0
        else compare.beside(one, other, run.timeline)
    )
    answers = (
        Answer(run.timeline, first, one, _on(rows, "A")),
        Answer(run.timeline, second, other, _on(rows, "B")),
    )
    said = f"within {length.describe()} of day 0" if length else ""
    return Comparison(shared, answers, rows, days_0, said)


def comparison(run: Run, made: Comparison) -> None:
    """Show the comparison that was *made*."""
    timeline, rows, aligned = run.timeline, made.compared, made.days_0 is not None
    if not (rows or is_data(run.screen)):
        _nothing_found(run, made)
        return
    forms = Forms(
        page=lambda: paging_comparison.comparison(run, made),
        lines=lambda: comparison_rows.comparison_lines(rows, timeline, aligned=aligned),
        json=lambda: _document(run, made),
        jsonl=lambda: comparison_rows.comparison_rows(rows, timeline, aligned=aligned),
        csv=lambda: comparison_rows.comparison_csv(rows, timeline, aligned=aligned),
    )
    show(run.screen, forms)
    first, second = made.answers
    remark(run.screen, f"A: {first.count()}; B: {second.count()}; {made.in_both()}")


def _found(run: Run, own: AllOf, shared: AllOf, question: Question) -> Selection:
    found = run.timeline.select(AllOf((*own.terms, *shared.terms)))
    return found.only_certain() if question.certain else found


def _on(rows: list[Compared], side: str) -> Selection:
    return Selection(each.match for each in rows if side in each.sides)


def _document(run: Run, made: Comparison) -> dict[str, object]:
    days_0 = [event.id for event in made.days_0] if made.days_0 else [None, None]
    sides = {
        letter: comparison_rows.side_data(answer.query.describe(), answer.found, day_0)
        for letter, answer, day_0 in zip("ab", made.answers, days_0, strict=True)
    }
    rows = comparison_rows.comparison_rows(
        made.compared, run.timeline, aligned=made.days_0 is not None
    )
    return {
        **json_data.answer_data(run.timeline, made.shared.describe()),
        **sides,
        "in_both": compare.in_both(made.compared),
        "events": list(rows),
    }


def _nothing_found(run: Run, made: Comparison) -> None:
    asked = [answer.query.describe(ascii=run.screen.ascii) for answer in made.answers]
    within = made.shared.describe(ascii=run.screen.ascii)
    streams.remark(f"No event matches {asked[0]} or {asked[1]}{f', {within}' if within else ''}.")
