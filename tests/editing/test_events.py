"""An event goes into a text and out again, and the rest of the text stays as it is."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.loaded import event_line, events_of, loaded
from tests.editing.strategies import DATES, events, files
from timeline import edtf
from timeline.editing.emitter import CANONICAL, event_lines
from timeline.editing.events import with_event, without_event
from timeline.editing.lines import CannotEdit
from timeline.loading.shipped import default_path

NEW = {"id": "new", "date": "2019-06-01", "title": "New: one", "tags": ["a", "b"]}


def _by_id(found):
    return sorted(found, key=lambda event: event["id"])


@given(drawn=files(), event=events(count=1))
def test_an_event_that_is_added_and_taken_out_leaves_every_byte(drawn, event):
    """Comments, blank lines, quoting, line ends, byte order mark: all as they were."""
    new = {**event[0], "id": "new"}
    assert without_event(with_event(drawn.text, new), "new") == drawn.text


@given(drawn=files(), event=events(count=1))
def test_a_file_with_an_added_event_loads_as_its_events_and_that_one(drawn, event):
    """In any style."""
    new = {**event[0], "id": "new"}
    text = with_event(drawn.text, new)
    assert _by_id(events_of(text)) == _by_id([*events_of(drawn.text), new])
    assert all(comment in text for comment in drawn.comments)


@given(drawn=files(ordered=True), date=st.sampled_from(DATES))
def test_an_event_stands_behind_the_last_that_is_not_later(drawn, date):
    """By the order of the timeline; the events around it keep theirs."""
    dates = [edtf.parse(event["date"]).sort_key for event in drawn.events]
    new = edtf.parse(date).sort_key
    place = max((at + 1 for at, key in enumerate(dates) if key <= new), default=0)
    text = with_event(drawn.text, {**NEW, "date": date})
    lines = {id_: event_line(text, id_) for id_ in [*(e["id"] for e in drawn.events), "new"]}
    ids = sorted(lines, key=lines.__getitem__)
    assert ids.index("new") == place


@given(drawn=files(), number=st.integers(0, 4))
def test_the_line_of_an_event_is_where_loading_finds_it(drawn, number):
    """Or above it, where its hyphen stands alone: an editor opens there."""
    id_ = drawn.events[number % len(drawn.events)]["id"]
    line, found = event_line(drawn.text, id_), loaded(drawn.text).get(id_).place.line
    first, *between = drawn.text.removeprefix("\ufeff").splitlines()[line - 1 : found]
    assert first.lstrip().startswith("-")
    assert all(each.lstrip()[:1] in {"", "#"} for each in between[:-1])


@given(drawn=files(comments=False), number=st.integers(0, 4))
def test_an_event_that_is_taken_out_is_gone_and_nothing_else(drawn, number):
    """Whichever it is; links to it would be problems, so only the events are compared."""
    id_ = drawn.events[number % len(drawn.events)]["id"]
    if len(drawn.events) == 1:
        return
    rest = [event for event in drawn.events if event["id"] != id_]
    if any({"reports": id_} in event.get("links", ()) for event in rest):
        return
    assert _by_id(events_of(without_event(drawn.text, id_))) == _by_id(
        [event for event in events_of(drawn.text) if event["id"] != id_]
    )


STYLES = {
    "a bare list": (
        "- date: 2018\n  title: A\n\n- date: 2020\n  title: B\n",
        '- id: new\n  date: 2019-06-01\n  title: "New: one"\n  tags: [a, b]\n',
    ),
    "keys in another order": (
        "- title: A\n  date: 2018\n\n- title: B\n  date: 2020\n",
        '- id: new\n  title: "New: one"\n  date: 2019-06-01\n  tags: [a, b]\n',
    ),
    "titles in single quotes, others plain": (
        "events:\n- date: 2018\n  title: 'A'\n\n- date: 2020\n  title: 'B'\n",
        "- id: new\n  date: 2019-06-01\n  title: 'New: one'\n  tags: [a, b]\n",
    ),
    "wide hyphens": (
        "events:\n    -   date: 2018\n        title: A\n\n    -   date: 2020\n        title: B\n",
        (
            '    -   id: new\n        date: 2019-06-01\n        title: "New: one"\n'
            "        tags: [a, b]\n"
        ),
    ),
    "lists with a line for each item, at their key's edge": (
        "- date: 2018\n  title: A\n  tags:\n  - x\n\n- date: 2020\n  title: B\n",
        '- id: new\n  date: 2019-06-01\n  title: "New: one"\n  tags:\n  - a\n  - b\n',
    ),
    "braces": (
        "events:\n  - {date: 2018, title: A}\n\n  - {date: 2020, title: B}\n",
        '  - {id: new, date: 2019-06-01, title: "New: one", tags: [a, b]}\n',
    ),
    "carriage returns": (
        "- date: 2018\r\n  title: A\r\n\r\n- date: 2020\r\n  title: B\r\n",
        '- id: new\r\n  date: 2019-06-01\r\n  title: "New: one"\r\n  tags: [a, b]\r\n',
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_an_event_is_written_in_the_style_of_its_file(style):
    """Indentation, order of keys, quotes, lists, line ends: as its neighbours have them."""
    text, block = STYLES[style]
    newline = "\r\n" if "\r\n" in text else "\n"
    first, second = text.split(newline * 2)
    assert with_event(text, NEW) == newline.join([first, "", block + newline.join(["", second])])


def test_events_without_blank_lines_between_them_get_none():
    """A compact list stays one."""
    text = "- {date: 2018, title: A}\n- {date: 2020, title: B}\n"
    assert with_event(text, {"date": "2019", "title": "New"}).splitlines() == [
        "- {date: 2018, title: A}",
        "- {date: 2019, title: New}",
        "- {date: 2020, title: B}",
    ]


def test_a_heading_stays_with_what_it_stands_above():
    """The new event goes before the heading of a later one, behind a note on an earlier one."""
    text = (
        "events:\n  # early\n\n  - date: 2018\n    title: A\n  # on A\n\n"
        "  # late\n\n  # on B\n  - date: 2020\n    title: B\n"
    )
    found = with_event(text, {"date": "2019", "title": "New"})
    assert found == text.replace("  # on A\n", "  # on A\n\n  - date: 2019\n    title: New\n")


def test_the_first_event_of_a_list_alone_stands_below_the_head_of_the_file():
    """What is said of the file stays on top."""
    text = "# My file\n\n# on A\n- date: 2018\n  title: A\n"
    found = with_event(text, {"date": "2001", "title": "New"})
    assert found == "# My file\n\n- date: 2001\n  title: New\n\n# on A\n- date: 2018\n  title: A\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "events:\n  - date: 2019\n    title: New\n"),
        ("# mine\n", "# mine\n\nevents:\n  - date: 2019\n    title: New\n"),
        ("events:\n", "events:\n  - date: 2019\n    title: New\n"),
        ("events: []", "events:\n  - date: 2019\n    title: New"),
        ("events: ~  # none\r\n", "events:   # none\r\n  - date: 2019\r\n    title: New\r\n"),
        (
            "timeline: {title: T}\n",
            "timeline: {title: T}\n\nevents:\n  - date: 2019\n    title: New\n",
        ),
        (
            "events:\n  # here\n\nactors:\n  a: {name: A}\n",
            "events:\n  # here\n  - date: 2019\n    title: New\n\nactors:\n  a: {name: A}\n",
        ),
    ],
)
def test_a_file_without_events_gets_its_first(text, expected):
    """Below `events:`, which is added where it is missing."""
    assert with_event(text, {"date": "2019", "title": "New"}) == expected


def test_json_lines_get_a_line():
    """At its place, in the file's own spacing, and out again."""
    text = '{"date":"2018","title":"A\u2028a"}\n{"date":"2020","title":"B"}'
    found = with_event(text, {"id": "n", "date": "2019", "title": "Ñ"})
    assert found.split("\n")[1] == '{"id":"n","date":"2019","title":"Ñ"}'
    assert [json.loads(line)["date"] for line in found.split("\n")] == ["2018", "2019", "2020"]
    assert without_event(found, "n") == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"date": "2019", "title": "A"}]', "the file stands in brackets, as JSON does"),
        ("events: [{date: 2019, title: A}]\n", "the events stand in brackets"),
        ("a: b\n---\nc: d\n", "the file has several documents"),
        ("just text\n", "this is no event file"),
        ("- date: 2019\n title: A\n", "this is not YAML in line 2"),
        ("events: *a\n", "the alias in line 1 stands for nothing above it"),
        ("a: &x [b]\nevents: *x\n", "'events' in line 2 is no list of its own"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text, message):
    """In words, with what to do instead."""
    with pytest.raises(CannotEdit) as refused:
        with_event(text, NEW)
    assert refused.value.message == message
    assert refused.value.hint


def test_an_event_that_would_take_an_id_is_refused():
    """An event without an id has one made of its title: it may not get another."""
    text = "- date: 2019-05\n  title: A\n"
    with pytest.raises(CannotEdit, match="the id 'a-2019' is that of an event which has none"):
        with_event(text, {"id": "a-2019", "date": "2001", "title": "New"})


def test_an_event_that_is_not_there_is_refused_with_its_neighbours():
    """A slip of the pen finds the id that was meant."""
    with pytest.raises(CannotEdit, match="there is no event 'wr' in this file\ndid you mean 'war'"):
        without_event("- {id: war, date: 2019, title: A}\n", "wr")


def test_a_block_stands_as_in_the_curated_file():
    """Two columns in, a list in brackets, sources in lines."""
    event = {"id": "a", "date": "2019", "title": "A: b", "actors": ["x"], "sources": ["s"]}
    assert "".join(f"{line}\n" for line in event_lines(event, CANONICAL)) == (
        '  - id: a\n    date: 2019\n    title: "A: b"\n    actors: [x]\n    sources:\n      - s\n'
    )


def test_the_curated_file_takes_an_event_and_gives_it_back(curated):
    """The 129 events of the file, with all its headings."""
    text = default_path().read_text(encoding="utf-8")
    found = with_event(text, {**NEW, "date": "2025-10-14"})
    assert without_event(found, "new") == text
    assert len(loaded(found).select()) == len(curated.select()) + 1


@pytest.mark.parametrize(
    ("links", "place"),
    [
        ([{"after": "a"}], 1),
        ([{"after": "a"}, {"before": "c"}], 1),
        ([{"during": "b"}, {"after": "a"}], 2),
        ([{"before": "b"}], 1),
        ([{"before": "a"}], 0),
        ([{"after": "elsewhere"}], 3),
        ([{"denies": "a"}, {"before": "c"}], 2),
    ],
)
def test_an_event_without_a_date_stands_by_its_order(links, place):
    """Behind what it is after or during, else before what it is before; in JSON Lines too."""
    ids = ["a", "b", "c"]
    yaml = "".join(f"- {{id: {id_}, date: 2019, title: T}}\n" for id_ in ids)
    lines = "".join(f'{{"id": "{id_}", "date": "2019", "title": "T"}}\n' for id_ in ids)
    new = {"id": "new", "title": "T", "links": links}
    expected = [*ids[:place], "new", *ids[place:]]
    for text in (yaml, lines):
        assert re.findall(r'\bid"?: "?(\w+)', with_event(text, new)) == expected
