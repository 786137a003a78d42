"""Numbers over time → a line of small columns, a cell for each period."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from timeline.edtf import day_number, iso, parse
from timeline.model.words import year_label
from timeline.reports.periods import Spread
from timeline.text import cells

_EIGHTHS: Final = "▁▂▃▄▅▆▇█"
_ASCII: Final = ":+*#"
_LEAST: Final = 4  # events that fill a cell at least: a single one is no peak
_YEAR: Final = 12  # months


def spark(numbers: Sequence[int], *, ascii: bool) -> Text:  # noqa: A002  as `When` has it
    """Return a column for each of *numbers*, and a dim dot for 0.

    The highest is the greatest of *numbers*, or 4 if that is more: a line shows
    when, and is not to be compared with another.
    """
    steps = _ASCII if ascii else _EIGHTHS
    most = max([_LEAST, *numbers])
    text = Text()
    for number in numbers:
        if number:
            text.append(steps[max(0, round(len(steps) * number / most) - 1)])
        else:
            text.append("." if ascii else "·", "dim")
    return text


def spark_heading(spread: Spread, *, ascii: bool) -> str:  # noqa: A002
    """Return what stands over the columns: the first and last period, as far as they fit."""
    (first_year, _), (last_year, _) = ends = (spread.year, spread.month), spread.last
    years = [year_label(first_year), year_label(last_year)]
    months = [_month(*end, ascii=ascii) for end in ends]
    for first, last in (months if spread.months < _YEAR else years, years):
        room = spread.number - cells(first) - cells(last)
        if room > 0 and first != last:
            return f"{first}{' ' * room}{last}"
    first = years[0] if cells(years[0]) <= spread.number else ""
    return first.ljust(spread.number)


def _month(year: int, month: int, *, ascii: bool) -> str:  # noqa: A002
    return parse(iso(day_number(year, month, 1))[:-3]).describe(ascii=ascii)
