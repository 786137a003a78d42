"""Records as plain values in the shape of an event file."""

from msgspec.structs import replace

from timeline.model.file_fields import entry_fields, event_fields, file_fields
from timeline.model.records import Account, Actor, Citation, Source
from timeline.model.timeline import Timeline


def test_an_event_says_only_what_it_has_in_the_order_of_the_file(small):
    """Dates are their text, a citation without remarks is the source alone."""
    assert event_fields(small.get("war")) == {
        "id": "war",
        "date": "2018-03/2019-01-05",
        "title": "War of the Union [sic] with the rebels [/b]",
        "summary": "It is said to have begun in March.",
        "actors": ["union", "army", "rebels"],
        "places": ["Old Town", "Harbour"],
        "arc": "north",
        "tags": ["war"],
        "status": "confirmed",
        "sources": ["gazette", {"source": "rumour", "credibility": "4", "note": "says April"}],
    }
    assert list(event_fields(small.get("rebels-deny"))) == [
        *("id", "date", "title", "actors", "arc", "status", "sources", "links", "note")
    ]
    assert event_fields(small.get("rebels-deny"))["links"] == [{"denies": "general-speaks"}]


def test_a_source_has_its_date_as_text(small):
    """A record of a registry is written without its id."""
    assert entry_fields("sources", small.sources["gazette"]) == {
        "publisher": "The Gazette",
        "title": "War begins",
        "date": "2018-03-02",
        "url": "https://gazette.example/war?a=1",
        "reliability": "B",
    }


def test_what_evidence_needs_goes_with_it(small):
    """The origin of a source that is cited, whoever speaks through it, and who tells accounts."""
    told = replace(
        small.get("some-year"),
        sources=(Citation("s", relays=("t", "The Echo")),),
        by=("speaker",),
        accounts=(Account(("teller",), stance="denies", sources=(Citation("u"),)),),
    )
    names = ("speaker", "teller", "voice", "other")
    sources = [
        Source("s", "S", copy_of="v", firsthand=True),
        *(Source(id_, id_.upper(), of=("voice",)) for id_ in "tuv"),
        Source("w", "W"),
    ]
    timeline = Timeline(
        [told, small.get("war")],
        actors={name: Actor(name, name.title()) for name in names},
        sources={source.id: source for source in sources},
    )
    file = file_fields(timeline, [told])
    assert sorted(file["actors"]) == ["speaker", "teller", "voice"]
    assert sorted(file["sources"]) == ["s", "t", "u", "v"]
    assert file["sources"]["s"] == {"publisher": "S", "firsthand": "yes", "copy-of": "v"}
    [event] = file["events"]
    assert event["by"] == ["speaker"]
    assert event["sources"] == [{"source": "s", "relays": ["t", "The Echo"]}]
    assert event["accounts"] == [{"by": ["teller"], "stance": "denies", "sources": ["u"]}]


def test_a_file_has_the_entries_that_its_events_need(small):
    """Also the groups that an actor belongs to, at any distance; nothing else."""
    found = file_fields(small, [small.get("general-speaks")])
    assert list(found) == ["timeline", "arcs", "actors", "sources", "events"]
    assert found["timeline"]["as_of"] == "2020-06-30"
    assert list(found["arcs"]) == ["south"]
    assert list(found["actors"]) == ["union", "army", "general"]
    assert list(found["sources"]) == ["rumour"]
    assert [event["id"] for event in found["events"]] == ["general-speaks"]
