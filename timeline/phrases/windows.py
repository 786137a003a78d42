"""Windows: the closed span of days that a question asks about, and its words.

What since, until, before and after make of a date: docs/dates.md#windows.
"""

import msgspec

from timeline import edtf
from timeline.edtf.months import short
from timeline.phrases.vocabulary import year_words

# How many words of a day's name (day, month, year) go without saying.
DAYS, MONTHS, YEARS = 0, 1, 2


class Window(msgspec.Struct, frozen=True):
    """All days from `first` to `last`, inclusive, as day numbers (0001-01-01 = 1).

    None is no bound. `text` is what was asked, such as "since 2025-08".
    """

    first: int | None
    last: int | None
    text: str

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002  (named as in `When`)
        """Return the days in words, for a heading: `2019`, `Aug 2025`, `since 1 Aug 2025`.

        With *ascii* the en dash is `-`, between years `..`. Every result but "all time"
        can be read as a phrase again and means the same days, up to year 9999.
        """
        if self.first is not None and self.last is not None:
            return _stretch(self.first, self.last, ascii=ascii)
        if self.first is not None:
            return f"since {' '.join(_named(self.first))}"
        if self.last is not None:
            return f"until {' '.join(_named(self.last))}"
        return "all time"


def _stretch(first: int, last: int, *, ascii: bool) -> str:  # noqa: A002
    """Return the words for all days from *first* to *last*; what both share is said once."""
    unit = _unit(first, last)
    left, right = _named(first)[unit:], _named(last)[unit:]
    if left == right:
        return " ".join(right)
    if unit == YEARS or edtf.calendar_date(first)[0] == edtf.calendar_date(last)[0]:
        left = left[: len(left) - _shared(left, right)]
    dash = "-" if ascii else "–"
    if len(left) > 1:
        return f"{' '.join(left)} {dash} {' '.join(right)}"
    if ascii and unit == YEARS:
        dash = ".."
    return f"{left[0]}{dash}{' '.join(right)}"


def _shared(left: list[str], right: list[str]) -> int:
    """Count the words at the end of *left* and *right*, which differ, that are the same."""
    pairs = zip(reversed(left), reversed(right), strict=False)
    return next(count for count, (one, other) in enumerate(pairs) if one != other)


def _unit(first: int, last: int) -> int:
    """Return what a window is made of: whole YEARS, whole MONTHS or DAYS."""
    _, month, day = edtf.calendar_date(first)
    _, next_month, next_day = edtf.calendar_date(last + 1)
    if (day, next_day) != (1, 1):
        return DAYS
    return YEARS if (month, next_month) == (1, 1) else MONTHS


def _named(day: int) -> list[str]:
    """Return a day in words: `23`, `Jan`, `2019`, and the era where one is needed."""
    year, month, day_of_month = edtf.calendar_date(day)
    return [str(day_of_month), short(month), *year_words(year).split()]
