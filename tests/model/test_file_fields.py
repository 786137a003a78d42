"""Records as plain values in the shape of an event file."""

from timeline.model.file_fields import entry_fields, event_fields, file_fields


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


def test_a_file_has_the_entries_that_its_events_need(small):
    """Also the groups that an actor belongs to, at any distance; nothing else."""
    found = file_fields(small, [small.get("general-speaks")])
    assert list(found) == ["timeline", "arcs", "actors", "sources", "events"]
    assert found["timeline"]["as_of"] == "2020-06-30"
    assert list(found["arcs"]) == ["south"]
    assert list(found["actors"]) == ["union", "army", "general"]
    assert list(found["sources"]) == ["rumour"]
    assert [event["id"] for event in found["events"]] == ["general-speaks"]
