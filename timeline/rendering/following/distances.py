"""How far away in time → the words for it: days from a centre, years before today."""

from timeline.edtf import calendar_date
from timeline.phrases.days_of_year import DayOfYear
from timeline.rendering.look import Look
from timeline.reports.around import Near
from timeline.reports.on import Anniversary
from timeline.text import counted


def distance_words(near: Near, look: Look) -> str:
    """Return the distance as a page says it: "12 days before", "≈3–33 days after", "same day"."""
    if near.where in ("before", "after"):
        vague = near.least != near.most or near.doubted
        return f"{look.maybe if vague else ''}{_days(near, look)} {near.where}"
    if near.sure or near.where == "before or after":
        return near.where
    return f"possibly {near.where}"


def years_words(found: Anniversary, day: DayOfYear, today: int) -> str:
    """Return when it was, in whole years before *today*: "6 years ago", "last year"."""
    if found.year is None:
        return "year unknown"
    this_year, *now = calendar_date(today)
    years = this_year - found.year
    if years < 0:
        return f"in {counted(-years, 'year')}"
    whole = years - (tuple(now) < day)
    return f"{counted(whole, 'year')} ago" if whole > 0 else ("this year", "last year")[years]


def _days(near: Near, look: Look) -> str:
    """Return how many days, or from how many to how many; the sign is left to a word."""
    ends = [abs(days) for days in (near.least, near.most) if days is not None]
    if len(ends) == 1:
        return f"at least {counted(ends[0], 'day')}"
    low, high = sorted(ends)
    return counted(low, "day") if low == high else f"{low:,}{look.dash}{high:,} days"
