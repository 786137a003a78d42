"""Weeks by their number in a year, as ISO 8601 counts them: `2020-W05`, `week 5 of 2020`.

The first week is the one with the first Thursday; they run from Monday to Sunday.
"""

import re
from datetime import date

from timeline.phrases.refusals import PhraseError, quoted

WEEK = (
    r"(?:the )?(?:(?P<year>\d{4})[- ]?w(?P<week>\d\d)(?:-?(?P<day>[1-7]))?"
    r"|(?:week |w)(?P<number>\d{1,2})(?:,? of|,)? (?P<of>\d{4}))"
)


def read(found: re.Match[str], _today: int | None) -> str:
    """Return some day of the week that WEEK has *found*, or the one day of it; raises PhraseError.

    A year has 52 weeks, or 53.
    """
    year = int(found["year"] or found["of"])
    week = int(found["week"] or found["number"])
    try:
        return days(year, week, int(found["day"] or 0))
    except ValueError:
        message = f"{quoted(found[0])} is not in the calendar"
        raise PhraseError(message, _least(year)) from None


def days(year: int, week: int, weekday: int = 0) -> str:
    """Return some day of a week in EDTF, or its *weekday*, 1 for Monday.

    Raises ValueError where the year has no such week.
    """
    if weekday:
        return date.fromisocalendar(year, week, weekday).isoformat()
    first, last = (date.fromisocalendar(year, week, day).isoformat() for day in (1, 7))
    return f"[{first}..{last}]"


def _least(year: int) -> str:
    """Return how many weeks a *year* has; 28 December is in the last."""
    if not year:
        return "weeks are counted from the year 1 on"
    return f"{year:04} has {date(year, 12, 28).isocalendar().week} weeks"
