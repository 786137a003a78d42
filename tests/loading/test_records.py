"""What a file holds becomes the records of the model, whole and unchanged."""

import json

import msgspec
import pytest

from timeline.edtf import parse
from timeline.model.records import Actor, Arc, Citation, Event, Link, Place, Source

YAML = """\
timeline:
  title: Moscow and Caracas
  summary: How Russia stood by Venezuela.
  as_of: 2025-11-30
arcs:
  letter-2025: {title: The letter, summary: A letter and its denial.}
  bare:
actors:
  russia: {name: Russia, kind: state, aliases: [Moscow, Kremlin, Moscow], note: a state}
  vladimir-putin: {name: Vladimir Putin, kind: person, of: [russia]}
sources:
  post: {publisher: The Post, title: Aid, date: 2025-10-31, url: 'https://p.example/1',
    reliability: B, note: paywalled}
events:
  - id: letter
    date: 2025-10~
    title: Maduro writes to Putin
    summary: |
      One sentence,
      on two lines.
    kind: statement
    actors: [vladimir-putin, '', vladimir-putin, russia]
    places: [Caracas]
    arc: letter-2025
    tags: [arms]
    status: reported
    sources: [post, {source: post, credibility: 3, note: denies receipt}]
    links: [{denies: reply, reports: reply}, {part-of: reply}]
    note: ' seen '
  - {id: reply, date: 2025-11, title: A reply}
"""
LETTER = Event(
    id="letter",
    date=parse("2025-10~"),
    title="Maduro writes to Putin",
    summary="One sentence, on two lines.",
    kind="statement",
    actors=("vladimir-putin", "russia"),
    places=("Caracas",),
    arc="letter-2025",
    tags=("arms",),
    status="reported",
    sources=(Citation("post"), Citation("post", "3", "denies receipt")),
    links=(Link("denies", "reply"), Link("reports", "reply"), Link("part-of", "reply")),
    note="seen",
    place=Place("f.yaml", 15, 5),
)


def test_every_field_of_every_record(loaded):
    """Text as written, without blanks around it; lists without empty and repeated names."""
    timeline = loaded(YAML)
    assert (timeline.title, timeline.summary) == (
        "Moscow and Caracas",
        "How Russia stood by Venezuela.",
    )
    assert timeline.as_of == parse("2025-11-30").earliest_start
    assert timeline.arcs == {
        "letter-2025": Arc("letter-2025", "The letter", "A letter and its denial."),
        "bare": Arc("bare", "bare"),
    }
    assert timeline.actors == {
        "russia": Actor("russia", "Russia", "state", ("Moscow", "Kremlin"), (), "a state"),
        "vladimir-putin": Actor("vladimir-putin", "Vladimir Putin", "person", (), ("russia",)),
    }
    assert timeline.sources == {
        "post": Source(
            "post", "The Post", "Aid", parse("2025-10-31"), "https://p.example/1", "B", "paywalled"
        )
    }
    closed = timeline.as_of
    assert timeline.get("letter") == msgspec.structs.replace(LETTER, as_of=closed)
    place = Place("f.yaml", 30, 5)
    assert timeline.get("reply") == Event(
        id="reply", date=parse("2025-11"), title="A reply", place=place, as_of=closed
    )


def test_json_makes_the_same_records(loaded):
    """By the same model; only the places differ."""
    event = {
        "id": "letter",
        "date": "2025-10~",
        "title": "Maduro writes to Putin",
        "summary": "One sentence, on two lines.",
        "kind": "statement",
        "actors": ["vladimir-putin", None, "russia"],
        "places": ["Caracas"],
        "arc": "letter-2025",
        "tags": ["arms"],
        "status": "reported",
        "sources": ["post", {"source": "post", "credibility": 3, "note": "denies receipt"}],
        "links": [{"denies": "reply", "reports": "reply"}, {"part-of": "reply"}],
        "note": "seen",
    }
    reply = {"id": "reply", "date": 2025, "title": "A reply", "status": None}
    for name, text in (
        ("f.json", json.dumps({"events": [event, reply]})),
        ("f.json", json.dumps([event, reply], indent=2)),
        ("f.jsonl", f"{json.dumps(event)}\n{json.dumps(reply)}\n"),
    ):
        timeline = loaded(text, name)
        letter = timeline.get("letter")
        assert msgspec.structs.replace(letter, place=LETTER.place) == LETTER
        assert letter.place.file == name
        assert timeline.get("reply").date == parse("2025")


def test_a_list_of_events_alone_is_a_whole_file(loaded):
    """Date and title are enough; names stand for themselves."""
    timeline = loaded("- {date: 2019, title: a, actors: [Ann], arc: x, sources: [The Post]}\n")
    assert (timeline.title, timeline.as_of) == ("", None)
    assert timeline.actors == {"Ann": Actor("Ann", "Ann")}
    assert timeline.arcs == {"x": Arc("x", "x")}
    assert timeline.sources == {"The Post": Source("The Post", "The Post")}


@pytest.mark.parametrize("text", ["[]\n", "{}\n", "events: []\n", "timeline: {title: a}\n"])
def test_a_file_may_have_no_events_yet(loaded, text):
    """It says so itself, by an empty list or by sections without any."""
    assert len(loaded(text)) == 0


@pytest.mark.parametrize(
    ("title", "date", "id_"),
    [
        ("Juan Guaidó swears himself in", "2019-01-23", "juan-guaido-swears-himself-in-2019"),
        ("A", "2019-01/2020", "a-2019"),
        ("A", "201X", "a"),
        ("A", "-0044", "a"),
        ("A", "[2018, 2019]", "a"),
        ("!!!", "2019", "2019"),
        ("!!!", "../2019", "event"),
        ("莫斯科", "2019", "莫斯科-2019"),
    ],
)
def test_an_id_is_made_from_title_and_year(loaded, title, date, id_):
    """As far as there is a year at the beginning of the date."""
    date = date.replace(", ", ",")
    (match,) = loaded(f"- {{date: '{date}', title: '{title}'}}\n").select()
    assert match.event.id == id_


def test_made_ids_are_unique_and_give_way_to_written_ones(loaded):
    """Numbered in the order of the file, around what is taken."""
    text = "- {date: 2019, title: a}\n" * 3
    text += "- {date: 2019, title: b, id: a-2019}\n- {date: 2019, title: c, id: a-2019-3}\n"
    assert [match.event.id for match in loaded(text).select()] == [
        "a-2019-2",
        "a-2019-4",
        "a-2019-5",
        "a-2019",
        "a-2019-3",
    ]


def test_a_link_may_lead_to_a_made_id(loaded):
    """Also to one that was numbered: ids are settled before links are checked."""
    text = "- {date: 2019, title: a}\n- {date: 2019, title: a}\n"
    timeline = loaded(text + "- {date: 2020, title: b, links: [{denies: a-2019-2}]}\n")
    assert timeline.links_to(timeline.get("a-2019-2")) == (("denies", timeline.get("b-2020")),)
