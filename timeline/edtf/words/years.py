"""Years in words: eras, decades and centuries, millions of years."""

from collections.abc import Sequence
from typing import Final

from timeline.edtf.bounds import digit_count, signed, years
from timeline.edtf.syntax import Point
from timeline.edtf.words.parts import are_many, possible_years
from timeline.edtf.words.style import Style

_FIRST_CLEAR: Final = 100  # a smaller number alone is not seen to be a year
_FIRST_ROUND: Final = 100_000  # from here on, round numbers stay round
_FAR_DIGITS: Final = 18
_UNITS: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def year_name(year: int, *, era: bool = False) -> str:
    """Return an astronomical year as people count: 2019, 44 BCE, 44 CE.

    CE is said of years below 100, and of all with *era*.
    """
    if year > 0:
        if era or year < _FIRST_CLEAR:
            return f"{_count(year)} CE"
        return _count(year)
    is_round = -year >= _FIRST_ROUND and year % 1000 == 0
    number = -year if is_round else 1 - year
    return f"{_count(number)} BCE"


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
    if within_century:
        return f"{_count(first)}–{last % 100:02}"
    return f"{_count(first)}–{_count(last)}"


def point_year(point: Point, style: Style) -> str:
    """Return the words for the year of a date; empty if it is any year at all."""
    if point.year == "XXXX":
        return ""
    if "X" in point.year:
        return _unspecified(point.year, possible_years(point), style)
    if digit_count(point.year) > _FAR_DIGITS:
        era = "BCE" if "-" in point.year else "CE"
        return f"over 10^{_FAR_DIGITS} {era}"
    return year_name(signed(point.year))


def is_vague(point: Point) -> bool:
    """Return whether the words for a year look like a span and need "year?" behind them."""
    named = is_decade(point.year) or not are_many(possible_years(point))
    return "X" in point.year and not named


def significant_range(point: Point, style: Style) -> str:
    """Return the years that `S` leaves possible, in brackets; empty if there is one.

    Those of far years are long, and only written at length.
    """
    possible = years(point.year, point.significant)
    first, last = possible[0], possible[-1]
    if first == last or digit_count(point.year) > _FAR_DIGITS:
        return ""
    if max(-first, last) >= _FIRST_ROUND:
        if not style.long:
            return ""
        era = " BCE" if last <= 0 else ""
        return f" ({abs(first):,} to {abs(last):,}{era})"
    decade = f"{first // 10:03}X"
    is_whole = (first, last) == (years(decade)[0], years(decade)[-1]) and is_decade(decade)
    if is_whole:
        return f" ({_decade(decade)})"
    return f" ({year_span(first, last, style)})"


def _unspecified(year: str, possible: Sequence[int], style: Style) -> str:
    """Return the words for a year with `X`, which is one of the *possible* ones."""
    if not are_many(possible):
        return " or ".join(map(year_name, possible))
    if is_decade(year):
        return _decade(year)
    if year.rstrip("X").count("X") == 0:
        return year_span(possible[0], possible[-1], style)
    first, second, last = (year_name(possible[place]) for place in (0, 1, -1))
    return f"{first}, {second}{style.dots}{last}"


def is_decade(year: str) -> bool:
    """Return whether a year with `X` has a short name that means nothing else: the 2010s.

    Nobody knows whether the 1900s are ten years or a hundred, so neither `190X` nor
    `19XX` is called so.
    """
    is_late = len(year) == len("201X") and year[0] not in "-0X"
    return is_late and year[-1] == "X" and year[:3].isdigit() and year[2] != "0"


def _decade(year: str) -> str:
    return f"{year.replace('X', '0')}s"


def _count(number: int) -> str:
    """Return a number as people read it: 12345, 338,800, 170 million."""
    if number < _FIRST_ROUND:
        return str(number)
    for unit, name in _UNITS:
        if number >= unit and number % (unit // 100) == 0:
            whole, rest = divmod(number, unit)
            decimals = f".{rest // (unit // 100):02}".rstrip("0").rstrip(".")
            return f"{whole:,}{decimals} {name}"
    return f"{number:,}"
