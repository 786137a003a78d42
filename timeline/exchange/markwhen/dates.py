"""The date of an event in markwhen → EDTF; some count from the events before them."""

import re

import msgspec

from timeline.exchange.dates import NotADate
from timeline.exchange.markwhen import grammar
from timeline.exchange.markwhen.moments import DAY, Amount, moved
from timeline.exchange.markwhen.points import (
    Calendar,
    Point,
    clock_of,
    instant,
    last_day,
)
from timeline.text import quoted

STILL = "`now` as an end: taken as still going on"
UNFIRM = "a date that counts from one that is no single day: counted as markwhen does"
HOUR = "a number below 30 alone: taken as an hour, as markwhen does"
AN_HOUR = "a number alone beside a date is an hour to markwhen"
IN_FULL = "write both dates in full"
HOURS = "the time of day at an end of a span"
WITHOUT_AN_ID = "no event above has the id that a date counts from"
TWO_LENGTHS = "a span before something needs two lengths"
WITHOUT_A_DATE = "a date that counts from the event before it, and there is none"

# What a unit begins with; the shortest are spelled out first.
_UNITS = {
    "mil": "milliseconds",
    "sec": "seconds",
    "min": "minutes",
    "h": "hours",
    "d": "days",
    "w": "weeks",
    "mon": "months",
    "y": "years",
}
_LETTERS = {"ms": "milliseconds", "s": "seconds"}


class Dated(msgspec.Struct, frozen=True):
    """The EDTF of a head, and the moments it covers for the dates that count from it."""

    edtf: str
    start: int
    end: int
    firm: bool = True
    guesses: tuple[str, ...] = ()
    widened: tuple[str, ...] = ()


class Dates:
    """Reads one head after the other, and remembers what others may count from."""

    def __init__(self, calendar: Calendar) -> None:
        """Begin before the first event."""
        self._calendar = calendar
        self._before: Dated | None = None
        self._ids: dict[str, Dated] = {}

    def remember(self, dated: Dated, id_: str) -> None:
        """Let what follows count from this event, by its *id_* if it has one."""
        self._before = dated
        if id_:
            self._ids.setdefault(id_, dated)

    def read(self, start: str, end: str = "") -> Dated:
        """Return the date that markwhen reads from the sides of a head.

        Raises `NotADate` where it reads none, or one that cannot be meant.
        """
        start = _with_era(start, end)
        if _is_hour(start) and end and not _is_clock(end):
            raise NotADate(AN_HOUR, IN_FULL)
        if end.lower() == "now":
            return self._still(start)
        first = self._first(start)
        if first is None:
            return self._relative(start, end)
        if not end:
            return _one(first)
        return _span(first, self._until(end, first))

    def _first(self, start: str) -> Point | None:
        """Return the point that *start* is by itself, None where it counts from another event."""
        if _is_clock(start):
            return self._at(start)
        return self._calendar.point(start)

    def _still(self, start: str) -> Dated:
        first = self._calendar.point(start) or self._counted(start)
        end = max((self._calendar.today + 1) * DAY, first.end)
        guesses = (*first.guesses, STILL)
        return Dated(f"{first.first}/..", first.start, end, firm=False, guesses=guesses)

    def _until(self, text: str, first: Point) -> Point:
        """Return the end of a span that begins with *first*."""
        if _is_clock(text):
            if _is_hour(text) and not first.clock:
                raise NotADate(AN_HOUR, IN_FULL)
            moment = _next(first.start, clock_of(text))
            return msgspec.structs.replace(instant(moment), guesses=_hour(text))
        if point := self._calendar.point(text):
            return point
        match = _relative_match(text)
        base, firm = first.start, first.firm
        if match["to"]:
            base, firm = self._base(match["to"], back=True)
        return _counting(instant(moved(base, *_amounts(match["amounts"], 1))), firm=firm)

    def _relative(self, start: str, end: str) -> Dated:
        """Return the span before or after another event, or one that begins at its end."""
        match = _relative_match(start)
        if (match["way"] or "").lower() in {"before", "by"}:
            return self._before_another(match, end)
        base, firm = self._base(match["to"] or "", back=False)
        moment = moved(base, *_amounts(match["amounts"], 1))
        if not end:
            return _moments(base, moment, firm=firm)
        first = _counting(instant(moment), firm=firm)
        return _span(first, self._until(end, first))

    def _before_another(self, match: re.Match[str], end: str) -> Dated:
        """Return the span before another event, or one that ends so long before it."""
        base, firm = self._base(match["to"] or "", back=True)
        moment = moved(base, *_amounts(match["amounts"], -1))
        if not end:
            return _moments(moment, base, firm=firm)
        length = grammar.RELATIVE.fullmatch(end)
        if not length or not length["amounts"]:
            raise NotADate(TWO_LENGTHS, "before !id 2 weeks - 3 days")
        return _moments(moved(moment, *_amounts(length["amounts"], -1)), moment, firm=firm)

    def _counted(self, text: str) -> Point:
        match = _relative_match(text)
        base, firm = self._base(match["to"] or "", back=False)
        return _counting(instant(moved(base, *_amounts(match["amounts"], 1))), firm=firm)

    def _base(self, reference: str, *, back: bool) -> tuple[int, bool]:
        """Return the moment from which to count, and whether it is exact."""
        found = self._referred(reference)
        at_end = reference.endswith(".end") or (not back and not reference.endswith(".start"))
        return found.end if at_end else found.start, found.firm

    def _referred(self, reference: str) -> Dated:
        name = reference.partition(".")[0].removeprefix("!")
        if name and name not in self._ids:
            raise NotADate(WITHOUT_AN_ID, f"no id is {quoted(name)}")
        if name:
            return self._ids[name]
        if self._before is None:
            raise NotADate(WITHOUT_A_DATE)
        return self._before

    def _at(self, text: str) -> Point:
        """Return the next such time of day after the event before."""
        before = self._referred("")
        point = instant(_next(before.end, clock_of(text)))
        counted = _counting(point, firm=before.firm)
        return msgspec.structs.replace(counted, guesses=(*counted.guesses, *_hour(text)))


def _with_era(start: str, end: str) -> str:
    """Return a year with the era of the year after it: the 300 of `300-200 BCE`."""
    other = grammar.ERA.fullmatch(end)
    if other and start.isdigit():
        return f"{start} {other['era']}"
    return start


def _is_clock(text: str) -> bool:
    return bool(grammar.CLOCK.fullmatch(text))


def _is_hour(text: str) -> bool:
    return bool(re.fullmatch(r"\d\d?", text))


def _hour(text: str) -> tuple[str, ...]:
    return (HOUR,) if text.isdigit() else ()


def _next(moment: int, clock: int) -> int:
    found = moment // DAY * DAY + clock
    return found if found >= moment else found + DAY


def _relative_match(text: str) -> re.Match[str]:
    match = grammar.RELATIVE.fullmatch(text)
    if match is None:
        raise NotADate("markwhen cannot read the date")
    return match


def _amounts(text: str, sign: int) -> tuple[list[Amount], int]:
    """Return the amounts in *text* and their sign, which is that of the first."""
    found = list(grammar.AMOUNT.finditer(text))
    if found and found[0]["minus"]:
        sign = -1
    return [(int(match["number"]), _unit(match["unit"])) for match in found], sign


def _unit(written: str) -> str:
    word = _LETTERS.get(written.lower(), written.lower())
    if word.startswith(("week", "work", "business")) and word.endswith(("days", "day", "d")):
        return "weekdays"
    return next(_UNITS[prefix] for prefix in _UNITS if word.startswith(prefix))


def _counting(point: Point, *, firm: bool) -> Point:
    """Return a point that was counted from another, which may not have been *firm*."""
    if firm:
        return point
    return msgspec.structs.replace(point, firm=False, guesses=(*point.guesses, UNFIRM))


def _one(point: Point) -> Dated:
    text = f"{point.first}{point.clock}"
    if point.first != point.last:
        text = f"{point.first}/{point.last}"
    end = point.end
    if end <= point.start and not point.clock:
        end = point.start + DAY
    return Dated(text, point.start, end, point.firm, point.guesses)


def _moments(start: int, end: int, *, firm: bool) -> Dated:
    first = _counting(instant(start), firm=firm)
    if start == end:
        return _one(first)
    return _span(first, instant(end))


def _span(first: Point, last: Point) -> Dated:
    """Return the span from one point to the other, or to just before it if it is a moment.

    The year of a first day, or its month, ends after it: 2023-02-12/2023 is until 31 December.
    """
    if max(last.start, last.end - 1) < first.start:
        raise NotADate("it ends before it begins")
    text, end = first.first, last.last
    if last.end == last.start:
        end = last_day(first.start, last.end)
    if text != end:
        text = f"{text}/{end}"
    widened = (HOURS,) if first.clock or last.clock else ()
    guesses = tuple(dict.fromkeys((*first.guesses, *last.guesses)))
    firm = first.firm and last.firm
    return Dated(text, first.start, last.end, firm, guesses, widened)
