"""What we write as markwhen we read again: any date, any name of a source."""

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.exchange.files_read import cited, read, told, written
from tests.exchange.surviving import assert_survived, refused
from timeline import edtf
from timeline.model.records import Citation, Event, Place, Source
from timeline.model.timeline import Timeline

_PLACE = Place("x", 1)


_written = partial(written, format_="markwhen")


def _timeline(dates, sources=()) -> Timeline:
    events = [
        Event(id=f"e-{at}", date=edtf.parse(date), title="x", place=_PLACE)
        for at, date in enumerate(dates)
    ]
    return Timeline(events, sources={source.id: source for source in sources})


_POINTS = st.builds(
    lambda parts, length, mark: "-".join(parts[:length]) + mark,
    st.tuples(
        st.sampled_from(["0001", "0099", "0100", "2022", "2023", "2024", "9999", "-0043"]),
        st.sampled_from(["01", "02", "03", "12"]),
        st.sampled_from(["01", "12", "28", "29", "31"]),
    ),
    st.integers(1, 3),
    st.sampled_from(["", "", "", "~", "?", "%"]),
)
_TIMES = st.sampled_from(["2023-02-12T10:30", "2023-02-12T10:30:15Z", "2023-02-12T00:00+02:00"])


def _is_date(text: str) -> bool:
    try:
        return bool(edtf.parse(text))
    except edtf.EdtfError:
        return False


_ENDS = _POINTS | st.sampled_from(["..", ""])
_DATES = st.one_of(
    _POINTS,
    _TIMES,
    st.builds("{}/{}".format, _ENDS, _ENDS),
    st.builds("[{}..{}]".format, _ENDS, _ENDS),
).filter(_is_date)


@given(st.lists(_DATES, min_size=1, max_size=6))
@example(["2023-02-12/2023", "2023-02-12/2023-02", "2023-05/2023", "2023/2023-02-12", "2023/2023"])
@example(["2023-02-12~/2023", "2023-02-12/2023?"])
@example(["0099/0099-02-12", "-0043-03-15/-0043", "9999-12-31/9999", "0001-01-01/0001"])
def test_ends_of_any_length_come_back(tmp_path_factory, dates):
    """A day until its own month or year, a year until a day in it, with or without doubts."""
    before = _timeline(dates)
    text, losses = _written(before)
    assert not refused(losses)
    after, _ = read(tmp_path_factory.mktemp("mw"), text, "x.mw", "markwhen")
    assert_survived(before, after, losses)
    found, meant = (
        {match.event.id: match.event.date.text for match in each.select()}
        for each in (after, before)
    )
    assert found == meant


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("2023-02-12/2023", "2023-02-12/2023"),
        ("2023-02-12/2023-02", "2023-02-12/2023-02"),
        ("2023-05 - 2023", "2023-05/2023"),
        ("12 Feb 2023 - Feb 2023", "2023-02-12/2023-02"),
        ("2023-12-31 - 2023", "2023-12-31/2023"),
    ],
)
def test_a_span_may_end_with_the_year_it_begins_in(tmp_path, head, expected):
    """On its last day, as markwhen has it."""
    found, losses = read(tmp_path, f"{head}: x\n", "x.mw", "markwhen")
    assert [match.event.date.text for match in found.select()] == [expected]
    assert not losses


@pytest.mark.parametrize("head", ["2023-02 - 2022", "2023-03/2023-02", "2023-02-12/2023-02-11"])
def test_a_span_that_ends_before_it_begins_is_refused(tmp_path, head):
    """A period that is over when another begins is no end of it."""
    found, losses = read(tmp_path, f"{head}: x\n2020: y\n", "x.mw", "markwhen")
    assert [match.event.title for match in found.select()] == ["y"]
    assert told(losses, "refused") == ["it ends before it begins"]


def test_our_own_date_counts_where_markwhen_reads_none(tmp_path):
    """The line `edtf:` is asked first; what counts from such an event does so from its days."""
    text = (
        '2018-04-09/2018-04-01: a\nedtf: "2018-04-0X"\n\n'
        "2018-04-01/2018-04-09: b\nedtf: 2018-04-0X\n\n1 week: c\n"
    )
    found, losses = read(tmp_path, text, "x.mw", "markwhen")
    dates = {match.event.title: match.event.date.text for match in found.select()}
    assert dates == {"b": "2018-04-0X", "c": "2018-04-10/2018-04-16"}
    assert told(losses, "refused") == ["it ends before it begins"]


NAMES = [
    *("2020: x", "2020-01-01: x", "[2020]: x", "12:30: x", "1 Jan 1750/51: x", "2020", "Source: x"),
    *("# x", "// x", "#tag", "!id", "- x", "key: value", "a (b) [c]", "https://x.example/", "---"),
    *("end", "group x", "x](https://y.example)", "Date: 2020", "now: x", "2 weeks: x", "≈ x"),
]


@pytest.mark.parametrize("url", ["", "https://a.example/1_(b)"])
def test_the_name_of_a_source_is_never_an_event(tmp_path, url):
    """Nor a tag, a comment or a heading: each event comes back, and cites what it cited."""
    sources = [Source(f"s-{at}", name, url=url) for at, name in enumerate(NAMES)]
    events = [
        Event(
            id=f"e-{at}",
            date=edtf.parse("2019"),
            title=f"title {at}",
            sources=(Citation(source.id),),
            place=_PLACE,
        )
        for at, source in enumerate(sources)
    ]
    before = Timeline(events, sources={source.id: source for source in sources})
    text, losses = _written(before)
    after, back = read(tmp_path, text, "x.mw", "markwhen")
    assert_survived(before, after, losses)
    assert back.read == len(NAMES)
    assert not told(back, "dropped")
    for name, cites in zip(NAMES, cited(after).values(), strict=True):
        (citation,) = cites
        words = {citation[0], citation[2], *(source.title for source in after.sources.values())}
        assert name.replace("[", "(").replace("]", ")") in words
        assert bool(citation[1]) == bool(url)
