"""The line of the query: what is typed there asks at once, as far as it can be read."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from timeline.exploring.ground import Ground
from timeline.exploring.seat import MAIN, QUERY, CannotAct, Seat
from timeline.reports import completion

_REMEMBERED: Final = 50


def opened(seat: Seat, ground: Ground) -> Seat:
    """Begin to edit the query."""
    del ground
    return replace(seat, pane=QUERY, draft=seat.query, before=seat.query)


def typed(seat: Seat, ground: Ground, text: str) -> Seat:
    """Ask what is typed; where it cannot be read, the last that could stays."""
    drafted = replace(seat, draft=text)
    if text == seat.query or ground.fault(seat, text):
        return drafted
    return replace(drafted, query=text, walked=())


def kept(seat: Seat, ground: Ground) -> Seat:
    """Keep what is typed, and go back to the view; raises `CannotAct` for what cannot be read."""
    if seat.draft is None:
        raise CannotAct("no query is being typed")
    if fault := ground.fault(seat, seat.draft):
        raise CannotAct(first_line(fault.message))
    asked = tuple(each for each in seat.asked if each != seat.query)
    if seat.query.strip():
        asked = (*asked, seat.query)[-_REMEMBERED:]
    return replace(seat, pane=MAIN, draft=None, before="", asked=asked)


def dropped(seat: Seat, ground: Ground) -> Seat:
    """Go back to the view with the query that was there before."""
    del ground
    return replace(seat, pane=MAIN, draft=None, query=seat.before, before="")


def earlier(seat: Seat, ground: Ground) -> Seat:
    """Type the query that was asked before the one that is typed."""
    asked = [each for each in seat.asked if each != seat.draft]
    at = _place(seat)
    if not at or not asked:
        raise CannotAct("nothing was asked before")
    return typed(seat, ground, seat.asked[at - 1])


def later(seat: Seat, ground: Ground) -> Seat:
    """Type the query that was asked after the one that is typed; in the end, what was there."""
    at = _place(seat) + 1
    if at > len(seat.asked):
        raise CannotAct("nothing was asked later")
    return typed(seat, ground, (*seat.asked, seat.before)[at])


def completed(seat: Seat, ground: Ground) -> Seat:
    """Complete the last word that is typed: as far as all agree, else to the first of them."""
    draft = seat.draft or ""
    found = [
        *completion.saved(draft, ground.saved),
        *completion.query(draft, lambda: ground.timeline),
    ]
    texts = [each.text for each in found if each.text != draft]
    if not texts:
        raise CannotAct("nothing begins like this")
    common = _shared(texts)
    longer = common if common.startswith(draft) and len(common) > len(draft) else texts[0]
    return typed(seat, ground, longer)


def first_line(message: str) -> str:
    """Return what a message says first: what it points at stands below."""
    return message.partition("\n")[0]


def _place(seat: Seat) -> int:
    """Return where the draft stands among what was asked; behind it, where it is new."""
    if seat.draft in seat.asked:
        return seat.asked.index(seat.draft)
    return len(seat.asked)


def _shared(texts: list[str]) -> str:
    """Return what all of the *texts* begin with."""
    first, last = min(texts), max(texts)
    same = (at for at, sign in enumerate(first) if last[at : at + 1] != sign)
    return first[: next(same, len(first))]
