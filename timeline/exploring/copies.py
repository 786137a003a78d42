"""What can be taken along of events: their ids, what they rest on, all of them in other forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct, Seat
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Source
from timeline.reports.answer import Answer
from timeline.reports.sources import Reference, references
from timeline.text import counted, leads_to_web, visible
from timeline.views.list import ListView
from timeline.views.parts.citations import published, publisher
from timeline.views.sources import BibliographyView

_Text: TypeAlias = Callable[[Seat, Ground], str]


class Copy(NamedTuple):
    """A letter, what it takes along, and the text of that."""

    key: str
    what: str
    text: _Text


def chosen(seat: Seat, ground: Ground) -> tuple[Event, ...]:
    """Return the marked events, in order; without any, the one in focus.

    Raises `CannotAct` where there is neither.
    """
    if seat.marks:
        return tuple(event for event in ground.events if event.id in seat.marks)
    focus = ground.focus(seat)
    if focus is None:
        raise CannotAct("there is no event to copy")
    return (focus,)


def whose(seat: Seat) -> str:
    """Return of what events something is taken: "3 marked events"."""
    return counted(len(seat.marks), "marked event") if seat.marks else "the event"


def addresses(seat: Seat, ground: Ground) -> list[str]:
    """Return the addresses in the web of the sources of what is chosen, each once."""
    sources = (each.source for each in _references(seat, ground))
    urls = (address for source in sources for address in (source.url, *source.archive))
    return list(dict.fromkeys(url for url in urls if leads_to_web(url)))


def _ids(seat: Seat, ground: Ground) -> str:
    return "\n".join(event.id for event in chosen(seat, ground))


def _citation(seat: Seat, ground: Ground) -> str:
    """Return a line for each event: when, what, and in brackets its sources."""
    return "\n".join(_cited(event, ground) for event in chosen(seat, ground))


def _cited(event: Event, ground: Ground) -> str:
    sources = ground.timeline.sources
    found = (sources.get(each.source, Source(each.source)) for each in event.sources)
    rests = "; ".join(", ".join(_parts(source)) for source in found)
    told = f"{event.date.describe()}: {visible(event.title)}"
    return f"{told} ({rests})" if rests else told


def _parts(source: Source) -> Iterator[str]:
    """Yield who, what, when and where."""
    said = (publisher(source), source.title, published(source), source.url)
    return (visible(each) for each in said if each)


def _bibliography(seat: Seat, ground: Ground) -> str:
    found = _references(seat, ground)
    if not found:
        raise CannotAct("it has no source")
    return _joined(BibliographyView(_answer(seat, ground), found).md())


def _markdown(seat: Seat, ground: Ground) -> str:
    return _joined(ListView(_answer(seat, ground)).md())


def _json(seat: Seat, ground: Ground) -> str:
    found = ListView(_answer(seat, ground)).json()
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _urls(seat: Seat, ground: Ground) -> str:
    found = addresses(seat, ground)
    if not found:
        raise CannotAct("no source of it has an address")
    return "\n".join(found)


def _command(seat: Seat, ground: Ground) -> str:
    return ground.command(seat)


COPIES: Final[Sequence[Copy]] = (
    Copy("i", "the id", _ids),
    Copy("c", "the citation", _citation),
    Copy("b", "the bibliography", _bibliography),
    Copy("m", "Markdown with footnotes", _markdown),
    Copy("j", "JSON", _json),
    Copy("u", "the addresses of the sources", _urls),
    Copy("$", "the command that shows the same as the screen", _command),
)
"""What can be taken along, by its letter."""


def _answer(seat: Seat, ground: Ground) -> Answer:
    """Return what is chosen as an answer of its own."""
    verdicts = {match.event.id: match.verdict for match in ground.answer(seat).found}
    events = chosen(seat, ground)
    found = Selection(Match(each, verdicts.get(each.id, Verdict.YES)) for each in events)
    return Answer(ground.timeline, ground.query(seat, ""), found, found)


def _references(seat: Seat, ground: Ground) -> list[Reference]:
    return list(references(_answer(seat, ground).found, ground.timeline))


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
