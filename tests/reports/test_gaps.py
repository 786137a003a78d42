"""Silences: every window between two events, by trying them all."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline.edtf import day_number, iso, parse
from timeline.loading.load import load
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.phrases import Window
from timeline.query.dates import lies_in
from timeline.reports.gaps import lasting, silences

NO, MAYBE, YES = Verdict.NO, Verdict.MAYBE, Verdict.YES
BEGIN = day_number(2020, 1, 1) - 1  # the day before day 1 of the small calendar
DAYS = range(1, 11)
WINDOWS = list(combinations_with_replacement(range(-2, 14), 2))  # with what ~ adds around it
ALWAYS = 10_000  # days on either side of the small calendar

bounds = st.lists(st.sampled_from(DAYS), min_size=4, max_size=4).map(sorted)
points = st.lists(st.sampled_from(DAYS), min_size=2, max_size=2).map(
    lambda days: [*sorted(days), *sorted(days)]
)
signs = st.sampled_from(["~", "?", "%", ""])
verdicts = st.sampled_from([YES, YES, YES, MAYBE])


def _bounded(days):
    """Return a date of these four bounds, in days of the small calendar."""
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    day_numbers = {name: BEGIN + day for name, day in zip(names, days, strict=True)}
    return replace(parse("2020-01-01/2020-01-10"), **day_numbers)


def _qualified(days, first, last):
    """Return a day, or a span of days, with a qualifier at each end."""
    start, end = min(days), max(days)
    ends = f"2020-01-{start:02}{first}", f"2020-01-{end:02}{last}"
    return parse("/".join(dict.fromkeys(ends)))


pairs_of_days = st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)
qualified = st.builds(_qualified, pairs_of_days, signs, signs)
dates = st.one_of(st.one_of(bounds, points).map(_bounded), qualified)
events = st.lists(st.tuples(dates, verdicts), max_size=6)


def _match(number, when, verdict):
    """Return an event of this date."""
    place = Place("small.yaml", number + 1)
    event = Event(id=str(number), date=when, title="", place=place)
    return Match(event, verdict)


def _selection(drawn):
    return Selection(_match(number, *each) for number, each in enumerate(drawn))


def _verdict(match, first, last):
    window = Window(BEGIN + first, BEGIN + last, "")
    return min(match.verdict, lies_in(match.event.date, window))


def _by_trying_all(selection, least):
    """Return the windows that no event has with *least*, between two of them, none in another.

    An event is before a window if it is free of that and of all that follows.
    """

    def free(match, first, last):
        return _verdict(match, first, last) < least

    def between(first, last):
        before = [match for match in selection if free(match, first, ALWAYS)]
        after = [match for match in selection if free(match, -ALWAYS, last)]
        sure = [match for match in selection if least is MAYBE or _is_sure(match)]
        pairs = ((one, other) for one in before for other in after if one is not other)
        return any(one in sure and other in sure for one, other in pairs)

    found = [
        (first, last)
        for first, last in WINDOWS
        if all(free(match, first, last) for match in selection) and between(first, last)
    ]
    return {
        each
        for each in found
        if not any(each != o and o[0] <= each[0] and each[1] <= o[1] for o in found)
    }


def _is_sure(match):
    """Return whether an event lies anywhere at all for certain."""
    return match.certain and None not in match.event.date.certain


def _in(selection, window):
    return [match.event.id for match in selection if _verdict(match, *window)]


def _fillers(silence):
    return [event.id for event in silence.filled]


def _days(found):
    return [(silence.first - BEGIN, silence.last - BEGIN) for silence in found]


@given(events)
def test_silences_are_what_trying_every_window_finds(drawn):
    """Certain ones are free in every reading, possible ones only if a maybe lies elsewhere."""
    selection = _selection(drawn)
    certain, possible = silences(selection)
    assert sorted(_days(certain)) == sorted(_by_trying_all(selection, MAYBE))
    expected = {window: _in(selection, window) for window in _by_trying_all(selection, YES)}
    assert dict(zip(_days(possible), map(_fillers, possible), strict=True)) == {
        window: events for window, events in expected.items() if events
    }


@given(events)
def test_the_longest_come_first(drawn):
    """A limit keeps the longest of each kind."""
    for found, first in zip(
        silences(_selection(drawn)), silences(_selection(drawn), 1), strict=True
    ):
        lengths = [silence.days for silence in found]
        assert lengths == sorted(lengths, reverse=True)
        assert first == found[:1]


@given(events)
def test_the_events_on_both_sides_bound_it(drawn):
    """The day before a certain silence may be the last of the one, the day after the first."""
    for silence in silences(_selection(drawn))[0]:
        assert silence.before.date.possible[1] == silence.first - 1
        assert silence.after.date.possible[0] == silence.last + 1
        assert silence.filled == ()


@pytest.fixture(name="found")
def _found(tmp_path):
    """Return the silences of events of these dates, in words, and what may fill them."""

    def found(*dates, **rest):
        lines = [f'- {{date: "{date}", title: x, id: e{at}}}' for at, date in enumerate(dates)]
        path = tmp_path / "few.yaml"
        path.write_text("\n".join(lines))
        timeline = load(str(path), today=day_number(2026, 11, 23))
        certain, possible = silences(timeline.select(), **rest)
        return (
            [f"{iso(each.first)}..{iso(each.last)}" for each in certain],
            {
                f"{iso(each.first)}..{iso(each.last)}": [event.id for event in each.filled]
                for each in possible
            },
        )

    return found


def test_a_year_may_fill_the_silences_beside_it(found):
    """What happened some day of 2019 breaks the years in two, nobody knows where."""
    assert found("2018-06-30", "2019", "2020-07-01") == (
        ["2018-07-01..2018-12-31", "2020-01-01..2020-06-30"],
        {"2018-07-01..2019-12-30": ["e1"], "2019-01-02..2020-06-30": ["e1"]},
    )


def test_about_a_month_leaves_silences_of_calendar_months(found):
    """About October may be September or November: what is certain begins before and after."""
    assert found("2019-06-30", "2019-10~", "2020-03-01") == (
        ["2019-12-01..2020-02-29", "2019-07-01..2019-08-31"],
        {"2019-09-02..2020-02-29": ["e1"], "2019-07-01..2019-11-29": ["e1"]},
    )


def test_what_is_doubted_breaks_no_silence_for_certain(found):
    """As it is written it lies in June; if that is wrong, nothing does."""
    assert found("2019-01-31", "2019-06?", "2019-12-01") == (
        ["2019-07-01..2019-11-30", "2019-02-01..2019-05-31"],
        {"2019-02-01..2019-11-30": ["e1"]},
    )


def test_a_date_with_gaps_fills_only_what_it_may_mean(found):
    """February or December: not the summer between them."""
    certain, possible = found("2019-01-31", "2019-X2", "2019-07-01", "2020-03-01")
    assert certain[0] == "2019-07-02..2019-11-30"
    assert possible["2019-02-01..2019-06-30"] == ["e1"]


def test_nothing_is_silent_before_the_first_event_or_after_the_last(found):
    """One event has no silence beside it, nor have two on days that follow each other."""
    assert found("2019-03-01") == ([], {})
    assert found("2019-03-01", "2019-03-02") == ([], {})
    assert found("2019-03-01", "2019-03-03") == (["2019-03-02..2019-03-02"], {})


def test_ends_without_limits_are_no_silence(found):
    """What may go on for ever leaves no certain silence after it, but a possible one."""
    assert found("2019-03-01/", "2020-03-01") == ([], {"2019-03-02..2020-02-29": ["e0"]})
    assert found("../2019-03-01", "2020-03-01") == (["2019-03-02..2020-02-29"], {})
    assert found("[..2019-03-01]", "2020-03-01") == (["2019-03-02..2020-02-29"], {})
    assert found("2019-03-01", "2020-02-01/..") == (["2019-03-02..2020-01-31"], {})


def test_what_goes_on_breaks_a_silence_unless_beginnings_are_asked_for(found):
    """A war of a year is no silence; from its beginning to the next thing, there is one."""
    war = ("2018-01-01/2018-12-31", "2019-02-01")
    assert found(*war) == (["2019-01-01..2019-01-31"], {})
    assert found(*war, starts=True) == (["2018-01-02..2019-01-31"], {})


def test_all_of_a_list_happened(found):
    """Between two dates of one event there is a silence, if both are meant."""
    assert found("{2019-01-01,2019-02-01}") == (["2019-01-02..2019-01-31"], {})
    assert found("{2019-01-01..2019-02-01}") == ([], {})
    assert found("[2019-01-01,2019-02-01]") == ([], {})


def test_an_event_that_only_may_match_may_fill_a_silence():
    """It breaks none for certain."""
    drawn = [(1, YES), (4, MAYBE), (8, YES)]
    selection = _selection([(_bounded([day] * 4), verdict) for day, verdict in drawn])
    certain, possible = silences(selection)
    assert _days(certain) == [(5, 7), (2, 3)]
    assert (_days(possible), _fillers(possible[0])) == ([(2, 7)], ["1"])


def test_what_lasts_for_years_can_be_named():
    """A campaign of two years lasts; a summit and a vague year do not."""
    dates = ("2019-01/2021-01", "2019-05-01/2019-05-03", "2019")
    place = Place("small.yaml", 1)
    selection = Selection(
        Match(Event(id=date, date=parse(date), title="", place=place), YES) for date in dates
    )
    assert [event.id for event in lasting(selection)] == ["2019-01/2021-01"]
