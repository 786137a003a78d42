"""What events rest on, in plain forms: all of it for some, a row each for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.inference.origins import Side
from timeline.model.timeline import Timeline
from timeline.model.words import status_word
from timeline.reports import evidence as reports
from timeline.reports.answer import Answer
from timeline.reports.evidence import Evidence
from timeline.reports.reasons import Reason
from timeline.text import visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.evidence_data import evidence_data
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.parts.look import Look
from timeline.views.parts.origin_words import Where, nowhere
from timeline.views.parts.reason_words import step_text, summary
from timeline.views.parts.sections import sections
from timeline.views.view import View


class EvidenceView(View):
    """All that some events rest on: no line would hold it, so that a pipe gets the page."""

    def __init__(
        self, timeline: Timeline, found: Sequence[Evidence], where: Where = nowhere
    ) -> None:
        """Show what was *found* of events of *timeline*; *where* has the places of each step."""
        self.timeline = timeline
        self.found = found
        self.where = where

    def json(self) -> Object:
        """Return all of them as one answer."""
        return answer_data(self.timeline, "", events=list(self.jsonl()))

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each event."""
        return (evidence_data(each, self.timeline, self.where) for each in self.found)

    def csv(self) -> Iterator[str]:
        """Yield a table with a row for each event."""
        return csv_table.csv_lines(_columns(), self.found)

    def md(self) -> Iterator[str]:
        """Yield what each event rests on, under a heading of its own."""
        yield f"# {markdown.escaped(self.timeline.heading)}"
        for each in self.found:
            yield from _page(each, self.timeline, self.where)


class WeighedView(EvidenceView):
    """What the events of an answer rest on, a row each."""

    def __init__(
        self, answer: Answer, found: Sequence[Evidence], every: Sequence[Evidence], where: Where
    ) -> None:
        """Show what is *found* of the events of *answer*; of *every* one is told how many."""
        super().__init__(answer.timeline, found, where)
        self.answer = answer
        self.tally = reports.tally(every)

    def lines(self) -> Iterator[str]:
        """Yield a line for each event.

        Date (EDTF), status, title, id; origins at least and at most, for it and against it;
        sources; reasons to doubt, and to trust.
        """
        for each in self.found:
            event = each.event
            said = (event.date.text, event.status, event.title, event.id)
            yield "\t".join(map(visible, (*said, *map(str, numbers(each)), *_reasons(each))))

    def json(self) -> Object:
        """Return the whole answer, and how many events rest on how many origins."""
        tally = self.tally
        return answer_data(
            self.timeline,
            self.answer.asked(),
            tally={
                "two_or_more": tally.two,
                "perhaps_two": tally.perhaps,
                "one": tally.one,
                "none": tally.none,
            },
            events=list(self.jsonl()),
        )

    def md(self) -> Iterator[str]:
        """Yield a table under a heading."""
        return markdown.answer_page(self.answer, _table(self.found), self.remark())

    def remark(self) -> str:
        """Return how many rest on two origins, perhaps on two, on one, on none."""
        tally = self.tally
        said = {
            "rest on two origins or more": tally.two,
            "perhaps do": tally.perhaps,
            "on one": tally.one,
            "on no source": tally.none,
        }
        return ", ".join(f"{number:,} {words}" for words, number in said.items())


def numbers(each: Evidence) -> tuple[int, ...]:
    """Return origins at least and at most, for an event and against it, and its sources."""
    support, against = each.origins.support, each.origins.against
    sources = {citation.source for citation in each.event.sources}
    return support.least, support.most, against.least, against.most, len(sources)


def _reasons(each: Evidence) -> tuple[str, str]:
    return _named(each.doubts), _named(each.trusts)


def _named(reasons: Iterable[Reason]) -> str:
    return ", ".join(reason.name for reason in reasons)


def _columns() -> csv_table.Columns[Evidence]:
    counts = ("least", "most", "against_least", "against_most", "sources")
    return {
        "id": lambda each: each.event.id,
        "date": lambda each: each.event.date,
        "title": lambda each: each.event.title,
        "status": lambda each: each.event.status,
        **{name: _number(at) for at, name in enumerate(counts)},
        "doubt": lambda each: _named(each.doubts),
        "trust": lambda each: _named(each.trusts),
        "would_change": lambda each: map(step_text, each.steps),
    }


def _number(at: int) -> Any:  # noqa: ANN401  a column
    return lambda each: numbers(each)[at]


def _table(found: Iterable[Evidence]) -> Iterator[str]:
    yield ""
    head = ["for", "against", "date", "event", "doubt", "trust"]
    yield from markdown.table(head, [True, True, False, False, False, False], map(_row, found))


def _row(each: Evidence) -> list[str]:
    support, against = each.origins.support, each.origins.against
    event = each.event
    said = (Look().date(event), event.title, *_reasons(each))
    return [_range(support), _range(against), *map(markdown.escaped, said)]


def _range(side: Side) -> str:
    return range_words(side, "–")


def range_words(side: Side, dash: str) -> str:
    """Return how many origins a side has: "1–3", "2"; "" for none."""
    if not side.most:
        return ""
    return str(side.most) if side.least == side.most else f"{side.least}{dash}{side.most}"


def _page(each: Evidence, timeline: Timeline, where: Where) -> Iterator[str]:
    event = each.event
    facts = filter(None, (Look().date(event, long=True), status_word(event)))
    yield from ("", f"## {markdown.escaped(event.title)}", "")
    yield " · ".join(map(markdown.escaped, facts))
    yield from ("", markdown.escaped(summary(each)), "")
    for section in sections(each, timeline, Look(width=None), where):
        if section.rows or section.count:
            yield f"- **{section.label}** {markdown.escaped(section.count)}".rstrip()
        for row in section.rows:
            said = " · ".join((row.text, *row.facts))
            yield f"{'  ' * (row.depth + 1)}- {markdown.escaped(said)}"
