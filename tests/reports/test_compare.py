"""Two selections side by side: the order, what is shared, and days that stay as vague as dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.errors import UsageError
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.phrases.lengths import length
from timeline.query.fields import Context
from timeline.reports.compare import aligned, beside, compared, in_both, side
from timeline.reports.offsets import Offset, offset

DATES = st.sampled_from(
    ["2019", "2019~", "2019-03", "2019-03-15", "2018/2020", "201X", "2025-08/..", "2024-12-08",
     "[2025-10-21..2025-10-31]", "../1985", "/1985", "1985/", "-0043", "2018-04-0X?"]
)  # fmt: skip


def event(id_, date):
    """Return an event of which only the date matters."""
    return Event(id=id_, date=parse(date), title=id_, place=Place("x.yaml", 1))


@pytest.fixture(name="ask", scope="module")
def _ask(small):
    """Return what a text selects as a side."""
    return lambda text: small.select(side(text, Context(small, 1)))


def test_sides_in_order_and_shared_events_once(ask, small):
    """The general and the army count as the Union; three events have both."""
    rows = beside(ask("union"), ask("rebels"), small)
    assert [(row.sides, row.event.id) for row in rows] == [
        ("AB", "old-quarrel"),
        ("AB", "war"),
        ("A", "landing"),
        ("A", "general-speaks"),
        ("B", "rebels-deny"),
        ("AB", "some-year"),
        ("A", "occupation"),
    ]
    assert in_both(rows) == 3


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("north", "arc:north"),
        ("The south", 'arc:"The south"'),
        ("capital", "actor:capital"),
        ("2018", "year:2018"),
        ("harbour", "harbour"),
        ("actor:general year:2018", "actor:general year:2018"),
        ("nor", "nor"),
    ],
)
def test_a_bare_name_is_an_arc_an_actor_or_a_year_only_in_full(small, text, asked):
    """A part of a name is sought as a word, as everywhere."""
    assert str(side(text, Context(small, 1))) == asked


def test_days_are_counted_between_beginnings():
    """From the facts: the offensive of 27 November 2024 was 11 days before 8 December."""
    fall = event("fall", "2024-12-08")
    assert offset(event("offensive", "2024-11-27"), fall) == Offset(-11, -11)
    assert offset(event("homs", "2024-12-07/2024-12-08"), fall) == Offset(-1, -1)
    assert offset(event("fifty", "2025-01-23~"), fall) == Offset(45, 47)
    assert offset(event("fifty", "2025-01-23?"), fall) == Offset(46, 46, approximate=True)
    assert offset(event("fifty", "2025-01-23%"), fall) == Offset(45, 47, approximate=True)
    assert offset(event("unit", "2025-01-23/2025-02?"), fall) == Offset(46, 46)


def test_a_vague_date_makes_a_range_on_either_end():
    """August has 31 first days; counted from a vague day 0, the doubt is that of both."""
    august = event("august", "2025-08")
    assert offset(august, event("war", "2025-08-01")) == Offset(0, 30)
    assert offset(event("day", "2025-09-01"), august) == Offset(1, 31)
    assert offset(august, august) == Offset(0, 0)
    # From 8 December 2024: 1 January 2025 is 24 days later, 31 March 113.
    assert offset(event("about", "2025-02~"), event("fall", "2024-12-08")) == Offset(24, 113)
    assert offset(event("old", "../1985"), august).earliest is None


def test_without_a_beginning_there_is_nothing_to_count_from():
    """Refused in a sentence that names the event."""
    with pytest.raises(UsageError, match="'old' has no first day to count from"):
        offset(event("day", "2025-09-01"), event("old", "../1985"))


def test_within_keeps_what_may_be_near(small):
    """245 to 272 days after 1 June 2018: within 245 days in one reading, within 244 in none."""
    day_0 = small.get("rebels-deny")
    late = Selection([Match(small.get("occupation"), Verdict.YES)])
    ids = {
        text: [row.event.id for row in aligned(late, Selection([]), (day_0, day_0), length(text))]
        for text in ("245d", "244d", "9 months")
    }
    assert ids == {"245d": ["occupation"], "244d": [], "9 months": ["occupation"]}


def test_a_shared_event_has_a_place_on_each_side(small):
    """Its days differ when they are counted from two days 0; from one and the same they do not."""
    war = Selection([Match(small.get("war"), Verdict.YES)])
    days_0 = small.get("rebels-deny"), small.get("war")
    assert [row.sides for row in aligned(war, war, days_0)] == ["A", "B"]
    assert [row.sides for row in aligned(war, war, (days_0[0], days_0[0]))] == ["AB"]


@given(DATES, st.sampled_from(["2019", "2024-12-08", "2018/2020", "2014~"]))
def test_an_offset_is_the_difference_of_the_bounds(date, zero):
    """Earliest minus latest, latest minus earliest; None where there is no bound."""
    one, day_0 = event("one", date), event("zero", zero)
    away = offset(one, day_0)
    start, base = one.date, day_0.date
    for days, bound, against in (
        (away.earliest, start.start[0], base.start[1]),
        (away.latest, start.start[1], base.start[0]),
    ):
        assert (days is None) == (bound is None)
        assert days is None or days + against == bound
    assert away.approximate == (start.is_start_doubted or base.is_start_doubted)


@given(st.lists(st.tuples(DATES, st.sampled_from(["A", "B", "AB", ""])), max_size=8))
def test_every_selected_event_appears_exactly_once(drawn):
    """In the order of the timeline; aligned, once on each side it is on, nearest first."""
    events = [event(f"e{number}", date) for number, (date, _) in enumerate(drawn)]
    wanted = {f"e{number}": sides for number, (_, sides) in enumerate(drawn) if sides}
    story = Timeline(events)
    first, second = (
        Selection(m for m in story.select() if name in wanted.get(m.event.id, "")) for name in "AB"
    )
    rows = beside(first, second, story)
    everything = [match.event.id for match in story.select()]
    assert [row.event.id for row in rows] == [id_ for id_ in everything if id_ in wanted]
    assert {row.event.id: row.sides for row in rows} == wanted
    day_0 = event("zero", "2020-01-01")
    by_days = aligned(first, second, (day_0, day_0))
    assert sorted((row.event.id, row.sides) for row in by_days) == sorted(wanted.items())
    keys = [row.offset.sort_key for row in by_days]
    assert keys == sorted(keys)


def test_a_comparison_keeps_what_was_found_and_what_stands_in_it(small):
    """What is asked of both narrows each side; *within* leaves out what was found, not that it was.

    Without a day to count from nothing can be said, whichever events there are.
    """
    context = Context(small, 1)
    sides = side("south", context), side("general", context)
    shared = side("year:2018", context)
    day_0 = small.get("rebels-deny")
    made = compared(small, sides, shared, (day_0, day_0), "30d")
    assert made.timeline is small
    assert [len(answer.found) for answer in made.answers] == [3, 1]
    assert [match.event.id for match in made.answers[0].shown] == ["general-speaks", "rebels-deny"]
    assert [row.sides for row in made.compared] == ["AB", "A"]
    timed = compared(small, sides, shared)
    assert timed.days_0 is None
    assert len(timed.answers[0].shown) == 3


def test_what_only_possibly_matches_can_be_left_out(small):
    """On both sides."""
    sides = side("year:1998", Context(small, 1)), side("nobody", Context(small, 1))
    nothing_shared = side("", Context(small, 1))
    assert [row.event.id for row in compared(small, sides, nothing_shared).compared] == [
        "old-quarrel"
    ]
    assert compared(small, sides, nothing_shared, only=Verdict.YES).compared == []


def test_days_0_come_first_of_their_day_and_are_there_even_if_nothing_asks_for_them(small):
    """Each on the side whose days are counted from it, once."""
    asked = [side(text, Context(small, 1)) for text in ("north", "south", "")]
    days_0 = small.get("landing"), small.get("rebels-deny")
    made = compared(small, (asked[0], asked[1]), asked[2], days_0)
    rows = made.with_days_0()
    on_day_0 = [(row.event.id, row.sides, row.is_found) for row in rows if made.is_day_0(row)]
    assert on_day_0 == [("landing", "A", False), ("rebels-deny", "B", True)]
    assert len(rows) == len(made.compared) + 1
    assert [row.offset.sort_key for row in rows] == sorted(row.offset.sort_key for row in rows)
    plain = compared(small, (asked[0], asked[1]), asked[2])
    assert plain.with_days_0() == plain.compared
