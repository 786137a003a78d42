"""What lies near an event or a date: distances by trying every reading."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timelines import timelines
from timeline.edtf import day_number, parse
from timeline.errors import UsageError
from timeline.loading.load import load
from timeline.model.answers import Selection, Verdict
from timeline.phrases.lengths import length
from timeline.reports.around import around
from timeline.reports.centre import Centre, centre
from timeline.reports.distance import distance
from timeline.views.around import distance_words
from timeline.views.parts.look import Look

TODAY = day_number(2026, 11, 23)
BEGIN = day_number(2020, 1, 1)
QUARREL = "  c. 1998  An old quarrel begins  old-quarrel"
DAYS = ("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-02?", "2020-01", "2020-01-05/..")
bounds = st.lists(st.integers(0, 9), min_size=4, max_size=4).map(sorted)


@pytest.fixture(name="near")
def _near(small):
    """Return what lies around a centre: id, distance, and how, a maybe with a mark."""

    def near(text, within=None, number=None, **rest):
        middle = centre(text, small, TODAY)
        reach = length(within) if within else None
        found = around(small.select(), middle, reach, number, **rest)
        return [
            (
                each.match.event.id + ("" if each.match.certain else "?"),
                (each.least, each.most),
                each.where if each.sure else f"possibly {each.where}",
            )
            for each in found.shown
        ]

    return near


def _spans(days):
    """Return every reading of four bounds: first and last day."""
    starts, ends = range(days[0], days[1] + 1), range(days[2], days[3] + 1)
    return [(start, end) for start, end in product(starts, ends) if start <= end]


def _apart(one, other):
    """Return the days from a span to another, by their meaning."""
    if one[0] > other[1]:
        return one[0] - other[1]
    return one[1] - other[0] if one[1] < other[0] else 0


@given(
    timeline=timelines(most=8, dates=st.sampled_from(DAYS).map(parse)),
    number=st.integers(1, 3),
    within=st.sampled_from([None, "3d"]),
    is_date=st.booleans(),
)
def test_events_of_one_date_are_told_apart(timeline, number, within, is_date):
    """Whether they are counted at once, as all of a timeline are, or one by one."""
    every = timeline.select()
    named = "2020-01-02" if is_date else every.matches[0].event.id
    middle, reach = centre(named, timeline, TODAY), length(within) if within else None
    at_once = around(every, middle, reach, number)
    one_by_one = around(Selection(every.matches), middle, reach, number)
    assert (at_once.shown, at_once.at) == (one_by_one.shown, one_by_one.at)
    assert at_once.found.matches == one_by_one.found.matches
    assert len(at_once.found) == len(at_once.found.matches)
    assert at_once.found.certain == sum(match.certain for match in at_once.found)


@given(bounds, bounds)
def test_a_distance_is_the_least_and_the_most_of_all_readings(event, middle):
    """Every reading of the one with every reading of the other."""
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    days = {name: BEGIN + day for name, day in zip(names, event, strict=True)}
    when = replace(parse("2020-01-01/2020-01-10"), **days)
    start, end = ((BEGIN + middle[at], BEGIN + middle[at + 1]) for at in (0, 2))
    readings = [_apart(one, other) for one in _spans(event) for other in _spans(middle)]
    assert distance(when, Centre("", start, end)) == (min(readings), max(readings))


@pytest.mark.parametrize(
    ("date", "least", "most"),
    [
        ("[..2020-01-05]", None, -5),
        ("2020-01-20/", 10, 10),
        ("../2020-01-05", -5, -5),
        ("[2020-01-12..]", 2, None),
    ],
)
def test_a_bound_that_is_not_there_leaves_the_distance_open(date, least, most):
    """Around 10 January 2020: on the side of the bound that there is, it is known."""
    day = BEGIN + 9
    assert distance(parse(date), Centre("", (day, day), (day, day))) == (least, most)


def test_around_a_day(near):
    """From 1 June 2018: the war goes on, what follows and precedes is counted in days.

    About 1998 is 1 January 1997 to 31 December 1999.
    """
    assert near("2018-06-01") == [
        ("old-quarrel", (-7821, -6727), "before"),
        ("war", (0, 0), "going on"),
        ("landing", (-61, -53), "before"),
        ("general-speaks", (-11, -1), "before"),
        ("rebels-deny", (0, 0), "same day"),
        ("some-year", (214, 578), "after"),
        ("occupation", (245, 272), "after"),
    ]


def test_around_an_event_leaves_it_out_and_keeps_its_readings(near):
    """The general spoke on one of 21 to 31 May: the denial came 1 to 11 days after."""
    found = {id_: days for id_, days, _ in near("general-speaks")}
    assert "general-speaks" not in found
    assert found["rebels-deny"] == (1, 11)
    assert found["landing"] == (-60, -42)


def test_all_days_of_a_date_are_meant(near):
    """What lies in May or June 2018 is during it; April is before May."""
    found = {id_: (days, where) for id_, days, where in near("2018-05..2018-06")}
    assert found["general-speaks"] == ((0, 0), "during")
    assert found["rebels-deny"] == ((0, 0), "during")
    assert found["war"] == ((0, 0), "going on")
    assert found["landing"] == ((-30, -22), "before")


def test_what_only_may_share_the_day_is_possible(near):
    """The general may have spoken on 25 May; a day of April may be the 4th."""
    found = {id_: (days, where) for id_, days, where in near("2018-05-25")}
    assert found["general-speaks"] == ((-4, 6), "possibly same day")
    assert near("2018-03-15")[1] == ("war", (0, 16), "possibly going on")


def test_the_nearest_on_each_side(near):
    """One before, by its farthest reading, and one after; what is there is always shown."""
    assert [id_ for id_, _, _ in near("2018-06-01", number=1)] == [
        "war",
        "general-speaks",
        "rebels-deny",
        "occupation",
    ]


def test_within_a_length_an_event_may_be_a_maybe(near):
    """Within 5 days of 1 June, the general spoke in some readings only; within 11, in all."""
    within_5 = ["war", "general-speaks?", "rebels-deny"]
    assert [id_ for id_, _, _ in near("2018-06-01", "5d")] == within_5
    assert [id_ for id_, _, _ in near("2018-06-01", "11d")][1] == "general-speaks"
    assert [id_ for id_, _, _ in near("2018-06-01", "5d", only=Verdict.YES)] == [
        "war",
        "rebels-deny",
    ]


def test_what_goes_on_at_the_centre_is_within_any_length(tmp_path):
    """However vague its ends are, months away."""
    path = tmp_path / "long.yaml"
    path.write_text("- {date: 2019-01~/2021-01~, title: A campaign}\n")
    timeline = load(str(path))
    middle = centre("2019-06-15", timeline, TODAY)
    [near] = around(timeline.select(), middle, length("1d")).shown
    assert (near.where, near.sure, near.match.certain) == ("going on", True, True)


@pytest.fixture(name="beside")
def _beside(tmp_path):
    """Return what one event of a date is to a centre: days and where, as it is said."""

    def beside(date, text):
        path = tmp_path / "one.yaml"
        path.write_text(f'- {{date: "{date}", title: An event, id: it}}\n')
        timeline = load(str(path), today=TODAY)
        [near] = around(timeline.select(), centre(text, timeline, TODAY)).shown
        return (near.least, near.most), distance_words(near, Look())

    return beside


# A date, a centre -> days, and the words; worked out in the calendar.
BESIDE = [
    # About 10 January is the 9th to the 11th.
    ("2020-01-10~", "2020-01-10", (-1, 1), "possibly same day"),
    ("2020-01-10~", "2020-01-12", (-3, -1), "≈1–3 days before"),
    ("2020-01-10~", "2020-01-11", (-2, 0), "possibly same day"),
    # A doubted day is the day as it is written, but never for certain.
    ("2020-01-10?", "2020-01-10", (0, 0), "possibly same day"),
    ("2020-01-10?", "2020-01-12", (-2, -2), "≈2 days before"),
    ("2020-01-10?", "2020-01", (0, 0), "possibly during"),
    ("2020-01-10~", "2020-01", (0, 0), "during"),
    ("2020-01-31~", "2020-01", (0, 1), "possibly during"),
    ("2019?/2021", "2020-01-10", (0, 0), "possibly going on"),
    ("2019?/2021", "2021", (0, 0), "overlapping"),
    # Of all dates the nearest counts; between them nothing goes on, unless the list says so.
    ("{2020-01-01,2020-03-01}", "2020-01-11", (-10, -10), "10 days before"),
    ("{2020-01-01,2020-03-01}", "2020-02-20", (10, 10), "10 days after"),
    ("{2020-01-01,2020-03-01}", "2020-03-01", (0, 0), "same day"),
    ("{2020-01-01..2020-03-01}", "2020-01-11", (0, 0), "going on"),
    # Of February or December, neither is June.
    ("2019-X2", "2019-06-30", (-149, 184), "before or after"),
    ("[2019-02,2019-12]", "2019-06-30", (-149, 184), "before or after"),
    ("[2019-02,2019-12]", "2019-12-05", (-307, 26), "possibly same day"),
]


@pytest.mark.parametrize(("date", "text", "days", "words"), BESIDE)
def test_qualifiers_and_lists_around_a_centre(beside, date, text, days, words):
    """What is possible and what is sure follows the readings, as in a query."""
    assert beside(date, text) == (days, words)


def test_within_months_is_counted_in_the_calendar(near):
    """Two months before 1 June is 1 April, on which the army may have landed first."""
    assert "landing" in [id_ for id_, _, _ in near("2018-06-01", "2m")]
    assert "landing?" in [id_ for id_, _, _ in near("2018-06-02", "2m")]


def test_the_centre_stands_in_its_place(small):
    """Before what happened on the same day."""
    found = around(small.select(), centre("2018-06-01", small, TODAY))
    assert found.shown[found.at].match.event.id == "rebels-deny"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("war", "war"),
        ("WAR", "war"),
        ("2019", None),
        ("speaks", "general-speaks"),
        ("claims victory", "general-speaks"),
    ],
)
def test_a_whole_id_then_a_date_then_what_else_names_an_event(small, text, event):
    """What is named is the same every time."""
    found = centre(text, small, TODAY).event
    assert (found.id if found else None) == event


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "el",
            "'el' may be any of 2 events",
            f"{QUARREL}\n  1 Jun 2018  Rebels deny it  rebels-deny",
        ),
        (
            "landign",
            "'landign' is no event, and cannot be read as a date",
            "did you mean 'landing'?",
        ),
        (
            "2019-13",
            "this reads as month 13, and there is none (character 6 of '2019-13')",
            "months are 01 to 12; 21 to 41 are seasons, quarters and halves",
        ),
        (
            "2019..",
            "'2019..' has no last day",
            "write a day, a month, or a span such as 2025-08..2025-10",
        ),
    ],
)
def test_what_is_neither_is_refused(small, text, message, hint):
    """With what to write instead."""
    with pytest.raises(UsageError) as caught:
        centre(text, small, TODAY)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def _day(tmp_path, *times):
    """Return a timeline of events on 5 January 2024, called by their times."""
    path = tmp_path / "day.yaml"
    lines = [f"- {{id: '{time}', date: '2024-01-05{time}', title: x}}" for time in times]
    path.write_text("\n".join(lines), encoding="utf-8")
    return load(str(path))


def test_the_centre_stands_among_those_of_its_day_by_the_time(tmp_path):
    """What is before it in a list is before it here; the distance stays that of days."""
    timeline = _day(tmp_path, "T15:00", "T09:00Z", "", "T12:00", "T12:00:00")
    middle = centre("T12:00:00", timeline, TODAY)
    found = around(timeline.select(), middle)
    order = ["x-2024", "T09:00Z", "T12:00", "T15:00"]
    assert [near.match.event.id for near in found.shown] == order
    assert found.at == 3  # behind the one of the same moment that stands first in the file
    assert {(near.least, near.most, near.where) for near in found.shown} == {(0, 0, "same day")}
    assert around(timeline.select(), centre("2024-01-05", timeline, TODAY)).at == 0


def test_of_one_day_before_the_last_are_nearest(tmp_path):
    """And of one day after it, the first."""
    timeline = _day(tmp_path, *(f"T{hour:02}" for hour in range(9)))
    after = around(timeline.select(), centre("2024-01-06", timeline, TODAY), number=2)
    before = around(timeline.select(), centre("2024-01-04", timeline, TODAY), number=2)
    assert [near.match.event.id for near in after.shown] == ["T07", "T08"]
    assert [near.match.event.id for near in before.shown] == ["T00", "T01"]


def test_a_centre_is_said_by_its_date(small):
    """That of an event, or all days of one that was typed."""
    assert centre("landing", small, TODAY).describe() == small.get("landing").date.describe()
    assert centre("2018-05..2018-06", small, TODAY).describe() == "May–Jun 2018"


def test_the_centre_stands_among_what_lies_around_it(small):
    """Where it is in the list; a date stands nowhere."""
    found = around(small.select(), centre("landing", small, TODAY))
    ids = [near.match.event.id for near in found.with_centre()]
    assert ids[found.at] == "landing"
    assert len(ids) == len(found.shown) + 1
    found = around(small.select(), centre("2018-06-01", small, TODAY))
    assert found.with_centre() == list(found.shown)
