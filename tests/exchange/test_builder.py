"""What readers find → a timeline that can be loaded again."""

import pytest

from timeline import edtf
from timeline.exchange.addresses import host, is_url
from timeline.exchange.builder import Builder
from timeline.exchange.dates import Reading
from timeline.exchange.losses import Losses
from timeline.model.records import Citation, Link, Place
from timeline.text import one_line


@pytest.fixture(name="losses")
def _losses():
    return Losses()


def _place(line: int = 1) -> Place:
    return Place("x.csv", line)


def _add(builder: Builder, title: str = "A title", line: int = 1, **rest) -> bool:
    return builder.add(_place(line), date=Reading("2019"), title=title, **rest)


def test_ids_are_made_and_given_ones_come_first(losses):
    """A later row with the id that an earlier one would have been given keeps it."""
    builder = Builder(losses)
    for id_ in ("", "war-2019", "", "war-2019"):
        _add(builder, "War", id=id_)
    ids = [match.event.id for match in builder.timeline().select()]
    assert ids == ["war-2019-2", "war-2019", "war-2019-3", "war-2019-4"]
    assert losses.count("guessed") == 1
    assert losses.written == 4


def test_events_go_with_the_timeline(losses):
    """Whoever made it keeps none of them, so that they are gone when it is."""
    builder = Builder(losses)
    _add(builder)
    assert len(builder.timeline()) == 1
    assert not len(builder.timeline())


def test_alike_lists_are_one(losses):
    """Events that have the same tags share them, for there may be a million."""
    builder = Builder(losses)
    _add(builder, "One", tags=["arms", " talks", "arms"])
    _add(builder, "Two", tags=iter(("arms", " talks", "arms")))
    one, two = builder.timeline()
    assert one.tags == ("arms", "talks")
    assert one.tags is two.tags


def test_fractions_of_a_second_tell_the_order(losses):
    """What has none is as if it had 0, and what is alike stays as it came."""
    builder = Builder(losses)
    for title, fraction in (("c", 0.5), ("a", 0.0), ("d", 0.75), ("b", 0.0), ("e", 0.75)):
        date = Reading("2019-01-01T10:00:00", fraction=fraction)
        builder.add(_place(), date=date, title=title)
    assert [event.title for event in builder.timeline()] == ["a", "b", "c", "d", "e"]


def test_names_become_registries(losses):
    """One entry for each name, called as it is written; names with one slug stay two."""
    builder = Builder(losses)
    assert builder.actor(" José  ") == builder.actor("José") == "jose"
    assert builder.actor("Jose") == "jose-2"
    assert builder.actor("") == ""
    assert builder.actor("!!!") == "!!!"
    assert builder.arc("The North") == "the-north"
    assert builder.actors["jose"].name == "José"


def test_a_source_is_known_by_its_address_and_who_publishes_it(losses):
    """The host publishes it, if nobody is named; what is no web address is kept as a note."""
    builder = Builder(losses)
    first = builder.source("https://www.paper.example/a")
    assert first == builder.source("https://www.paper.example/a") == Citation("paper-example")
    assert builder.source("https://www.paper.example/b").source == "paper-example-2"
    named = builder.source("https://www.paper.example/a", "Reuters")
    assert named == Citation("reuters")
    assert builder.source("https://www.paper.example/a", "Associated Press").source != "reuters"
    assert [source.publisher for source in builder.sources.values()] == [
        *("paper.example", "paper.example", "Reuters", "Associated Press")
    ]
    odd = builder.sources[builder.source("javascript:alert(1)", "Odd").source]
    assert (odd.url, odd.note) == ("", "javascript:alert(1)")
    assert builder.source() == Citation("")


def test_other_words_for_a_source_are_noted_where_it_is_cited(losses):
    """No word that a file has for an address is lost, and none is put into another's mouth."""
    builder = Builder(losses)
    url = "https://paper.example/a"
    assert builder.source(url, title="The report") == Citation("paper-example")
    assert builder.source(url, title="A second name") == Citation(
        "paper-example", note="A second name"
    )
    assert builder.source(url) == Citation("paper-example")
    assert builder.source(url, "paper.example", "The report", "p. 3").note == "p. 3"
    assert [source.title for source in builder.sources.values()] == ["The report"]


def test_an_event_cites_a_source_once(losses):
    """With all that is noted of it; citing it twice would make two witnesses of one."""
    builder = Builder(losses)
    cited = [Citation("a", note="p. 1"), Citation("b"), Citation("a", note="p. 12"), Citation("a")]
    _add(builder, sources=cited)
    event = builder.timeline().get("a-title-2019")
    assert event.sources == (Citation("a", note="p. 1; p. 12"), Citation("b"))


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ({"title": " "}, "no title"),
        ({"title": "x", "summary": "y" * 100_001}, "more than 100,000 characters"),
        ({"title": "half \ud800"}, "half a character"),
    ],
)
def test_what_can_be_no_event_is_refused(losses, rest, why):
    """And counted."""
    assert not _add(Builder(losses), **rest)
    assert (losses.refused, losses.written) == (1, 0)
    assert why in next(iter(losses)).what


def test_links_to_nothing_are_dropped(losses):
    """A file with one would not load."""
    builder = Builder(losses)
    _add(builder, id="a", links=[Link("denies", "b"), Link("denies", "c"), Link("denies", "a")])
    _add(builder, id="b")
    kept = builder.timeline().get("a").links
    assert kept == (Link("denies", "b"),)
    assert losses.count("dropped") == 1


def test_open_ends_are_still_going_on_today(losses):
    """As in a file that was loaded."""
    builder = Builder(losses, today=edtf.day_number(2026, 1, 1))
    builder.add(_place(), date=Reading("2019/.."), title="x", sources=[Citation("a"), Citation("")])
    event = builder.timeline().get("x-2019")
    assert event.date.earliest_end == edtf.day_number(2026, 1, 1)
    assert event.sources == (Citation("a"),)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.x.example:80/a", "x.example"),
        ("ftp://x.example", ""),
        ("http://[broken", ""),
        ("x.example", ""),
    ],
)
def test_the_host_of_an_address(url, name):
    """Nothing for what is no web address, or broken."""
    assert host(url) == name
    assert is_url(url) == bool(name)


def test_text_is_one_line():
    """As a loaded file has it; control characters are left to whoever shows them."""
    assert one_line(" a \r\n  b\n\nc ") == "a b c"
    assert one_line("a\x1b[31m") == "a\x1b[31m"
