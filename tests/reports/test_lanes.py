"""Which events stand in lanes, on which stretch of time, and what is folded."""

from timeline.edtf import day_number, parse
from timeline.model.answers import Selection
from timeline.phrases import Window
from timeline.reports.lanes import lanes, silences

SUMMER_2018 = Window(day_number(2018, 6, 1), day_number(2018, 8, 31), "")


def shape(found):
    """Return lane → ids."""
    return {lane.key: [match.event.id for match in lane.matches] for lane in found.lanes}


def test_lanes_go_from_the_first_day_to_the_last(small):
    """From the first year that about 1998 may be, to the file's own today."""
    found = lanes(small.select(), small)
    assert (found.first, found.last) == (day_number(1997, 1, 1), day_number(2020, 6, 30))
    assert shape(found) == {
        "north": ["old-quarrel", "war", "some-year"],
        "south": ["landing", "general-speaks", "rebels-deny", "occupation"],
    }


def test_what_lies_outside_is_counted(small):
    """In the summer of 2018 there was the war, and the denial."""
    found = lanes(small.select(), small, window=SUMMER_2018)
    assert shape(found) == {"north": ["war"], "south": ["rebels-deny"]}
    assert found.outside == 5


def test_lanes_that_are_left_out_are_counted_with_their_events(small):
    """The one lane of the union has all but the denial."""
    found = lanes(small.select(), small, by="actor", most=1)
    assert shape(found).keys() == {"union"}
    assert (found.others, found.unseen) == (3, 1)


def test_no_events_no_lanes(small):
    """Nothing to draw is no error."""
    found = lanes(Selection([]), small)
    assert (found.lanes, found.outside) == ((), 0)


def test_the_long_silence_is_folded(small):
    """From 2000 to the war nothing begins or ends: about 1998 may be 1999."""
    [fold] = lanes(small.select(), small, fold=True).folds
    assert fold == (day_number(2000, 1, 1), day_number(2018, 2, 28))


def test_equal_silences_are_not_folded():
    """None of them says more than the others."""
    dates = [parse(str(year)) for year in range(1900, 2000, 20)]
    assert silences(dates, day_number(1900, 1, 1), day_number(1980, 12, 31)) == ()


def test_a_span_is_silent_between_its_ends():
    """A war of twenty years does not hide that nothing else happens in it."""
    dates = [parse(text) for text in ("1990-01-01/2010-01-01", "1990-02-01", "2010-03-01")]
    [fold] = silences(dates, day_number(1990, 1, 1), day_number(2010, 3, 1))
    assert fold == (day_number(1990, 2, 2), day_number(2009, 12, 31))
