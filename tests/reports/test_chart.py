"""How many events began when: everything weighs 1, and nothing vague stands on 1 January."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from timeline.edtf import day_number, parse
from timeline.errors import UsageError
from timeline.model.answers import Match as Found
from timeline.model.answers import Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.phrases import Window
from timeline.phrases.units import UNITS
from timeline.reports.chart import MOST_BARS, chart

DATES = (
    "2019",
    "2019-03",
    "2019-03-15",
    "2014~",
    "201X",
    "2018/2020",
    "2018-05-05/2020",
    "2025-08/..",
    "../1985",
    "/1985",
    "1985/",
    "[2019-02-20..2019-03-05]",
    "{2019-01,2019-12}",
    "[1667,1668,1670..1672]",
    "XXXX-12-25",
    "-0043-03-15",
    "Y-17E7",
)


def made(*dates, verdict=Verdict.YES):
    """Return a timeline and a selection with an event for each of *dates*."""
    events = [
        Event(id=f"e{number}", date=parse(date), title=date, place=Place("", 1), tags=("a", "b"))
        for number, date in enumerate(dates)
    ]
    timeline = Timeline(events)
    found = Selection(Found(match.event, verdict) for match in timeline.select())
    return timeline, found


def counted(*dates, **rest):
    """Return period → (certain, possible) of what is not empty, and the chart."""
    timeline, found = made(*dates)
    result = chart(found, timeline, **rest)
    pairs = zip(result.periods, result.all.bars, strict=True)
    return {
        period.text: (bar.certain, round(bar.possible, 4)) for period, bar in pairs if bar.total
    }, result


def sum_of(series):
    """Return everything that a series counts."""
    bars = sum(bar.total for bar in series.bars)
    return bars + series.earlier + series.later + series.undated


def test_the_small_timeline_by_year(small):
    """About 1998 is a third in each of three years; the war counts when it began."""
    result = chart(small.select(), small)
    bars = dict(zip((period.text for period in result.periods), result.all.bars, strict=True))
    assert len(bars) == 23
    for year in ("1997", "1998", "1999"):
        assert (bars[year].certain, round(bars[year].possible, 9)) == (0, round(1 / 3, 9))
    assert (bars["2018"].certain, bars["2019"].certain) == (4, 2)
    assert not any(bars[str(year)].total for year in range(2000, 2018))


def test_a_year_is_spread_over_its_months():
    """By days: a month of 31 has more than one of 28."""
    bars, _ = counted("2019", by="month")
    assert len(bars) == 12
    assert bars["2019-01"] == (0, round(31 / 365, 4))
    assert bars["2019-02"] == (0, round(28 / 365, 4))


def test_a_vague_beginning_within_one_period_is_certain():
    """Some day in March is in March."""
    assert counted("2019-03", by="month")[0] == {"2019-03": (1, 0)}
    assert counted("[2018-05-21..2018-05-31]", by="month")[0] == {"2018-05": (1, 0)}


def test_a_qualifier_makes_it_possible_only():
    """About 2014 may be 2013 or 2015, each with its share; it is in that century for certain."""
    shares = {"2013": (0, 0.3333), "2014": (0, 0.3333), "2015": (0, 0.3333)}
    assert counted("2014~", by="year")[0] == shares
    assert counted("2014~", by="century")[0] == {"2000/2099": (1, 0)}
    assert counted("2014?", by="year")[0] == {"2014": (0, 1)}
    assert counted("2014?", by="century")[0] == {"2000/2099": (0, 1)}
    assert counted("2014/2016?", by="year")[0] == {"2014": (1, 0)}


def test_shares_lie_where_a_reading_lies():
    """Of February or December, June has nothing; the first of all in a list began first."""
    february, december = round(28 / 59, 4), round(31 / 59, 4)
    months = {"2019-02": (0, february), "2019-12": (0, december)}
    assert counted("2019-X2", by="month")[0] == months
    assert counted("2019-XX-31", by="month")[0] == {
        f"2019-{month:02}": (0, round(1 / 7, 4)) for month in (1, 3, 5, 7, 8, 10, 12)
    }
    assert counted("20X9", by="decade")[0]["2010/2019"] == (0, 0.1)
    assert counted("{1903,1905-07}", by="year")[0] == {"1903": (1, 0)}
    assert counted("{1903~,1905-07}", by="year")[0] == {
        "1902": (0, 0.333),
        "1903": (0, 0.333),
        "1904": (0, 0.3339),
    }


def test_a_span_counts_where_it_begins():
    """Once, however long it is; a vague beginning is spread."""
    assert counted("2018-05-05/2020", by="year")[0] == {"2018": (1, 0)}
    assert counted("2025-08/..", by="year")[0] == {"2025": (1, 0)}
    assert len(counted("2018/2020", by="month")[0]) == 12


def test_one_of_a_list_is_shared_by_days():
    """1667 has 365 days, 1668 366, the last three years 1096: of 1827 in all."""
    bars, _ = counted("[1667,1668,1670..1672]", by="year")
    assert bars["1667"] == (0, round(365 / 1827, 4))
    assert "1669" not in bars


def test_empty_periods_keep_their_place():
    """From the first event to the last there is no gap."""
    _, result = counted("2001", "2019", by="year")
    assert [period.text for period in result.periods] == [str(y) for y in range(2001, 2020)]


def test_what_has_no_beginning_is_counted_apart():
    """Neither an open nor an unknown start, nor any Christmas, says when."""
    bars, result = counted("2019-03-15", "../1985", "/1985", "XXXX-12-25")
    assert (bars, result.all.undated) == ({"2019-03-15": (1, 0)}, 3)


def test_a_window_cuts_off_and_says_how_much():
    """Of the 2010s a tenth is 2019; 2001 began before it."""
    window = Window(day_number(2019, 1, 1), day_number(2019, 12, 31), "")
    bars, result = counted("2001", "201X", "2019-05-01", by="year", window=window)
    assert bars == {"2019": (1, round(365 / 3652, 4))}
    assert round(result.all.earlier, 4) == round(1 + 3287 / 3652, 4)


def test_a_closed_window_is_drawn_whole():
    """A year has twelve months, though one event alone lies in it."""
    window = Window(day_number(2019, 1, 1), day_number(2019, 12, 31), "")
    assert len(counted("2019-05-01", window=window)[1].periods) == 12


def test_a_maybe_of_the_query_is_possible():
    """Even on an exact day."""
    timeline, found = made("2019-05-01", verdict=Verdict.MAYBE)
    [bar] = chart(found, timeline, by="year").all.bars
    assert (bar.certain, bar.possible) == (0, 1.0)


def test_the_far_past_has_its_own_periods():
    """From 170 million years ago to now: at most forty of them, of a round length."""
    _, result = counted("Y-17E7", "2019")
    assert (result.unit.length, len(result.periods)) == (5_000_000, 35)


def test_no_events_no_periods():
    """An empty selection is an empty chart."""
    assert counted()[1].periods == ()


def test_a_chart_that_nobody_can_read_is_refused():
    """With what to take instead."""
    with pytest.raises(UsageError) as refused:
        counted("Y-17E7", "2019", by="century")
    assert str(refused.value) == (
        "a chart of 1,700,021 centuries is too long to read\n"
        "take longer periods, or a part of the time; --by auto takes 5,000,000 years"
    )


def test_rows_for_each_value_add_up_to_its_events(small):
    """The army has four events, its union six; the general one."""
    result = chart(small.select(), small, split="actor")
    assert {row.key: row.events for row in result.rows} == {
        "union": 6,
        "army": 4,
        "rebels": 4,
        "general": 1,
    }
    assert all(round(sum_of(row), 6) == row.events for row in result.rows)


def test_only_the_fullest_rows_are_kept(small):
    """In their order; the others are counted."""
    result = chart(small.select(), small, split="actor", most=2)
    assert ([row.key for row in result.rows], result.others) == (["union", "army"], 2)


@examples(60)
@given(
    st.lists(st.sampled_from(DATES), max_size=12),
    st.sampled_from(["auto", *UNITS]),
    st.sampled_from([None, (1900, 2019), (2019, 2019), (1600, 1700)]),
)
def test_a_chart_adds_up_to_the_number_of_events(dates, by, years):
    """Whatever the dates, the period and the window; and `auto` is never too long."""
    window = Window(day_number(years[0], 1, 1), day_number(years[1], 12, 31), "") if years else None
    timeline, found = made(*dates)
    try:
        result = chart(found, timeline, by=by, window=window, split="tag")
    except UsageError:
        assert by != "auto"
        return
    assert round(sum_of(result.all), 6) == len(dates)
    assert all(round(sum_of(row), 6) == len(dates) for row in result.rows)
    assert by != "auto" or len(result.periods) <= MOST_BARS
