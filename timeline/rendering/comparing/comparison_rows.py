"""Two questions side by side → lines and plain values, for other programs. No Rich here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from timeline.model.answers import Selection, Verdict
from timeline.model.timeline import Timeline
from timeline.rendering.comparing.offsets import offset_text
from timeline.rendering.forms.data import event_data
from timeline.rendering.forms.lines import event_lines
from timeline.reports.compare import Compared, Offset

_ANSWERS: Final = {Verdict.NO: None, Verdict.MAYBE: "possible", Verdict.YES: "certain"}


def comparison_lines(
    compared: Sequence[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[str]:
    """Yield a line for each event: its days from day 0 if *aligned*, its sides, then as a list."""
    plain = event_lines(Selection(each.match for each in compared), timeline)
    for each, line in zip(compared, plain, strict=True):
        days = f"{offset_text(each.offset)}\t" if aligned else ""
        yield f"{days}{each.sides}\t{line}"


def comparison_rows(
    compared: Iterable[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event: its sides, its answer on each, its days if *aligned*."""
    for each in compared:
        yield {
            "sides": each.sides,
            "a": _ANSWERS[each.first],
            "b": _ANSWERS[each.second],
            "offset": _offset_data(each.offset) if aligned else None,
            **event_data(each.event, timeline),
        }


def side_data(query: str, found: Selection, day_0: str | None) -> Mapping[str, Any]:
    """Return what was asked of a side, how many answer, and the id of its day 0."""
    return {
        "query": query,
        "certain": found.certain,
        "possible": found.possible,
        "day_0": day_0,
    }


def _offset_data(offset: Offset) -> Mapping[str, Any]:
    return {
        "earliest": offset.earliest,
        "latest": offset.latest,
        "approximate": offset.approximate,
    }
