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
WITHOUT_A_DATE = "a date that counts from the event before it, and there is none"


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
        first = self._calendar.point(start) if not _is_clock(start) else self._at(start)
        if first is None:
            return self._relative(start, end)
        if not end:
            return _one(first)
        return _span(first, self._until(end, first))

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
        if match["to"] and (found := self._referred(match["to"])):
            base = found.end if match["to"].endswith(".end") else found.start
            firm = found.firm
        return _counting(instant(moved(base, *_amounts(match["amounts"], 1))), firm=firm)

    def _relative(self, start: str, end: str) -> Dated:
        """Return the span before or after another event, or one that begins at its end."""
        match = _relative_match(start)
        back = (match["way"] or "").lower() in {"before", "by"}
        base, firm = self._base(match["to"] or "", back=back)
        sign = -1 if back else 1
        moment = moved(base, *_amounts(match["amounts"], sign))
        if not end:
            early, late = (moment, base) if back else (base, moment)
            return _moments(early, late, firm=firm)
        if not back:
            first = _counting(instant(moment), firm=firm)
            return _span(first, self._until(end, first))
        length = grammar.RELATIVE.fullmatch(end)
        if not length or not length["amounts"]:
            raise NotADate(
                "a span before something needs two lengths", "before !id 2 weeks - 3 days"
            )
        return _moments(moved(moment, *_amounts(length["amounts"], -1)), moment, firm=firm)

    def _counted(self, text: str) -> Point:
        match = _relative_match(text)
        base, firm = self._base(match["to"] or "", back=False)
        return _counting(instant(moved(base, *_amounts(match["amounts"], 1))), firm=firm)

    def _base(self, reference: str, *, back: bool) -> tuple[int, bool]:
        """Return the moment from which to count, and whether it is exact."""
        found = self._referred(reference)
        at_start = reference.endswith(".start") or (back and not reference.endswith(".end"))
        return (found.start if at_start else found.end), found.firm

    def _referred(self, reference: str) -> Dated:
        name = reference.partition(".")[0].removeprefix("!")
        if name:
            if name not in self._ids:
                raise NotADate(
                    "no event above has the id that a date counts from", f"no id is {quoted(name)}"
                )
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
    return f"{start} {other['era']}" if other and start.isdigit() else start


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
    word = written.lower()
    if word[-1:] not in "sy" or word in {"s", "y", "ms"}:
        word = {"ms": "milliseconds", "s": "seconds", "d": "days", "w": "weeks"}.get(word, word)
    if word.endswith(("days", "day", "d")) and word not in {"days", "day", "d"}:
        return "weekdays"
    return next(
        unit
        for prefix, unit in (
            ("mil", "milliseconds"),
            ("sec", "seconds"),
            ("min", "minutes"),
            ("h", "hours"),
            ("d", "days"),
            ("w", "weeks"),
            ("mon", "months"),
            ("y", "years"),
        )
        if word.startswith(prefix)
    )


def _counting(point: Point, *, firm: bool) -> Point:
    """Return a point that was counted from another, which may not have been *firm*."""
    if firm:
        return point
    return msgspec.structs.replace(point, firm=False, guesses=(*point.guesses, UNFIRM))


def _one(point: Point) -> Dated:
    text = f"{point.first}{point.clock}"
    if point.first != point.last:
        text = f"{point.first}/{point.last}"
    end = point.end if point.end > point.start or point.clock else point.start + DAY
    return Dated(text, point.start, end, point.firm, point.guesses)


def _moments(start: int, end: int, *, firm: bool) -> Dated:
    first = _counting(instant(start), firm=firm)
    return _one(first) if start == end else _span(first, instant(end))


def _span(first: Point, last: Point) -> Dated:
    """Return the span from one point to the other, or to just before it if it is a moment.

    The year of a first day, or its month, ends after it: 2023-02-12/2023 is until 31 December.
    """
    over = last.end - 1 if last.end > last.start else last.end
    if over < first.start:
        raise NotADate("it ends before it begins")
    end = last.last if last.end > last.start else last_day(first.start, last.end)
    text = first.first if first.first == end else f"{first.first}/{end}"
    whole = not (first.clock or last.clock)
    guesses = tuple(dict.fromkeys((*first.guesses, *last.guesses)))
    firm = first.firm and last.firm
    return Dated(text, first.start, last.end, firm, guesses, () if whole else (HOURS,))
