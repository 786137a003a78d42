"""Every example string of the specification, and all codes 21 to 41."""

import json
from pathlib import Path

import pytest

from timeline.edtf import days, parse

CASES = json.loads(Path(__file__).with_name("spec-cases.json").read_text("utf-8"))["cases"]
BY_TEXT = [pytest.param(case, id=case["edtf"]) for case in CASES]


def number(text):
    """Return the day number of `-0043-03-15` and the like, None for None."""
    if text is None:
        return None
    year, month, day = text.rsplit("-", 2)
    return days.day_number(int(year), int(month), int(day))


def test_there_are_82():
    """No example has been lost."""
    assert len(CASES) == 82


@pytest.mark.parametrize("case", BY_TEXT)
def test_bounds(case):
    """The first and last day are those of the specification, or of our reading of it."""
    when = parse(case["edtf"])
    prefix = "" if case["unambiguous"] else "recommended_"
    assert when.earliest_start == case[f"{prefix}earliest_ordinal"]
    assert when.latest_end == case[f"{prefix}latest_ordinal"]


@pytest.mark.parametrize("case", BY_TEXT)
def test_kinds(case):
    """What it is, whether its ends are closed, open or unknown, and its precision."""
    when = parse(case["edtf"])
    assert when.kind == case["kind"]
    assert (when.start_kind, when.end_kind) == (case["start_kind"], case["end_kind"])
    if "precision" in case:
        assert when.precision.value == case["precision"]


@pytest.mark.parametrize("case", BY_TEXT)
def test_qualifiers(case):
    """A date is doubtful if one of its components is, and only then."""
    when = parse(case["edtf"])
    signs = "".join(case.get("qualifiers", {}).values())
    assert when.uncertain is ("?" in signs or "%" in signs)
    assert when.approximate is ("~" in signs or "%" in signs)


@pytest.mark.parametrize("case", [case for case in BY_TEXT if case.values[0]["kind"] == "interval"])
def test_ends_of_intervals(case):
    """Start and end of an interval each have their own bounds."""
    when = parse(case["edtf"])
    if case["start"]:
        assert when.earliest_start == number(case["start"][0])
        assert when.latest_start == number(case["start"][1])
    if case["end"]:
        assert when.earliest_end == number(case["end"][0])
        assert when.latest_end == number(case["end"][1])


@pytest.mark.parametrize("case", BY_TEXT)
def test_written_back(case):
    """The examples of the specification are canonical."""
    assert str(parse(case["edtf"])) == case["edtf"]
