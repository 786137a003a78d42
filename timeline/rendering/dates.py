"""The year under which a date stands."""

from timeline.edtf import When, calendar_date, year_name


def year_of(date: When) -> int | None:
    """Return the astronomical year of the day *date* is sorted by; None if it has no bounds."""
    day = date.latest_end if date.earliest_start is None else date.earliest_start
    return None if day is None else calendar_date(day)[0]


def year_label(year: int | None) -> str:
    """Return what people call a year: "2019", "44 BCE"; "?" where there is none."""
    return "?" if year is None else year_name(year)
