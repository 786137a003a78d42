"""What lies near an event or a date, with how far, in plain forms.

Each line of an event is that of `list`, after what is added to it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.phrases.lengths import Length
from timeline.reports.answer import Answer
from timeline.reports.around import Surroundings
from timeline.reports.centre import Centre
from timeline.reports.distance import Near
from timeline.text import counted
from timeline.views.list import event_lines, event_page
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import Object, answer_data, iso_day, match_data
from timeline.views.parts.look import Look
from timeline.views.view import View, figures

_CENTRE: Final = "centre"
_YES_OR_NO: Final = ("no", "yes")


class AroundView(View):
    """What of an answer lies around a centre; an event that is the centre stands among it."""

    def __init__(self, answer: Answer, found: Surroundings, said: str) -> None:
        """Show what was *found*; *said* is around what, in words."""
        self.answer = answer
        self.found = found
        self.said = said
        self.nears = found.with_centre()

    def lines(self) -> Iterator[str]:
        """Yield a line for each event."""
        return near_lines(self.nears, self.found.centre, self.answer.timeline)

    def json(self) -> Object:
        """Return the whole answer."""
        answer = self.answer
        return answer_data(
            answer.timeline,
            answer.asked(),
            around=centre_data(self.found.centre),
            found=len(answer.found),
            certain=answer.shown.certain,
            possible=answer.shown.possible,
            events=list(self.jsonl()),
        )

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each event."""
        return near_rows(self.nears, self.found.centre, self.answer.timeline)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        columns = near_columns(self.answer.timeline, self.found.centre)
        return csv_table.csv_lines(columns, self.nears)

    def md(self) -> Iterator[str]:
        """Yield a list with footnotes, under a heading."""
        shown = Selection(near.match for near in self.nears)
        body = event_page(shown, self.answer.timeline)
        return markdown.answer_page(self.answer, body, self.said)

    def remark(self) -> str:
        """Return around what, and how many events there are."""
        return f"{self.said}: {self.answer.count()}"


def around_words(middle: Centre, within: Length | None, *, ascii: bool) -> str:  # noqa: A002
    """Return around what, and how near: "around 23 Mar 2019, within 30 days"."""
    said = f"around {middle.describe(ascii=ascii)}"
    return f"{said}, within {within.describe()}" if within else said


def near_lines(nears: Iterable[Near], middle: Centre, timeline: Timeline) -> Iterator[str]:
    """Yield a line for each event: distance in words, least and most days, then as in `list`.

    A bound that is not known is empty. The centre itself is at 0 days, called "centre".
    """
    for near in nears:
        words = _CENTRE if _is(near, middle) else distance_words(near, Look())
        days = (figures(near.least), figures(near.most))
        yield "\t".join((words, *days, *event_lines(Selection([near.match]), timeline)))


def near_rows(nears: Iterable[Near], middle: Centre, timeline: Timeline) -> Iterator[Object]:
    """Yield the data of each event, with its least and most days from the centre."""
    for near in nears:
        yield {
            "where": _where(near, middle),
            "sure": near.sure,
            "days": [near.least, near.most],
            **match_data(near.match, timeline),
        }


def near_columns(timeline: Timeline, middle: Centre) -> csv_table.Columns[Near]:
    """Return the columns of an event near a centre: where, and how far, then as in `list`."""
    return {
        "where": lambda near: _where(near, middle),
        "sure": lambda near: _YES_OR_NO[near.sure],
        "least_days": lambda near: near.least,
        "most_days": lambda near: near.most,
        **csv_table.of_part(attrgetter("match"), csv_table.match_columns(timeline)),
    }


def centre_data(middle: Centre) -> Object:
    """Return a centre: the event it is, or the date, and its first and last possible day."""
    return {
        "event": middle.event.id if middle.event else None,
        "date": middle.text,
        "first": iso_day(middle.start[0]),
        "last": iso_day(middle.end[1]),
    }


def _where(near: Near, middle: Centre) -> str:
    return _CENTRE if _is(near, middle) else near.where


def _is(near: Near, middle: Centre) -> bool:
    """Return whether an event is the *middle* itself."""
    return near.match.event is middle.event


def distance_words(near: Near, look: Look) -> str:
    """Return the distance as a page says it: "12 days before", "≈3–33 days after", "same day"."""
    if near.where in ("before", "after"):
        is_exact = near.least == near.most and not near.doubted
        return f"{look.doubt(sure=is_exact)}{_days(near, look)} {near.where}"
    if near.sure or near.where == "before or after":
        return near.where
    return f"possibly {near.where}"


def _days(near: Near, look: Look) -> str:
    """Return how many days, or from how many to how many; the sign is left to a word."""
    ends = [abs(days) for days in (near.least, near.most) if days is not None]
    if len(ends) == 1:
        return f"at least {counted(ends[0], 'day')}"
    low, high = sorted(ends)
    if low == high:
        return counted(low, "day")
    return f"{low:,}{look.dash}{high:,} days"
