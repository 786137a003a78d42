"""Events as plain values for JSON: the shape is a promise (format 1)."""

import json

import msgspec

from timeline.edtf import day_number
from timeline.querying import Context, ask
from timeline.rendering import data

TODAY = day_number(2026, 11, 23)


def test_the_whole_shape_of_an_event(small):
    """Every key, names and sources resolved, bounds as ISO days, null where unbounded."""
    [match] = small.select(
        ask({"tag": ["war"], "status": ["confirmed"]}, "", Context(small, TODAY))
    )
    assert _plain(data.match_data(match, small)) == {
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
        "title": "War of the Union [sic] with the rebels [/b]",
        "summary": "It is said to have begun in March.",
        "kind": None,
        "actors": [
            {"id": "union", "name": "The Union"},
            {"id": "army", "name": "Army of the Union"},
            {"id": "rebels", "name": "Rebels"},
        ],
        "places": ["Old Town", "Harbour"],
        "arc": "north",
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
                "credibility": None,
                "note": None,
            },
            {
                "id": "rumour",
                "publisher": "Rumours",
                "title": None,
                "date": None,
                "url": None,
                "reliability": "F",
                "credibility": "4",
                "note": "says April",
            },
        ],
        "links": [],
        "note": None,
    }


def test_an_open_end_has_no_latest_day(small):
    """The harbour is still held: no latest end, and the earliest is the day of closing."""
    date = data.when_data(small.get("occupation").date)
    assert (date["earliest_end"], date["latest_end"], date["end"]) == ("2020-06-30", None, "open")


def test_an_answer_holds_its_events_in_order(small):
    """The count of certain and possible, and every event with its verdict."""
    query = ask({"since": ["2018-05-25"]}, "", Context(small, TODAY))
    answer = _plain(data.selection_data(small.select(query), small, query.describe()))
    assert (answer["format"], answer["certain"], answer["possible"]) == (1, 4, 1)
    assert answer["query"] == "since 25 May 2018"
    assert [(event["id"], event["verdict"]) for event in answer["events"]] == [
        ("war", "certain"),
        ("general-speaks", "possible"),
        ("rebels-deny", "certain"),
        ("some-year", "certain"),
        ("occupation", "certain"),
    ]


def _plain(value):
    return json.loads(msgspec.json.encode(value))
