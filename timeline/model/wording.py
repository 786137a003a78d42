"""The words for links, grades and years, wherever they are said."""

from collections.abc import Mapping
from typing import Final

from timeline.edtf import When, calendar_date, year_name
from timeline.model.records import CREDIBILITIES, RELIABILITIES

MOST_YEARS: Final = 200  # a date that may span more says nothing about any one year
_BACK: Final[Mapping[str, str]] = {
    "denies": "denied by",
    "confirms": "confirmed by",
    "responds-to": "answered by",
    "reports": "reported by",
    "part-of": "has part",
    "follows-from": "leads to",
}


def link_words(type_: str, *, back: bool = False) -> str:
    """Return the words for a link: as the file has them, or against its direction.

    >>> link_words("denies"), link_words("denies", back=True)
    ('denies', 'denied by')
    """
    return _BACK[type_] if back else type_


def reliability_words(grade: str) -> str:
    """Return a reliability with its words, such as "B usually reliable"; "" for none."""
    return f"{grade} {RELIABILITIES[grade]}" if grade else ""


def credibility_words(grade: str) -> str:
    """Return a credibility with its words, such as "3 possibly true"; "" for none."""
    return f"{grade} {CREDIBILITIES[grade]}" if grade else ""


def year_of(date: When) -> int | None:
    """Return the astronomical year of the day *date* is sorted by; None if it has no bounds."""
    day = date.latest_end if date.earliest_start is None else date.earliest_start
    return None if day is None else calendar_date(day)[0]


def years_of(date: When) -> range:
    """Return the astronomical years in which *date* may lie; none if there are over 200.

    What may go on for ever is followed as far as it is known.
    """
    first, last = date.known
    if first is None or last is None:
        return range(0)
    years = range(calendar_date(first)[0], calendar_date(last)[0] + 1)
    return years if len(years) <= MOST_YEARS else range(0)


def year_label(year: int | None) -> str:
    """Return what people call a year: "2019", "44 BCE"; "?" where there is none."""
    return "?" if year is None else year_name(year)
