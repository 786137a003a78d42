"""What holds for every timeline: it can be checked, and what is found has a place in its file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.timelines import timelines
from timeline.checking.rule import Case, certainly_after
from timeline.checking.rules import RULES, check
from timeline.edtf import day_number
from timeline.loading.load import examine
from timeline.model.file_fields import file_fields

TODAY = day_number(2018, 6, 30)
NAMES = {rule.name for rule in RULES}
words = st.lists(
    st.sampled_from(["in", "about", "late", "August", "2019", "1", "January", "a", "é", "x"]),
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize("name", ["f.yaml", "f.json"])
@examples(60)
@given(timeline=timelines(), title=words.filter(bool), summary=words)
def test_whatever_is_found_has_a_place(name, timeline, title, summary):
    """No rule fails, and each finding is located in a line and within it."""
    events = [match.event for match in timeline.select()]
    fields = file_fields(timeline, events)
    fields["timeline"] = {**fields.get("timeline", {}), "as_of": "2019-01-02"}
    fields["events"][0] |= {"title": title, "summary": summary}
    text = json.dumps(fields, ensure_ascii=False, indent=1)
    examination = examine(name, instead={name: text})
    if examination.timeline is None:
        return  # links to what is not in the file, groups in a circle
    problems = examination.locate(check(examination.timeline, TODAY))
    lines = text.split("\n")
    for problem in problems:
        assert problem.rule in NAMES
        line = lines[problem.place.line - 1]
        assert 1 <= problem.place.column <= len(line)
        assert 1 <= problem.width <= len(line) + 1 - problem.place.column
        assert examination.report(problem)


@examples(60)
@given(timeline=timelines(), day=st.integers(day_number(2015, 1, 1), day_number(2027, 1, 1)))
def test_what_begins_after_a_day_stands_at_the_end(timeline, day):
    """Rules that look there alone find what those that ask every event would."""
    late = [event for event in timeline if certainly_after(event.date, day)]
    assert list(Case(timeline, day).beginning_after(day)) == late
