"""An entry that repeats → when it takes place, as often as a person allows."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeAlias

import msgspec

from timeline import phrases
from timeline.exchange.dates import NotADate
from timeline.exchange.ics.dates import Period, period
from timeline.exchange.ics.entries import Entry, Unclear, moment
from timeline.exchange.ics.series import (
    Series,
    changed_by,
    is_change,
    is_lasting,
    is_repeating,
    moved,
    reach,
)
from timeline.exchange.ics.zones import on_clock
from timeline.exchange.losses import Losses
from timeline.phrases.repeats import Patience, repeats

Start: TypeAlias = tuple[date, timedelta | None]
"""When a repetition begins, and how long it lasts, if that is said."""

_MOST_LISTED = 10_000  # days that are added or left out one by one
_HINT = "import it with --repeats N, for the first N times"
_REVERSED = "it ends before it begins"


class Repeats(msgspec.Struct):
    """How often what repeats takes place: *most* times; the rules of a file share *patience*."""

    most: int
    patience: Patience


def periods_of(entry: Entry, series: Series, allowed: Repeats, losses: Losses) -> list[Period]:
    """Return the times at which *entry* takes place, as often as is *allowed* where it repeats.

    Those of its *series* that stand in the file as entries of their own are left out. Raises
    `Unclear` for what is not known, and for what repeats where nothing may; `NotADate`
    for what ends before it begins.
    """
    start = entry.time("DTSTART")
    length = _length(entry, start)
    if is_change(entry):
        return _changed(entry, length, series, allowed, losses)
    if not is_repeating(entry):
        return [_period(start, length)]
    if not allowed.most:
        raise Unclear("it repeats, and how often is not said", _HINT)
    found, more = _starts(entry, length, series, allowed)
    if more:
        what, hint = "repetitions beyond those that are asked for", "import it with more --repeats"
        losses.drop(what, entry.place, hint=hint)
    ends = [_key(day, start) for day in series.lasting()]
    return [_period(*each) for each in found if _is_before(_key(each[0], start), ends)]


def _changed(
    entry: Entry, length: timedelta | None, series: Series, allowed: Repeats, losses: Losses
) -> list[Period]:
    """Return when an entry takes place that stands for a repetition, and maybe for those after."""
    found = [_period(entry.time("DTSTART"), length)]
    if not is_lasting(entry):
        if reach(entry):
            losses.drop("that an entry changes other repetitions too (RANGE)", entry.place)
        return found
    whole = series.whole
    if whole is None or not allowed.most:
        what = "that an entry changes those that follow it too (RANGE=THISANDFUTURE)"
        losses.drop(what, entry.place, hint=_HINT if whole else "")
        return found
    return found + [_period(each, length) for each in _following(entry, whole, series, allowed)]


def _following(entry: Entry, whole: Entry, series: Series, allowed: Repeats) -> Iterator[date]:
    """Yield where the repetitions begin that follow the one for which *entry* stands."""
    start = whole.time("DTSTART")
    first = _key(changed_by(entry), start)
    ends = [key for day in series.lasting() if (key := _key(day, start)) > first]
    for day, _ in _starts(whole, None, series, allowed)[0]:
        if first < _key(day, start) and _is_before(_key(day, start), ends):
            yield moved(day, entry, start)


def _is_before(key: datetime, ends: list[datetime]) -> bool:
    return all(key < end for end in ends)


def _period(start: date, length: timedelta | None) -> Period:
    if not length:
        return period(start, None)
    try:
        return period(start, start + length)
    except OverflowError:
        raise Unclear("it ends after the year 9999") from None


def _length(entry: Entry, start: date) -> timedelta | None:
    """Return how long an entry lasts, None where it does not say."""
    length: timedelta | None = entry.time("DURATION")
    stop = entry.time("DTEND")
    if not isinstance(length, timedelta | None):
        raise Unclear("DURATION cannot be read")
    if stop is not None:
        length = _between(start, stop)
    if length is not None and length < timedelta(0):
        raise NotADate(_REVERSED)
    return length


def _between(start: date, stop: date) -> timedelta:
    try:
        return stop - start
    except TypeError:
        raise Unclear("DTSTART and DTEND are not of the same kind") from None


def _starts(
    entry: Entry, length: timedelta | None, series: Series, allowed: Repeats
) -> tuple[list[Start], bool]:
    """Return the first starts of *entry* that are *allowed*, and whether there are more.

    Those that the entry leaves out (EXDATE), and that others stand for, are not among them.
    Raises `Unclear` where it leaves out all.
    """
    start = entry.time("DTSTART")
    away = {_key(day, start) for day in series.single()}
    out = {_key(day, start) for day in _listed(entry, "EXDATE")}
    wanted = allowed.most + 1 + len(out) + len(away)
    ruled = _ruled(entry, start, wanted, allowed.patience)
    found = {_key(day, start): (day, length) for day in ruled}
    for day, own in _added(entry):
        found[_key(day, start)] = (_alike(day, start), length if own is None else own)
    if not found.keys() - out:
        raise Unclear("it repeats on no day at all")
    left = [found[key] for key in sorted(found.keys() - out - away)]
    return left[: allowed.most], len(left) > allowed.most


def _ruled(entry: Entry, start: date, wanted: int, patience: Patience) -> list[date]:
    rules = entry.each("RRULE")
    if not rules:
        return [start]
    try:
        moments = repeats(_rule(rules[0]), moment(start), wanted, patience)
    except phrases.PhraseError as error:
        raise Unclear(error.message) from error
    except ValueError as error:
        raise Unclear("a rule of repetition that cannot be read") from error
    return [_alike(each, start) for each in moments]


def _rule(value: object) -> str:
    """Return a rule as text, "" for one that was never understood."""
    to_ical = getattr(value, "to_ical", None)
    return to_ical().decode() if to_ical else ""


def _added(entry: Entry) -> Iterator[Start]:
    """Yield what RDATE adds: a start each, with a length where it says a period."""
    for day, end in zip(_listed(entry, "RDATE"), entry.ends("RDATE"), strict=True):
        own = _between(day, end) if isinstance(end, date) else end
        if own is not None and own < timedelta(0):
            raise NotADate(_REVERSED)
        yield day, own


def _listed(entry: Entry, name: str) -> list[date]:
    listed = list(islice(entry.moments(name), _MOST_LISTED + 1))
    if len(listed) > _MOST_LISTED:
        raise Unclear(f"{name} lists more than {_MOST_LISTED:,} days")
    return listed


def _alike(day: date, start: date) -> date:
    """Return *day* as a day where *start* is one, else as a moment on its clock."""
    if not isinstance(start, datetime):
        return day.date() if isinstance(day, datetime) else day
    if not isinstance(day, datetime):
        day = datetime.combine(day, start.timetz())
    return day if day.tzinfo else day.replace(tzinfo=start.tzinfo)


def _key(day: date, start: date) -> datetime:
    """Return the moment on the clock of *start* by which repetitions are told apart.

    Where *start* has no zone, a moment that has one counts by what its own clock shows.
    """
    return on_clock(_alike(day, start), moment(start).tzinfo)
