"""What came first, in plain forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from timeline.inference.precedence import Precedence
from timeline.inference.reasons import lines as steps
from timeline.inference.reasons import place, said
from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports.order import Arrow, Pairs
from timeline.text import visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import Object, answer_data, when_data
from timeline.views.parts.look import Look
from timeline.views.parts.mermaid import safe
from timeline.views.view import View

WORDS: Final = {Verdict.NO: "no", Verdict.MAYBE: "maybe", Verdict.YES: "yes"}
SURE: Final = {Verdict.NO: "impossible", Verdict.MAYBE: "possible", Verdict.YES: "certain"}
LETTERS: Final = "ABCDEFGH"
TORN: Final = "what is said of them contradicts itself: see `timeline check`"
OPEN: Final = "their dates leave it open, and no link says more"

# By what is possible (before, the same day, after): the sign of a pair in a table.
SIGNS: Final = {
    (True, False, False): "<",
    (True, True, False): "<=",
    (False, True, False): "=",
    (False, True, True): ">=",
    (False, False, True): ">",
    (True, False, True): "<>",
    (True, True, True): "?",
    (False, False, False): "!",
}
MEANINGS: Final = {
    "<": "before",
    "<=": "before, or on the same day",
    "=": "on the same day, or overlapping",
    ">=": "after, or on the same day",
    ">": "after",
    "<>": "before or after, not on the same day",
    "?": "open",
    "!": "contradicts itself",
}


class OrderView(View):
    """How each two of some events lie in time, and because of what."""

    def __init__(self, timeline: Timeline, pairs: Pairs) -> None:
        """Show *pairs* of events of *timeline*."""
        self.timeline = timeline
        self.pairs = pairs

    def lines(self) -> Iterator[str]:
        """Yield a line for each pair: ids, before, same day, after, and because of what."""
        for each in self.pairs.found:
            verdicts = (WORDS[each.before], WORDS[each.same], WORDS[each.after])
            because = "; ".join(text for text, _ in reasons(each))
            yield "\t".join(map(visible, (each.first.id, each.second.id, *verdicts, because)))

    def json(self) -> Object:
        """Return the whole answer."""
        events = [_event_data(event) for event in self.pairs.events]
        return answer_data(self.timeline, "", events=events, order=list(self.jsonl()))

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each pair."""
        return map(_pair_data, self.pairs.found)

    def csv(self) -> Iterator[str]:
        """Yield a table of the pairs."""
        return csv_table.csv_lines(_COLUMNS, self.pairs.found)

    def md(self) -> Iterator[str]:
        """Yield a list of the pairs, and below each what it follows from."""
        yield f"# {markdown.escaped(self.timeline.heading)}"
        yield ""
        for each in self.pairs.found:
            yield f"- {markdown.escaped(sentence(each, _titled(each)))}"
            for text, where in reasons(each):
                yield f"  - {markdown.escaped(text)} ({markdown.escaped(where)})"


class GraphView(View):
    """The order of events as a drawing, without what follows from two other arrows."""

    def __init__(self, events: Sequence[Event], arrows: Sequence[Arrow]) -> None:
        """Draw *events* with *arrows* between them."""
        self._events = events
        self._arrows = arrows

    def mermaid(self) -> Iterator[str]:
        """Yield a flow chart of Mermaid; an arrow of dots where the same day is possible."""
        yield "flowchart LR"
        names = {event.id: f"e{number}" for number, event in enumerate(self._events, 1)}
        for event in self._events:
            label = " ".join(f"{Look().date(event)} · {event.title}".split())
            yield f'    {names[event.id]}["{safe(visible(label))}"]'
        for arrow in self._arrows:
            line = "-->" if arrow.sure else "-.->"
            yield f"    {names[arrow.first.id]} {line} {names[arrow.second.id]}"


def sentence(found: Precedence, names: tuple[str, str]) -> str:
    """Return in words whether the first came before the second, by the *names* of the two.

    For example: "A is before B: possible; the same day is possible".
    """
    one, other = names
    if not any(_ways(found)):
        return f"{one} and {other}: {TORN}"
    said = f"{one} is before {other}: {SURE[found.before]}"
    if found.before is Verdict.YES:
        return said
    if found.same is Verdict.YES:
        return f"{said}; they share a day"
    if found.after is Verdict.YES:
        return f"{said}; {one} is after {other}"
    return f"{said}; {_else(found)} is possible"


def _else(found: Precedence) -> str:
    """Return what is possible besides."""
    ways = (("the same day", found.same), ("after", found.after))
    return " or ".join(words for words, verdict in ways if verdict)


def reasons(found: Precedence) -> list[tuple[str, str]]:
    """Return what the order of two events follows from, each with its file and line."""
    told = [(said(step), place(step.event)) for step in found.links]
    told += [line for chain in found.chains for line in steps(chain)]
    return list(dict.fromkeys(told))


def sign(found: Precedence, *, back: bool = False) -> str:
    """Return the sign of how the first lies to the second, or *back*."""
    ways = _ways(found)
    if back:
        ways = ways[::-1]
    return SIGNS[ways]


def _ways(found: Precedence) -> tuple[bool, bool, bool]:
    return (found.ways.before, found.ways.same, found.ways.after)


def _titled(found: Precedence) -> tuple[str, str]:
    return f"“{found.first.title}”", f"“{found.second.title}”"


def _event_data(event: Event) -> Object:
    return {"id": event.id, "date": when_data(event.date), "title": event.title}


def _pair_data(found: Precedence) -> Object:
    return {
        "a": found.first.id,
        "b": found.second.id,
        "before": WORDS[found.before],
        "same_day": WORDS[found.same],
        "after": WORDS[found.after],
        "text": sentence(found, _titled(found)),
        "because": [{"text": text, "place": where} for text, where in reasons(found)],
    }


_COLUMNS: Final[csv_table.Columns[Precedence]] = {
    "a": lambda each: each.first.id,
    "b": lambda each: each.second.id,
    "before": lambda each: WORDS[each.before],
    "same_day": lambda each: WORDS[each.same],
    "after": lambda each: WORDS[each.after],
    "because": lambda each: (text for text, _ in reasons(each)),
}
