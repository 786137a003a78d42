"""The same dates as other libraries read them.

Texts that only one side accepts are not compared. Where a library is known to
deviate, the text is not compared either, each time for the reason given here.
"""

import re
from time import struct_time

import edtf
from hypothesis import HealthCheck, given, settings
from lark.exceptions import LarkError
from undate import Undate, UndateInterval

from tests.edtf.strategies import clear_years, dates, edtf_texts, intervals
from timeline.edtf import day_number, parse

EDTF_DEVIATIONS = {
    "an unknown end is invented as ten years": r"^/|/$",
    "S is ignored by the strict bounds": r"S",
    "a month or day with a digit and an X crashes": r"-[?~%]?([0-9]X|X[0-9])(?![0-9X])",
    "before year 0 the bounds of X run backwards": r"(^|[][{},/.?~%])-[^,/]*X",
    "a winter or southern summer ends in December": r"[0-9X][?~%]?-[?~%]?(24|28|30)(?![0-9-])",
    "an open start beside X or qualifiers cannot be compared": r"^\.\./.*[?~%X]",
    "an open range beside other members cannot be compared": r"^[\[{](\.\..*,|.*,.*\.\.[\]}])",
}
UNDATE_DEVIATIONS = {
    "no times of day": r"T",
    "no seasons or other parts of a year": r"[0-9X][?~%]?-[?~%]?(2[1-9]|3[0-9]|4[01])(?![0-9-])",
    "any year at all is a range of its own": r"XXXX",
    "open and unknown ends are one": r"^(\.\.)?/|/(\.\.)?$",
}


def deviates(text, deviations):
    """Return whether a library is known to read *text* otherwise."""
    return any(re.search(pattern, text) for pattern in deviations.values())


def edtf_day(value):
    """Return a bound of the edtf library as a day number, None for unbounded."""
    return day_number(*value[:3]) if isinstance(value, struct_time) else None


def undate_day(value):
    """Return a day of the undate library as a day number."""
    return day_number(int(value.year), int(value.month), int(value.day))


def edtf_bounds(text):
    """Return first and last day as the edtf library has them; None if it refuses."""
    try:
        date = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return None
    return edtf_day(date.lower_strict()), edtf_day(date.upper_strict())


def undate_bounds(text):
    """Return first and last day as the undate library has them; None if it refuses."""
    try:
        date = Undate.parse(text, "EDTF")
    except (ValueError, LarkError):
        return None
    if isinstance(date, UndateInterval):
        return undate_day(date.earliest.earliest), undate_day(date.latest.latest)
    return undate_day(date.earliest), undate_day(date.latest)


def bounds(text):
    """Return first and last day as we have them."""
    when = parse(text)
    return when.earliest_start, when.latest_end


# The same texts in every run: other libraries' mistakes are not found in passing.
comparing = settings(max_examples=300, derandomize=True, suppress_health_check=list(HealthCheck))


@given(edtf_texts().filter(lambda text: not deviates(text, EDTF_DEVIATIONS)))
@comparing
def test_same_bounds_as_edtf(text):
    """All of levels 0 to 2, in all years, as python-edtf reads it."""
    assert edtf_bounds(text) in {None, bounds(text)}


common = dates(clear_years) | intervals(clear_years)


@given(common.filter(lambda text: not deviates(text, UNDATE_DEVIATIONS)))
@comparing
def test_same_bounds_as_undate(text):
    """Dates and closed intervals of our era, as undate reads them."""
    assert undate_bounds(text) in {None, bounds(text)}


def test_the_oracles_answer():
    """The comparisons are not empty: both libraries read the simple forms."""
    for text in ["2019", "2019-10~", "2004-06-XX", "201X", "2019/2020-03", "156X-12-25"]:
        assert edtf_bounds(text) == undate_bounds(text) == bounds(text)
