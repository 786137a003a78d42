"""The line of the query: what is typed there asks at once, as far as it can be read."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from timeline.exploring.ground import Ground
from timeline.exploring.seat import MAIN, QUERY, CannotAct, Seat
from timeline.query import meanings
from timeline.query.terms import typed_value
from timeline.query.tokens import QueryError, Token, tokens
from timeline.reports import completion

_REMEMBERED: Final = 50
# One thing to write, which is not said in words, and no choice between two.
_WRITE: Final = re.compile(r"(?:for all others )?write (?!'|.* \()((?:(?!, ).)+)")
_MEANT: Final = re.compile("did you mean '(.+?)'")


def opened(seat: Seat, ground: Ground) -> Seat:
    """Begin to edit the query."""
    del ground
    return replace(seat, pane=QUERY, draft=seat.query, before=seat.query)


def typed(seat: Seat, ground: Ground, text: str) -> Seat:
    """Ask what is typed; where it is not finished, the last that was stays."""
    drafted = replace(seat, draft=text)
    if text == seat.query or ground.fault(seat, text):
        return drafted
    asked = replace(drafted, query=text, walked=())
    return drafted if _is_begun(asked, ground) else asked


def _is_begun(seat: Seat, ground: Ground) -> bool:
    """Whether the last word may become the name of a field, and no event has it as a word."""
    term = completion.last_term(seat.query)
    if not term.typed or term.field or ground.is_slow or not meanings.begun(term.typed.lower()):
        return False
    return not ground.shown(seat).matches


def kept(seat: Seat, ground: Ground) -> Seat:
    """Keep what is typed, and go back to the view; raises `CannotAct` for what cannot be read."""
    if seat.draft is None:
        raise CannotAct("no query is being typed")
    if fault := ground.fault(seat, seat.draft):
        raise CannotAct(first_line(fault.message))
    query = seat.draft
    asked = tuple(each for each in seat.asked if each != query)
    if query.strip():
        asked = (*asked, query)[-_REMEMBERED:]
    return replace(seat, pane=MAIN, query=query, draft=None, before="", asked=asked)


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
    """Complete the last word that is typed: as far as all agree, else to the first of them.

    Where nothing begins like it, what it was probably meant to be is taken.
    """
    draft = seat.draft or ""
    found = [
        *completion.saved(draft, ground.saved),
        *completion.query(draft, lambda: ground.timeline),
    ]
    texts = [each.text for each in found if each.text != draft]
    if not texts:
        if meant := suggestion(seat, ground):
            return typed(seat, ground, meant)
        raise CannotAct("nothing begins like this")
    common = _shared(texts)
    longer = common if common.startswith(draft) and len(common) > len(draft) else texts[0]
    return typed(seat, ground, longer)


def suggestion(seat: Seat, ground: Ground) -> str:
    """Return what the draft was probably meant to be; "" where nobody can tell, or it reads.

    It is what the hint of the refusal says to write, in the place of what is wrong.
    """
    draft = seat.draft or ""
    fault = ground.fault(seat, draft)
    if not isinstance(fault, QueryError) or not fault.hint:
        return ""
    meant = _mended(draft, fault)
    return "" if not meant or ground.fault(seat, meant) else meant


def _mended(draft: str, fault: QueryError) -> str:
    """Return the *draft* with what the hint of *fault* says instead of its word; "" for none."""
    every = list(tokens(draft))
    at = next((at for at, each in enumerate(every) if each.end > fault.position), None)
    if at is None:
        return ""
    token = every[at]
    if found := _WRITE.fullmatch(fault.hint):
        return _written(draft, every[max(0, at - 1) : at + 2], token, found[1])
    if found := _MEANT.match(fault.hint):
        first, end = token.value_at, token.end
        if token.field and fault.position < token.value_at:
            first, end = token.at, token.at + len(token.field)
        return draft[:first] + typed_value(found[1]) + draft[end:]
    return ""


def _written(draft: str, around: list[Token], token: Token, term: str) -> str:
    """Return the *draft* with a *term* for a *token*, or for a sign and what stands *around* it."""
    if token.kind == "stray":
        first = token.at if term.startswith("not ") else around[0].at
        return draft[:first] + term + draft[around[-1].end :]
    is_whole = term.startswith((token.field, "(", "not "))
    first = token.at if is_whole else token.value_at
    plain = term.replace('"', "")
    end = first + len(plain) if draft[first:].startswith(plain) else token.end
    return draft[:first] + term + draft[end:]


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
