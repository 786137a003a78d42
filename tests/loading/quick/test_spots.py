"""Files are checked without reading all their nodes, and what is found stands where it stood."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checking.cases import CASES
from tests.conftest import SMALL
from tests.editing.loaded import written
from tests.editing.strategies import files
from tests.timelines import timelines
from timeline.checking.rules import RULES, check
from timeline.edtf import day_number
from timeline.loading import load
from timeline.loading.shipped import default_path
from timeline.model.file_fields import file_fields
from timeline.model.findings import Finding, Level, Spot
from timeline.model.records import Citation, Link
from timeline.model.schema import EVENT, HEADER, REGISTRIES

TODAY = day_number(2026, 11, 23)
NAMES = [rule.name for rule in RULES]
PLAIN = """\
timeline: {title: T, as_of: 2020-01-01}
sources:
  a:
    publisher: P
    url: x
  b: {publisher: P, copy-of: a}
events:
- id: one
  date: 2019-02
  title: 'Talks'
  tags: [war, "old", new]
  status: claimed
  actors:
  - Ann
  -   Bob
  sources: [a, {source: b, relays: [c]}]
  summary: >-
    Some talk
    about it
  accounts:
  - {by: [Ann], says: No, sources: [b]}
- title:   It goes   on
  # a comment
  date: 2018~
  links: [{responds-to: one}]
"""


def spots(timeline):
    """Yield every spot that a timeline may have: entries, keys and values."""
    for name in HEADER.names:
        yield Spot("timeline", "", name)
    for event in timeline:
        yield Spot("events", event.id)
        yield from of_record("events", event.id, EVENT, event)
        yield from (
            Spot("events", event.id, "relays", x) for c in event.citations for x in c.relays
        )
        yield from (Spot("events", event.id, "sources", c.source) for c in event.citations)
    for name, registry in REGISTRIES.items():
        for id_, record in getattr(timeline, name).items():
            yield Spot(name, id_)
            yield from of_record(name, id_, registry.record, record)
        yield Spot(name, "nobody", "name", "x")


def of_record(name, id_, record, said):
    """Yield the spots of the keys and values of a record."""
    for key in record.keys:
        value = getattr(said, key.attribute)
        yield Spot(name, id_, key.name)
        for each in value if isinstance(value, tuple) else (value,):
            yield Spot(name, id_, key.name, text(each))


def text(value):
    """Return the text by which a spot names a value."""
    if isinstance(value, Citation):
        return value.source
    return value.target if isinstance(value, Link) else str(value)


def told(examination):
    """Return all that is said of files, by rules and of every spot; None of broken ones."""
    if examination.timeline is None:
        return None
    findings = check(examination.timeline, TODAY)
    everywhere = [
        Finding("x", Level.note, spot, "m", at=at)
        for spot in dict.fromkeys(spots(examination.timeline))
        for at in (0, 1)
    ]
    found = [
        *examination.locate(findings),
        *examination.locate(everywhere),
        *examination.slips(NAMES),
        *examination.unused_ignores(NAMES, NAMES),
    ]
    return found, [examination.report(each) for each in found]


def is_told_alike(**texts):
    """Say whether both ways tell the same of texts by name; return the quick one."""
    given_ = {name.replace("_", "."): text for name, text in texts.items()}
    checked = load.checked(*given_, today=TODAY, instead=given_)
    assert told(checked) == told(load.examine(*given_, today=TODAY, instead=given_))
    return checked


def json_forms(timeline):
    """Return the events of a timeline as JSON Lines, and as JSON in several lines."""
    events = file_fields(timeline, list(timeline))["events"]
    lines = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in events)
    return {"f_jsonl": lines, "f_json": json.dumps(events, indent=1)}


@pytest.mark.parametrize(
    "case",
    [
        text
        for fault, well in CASES.values()
        for text in (fault, pytest.param(well, marks=pytest.mark.thorough))
    ],
)
def test_what_rules_speak_of_stands_where_it_stands(case):
    """In YAML, with comments, slips and hidden characters."""
    is_told_alike(f_yaml=re.sub("[⟦⟧]", "", case))


@pytest.mark.thorough
@pytest.mark.parametrize("case", [text for texts in CASES.values() for text in texts])
def test_what_rules_speak_of_stands_where_it_stands_in_json(case):
    """In lines, and over several of them."""
    found = load.checked("f.yaml", instead={"f.yaml": re.sub("[⟦⟧]", "", case)})
    for name, text in json_forms(found.timeline).items():
        is_told_alike(**{name: text})


CURATED = Path(default_path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [SMALL, pytest.param(CURATED, marks=pytest.mark.thorough)])
def test_whole_files_are_told_alike(text):
    """With a header, registries, comments and all sorts of values."""
    found = is_told_alike(f_yaml=text)
    for name, form in json_forms(found.timeline).items():
        is_told_alike(**{name: form})


def test_plain_files_are_read_quickly():
    """Their lines show where every key and value stands; of several files, in each."""
    assert is_told_alike(f_yaml=PLAIN).is_quick
    found = is_told_alike(f_yaml=PLAIN, g_yml=PLAIN.replace("one", "two").replace("Talks", "Tea"))
    assert found.is_quick
    for name, text in json_forms(found.timeline).items():
        assert is_told_alike(**{name: text}).is_quick


@pytest.mark.parametrize(
    "event",
    [
        "  summary: 'In two\n  status: x\n  lines'\n  status: claimed\n",
        "  tags: [a,\n  status: x, b]\n  status: claimed\n",
        '  "status": claimed\n',
        "  note: |\n    status: x\n  status: claimed\n",
        "  status:\n    claimed\n",
        "  status: &a claimed\n",
        "  actors: [x, x, 'x']\n  status:   'claimed' # yes\n",
    ],
)
def test_lines_that_look_like_a_key_are_none(event):
    """What is not written plainly is not looked for by its lines."""
    is_told_alike(f_yaml=f"events:\n- date: 2019\n  title: T\n{event}")


@pytest.mark.parametrize(
    "event",
    [
        '{"date": "2019", "title": "\\"status\\": x", "status": "claimed"}',
        '{"date" :"2019", "title"\t: "T", "st\\u0061tus": "claimed", "status ": ""}',
        '  {"date": "2019", "title": "é😀", "accounts": [{"by": ["a"], "date": "2018"}]}',
        '{"date": 2019, "title": "T", "sources": ["a", {"source": "b", "note": "date"}]}',
    ],
)
def test_texts_that_look_like_a_key_are_none(event):
    """In JSON a key is one wherever it stands."""
    is_told_alike(f_jsonl=f"\n{event}\n")
    is_told_alike(f_json=f"[\n  {event}, {event.replace('T', 'U')}]")


@pytest.mark.parametrize(
    "value",
    [
        "[null]",
        "[ ~ ,a]",
        "['', a]",
        "[a,\n    null]",
        '["\\t"]',
        '[a, "\\x20\\u0020"]',
        "\n  - a\n  -\n",
        "\n  - \u00a0\n",
        "[a,,b]",
    ],
)
def test_what_is_empty_is_found(value):
    """However nothing is written in a list."""
    is_told_alike(f_yaml=f"- date: 2019\n  title: T\n  tags: {value}\n")


@pytest.mark.parametrize("value", ['[null, "a"]', '["a", "\\u0020"]', '[ "\\t\\n" ]', '["a",\t""]'])
def test_what_is_empty_is_found_in_json(value):
    """However nothing is written, by escapes too."""
    event = f'{{"date": "2019", "title": "T", "tags": {value}}}'
    (slip,) = is_told_alike(f_jsonl=event).slips(["empty-item"])
    assert slip.spot.key == "tags"
    is_told_alike(f_json=f"[{event}]")


def test_json_has_no_comments():
    """So that no text is lost behind a sign, and none tells a rule to be silent."""
    event = '{"date": "2019", "title": "The #MeToo movement # timeline: ignore unsourced"}'
    assert is_told_alike(f_jsonl=event).is_quick
    assert is_told_alike(f_json=f"[{event}]").is_quick


@settings(deadline=None)
@given(files())
def test_any_file_is_told_alike(drawn):
    """Whatever the style."""
    is_told_alike(f_yaml=drawn.text)


NEAR = (
    "# timeline: ignore unsourced: why",
    "  # timeline: ignore unsourced, future",
    "    # timeline: ignore unsourced",
    "- # timeline: ignore unsourced",
    "# another # timeline: ignore unsourced",
    "",
    "# why",
    "  tags: [a, ~, 'null']",
    "  note: Room #4",
    "  note: 'a # timeline: ignore unsourced'",
    "  note: a  # timeline: ignore unsourced",
    "  places:",
    "  -",
    "  - #5",
    "  status: # timeline: ignore unsourced",
    "  summary: >-",
    "    # timeline: ignore unsourced #6",
    "sources: #7",
    "arcs: # timeline: ignore unsourced",
    "  x: {title: T}  # timeline: ignore orphan-arc",
    "  'y': {title: T #8}",
    "- {id: c, date: 2018, title: T, tags: [,a]}",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(NEAR), max_size=6), st.data())
def test_comments_and_slips_are_told_alike(drawn, data):
    """Wherever they stand, and whosever they are."""
    lines = PLAIN.splitlines()
    for line in drawn:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    is_told_alike(f_yaml="\n".join(lines) + data.draw(st.sampled_from(["", "\n", "\n\n"])))


def test_files_with_comments_and_slips_are_read_quickly():
    """Only what stands near them is read with nodes."""
    text = f"# timeline: ignore future\n{PLAIN}  # timeline: ignore unsourced\n  note: a #5\n"
    assert is_told_alike(f_yaml=text).is_quick


@settings(deadline=None)
@given(timelines(), st.sampled_from(["f_yaml", "f_jsonl", "f_json"]))
def test_any_timeline_is_told_alike(timeline, name):
    """In every form."""
    text = written(file_fields(timeline, list(timeline)))
    is_told_alike(**{name: {"f_yaml": text, **json_forms(timeline)}[name]})
