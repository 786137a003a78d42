"""`timeline schema`: what editors accept, refuse and say of every key."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given

from tests.conftest import SMALL
from tests.edtf.strategies import edtf_texts
from timeline.editing.starter import empty, example
from timeline.model import scales
from timeline.model.evidence import CITATION, SOURCE
from timeline.model.schema import ACTOR, ARC, EVENT, HEADER, SECTIONS
from timeline.views.schema import schema

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/edtf/spec-cases.json").read_text("utf-8"))["cases"]
SCHEMA = schema()
CHECK = jsonschema.Draft202012Validator(SCHEMA)
DATE = jsonschema.Draft202012Validator(SCHEMA["$defs"]["event"]["properties"]["date"])


class Typed(yaml.CSafeLoader):
    """Reads YAML with the types of its core schema, as editors do: no dates, `no` is a text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  as PyYAML has it


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Typed.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def faults(text):
    """Return the messages of an editor about a YAML text, each with its place."""
    errors = CHECK.iter_errors(yaml.load(text, Typed))  # noqa: S506  a safe one
    return {"/".join(map(str, error.absolute_path)): error.message for error in errors}


def test_it_is_a_schema_of_the_draft_it_names():
    """And the command writes it, whole."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def test_the_command_writes_it(run):
    """JSON, the same that is tested here."""
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(SCHEMA))


@pytest.mark.parametrize(
    "text",
    [
        (ROOT / "events.yaml").read_text("utf-8"),
        SMALL,
        example(),
        empty("Bridges"),
        "- {date: 2019, title: 1984}\n- {date: 2019-01-23, title: x, tags: [2019, no]}",
        "arcs:\nactors: {russia: }\nevents:\n  - date: '[2018,2019]'\n    title: x\n",
        "- {date: -0043, title: x, sources: [{source: a, credibility: '2'}, b]}",
    ],
    ids=["curated", "small", "example", "empty", "list", "empty entries", "numbers"],
)
def test_what_can_be_loaded_is_accepted(text):
    """With a year that YAML takes for a number, entries without values, lists alone."""
    assert faults(text) == {}


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("- {date: 2019, title: x, place: Here}", "0", "'place' was unexpected"),
        ("- {date: 2019, title: x, status: rumoured}", "0/status", "'rumoured' is not one of"),
        ("- {date: 2019}", "0", "'title' is a required property"),
        ("- {title: x}", "0", "'date' is a required property"),
        ("- {date: 21/10/2025, title: x}", "0/date", "does not match"),
        ("- {date: late October, title: x}", "0/date", "does not match"),
        ("- {date: [2018, 2019], title: x}", "0/date", "is not of type"),
        ("- {date: 2019, title: x, actors: one}", "0/actors", "is not of type 'array'"),
        ("- {date: 2019, title: x, links: [{negates: y}]}", "0/links/0", "'negates' was unexp"),
        ("- {date: 2019, title: x, sources: [{source: a, credibility: 7}]}", "0/sources/0", "7"),
        ("event: []", "", "'event' was unexpected"),
        ("actors: {a: {kind: country}}", "actors/a/kind", "'country' is not one of"),
        ("sources: {a: {reliability: G}}", "sources/a/reliability", "'G' is not one of"),
        ("just text", "", "is not of type 'object', 'array'"),
    ],
)
def test_what_is_wrong_is_underlined_where_it_stands(text, where, says):
    """Unknown keys, other words, missing keys, dates in words."""
    found = faults(text)
    assert any(place.startswith(where) and says in message for place, message in found.items())


@pytest.mark.parametrize("date", [case["edtf"] for case in CASES])
def test_no_date_of_the_specification_is_refused(date):
    """All 82 examples."""
    assert DATE.is_valid(date)


@given(edtf_texts())
def test_no_date_is_refused(date):
    """Whatever EDTF may be; an editor must not underline it."""
    assert DATE.is_valid(date)


@pytest.mark.parametrize(
    ("schema", "keys"),
    [
        (SCHEMA, SECTIONS),
        (SCHEMA["properties"]["timeline"], HEADER.names),
        (SCHEMA["$defs"]["event"], EVENT.names),
        (SCHEMA["$defs"]["arc"], ARC.names),
        (SCHEMA["$defs"]["actor"], ACTOR.names),
        (SCHEMA["$defs"]["source"], SOURCE.names),
        (SCHEMA["$defs"]["citation"], CITATION.names),
        (SCHEMA["$defs"]["link"], scales.LINK_TYPES),
    ],
)
def test_every_key_of_the_model_is_described_and_no_other_is_allowed(schema, keys):
    """A key that is added to the model must be added here."""
    assert tuple(schema["properties"]) == tuple(keys)
    assert schema["additionalProperties"] is False
    for value in schema["properties"].values():
        assert value["description"].endswith(".")
        if schema is not SCHEMA:
            assert value.keys() & {"enum", "anyOf", "examples"}


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (SCHEMA["$defs"]["event"]["properties"]["status"], scales.STATUSES),
        (SCHEMA["$defs"]["actor"]["properties"]["kind"], scales.ACTOR_KINDS),
        (SCHEMA["$defs"]["source"]["properties"]["reliability"], tuple(scales.RELIABILITIES)),
        (
            SCHEMA["$defs"]["citation"]["properties"]["credibility"]["anyOf"][0],
            tuple(map(int, scales.CREDIBILITIES)),
        ),
    ],
)
def test_every_word_of_a_choice_is_explained(value, known):
    """One description for each word, in the order of the model."""
    assert tuple(value["enum"]) == known
    assert len(value["markdownEnumDescriptions"]) == len(known)
    assert all(value["markdownEnumDescriptions"])
