"""Which day of the month a text names: python-dateutil, behind a guard.

It takes longer to load than most commands take, so this module is imported as one, and waits
until a day must be read. What is missing from a text it fills from a default date: so a text
is read twice with different defaults, and what differs was not in the text.
"""

from datetime import datetime

from dateutil.parser import parse

# Year, month and day differ; both are leap years, and the 31st is clipped.
_DEFAULTS = datetime(2024, 1, 1), datetime(2028, 12, 31)  # noqa: DTZ001  (no time of day)


def day_of_month(text: str) -> int | None:
    """Return the day of the month in *text*, None where dateutil finds none that exists."""
    try:
        first, second = (parse(text, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    return first.day if first.day == second.day else None
