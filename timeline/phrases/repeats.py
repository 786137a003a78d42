"""A rule of repetition (RFC 5545, RRULE) → the moments it gives, as many as are asked for.

A rule can be endless, or look for a day that never comes (30 February), and dateutil looks
up to the year 9999. The calendar is the same every 400 years, weekdays and all: so a rule
is worked out as late as leaves it 200 years or more, and what is found is moved back. Only
days, weeks, months and years are counted. Whoever has no rule does without this module, for
dateutil takes a while to load.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from dateutil.rrule import rrule, rrulestr

from timeline.phrases.refusals import PhraseError

_FREQUENCIES: Final = frozenset(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
_BY: Final = frozenset(("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"))
_KNOWN: Final = _BY | {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_CYCLE: Final = 400  # years until the calendar begins again
_RUN: Final = 200  # years in which a rule is followed, at least
_LAST_YEAR: Final = 9999
_UNREAD: Final = "a rule of repetition that cannot be read"
_LONGEST: Final = 1_000  # characters of a rule
# What every month, or every year, has in some years at least.
_PLAIN: Final = re.compile(
    "BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*"
    "|BYMONTH=([1-9]|1[0-2])(,([1-9]|1[0-2]))*"
    "|BYMONTHDAY=-?([1-9]|[12][0-9]|3[01])(,-?([1-9]|[12][0-9]|3[01]))*"
)
_UNTIL: Final = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)


class Patience:
    """For how many years the rules of one file are followed in vain, all together.

    Few rules look for a day that never comes. Where many do, those that may be such are
    refused from then on: each would take a quarter of a second.
    """

    def __init__(self, years: int = 4_000) -> None:
        """Have patience for so many *years*."""
        self.years = years

    def allows(self, parts: Mapping[str, str]) -> bool:
        """Return whether the rule of *parts* may be followed."""
        return self.years > 0 or _finds_days(parts)


def repeats(
    rule: str, start: datetime, most: int, patience: Patience | None = None
) -> list[datetime]:
    """Return the first *most* moments of *rule* (`FREQ=WEEKLY;COUNT=3`), *start* among them.

    They stand at the same time of day, in whole seconds, on the clock of *start*'s zone. Raises
    PhraseError for a rule that is none, or that repeats within a day, or for which there is no
    *patience* any more.
    """
    parts = _parts(rule)
    patience = patience or Patience()
    if not patience.allows(parts):
        raise PhraseError("its rule may find no day, as too many others of the file")
    until = _until(parts.pop("UNTIL", ""), start)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    years = max(0, (_LAST_YEAR - _RUN - start.year) // _CYCLE * _CYCLE)
    clock = start.replace(tzinfo=None, year=start.year + years)
    try:
        found = rrulestr(text, dtstart=clock)
        if not isinstance(found, rrule):
            raise TypeError(text)  # noqa: TRY301  several rules in one
        followed = _followed(found.replace(count=None), clock, _later(until, years), patience)
        moments = islice(followed, min(most, int(parts.get("COUNT", most))))
        return [each.replace(year=each.year - years, tzinfo=start.tzinfo) for each in moments]
    except (ValueError, TypeError, OverflowError, LookupError, AttributeError) as error:
        raise PhraseError(_UNREAD) from error


def _later(until: datetime | None, years: int) -> datetime | None:
    """Return *until* so many *years* later; None where there is none, or no such year."""
    if until is None or until.year + years > _LAST_YEAR:
        return None
    return until.replace(year=until.year + years)


def _followed(
    rule: Iterable[datetime], start: datetime, until: datetime | None, patience: Patience
) -> Iterator[datetime]:
    """Yield *start*, which counts whether or not the rule gives it, and what follows.

    A rule that gives no more up to the end of the calendar is paid for with *patience*.
    """
    yield start
    for moment in rule:
        if until is not None and moment > until:
            return
        if moment != start:
            yield moment
    patience.years -= _LAST_YEAR - start.year


def _finds_days(parts: Mapping[str, str]) -> bool:
    """Return whether a rule is of a kind that always finds days soon."""
    by = parts.keys() & _BY
    if not by:
        return True
    [name, *more] = by
    return not more and "INTERVAL" not in parts and bool(_PLAIN.fullmatch(f"{name}={parts[name]}"))


def _parts(rule: str) -> dict[str, str]:
    if len(rule) > _LONGEST:
        raise PhraseError(f"a rule of repetition of more than {_LONGEST:,} characters")
    pairs = (part.partition("=") for part in rule.strip().upper().split(";") if part)
    parts = {name: value for name, _, value in pairs}
    if parts.get("FREQ") not in _FREQUENCIES or parts.keys() & {"BYHOUR", "BYMINUTE", "BYSECOND"}:
        raise PhraseError("it repeats within a day, or its rule names no frequency")
    if parts.keys() - _KNOWN or (parts["FREQ"] == "DAILY" and "BYSETPOS" in parts):
        raise PhraseError(_UNREAD)  # the nth of one day is none, and takes long to look for
    if not all(re.fullmatch(r"[1-9]\d{0,8}", parts.get(key, "1")) for key in ("INTERVAL", "COUNT")):
        raise PhraseError(_UNREAD)
    return parts


def _until(text: str, start: datetime) -> datetime | None:
    """Return the last moment of a rule on the clock of *start*; None where it has none."""
    if not text:
        return None
    if not _UNTIL.fullmatch(text):
        raise PhraseError(_UNREAD)
    try:
        written = text[:15] if "T" in text else f"{text}T235959"
        moment = datetime.fromisoformat(written)
        if text.endswith("Z") and start.tzinfo:
            moment = moment.replace(tzinfo=UTC).astimezone(start.tzinfo)
    except (ValueError, OverflowError) as error:
        raise PhraseError(_UNREAD) from error
    return moment.replace(tzinfo=None)
