"""Dates that know how vague they are: EDTF, levels 0 to 2 (ISO 8601-2:2019).

`parse(text)` returns a `When` or raises `EdtfError`. The conventions, with their reasons
in docs/dates.md:

- A day is a number: 0001-01-01 is 1, as in `datetime.date.toordinal`, in the
  proleptic Gregorian calendar. Years are astronomical: 1 BCE is year 0.
- Bounds are inclusive days. A date has four: earliest and latest start,
  earliest and latest end. None is unbounded.
- Precision and `X` widen the bounds. Qualifiers (`?` uncertain, `~` approximate,
  `%` both) never do; `When.possible` and `When.certain` reckon with them.
- An end that is open (`..`) is not one that is unknown (empty).
- Seasons are meteorological, 21 to 24 northern; winter runs into the next year.
- A time of day is kept for display; the day is the one that is written.
- Equality is exact, the text included. Order is `When.sort_key` and the place
  in the file; overlap is for the caller to name.
"""

from timeline.edtf.days import FAR, calendar_date, day_number, days_in_month, is_leap, iso
from timeline.edtf.errors import EdtfError
from timeline.edtf.parser import dates_in, parse
from timeline.edtf.parts import Part, Span, certainty
from timeline.edtf.precision import Precision
from timeline.edtf.syntax import EndKind
from timeline.edtf.when import Kind, When
from timeline.edtf.words.years import year_name

__all__ = [
    "FAR",
    "EdtfError",
    "EndKind",
    "Kind",
    "Part",
    "Precision",
    "Span",
    "When",
    "calendar_date",
    "certainty",
    "dates_in",
    "day_number",
    "days_in_month",
    "is_leap",
    "iso",
    "parse",
    "year_name",
]
