"""Events as plain values for JSON: the shape is a promise (format 1)."""

import json

import msgspec

from timeline.edtf import day_number
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.counts import counts
from timeline.reports.groups import GROUPINGS
from timeline.reports.periods import over_time
from timeline.reports.sources import references
from timeline.views import counts as counts_view
from timeline.views import list as list_view
from timeline.views import show, sources
from timeline.views.parts import json_data

TODAY = day_number(2026, 11, 23)


# What a source says beside the rest, and what an event says of its use.
UNTOLD_OF_SOURCES = {
    "author": [],
    "type": None,
    "language": None,
    "pages": None,
    "isbn": None,
    "doi": None,
    "archive": [],
    "accessed": None,
    "of": [],
    "firsthand": None,
    "copy_of": None,
}
UNTOLD_OF_CITATIONS = {
    "source_relays": [],
    "stance": None,
    "relays": [],
    "locator": None,
    "quote": None,
}


def test_the_whole_shape_of_an_event(small):
    """Every key, names and sources resolved, bounds as ISO days, null where unbounded."""
    [match] = small.select(
        ask({"tag": ["war"], "status": ["confirmed"]}, "", Context(small, TODAY))
    )
    assert _plain(json_data.match_data(match, small)) == {
        "verdict": "certain",
        "id": "war",
        "date": {
            "edtf": "2018-03/2019-01-05",
            "text": "Mar 2018 – 5 Jan 2019",
            "earliest_start": "2018-03-01",
            "latest_start": "2018-03-31",
            "earliest_end": "2019-01-05",
            "latest_end": "2019-01-05",
            "start": "closed",
            "end": "closed",
            "uncertain": False,
            "approximate": False,
        },
        "undated": None,
        "title": "War of the Union [sic] with the rebels [/b]",
        "summary": "It is said to have begun in March.",
        "kind": None,
        "by": [],
        "actors": [
            {"id": "union", "name": "The Union"},
            {"id": "army", "name": "Army of the Union"},
            {"id": "rebels", "name": "Rebels"},
        ],
        "places": ["Old Town", "Harbour"],
        "arc": "north",
        "arc_title": "The north",
        "tags": ["war"],
        "status": "confirmed",
        "sources": [
            {
                "id": "gazette",
                "publisher": "The Gazette",
                "title": "War begins",
                "date": "2018-03-02",
                "url": "https://gazette.example/war?a=1",
                "reliability": "B",
                "source_note": None,
                "credibility": None,
                "note": None,
                **UNTOLD_OF_SOURCES,
                **UNTOLD_OF_CITATIONS,
            },
            {
                "id": "rumour",
                "publisher": "Rumours",
                "title": None,
                "date": None,
                "url": None,
                "reliability": "F",
                "source_note": "in Latin",
                "credibility": "4",
                "note": "says April",
                **UNTOLD_OF_SOURCES,
                **UNTOLD_OF_CITATIONS,
            },
        ],
        "accounts": [],
        "links": [],
        "note": None,
    }


def test_an_open_end_has_no_latest_day(small):
    """The harbour is still held: no latest end, and the earliest is the day of closing."""
    date = json_data.when_data(small.get("occupation").date)
    assert (date["earliest_end"], date["latest_end"], date["end"]) == ("2020-06-30", None, "open")


def test_an_answer_holds_its_events_in_order(small):
    """The count of certain and possible, and every event with its verdict."""
    query = ask({"since": ["2018-05-25"]}, "", Context(small, TODAY))
    answer = _plain(list_view.selection_data(small.select(query), small, query.describe()))
    assert (answer["format"], answer["certain"], answer["possible"]) == (1, 4, 1)
    assert answer["query"] == "since 25 May 2018"
    assert [(event["id"], event["verdict"]) for event in answer["events"]] == [
        ("war", "certain"),
        ("general-speaks", "possible"),
        ("rebels-deny", "certain"),
        ("some-year", "certain"),
        ("occupation", "certain"),
    ]


def test_everything_about_an_event_has_its_links_and_neighbours(small):
    """The statement is denied by the rebels, and stands between landing and denial."""
    detail = _plain(show.detail_data(small.get("general-speaks"), small))
    assert detail["linked_from"] == [{"type": "denies", "event": "rebels-deny"}]
    assert (detail["before"], detail["after"]) == ("landing", "rebels-deny")
    assert detail["line"] == 29
    assert "verdict" not in detail


def test_counts_hold_when_their_events_begin(small):
    """From 1998 to 2019, a year each: the north begins in 1998, 2018 and 2019."""
    grouping = GROUPINGS["arcs"](small)
    spread = over_time(small.select(), grouping.tallies(small.select()))
    answer = _plain(counts_view.counts_data(counts(small.select(), grouping), small, "", spread))
    assert answer["periods"] == {"first": "1998-01-01", "months": 12, "number": 22}
    assert answer["counts"][0] == {
        "key": "north",
        "name": "The north",
        "certain": 3,
        "possible": 0,
        "first": "1998~",
        "last": "2019",
        "over_time": [1, *[0] * 19, 1, 1],
    }


def test_a_source_with_what_rests_on_it(small):
    """The rumour is all that two of its three events have."""
    found = references(small.select(), small)
    assert _plain(list(sources.reference_rows(found)))[1] == {
        "id": "rumour",
        "publisher": "Rumours",
        "title": None,
        "date": None,
        "url": None,
        "reliability": "F",
        "note": "in Latin",
        "relays": [],
        **UNTOLD_OF_SOURCES,
        "certain": 3,
        "possible": 0,
        "alone": 2,
        "first": "1998~",
        "last": "[2018-05-21..2018-05-31]",
    }


def _plain(value):
    return json.loads(msgspec.json.encode(value))
