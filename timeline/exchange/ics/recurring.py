"""An entry that repeats → when it takes place, as often as a person allows."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import islice

from timeline import phrases
from timeline.exchange.dates import NotADate
from timeline.exchange.ics.entries import Entry, Unclear, moment
from timeline.exchange.ics.periods import Period, period
from timeline.exchange.losses import Losses
from timeline.phrases.repeating import repeats

_MOST_LISTED = 10_000  # days that are added or left out one by one


def periods_of(entry: Entry, changed: Iterable[date], most: int, losses: Losses) -> list[Period]:
    """Return the times at which *entry* takes place, at most *most* where it repeats.

    Those that stand in the file as *changed* entries of their own are left out. Raises
    `Unclear` for what is not known, and for what repeats where *most* is 0; `NotADate`
    for what ends before it begins.
    """
    start = entry.time("DTSTART")
    length = _length(entry, start)
    if not (entry.each("RRULE") or entry.each("RDATE")) or entry.each("RECURRENCE-ID"):
        return [_period(start, length)]
    if not most:
        hint = "import it with --repeats N, for the first N times"
        raise Unclear("it repeats, and how often is not said", hint)
    found, more = _starts(entry, start, changed, most)
    if not found:
        raise Unclear("it repeats on no day at all")
    if more:
        what, hint = "repetitions beyond those that are asked for", "import it with more --repeats"
        losses.drop(what, entry.place, hint=hint)
    return [_period(each, length) for each in found]


def _period(start: date, length: timedelta | None) -> Period:
    try:
        return period(start, start + length if length else None)
    except OverflowError:
        raise Unclear("it ends after the year 9999") from None


def _length(entry: Entry, start: date) -> timedelta | None:
    """Return how long an entry lasts, None where it does not say."""
    length: timedelta | None = entry.time("DURATION")
    stop = entry.time("DTEND")
    if not isinstance(length, timedelta | None):
        raise Unclear("DURATION cannot be read")
    if stop is not None:
        try:
            length = stop - start
        except TypeError:
            raise Unclear("DTSTART and DTEND are not of the same kind") from None
    if length is not None and length < timedelta(0):
        raise NotADate("it ends before it begins")
    return length


def _starts(
    entry: Entry, start: date, changed: Iterable[date], most: int
) -> tuple[list[date], bool]:
    """Return the first *most* starts of *entry*, and whether there are more.

    Those that the entry leaves out (EXDATE), and the *changed*, are not among them.
    """
    out = {_key(day, start) for day in (*_listed(entry, "EXDATE"), *changed)}
    wanted = most + 1 + len(out)
    found = {_key(day, start): day for day in _ruled(entry, start, wanted)}
    found |= {_key(day, start): _alike(day, start) for day in _listed(entry, "RDATE")}
    left = [found[key] for key in sorted(found.keys() - out)]
    return left[:most], len(left) > most


def _ruled(entry: Entry, start: date, wanted: int) -> list[date]:
    rules = entry.each("RRULE")
    if not rules:
        return [start]
    to_ical = getattr(rules[0], "to_ical", None)
    try:
        moments = repeats(to_ical().decode() if to_ical else "", moment(start), wanted)
    except (phrases.PhraseError, ValueError) as error:
        raise Unclear(
            getattr(error, "message", "a rule of repetition that cannot be read")
        ) from error
    return [_alike(each, start) for each in moments]


def _listed(entry: Entry, name: str) -> list[date]:
    listed = list(islice(entry.moments(name), _MOST_LISTED + 1))
    if len(listed) > _MOST_LISTED:
        raise Unclear(f"{name} lists more than {_MOST_LISTED:,} days")
    return listed


def _alike(day: date, start: date) -> date:
    """Return *day* as a day where *start* is one, else as a moment on its clock."""
    if not isinstance(start, datetime):
        return day.date() if isinstance(day, datetime) else day
    found = day if isinstance(day, datetime) else datetime.combine(day, start.timetz())
    return found if found.tzinfo else found.replace(tzinfo=start.tzinfo)


def _key(day: date, start: date) -> datetime:
    """Return the moment on the clock of *start* by which repetitions are told apart."""
    found = moment(_alike(day, start))
    zone = moment(start).tzinfo
    return found.astimezone(zone).replace(tzinfo=None) if zone and found.tzinfo else found
