"""Years in words: eras, decades and centuries, millions of years."""

from typing import Final

from timeline.edtf.bounds import digit_count, magnitude, years
from timeline.edtf.style import Style
from timeline.edtf.syntax import Point

_FIRST_CLEAR: Final = 100  # a smaller number alone is not seen to be a year
_FIRST_ROUND: Final = 100_000  # from here on, round numbers stay round
_FAR_DIGITS: Final = 18
_UNITS: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def year_name(year: int, *, era: bool = False) -> str:
    """Return an astronomical year as people count: 2019, 44 BCE, 44 CE.

    CE is said of years below 100, and of all with *era*.
    """
    if year > 0:
        return f"{_count(year)} CE" if era or year < _FIRST_CLEAR else _count(year)
    is_round = -year >= _FIRST_ROUND and year % 1000 == 0
    return f"{_count(-year if is_round else 1 - year)} BCE"


def year_span(first: int, last: int, style: Style) -> str:
    """Return the years from *first* to *last*: 2019–20, 44–42 BCE, 44 BCE – 14 CE.

    In ASCII it is 2019/2020: with a hyphen, 2019-20 would read as a month.
    """
    if first <= 0 < last:
        return f"{year_name(first)}{style.wide}{year_name(last, era=True)}"
    if last <= 0 or first < _FIRST_CLEAR:
        number, era = year_name(first, era=True).rsplit(" ", 1)
        return f"{number}{style.tight}{year_name(last, era=True).removesuffix(era)}{era}"
    if style.ascii:
        return f"{_count(first)}/{_count(last)}"
    within_century = first // 100 == last // 100 and first >= 1000 and last <= 9999  # noqa: PLR2004
    return (
        f"{_count(first)}–{last % 100:02}" if within_century else f"{_count(first)}–{_count(last)}"
    )


def point_year(point: Point, style: Style) -> str:
    """Return the words for the year of a date; empty if it is any year at all."""
    if point.year == "XXXX":
        return ""
    if "X" in point.year:
        return _unspecified(point.year, style)
    if digit_count(point.year) > _FAR_DIGITS:
        return f"over 10^{_FAR_DIGITS} {'BCE' if '-' in point.year else 'CE'}"
    number = magnitude(point.year)
    return year_name(-number if "-" in point.year else number)


def is_vague(year: str) -> bool:
    """Return whether the words for a year look like a span and need "year?" behind them."""
    return "X" in year and not is_decade_or_century(year)


def significant_range(point: Point, style: Style) -> str:
    """Return the years that `S` leaves possible, in brackets; empty if there is one.

    Those of far years are long, and only written at length.
    """
    possible = years(point.year, point.significant)
    first, last = possible[0], possible[-1]
    if first == last or digit_count(point.year) > _FAR_DIGITS:
        return ""
    if max(-first, last) >= _FIRST_ROUND:
        era = " BCE" if last <= 0 else ""
        return f" ({abs(first):,} to {abs(last):,}{era})" if style.long else ""
    pattern = _pattern(first, last)
    words = _unspecified(pattern, style) if pattern else year_span(first, last, style)
    return f" ({words})"


def _pattern(first: int, last: int) -> str:
    """Return `195X` or `19XX` for a decade or century, else nothing."""
    if first < 1000 or last > 9999:  # noqa: PLR2004
        return ""
    unspecified = {9: 1, 99: 2}.get(last - first, 0)
    return f"{first:04}"[: 4 - unspecified] + "X" * unspecified if unspecified else ""


def _unspecified(year: str, style: Style) -> str:
    """Return the words for a year with `X`."""
    if is_decade_or_century(year):
        return f"{year.replace('X', '0')}s"
    possible = years(year)
    if year.rstrip("X").count("X") == 0:
        return year_span(possible[0], possible[-1], style)
    dots = "..." if style.ascii else "…"
    first, second, last = (year_name(possible[place]) for place in (0, 1, -1))
    return f"{first}, {second}{dots}{last}"


def is_decade_or_century(year: str) -> bool:
    """Return whether a year with `X` has a short name that means nothing else.

    `19XX` is the 1900s, so `190X` cannot be; neither can `1XXX`.
    """
    is_late = not year.startswith(("-", "0", "X")) and "X" not in year[:2]
    return is_late and year.endswith("X") and year[2:] != "0X"


def _count(number: int) -> str:
    """Return a number as people read it: 12345, 338,800, 170 million."""
    if number < _FIRST_ROUND:
        return str(number)
    for unit, name in _UNITS:
        if number >= unit and number % (unit // 100) == 0:
            whole, rest = divmod(number, unit)
            decimals = f"{rest // (unit // 100):02}".rstrip("0")
            return f"{whole:,}{'.' if decimals else ''}{decimals} {name}"
    return f"{number:,}"
