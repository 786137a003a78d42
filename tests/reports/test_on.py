"""What has to do with a day of the year: only what is known to the day."""

import pytest

from timeline.edtf import day_number, parse
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.phrases import PhraseError
from timeline.phrases.days_of_year import DayOfYear
from timeline.reports.on import anniversaries, day_and_words

JUNE_1 = DayOfYear(6, 1)
MARCH_23 = DayOfYear(3, 23)
LEAP_DAY = DayOfYear(2, 29)


def _found(date, day):
    """Return year and role of what an event of a *date* has to do with a *day*."""
    event = Event(id="x", date=parse(date), title="", place=Place("x.yaml", 1))
    found = anniversaries(Selection([Match(event, Verdict.YES)]), day)
    return [(each.year, each.role + ("" if each.match.certain else "?")) for each in found]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2019-03-23", [(2019, "on")]),
        ("2019-03-23T10:00:00", [(2019, "on")]),
        ("-0043-03-23", [(-43, "on")]),
        ("2019-03-24", []),
        # Years, months and seasons never claim a day, nor spans of them, nor a day not known.
        ("2019", []),
        ("2019-03", []),
        ("2019-21", []),
        ("2019-03-XX", []),
        ("2019-01/2019-06", []),
        ("2018/2020", []),
        ("[2019-02..2019-04]", []),
        # One of several days may be this one; which year is not always known.
        ("2019-03-2X", [(2019, "on?")]),
        ("2019-XX-23", [(2019, "on?")]),
        ("201X-03-23", [(None, "on")]),
        ("XXXX-03-23", [(None, "on")]),
        ("2019-03-23~", [(2019, "on?")]),
        # About a day may be the next one, or the one before; about a month is no day.
        ("2019-03-22~", [(2019, "on?")]),
        ("2019-03-24%", [(2019, "on?")]),
        ("2019-03-21~", []),
        ("2019-03-24?", []),
        ("201X-03-24~", [(None, "on?")]),
        ("XXXX-03-25~", []),
        ("2019-XX-22~", [(2019, "on?")]),
        ("2019-02~-23", []),
        ("[2019-03-22~,2020-03-24~]", [(2019, "on?"), (2020, "on?")]),
        ("{2018-03-22~,2019-03-23}", [(2018, "on?"), (2019, "on")]),
        ("{2019-03-23?,2020-03-23}", [(2019, "on?"), (2020, "on")]),
        ("2019-03-23?/2019-04-02", [(2019, "begins?")]),
        ("2019-03-20?/2019-03-25", [(2019, "goes on?")]),
        ("2019-03-20~/2019-03-25", [(2019, "goes on")]),
        ("[2019-03-21..2019-03-31]", [(2019, "on?")]),
        ("[2018-03-23,2019-03-23]", [(2018, "on?"), (2019, "on?")]),
        ("[..2019-03-23]", []),
        # All of several days are meant.
        ("{2018-03-23,2019-03-23}", [(2018, "on"), (2019, "on")]),
        ("{2019-03-20..2019-03-25}", [(2019, "goes on")]),
        # Spans of days: the first, the last, and those between.
        ("2019-03-23/2019-04-02", [(2019, "begins")]),
        ("2019-03-20/2019-03-23", [(2019, "ends")]),
        ("2019-03-20/2019-03-25", [(2019, "goes on")]),
        ("2018-12/2019-03-23", [(2019, "ends")]),
        ("2018-12/2019-03-24", []),
        ("2018-03-23/2019-03-23", [(2018, "begins"), (2019, "ends")]),
        ("2018-12-01/2019-03-24~", [(2019, "ends?")]),
        # What goes on for longer than a year goes on on every day, and says nothing of one.
        ("2014-01-01/2019-03-24", []),
        ("2019-03-20/", []),
    ],
)
def test_who_claims_the_23rd_of_march(date, found):
    """By hand, date by date."""
    assert _found(date, MARCH_23) == found


def test_what_goes_on_is_known_to_until_the_timeline_closes():
    """An open end as of 25 March: on the 25th it went on, on the 26th nobody knows."""
    when = parse("2019-03-20/..").as_of(day_number(2019, 3, 25))
    event = Event(id="x", date=when, title="", place=Place("x.yaml", 1))
    selection = Selection([Match(event, Verdict.YES)])
    days = [day for day in range(18, 29) if anniversaries(selection, DayOfYear(3, day))]
    assert days == [20, 21, 22, 23, 24, 25]


def test_29_february_is_a_day_of_leap_years_alone():
    """It is nobody's day in the others, neither before nor after."""
    assert _found("2020-02-29", LEAP_DAY) == [(2020, "on")]
    assert _found("2020-02-29", DayOfYear(2, 28)) == _found("2020-02-29", DayOfYear(3, 1)) == []
    assert _found("2020-02-28/2020-03-01", LEAP_DAY) == [(2020, "goes on")]
    assert _found("2019-02-28/2019-03-01", LEAP_DAY) == []
    assert _found("2020-02-2X", LEAP_DAY) == [(2020, "on?")]
    assert _found("2019-02-2X", LEAP_DAY) == []


def test_a_maybe_of_the_query_stays_a_maybe(small):
    """And the years stand in their order, whatever the order of the events."""
    selection = Selection(Match(match.event, Verdict.MAYBE) for match in small.select())
    found = anniversaries(selection, JUNE_1)
    assert [(each.match.event.id, each.role, each.match.certain) for each in found] == [
        ("rebels-deny", "on", False)
    ]


TODAY = day_number(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "day", "typed", "rest"),
    [
        ([], (11, 23), "", []),
        (["arc:north"], (11, 23), "", ["arc:north"]),
        (["war"], (11, 23), "", ["war"]),
        (["03-23"], (3, 23), "03-23", []),
        (["23", "mar"], (3, 23), "23 mar", []),
        (["23", "mar", "2019", "war"], (3, 23), "23 mar 2019", ["war"]),
        (["23", "mar", "arc:north"], (3, 23), "23 mar", ["arc:north"]),
        (["03-23", "war", "crimes"], (3, 23), "03-23", ["war", "crimes"]),
        (["yesterday", "war"], (11, 22), "yesterday", ["war"]),
    ],
)
def test_the_first_words_name_a_day_as_far_as_they_can(words, day, typed, rest):
    """Else it is today; what comes after is a question."""
    named = day_and_words(words, TODAY)
    assert (named.day, named.typed, named.rest) == (DayOfYear(*day), typed, rest)


@pytest.mark.parametrize("words", [["march"], ["12"], ["last", "week"], ["2019-03"]])
def test_words_that_are_another_date_are_refused(words):
    """They were meant as a day; nobody seeks them."""
    with pytest.raises(PhraseError, match="is not a day of the year"):
        day_and_words(words, TODAY)
