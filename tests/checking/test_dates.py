"""Rules about dates think in bounds: what is only possible is no finding."""

import pytest
from hypothesis import given

from tests.edtf.strategies import edtf_texts
from timeline.checking.rule import certainly_after
from timeline.edtf import day_number, parse


def _file(*dates, more=""):
    rows = (f"- date: '{date}'\n  title: Event {at}\n{more}" for at, date in enumerate(dates))
    return "".join(rows)


def _lines(problems):
    return [problem.place.line for problem in problems]


def test_what_has_no_beginning_is_before_nothing_for_sure(found):
    """Where the event above began is not known: the next may have begun later."""
    assert found("unordered", f_yaml=_file("../2019", "2018", "../2020")) == []
    assert len(found("unordered", f_yaml=_file("2019", "2018", "../2020"))) == 1


def test_a_heap_of_new_years_days_is_reported_once(found):
    """Four different first of January among six days are more than chance."""
    dates = ["2019-05-04", *(f"201{year}-01-01" for year in range(4)), "2018-03-07"]
    (problem,) = found("false-precision", f_yaml=_file(*dates))
    assert problem.place.line == 3
    assert problem.message == "4 days in this file are a 1 January, this one the first"


def test_a_heap_of_first_days_of_months_is_reported_once(found):
    """Likewise; January has its own."""
    dates = [f"2019-{month:02}-01" for month in (2, 3, 5, 7, 8)]
    (problem,) = found("false-precision", f_yaml=_file(*dates))
    assert problem.message == "5 days in this file are the 1st of a month, from this on"


@pytest.mark.parametrize(
    "dates",
    [
        [f"201{year}-01-01" for year in range(3)],
        ["2019-01-01"] * 9,  # one New Year's Day, on which much happened
        [f"201{year}-01-01~" for year in range(6)],
        [f"201{year}-01" for year in range(6)],
        [f"201{year}-01-01/.." for year in range(6)],
        # The first days that two years have among all their days.
        [f"{year}-{month:02}-{day:02}" for year in (2018, 2019) for month in range(1, 13)
         for day in range(1, 29)],
    ],
)  # fmt: skip
def test_these_are_no_heaps(found, dates):
    """Few, or one day only, or not said to be exact, or as many as there must be."""
    assert found("false-precision", f_yaml=_file(*dates)) == []


def test_heaps_are_counted_by_file(found):
    """Two in each of two files are no heap."""
    one, two = _file("2011-01-01", "2012-01-01"), _file("2013-01-01", "2014-01-01")
    assert found("false-precision", a_yaml=one, b_yaml=two) == []
    assert len(found("false-precision", a_yaml=one + two)) == 1


def test_a_statement_may_speak_of_another_day(found):
    """What was said on the 23rd may be about August."""
    said = _file("2019-08-23", more="  kind: statement\n  summary: It began in August.\n")
    assert found("false-precision", f_yaml=said) == []
    done = _file("2019-08-23", more="  summary: It began in August.\n")
    assert len(found("false-precision", f_yaml=done)) == 1


def test_the_future_is_an_error_only_where_it_is_confirmed(found):
    """An announced election is a warning."""
    dates = _file("2026-11-24", more="  status: confirmed\n") + _file("2026-11-24", "2026-11-23")
    levels = [problem.level.name for problem in found("future", f_yaml=dates)]
    assert levels == ["error", "warning"]


@pytest.mark.parametrize(
    "date", ["2026", "2026-11", "2026-11-24~", "2027~", "2020/..", "../2030", "2026/"]
)
def test_what_may_have_been_is_not_the_future(found, date):
    """The month we are in, about tomorrow, and what began before."""
    assert found("future", f_yaml=_file(date)) == []


def test_a_timeline_cannot_close_in_the_future(found):
    """With the place of the key's value or of the key."""
    text = f"timeline:\n  as_of: 2027-01-01\nevents:\n{_file('2019')}"
    (problem,) = found("future", f_yaml=text)
    assert str(problem.place) == "f.yaml:2:3"


def test_after_as_of_is_not_said_of_the_future_too(found):
    """One fault, one finding."""
    text = f"timeline: {{as_of: 2019-01-01}}\nevents:\n{_file('2020', '2030')}"
    assert _lines(found("after-as-of", f_yaml=text)) == [3]
    assert _lines(found("future", f_yaml=text)) == [5]


@pytest.mark.parametrize(
    ("event", "source", "number"),
    [
        ("2019-01-23", "2019-01-22", 1),
        ("2019-01-23", "2019-01-23", 0),
        ("2019-01-23", "2019", 0),  # may be of December
        ("2019-01-23", "2018", 1),
        ("2019-02", "2019-01", 1),
        ("2019-01-23~", "2019-01-22", 0),  # about the 23rd may be the 22nd
        ("2019-01-23", "2019-01-22~", 0),
        ("2019-01-24", "2019-01-22~", 1),
        ("2020~", "2018", 1),  # about 2020 is 2019 to 2021
        ("2019~", "2018", 0),
        ("2025-12~", "2025-10", 1),
        ("2020~", "2018~", 0),
        ("2020?", "2019", 1),  # as it is written, it is no earlier
        ("{2020,2022}", "2019", 1),
        ("../2019", "2018", 0),
        ("2019/..", "2018", 1),
    ],
)
def test_a_source_is_early_only_if_it_must_be(found, event, source, number):
    """Its last possible day against the first possible one of the event, qualifiers allowed for."""
    text = f"sources: {{a: {{date: '{source}'}}}}\nevents:\n" + _file(
        event, more="  sources: [a]\n"
    )
    assert len(found("source-before-event", f_yaml=text)) == number


def test_order_is_that_of_each_file(found):
    """Two files may each begin anew, and one finding says how many more there are."""
    later, earlier = _file("2019", "2020"), _file("2001", "2002")
    assert found("unordered", a_yaml=later, b_yaml=earlier) == []
    (problem,) = found("unordered", a_yaml=_file("2019", "2018", "2020", "2017", "2016"))
    assert problem.place.line == 3
    assert problem.message == "this is before the event above it, and 2 more events"


@pytest.mark.parametrize(
    ("times", "line"),
    [
        (("T15:00:00Z", "T09:00:00Z"), 3),
        (("T15:00", "T14:59:59"), 3),
        (("T10:00+03:00", "T06:59Z"), 3),  # seven o'clock, and before it
        (("T09:00Z", "T10:00+03:00"), 3),
        (("T10:00+03:00", "T07:00Z"), None),
        (("T15:00", "T09:00Z"), None),  # nobody knows whose clock the first was
        (("T15:00", ""), None),
        (("", "T09:00"), None),
    ],
)
def test_times_of_one_day_have_an_order(found, times, line):
    """Where either both say how far their clock is from UTC, or neither does."""
    text = _file(*(f"2024-01-05{time}" for time in times))
    assert [each.place.line for each in found("unordered", f_yaml=text)] == [line] * bool(line)


def test_today_is_what_it_is_told(found):
    """`--today` moves the future."""
    assert len(found("future", today=day_number(2018, 1, 1), f_yaml=_file("2019"))) == 1


def test_a_source_that_reads_like_years_is_noted_too(found):
    """With both readings, at its date."""
    sources = "sources:\n  a:\n    publisher: A\n    date: 2019-21\n"
    text = f"{sources}events:\n- {{date: 2019, title: It begins, sources: [a]}}\n"
    (problem,) = found("years-or-season", f_yaml=text)
    assert problem.place.line == 4
    assert problem.message == "this is spring 2019, and reads like 2019 to 2021"
    assert problem.hint == "write 2019/2021 if the years are meant"


@given(edtf_texts())
def test_a_date_is_after_a_day_if_it_begins_later_in_every_reading(text):
    """And not where it has no beginning; whatever its qualifiers add."""
    date = parse(text)
    first, last = date.start
    if first is None:
        assert not any(certainly_after(date, day) for day in (1, last or 1, 10**7))
    else:
        assert certainly_after(date, first - 1)
        assert not certainly_after(date, first)
