"""Days of the Julian calendar, by which the Gregorian had to be corrected."""

from timeline.edtf import days_in_month

_FEBRUARY = 2


def julian_day(year: int, month: int, day: int) -> int:
    """Return the day number of a day in the Julian calendar; *year* is astronomical.

    Raises ValueError for a day that the calendar lacks.
    """
    if not 1 <= day <= julian_length(year, month):
        raise ValueError(day)
    # Counted in years from March, so that a leap day ends a year: 0 is 1 March of year 0.
    years, months = divmod(12 * year + month - 3, 12)
    return 365 * years + years // 4 + (153 * months + 2) // 5 + day - 308


def julian_length(year: int, month: int) -> int:
    """Return how many days a *month* of the Julian calendar has."""
    if month == _FEBRUARY:
        return 28 + (year % 4 == 0)
    return days_in_month(1, month)
