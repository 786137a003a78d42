"""What we write, every reader of YAML reads, and as the texts that they are.

PyYAML's own reader and libyaml's differ in what they take within brackets, and ruamel.yaml
reads by version 1.2 of YAML what PyYAML reads by 1.1. All are asked, and each in the manner
in which a program would: texts, numbers and days told apart.
"""

from collections.abc import Callable
from datetime import date, datetime
from itertools import product

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.editing.loaded import written
from timeline.editing.canonical import formatting
from timeline.editing.entries import with_entry
from timeline.editing.events import with_event

READERS: dict[str, Callable] = {
    "PyYAML, safe_load": yaml.safe_load,
    "PyYAML, all texts": lambda text: yaml.load(text, yaml.BaseLoader),  # noqa: S506
    "libyaml, all texts": lambda text: yaml.load(text, yaml.CBaseLoader),  # noqa: S506
    "ruamel.yaml": lambda text: YAML(typ="safe", pure=True).load(text),
}
READABLE = ("date", "as_of", "credibility")  # a year, a day, a grade may be one to others

# Every character that means something in YAML at some place, and some that do not.
SIGNS = "-?:,[]{}#&*!|>'\"%@`~=<\\.+/0 x"
FORMS = ("{}", "x{}", "{}x", "x{}x", "x {}", "{} x", "x {} x")

# What one version or another of YAML takes for no text.
OTHERS = [
    *("~", "null", "Null", "NULL", "true", "True", "FALSE", "yes", "No", "ON", "off", "y", "N"),
    *("=", "<<", "2020", "-2020", "+2020", "1_000", "1,000", "0", "0044", "-0043", "0o17", "0x1F"),
    *("0b101", "1.0", "1.", ".5", "-.5", "1e3", "1.5E-7", ".inf", "-.INF", "+.Inf", ".nan", ".NaN"),
    *("12:30", "190:20:30", "190:20:30.15", "-1:30", "2019-01-01", "2019-1-1", "0000-01-01"),
    *("2019-02-30", "2019-13-01", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5"),
    *("2001-12-14T21:59:43Z", "2001-12-15 2:59:43.10", "2024-01-05T24:00:00", "1e400"),
]
DATES = [
    *(
        "2019",
        "2019-01",
        "2019-01-23",
        "0044",
        "-0043",
        "-1985",
        "0000",
        "0000-01-01",
        "0001-01-01",
    ),
    *(
        "2019~",
        "2019-01?",
        "2025-08?/..",
        "../2019",
        "2019/",
        "?2018-?06",
        "%2019-01",
        "[2018,2019]",
    ),
    *("{2018..2020}", "[..2019]", "Y12345", "Y-17E7", "1950S2", "2025-21", "2024-01-05T09:00"),
    *("2024-01-05T09:00:00Z", "2016-12-31T23:59:60Z", "0001-01-01T00:00:00+14:00", "201X", "19XX"),
]
texts = st.one_of(
    st.lists(st.sampled_from([*SIGNS, *OTHERS, "\t", "\n", "\u00a0", "\x85", "\ufeff"]), min_size=1)
    .map("".join)
    .map(lambda text: text[:60]),
    st.sampled_from(OTHERS),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
).filter(lambda text: text.strip() == text != "first")

FLOW = "sources:\n  first: {publisher: P}\nevents:\n- {date: 2000, title: First}\n"
SINGLE = "sources:\n  first:\n    publisher: 'P'\nevents:\n- date: '2000'\n  title: 'First'\n"
LINES = (
    "sources:\n  first:\n    publisher: P\nevents:\n- date: 2000\n  title: First\n  tags:\n  - a\n"
)


def _event(text, **more):
    """Return an event that has *text* wherever it may have one."""
    citation = {"source": text, "credibility": "2", "note": text}
    return {
        "id": text,
        "date": "2019",
        "title": text,
        "summary": f"{text} {text}",
        "tags": [text, text, "b"],
        "sources": [text, citation, {"source": text, "credibility": "3"}],
        "links": [{"denies": text}],
        **more,
    }


def _entry(text):
    return {"publisher": text, "title": text, "date": "2019-01-23", "url": f"https://e/?a={text}"}


def _is_read(file, expected):
    """Assert that every reader finds in the *file* what is *expected*, each text a text."""
    for name, read in READERS.items():
        assert _as_texts(read(file)) == expected, name


def _as_texts(value, key=""):
    """Return *value* with the days and numbers of readable keys as texts; others stay."""
    if isinstance(value, dict):
        return {_as_texts(name): _as_texts(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    assert isinstance(value, str) or key in READABLE
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _file(*pieces):
    """Return an event file that has each piece everywhere."""
    return {
        "actors": {text: {"name": text, "aliases": [text, "b"]} for text in pieces},
        "sources": {text: _entry(text) for text in pieces},
        "events": [_event(text) for text in pieces],
    }


@pytest.mark.parametrize("sign", SIGNS)
def test_every_pair_of_signs_is_read_by_all(sign):
    """Alone, before, behind and between letters, with blanks or without; in lines and brackets."""
    pairs = (form.format(sign + other) for form, other in product(FORMS, SIGNS))
    texts = [*dict.fromkeys(text.strip() for text in pairs if text.strip())]
    events = [{"date": "2019", "title": text, "tags": [text, "b"]} for text in texts]
    _is_read(written({"events": events}), {"events": events})


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_take_for_no_text_is_a_text(text):
    """Ids, tags, titles, notes and keys that look like numbers, dates, Booleans or nothing."""
    _is_read(written(_file(text)), _file(text))


@given(text=texts)
@example("0:?")
@example("a b ?")
@example("why?")
@example("a#b")
@example("[x]: y")
@example("x" * 1100 + "?")
def test_any_text_is_read_by_all(text):
    """In a whole file; as `export yaml` and `import` write it."""
    _is_read(written(_file(text)), _file(text))


@pytest.mark.parametrize("before", [FLOW, SINGLE, LINES])
@given(text=texts)
@example("0:?")
@example("Did he write?")
@example("2020")
def test_what_is_added_is_read_by_all(before, text):
    """In a file of braces, of quotes, and of lines."""
    added = {"date": "2019", "title": text, "tags": [text, "b"], "note": text}
    file = with_entry(with_event(before, added), "sources", text, _entry(text))
    was = yaml.load(before, yaml.BaseLoader)  # noqa: S506
    _is_read(
        file,
        {
            "sources": {**was["sources"], text: _entry(text)},
            "events": [*was["events"], added],
        },
    )


@pytest.mark.parametrize("text", DATES)
@pytest.mark.parametrize("before", [FLOW, SINGLE, LINES])
def test_dates_are_read_by_all(before, text):
    """As the texts that they are, or as a year or a day that is written the same."""
    added = {"date": text, "title": "x"}
    read = [_as_texts(read(with_event(before, added)))["events"] for read in READERS.values()]
    assert [added in events for events in read] == [True] * len(READERS)
    file = {"timeline": {"as_of": "2019-01-01"}, "events": [added]}
    _is_read(written(file), file)


@pytest.mark.parametrize(
    ("text", "as_it_is"),
    [
        *((each, True) for each in ("2019", "2019-01-23", "2019-01", "2019~", "-1985", "2019/..")),
        *((each, False) for each in ("0044", "-0043", "0000", "0000-01-01", "[2018,2019]")),
        ("2024-01-05T09:00:00Z", False),
    ],
)
def test_a_date_stands_without_quotes_where_it_says_the_same_to_others(text, as_it_is):
    """0044 is 36 to some, and a day of the year 0 stops them; a moment loses its offset."""
    line = f"date: {text}" if as_it_is else f'date: "{text}"'
    assert line in written({"events": [{"date": text, "title": "x"}]})


def test_formatted_dates_are_read_by_all():
    """In braces, a question mark needs quotes; in lines it does not."""
    file = formatting("- {title: x, date: 2018?-06?}\n- date: 2019?-06?\n  title: y\n").text
    events = [{"date": "2018-06?", "title": "x"}, {"date": "2019-06?", "title": "y"}]
    assert file == '- {date: "2018-06?", title: x}\n\n- date: 2019-06?\n  title: y\n'
    _is_read(file, events)
