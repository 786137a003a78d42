"""English names of the months; the program has no locale."""

from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ABBREVIATED: Final = 3


def short(month: int) -> str:
    """Return the three-letter name of a month, 1 to 12."""
    return MONTHS[month - 1][:_ABBREVIATED]


def month_named(word: str) -> int | None:
    """Return which month *word* names or abbreviates (`sept`), None if none."""
    if len(word) < _ABBREVIATED:
        return None
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(word.lower()):
            return number
    return None
