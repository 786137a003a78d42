"""Lists of objects, in JSON and in lines of it, are tables too."""

import pytest

from tests.exchange.files_read import events_in
from timeline.errors import TimelineError
from timeline.exchange.losses import Losses


def _refused(losses: Losses) -> list[tuple[str, list[str]]]:
    return [
        (loss.what, [place.split(":")[-2] for place in loss.places])
        for loss in losses
        if loss.kind == "refused"
    ]


OBJECTS = """\
[{"when": "2019-03", "name": "War", "who": ["Union", "Rebels"], "size": 1.50, "n": 7,
  "place": {"name": "Old Town", "at": {"lat": 1}}, "ok": true, "no": null},

 {"when": 2020, "name": "Peace"},
 {"when": "2021", "name": "twice", "name": "over"}, "text", [1],
 {"name": "no date"}]
"""


def test_objects_are_rows(tmp_path):
    """Numbers as written; a list of texts is one value; one level deeper is a column."""
    stated = {"places": "place.name", "note": "size"}
    events, losses, found = events_in(tmp_path, OBJECTS, "table.json", columns=stated)
    war, peace = events
    assert [found.actor_name(id_) for id_ in war.actors] == ["Union", "Rebels"]
    assert (war.date.text, war.places, war.note) == ("2019-03", ("Old Town",), "1.50")
    assert (peace.date.text, peace.place.line) == ("2020", 4)
    assert _refused(losses) == [
        ("a key stands twice in an object", ["5"]),
        ("a value is no object", ["5", "5"]),
        ("no date", ["6"]),
    ]
    assert ("a value that lies more than one level deep", "place.at") in {
        (loss.what, loss.example) for loss in losses
    }


def test_lines_of_json_are_refused_one_by_one(tmp_path):
    """A line that is no JSON says where it breaks, and never stops the others."""
    text = '{"when": "2019", "name": "a"}\n\n{"when": "2020"\n{"when": "2021", "name": "b"} x\n[]\n'
    text += '{"when": "2022", "name": "half \\ud800"}\n{"when": "2023", "name": "c"}'
    events, losses, _ = events_in(tmp_path, text, "table.jsonl")
    assert [event.date.text for event in events] == ["2019", "2023"]
    assert [place for _, place in _refused(losses)] == [["3", "4"], ["5"], ["6"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"when": "2019", "name": "a"}, {"when"', ":1:40: not JSON"),
        ('[{"when": "2019", "name": "a"}', ":1:31: not JSON: the text ends here"),
        ('[{"when": "2019", "name": "a"},]', ":1:31: not JSON"),
        ('[{"when": "2019", "name": "a"}]\n{}', ":2:1: there is more after the end"),
        ('{"when": "2019", "name": "a"}', ":1:1: this is no list of objects"),
        ("[" * 100_000, "nested too deep"),
        ('[{"a":' * 100_000, "nested too deep"),
        ("[1, 2]", "holds no objects"),
    ],
)
def test_broken_json_is_refused_with_the_place(tmp_path, text, said):
    """Line, column, the line and a caret."""
    with pytest.raises(TimelineError) as refused:
        events_in(tmp_path, text, "table.json")
    assert said in refused.value.message


def test_a_file_without_json_lines_is_refused(tmp_path):
    """It is not of the format at all."""
    with pytest.raises(TimelineError, match="holds no objects: a line is not JSON"):
        events_in(tmp_path, "hello\nworld\n", "table.jsonl")
