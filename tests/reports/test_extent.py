"""Which stretch of time a question asks about, and which is drawn."""

import pytest

from timeline.edtf import day_number
from timeline.errors import UsageError
from timeline.phrases import PhraseError, Window, since, until
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.extent import asked_window, extent, stretch, zoomed

TODAY = day_number(2026, 11, 23)
ANY = Window(None, None, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "all time"),
        ("war", "all time"),
        ("year:2019", "2019"),
        ("since:2018 until:2019", "2018–2019"),
        ("year:2018 or year:2020", "2018–2020"),
        ("year:2018 or war", "all time"),
        ("year:2018..2020 year:2019..2022 war", "2019–2020"),
        ("not year:2019", "all time"),
        ("since:2018 or since:2019", "since 1 Jan 2018"),
        ("year:2018 year:2020", "2018–2020"),
        ("since:2020 until:2018", "all time"),
        ("year:2018 before:1999", "until 31 Dec 2018"),
    ],
)
def test_terms_about_time_confine_what_is_drawn(small, text, said):
    """All of them together; of alternatives, and of periods apart, from the first to the last."""
    assert asked_window(ask({}, text, Context(small, TODAY))).describe() == said


def test_the_options_count_too(small):
    """`--year 2018 --year 2019` is either."""
    query = ask({"year": ["2018", "2019"]}, "", Context(small, TODAY))
    assert asked_window(query).describe() == "2018–2019"


def test_a_zoom_replaces_what_was_asked():
    """Each end on its own."""
    asked = Window(day_number(2018, 1, 1), day_number(2018, 12, 31), "")
    assert zoomed(asked, since("jun 2018"), None).describe() == "Jun–Dec 2018"
    assert zoomed(asked, None, until("2019")).describe() == "2018–2019"
    with pytest.raises(UsageError, match="the last day is before the first"):
        zoomed(asked, since("2019"), None)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "2018"),
        ("jun 2018", None, "Jun–Dec 2018"),
        (None, "2019", "2018–2019"),
        ("2017", "mar 2018", "Jan 2017 – Mar 2018"),
    ],
)
def test_what_was_typed_replaces_what_was_asked(small, start, end, said):
    """As typed after --from and --to."""
    query = ask({}, "year:2018", Context(small, TODAY))
    assert stretch(query, start, end, TODAY).describe() == said


def test_what_is_no_date_is_refused(small):
    """Whatever there is to draw."""
    with pytest.raises(PhraseError):
        stretch(ask({}, "year:1700", Context(small, TODAY)), "zzz", None, TODAY)


def test_what_is_drawn_goes_from_the_first_day_to_the_last():
    """An event without any bound, or in ten thousand years, does not stretch it."""
    days = [(700_000, 700_010), (700_100, 700_200), (None, None), (1, 3_652_059)]
    assert extent(days, ANY) == (700_000, 700_200)
    assert extent([(1, 3_652_059)], ANY) == (1, 3_652_059)


def test_an_open_window_cuts_off_and_a_closed_one_is_whole():
    """Since a day long before the first event is since that event."""
    days = [(700_000, 700_010), (700_100, 700_200)]
    assert extent(days, Window(600_000, None, "")) == (700_000, 700_200)
    assert extent(days, Window(700_050, None, "")) == (700_050, 700_200)
    assert extent(days, Window(600_000, 800_000, "")) == (600_000, 800_000)
    assert extent(days, Window(800_000, None, "")) == (800_000, 800_000)
