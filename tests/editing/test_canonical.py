"""Formatting puts things in order; it loses nothing, says the same, and is done at once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.loaded import event_line, events_of, said
from tests.editing.strategies import DATES, ODD_DATES, files
from timeline import edtf
from timeline.editing import canonical, pieces
from timeline.editing.canonical import formatting
from timeline.editing.lines import CannotEdit
from timeline.loading.shipped import default_path
from timeline.model.schema import EVENT

ALL_DATES = DATES + ODD_DATES


@given(drawn=files(dates=ALL_DATES))
def test_formatting_twice_is_formatting_once(drawn):
    """What is formatted stays as it is."""
    text = formatting(drawn.text).text
    assert formatting(text).text == text


@given(drawn=files(dates=ALL_DATES))
def test_a_formatted_file_loads_as_before(drawn):
    """Events, registries and header, but for the places in the file."""
    found = canonical.formatting(drawn.text)
    assert said(found.text) == said(drawn.text)
    assert found.remarks == ()


@given(drawn=files(dates=ALL_DATES))
def test_every_comment_is_there_once(drawn):
    """No comment is lost, and none is doubled."""
    text = formatting(drawn.text).text
    assert [
        text.count(f"{comment}\n") + text.count(f"{comment}\r") + text.endswith(comment)
        for comment in drawn.comments
    ] == [1] * len(drawn.comments)


@given(drawn=files(dates=ALL_DATES))
def test_the_ends_of_a_file_stay(drawn):
    """Byte order mark, line ends, a last line end or none."""
    text = formatting(drawn.text).text
    assert text.startswith("\ufeff") == drawn.text.startswith("\ufeff")
    assert text.endswith("\n") == drawn.text.endswith("\n")
    assert ("\r\n" in text) == ("\r\n" in drawn.text)
    assert text.count("\r") == (text.count("\n") if "\r" in text else 0)


@given(drawn=files(dates=ALL_DATES))
def test_events_are_in_order_and_their_dates_canonical(drawn):
    """By the order of a timeline, with ties as in the file before."""
    text = formatting(drawn.text).text
    expected = sorted(drawn.events, key=lambda event: edtf.parse(event["date"]).sort_key)
    lines = [event_line(text, event["id"]) for event in expected]
    assert lines == sorted(lines)
    assert not any(date in text for date in ODD_DATES)


@given(drawn=files(dates=ALL_DATES, comments=False))
def test_one_blank_line_stands_between_events(drawn):
    """Two events of one line each may stand together."""
    lines = formatting(drawn.text).text.removeprefix("\ufeff").splitlines()
    starts = sorted(event_line("\n".join(lines), event["id"]) for event in drawn.events)
    for above, start in pairwise(starts):
        between = lines[above - 1 : start - 1]
        assert between[-1] == "" or len(between) == 1
        assert between[-2:] != ["", ""]


@given(drawn=files(comments=False))
def test_keys_are_in_canonical_order(drawn):
    """As `model.filing` has them."""
    lines = formatting(drawn.text).text.removeprefix("\ufeff").splitlines()
    for event in drawn.events:
        at = next(
            n
            for n, line in enumerate(lines)
            if f"id: {event['id']}" in line.replace("'", "").replace('"', "")
        )
        if "{" in lines[at].split("id:")[0]:
            continue
        keys = [key for key in EVENT.names if key in event]
        column = lines[at].index("id:")
        own = [
            line[column:].split(":")[0]
            for line in lines[at:]
            if line[column : column + 1].isalpha()
        ]
        assert own[: len(keys)] == keys


def test_the_curated_file_is_formatted():
    """Not a byte would change."""
    text = default_path().read_text(encoding="utf-8")
    assert formatting(text).text == text


BEFORE = """\
# About the file

- title: Late  # behind the title
  # on the date
  date: "2020?-01?"
  id: late

# A heading

# on the early one
- sources:
    - note: n
      # how good
      credibility: 2
      source: s
    - {note: m, source: t}
  title: >-
    A folded
    title
  date: 2019
  # the last of it
- {title: Older, date: 2018}
- {title: Oldest, date: 2017}

# The end
"""
AFTER = """\
# About the file

- {date: 2017, title: Oldest}
- {date: 2018, title: Older}

# A heading

# on the early one
- date: 2019
  title: >-
    A folded
    title
  sources:
    - source: s
      # how good
      credibility: 2
      note: n
    - {source: t, note: m}
  # the last of it

- id: late
  # on the date
  date: "2020-01?"
  title: Late  # behind the title

# The end
"""


def test_comments_go_with_what_they_belong_to():
    """Above a key, above an event, behind a value, a heading; head and end of file stay."""
    assert formatting(BEFORE).text == AFTER


def test_a_comment_above_a_key_that_becomes_the_first_stands_above_the_event():
    """It cannot stand behind the hyphen."""
    text = "events:\n  - title: A\n    # why then\n    date: 2019\n"
    assert formatting(text).text == "events:\n  # why then\n  - date: 2019\n    title: A\n"


def test_registries_and_header_have_their_keys_in_order():
    """The entries stay where they are: curators group them."""
    text = (
        "events:\n- {date: 2019, title: A, actors: [z]}\n"
        "timeline: {as_of: 2020-01-01, title: T}\n"
        "sources:\n  b:\n    date: '2019?-01?'\n    publisher: P\n"
        "actors:\n  z:\n    # who\n    kind: person\n    name: Z\n  a: {kind: state, name: A}\n"
    )
    assert formatting(text).text == (
        "events:\n- {date: 2019, title: A, actors: [z]}\n"
        "timeline: {title: T, as_of: 2020-01-01}\n"
        "sources:\n  b:\n    publisher: P\n    date: '2019-01?'\n"
        "actors:\n  z:\n    name: Z\n    # who\n    kind: person\n  a: {name: A, kind: state}\n"
    )


def test_what_repeats_an_anchor_stays_behind_it():
    """The events keep their order then, and a remark says so; all else is done."""
    text = "- {title: B, date: 2020, tags: &t [x]}\n- {title: A, date: 2019, tags: *t}\n"
    found = canonical.formatting(text)
    assert (
        found.text == "- {date: 2020, title: B, tags: &t [x]}\n- {date: 2019, title: A, tags: *t}\n"
    )
    assert len(found.remarks) == 1
    assert found.remarks[0].startswith("the events keep their order: an anchor")


def test_an_anchor_in_an_event_keeps_only_that_event_as_it_is():
    """All others are put in order."""
    text = "- note: &n x\n  title: *n\n  date: 2019\n\n- title: B\n  date: 2020\n"
    found = canonical.formatting(text)
    assert found.text == text.replace("title: B\n  date: 2020", "date: 2020\n  title: B")
    assert len(found.remarks) == 1
    assert found.remarks[0].startswith("the keys keep their order: anchors")


def test_anchors_do_no_harm_where_the_order_suits_them():
    """An anchor in an earlier event is no reason to leave anything."""
    text = (
        "- {date: 2020, title: C}\n- {date: 2018, title: B, tags: &t [x]}\n"
        "- {date: 2019, title: A, tags: *t}\n"
    )
    found = canonical.formatting(text)
    assert [event["title"] for event in events_of(found.text)] == ["B", "A", "C"]
    assert found.text.splitlines()[0] == "- {date: 2018, title: B, tags: &t [x]}"
    assert found.remarks == ()


def test_events_whose_made_ids_would_change_stay():
    """The second of two events of one title and year has a made id with a 2: links use it."""
    text = "- {date: 2019-05, title: A}\n- {date: 2019-01, title: A}\n"
    found = canonical.formatting(text)
    assert found.text == text
    assert "an event without an id would get another one" in found.remarks[0]


def test_a_date_that_an_id_is_made_of_stays():
    """With its year in front it would make another id."""
    text = "- {date: '?2019-?05', title: A}\n"
    assert formatting(text).text == text


def test_a_comment_inside_braces_keeps_the_keys_where_they_are():
    """Its place is between two of them."""
    text = "- {title: A, # why\n   date: 2019}\n"
    found = canonical.formatting(text)
    assert found.text == text
    assert found.remarks[0].startswith("the keys keep their order")


def test_lines_of_json_lines_are_put_in_order():
    """Each line as it is."""
    text = '{"title":"B","date":"2020"}\n\n{"date": "2019", "title": "A"}'
    assert formatting(text).text == '{"date": "2019", "title": "A"}\n{"title":"B","date":"2020"}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"events": [{"date": "2019", "title": "A"}]}', "the file stands in brackets"),
        ("events: [{date: 2019, title: A}]\n", "the events stand in brackets"),
        ("- title: A\n", "the event in line 1 has no date"),
        ("- [\n", "this is not YAML in line"),
        ("a: b\n---\nc: d\n", "the file has several documents"),
    ],
)
def test_what_cannot_be_formatted_is_refused(text, message):
    """In words, with what to do instead."""
    with pytest.raises(CannotEdit) as refused:
        canonical.formatting(text)
    assert refused.value.message.startswith(message)
    assert refused.value.hint


def test_events_of_one_day_are_put_in_order_by_their_times():
    """A time with an offset by its instant; what has no time comes first; ties stay."""
    times = ("T15:00:00Z", "T10:00+03:00", "T07:00Z", "", "T06:59:59")
    text = "".join(f"- {{date: 2024-01-05{time}, title: x{time}}}\n" for time in times)
    order = ("", "T06:59:59", "T10:00+03:00", "T07:00Z", "T15:00:00Z")
    assert [event["title"] for event in events_of(formatting(text).text)] == [
        f"x{time}" for time in order
    ]


def formatting_of(read, text):
    """Return what comes out, or why nothing does."""
    try:
        return read(text)
    except CannotEdit as error:
        return error.message, error.hint


@given(drawn=files(dates=ALL_DATES))
def test_piece_by_piece_the_same_comes_out_as_at_once(drawn):
    """Text and remarks, to the byte."""
    found = canonical.piece_by_piece(drawn.text)
    assert found is None or found == canonical.at_once(drawn.text)


@st.composite
def registries(draw):
    """Draw a file with a registry of which the entries are neat, or nearly, or not at all."""
    fields = {
        "publisher": st.sampled_from(["P", "'P: q'", '"#p"']),
        "date": st.sampled_from(["2019", "2019?-01?", "'2019?-01?'", "soon", ""]),
        "accessed": st.sampled_from(["2019-01-23", '"2019-01-23"']),
        "reliability": st.sampled_from(["B", "B  # as told"]),
        "note": st.sampled_from(["n", ">-\n      a\n      # b", "|\n      a"]),
        "xyz": st.just("1"),
    }
    lines = st.lists(st.sampled_from(["", "# c", "  # c", "    # c", "     # c"]), max_size=2)
    text = "sources:\n"
    for number in range(draw(st.integers(1, 3))):
        keys = draw(st.lists(st.sampled_from([*fields]), unique=True, min_size=1))
        if draw(st.booleans()):
            keys.sort(key=[*fields].index)
        said = {key: draw(fields[key]) for key in keys}
        text += "".join(f"{line}\n" for line in draw(lines)) + f"  s{number}:"
        if draw(st.booleans()) and not any("\n" in each or "#" in each for each in said.values()):
            text += " {" + ", ".join(f"{key}: {each}" for key, each in said.items()) + "}\n"
            continue
        text += "\n"
        for key, each in said.items():
            text += "".join(f"{line}\n" for line in draw(lines)) + f"    {key}: {each}\n"
    events = "events:\n- date: 2019\n  title: A\n"
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    parts = draw(st.permutations([text, events, "timeline: {title: T}\n", "actors:\n"]))
    return "".join(parts).replace("\n", newline)


@given(text=registries())
def test_entries_come_out_the_same_piece_by_piece(text):
    """In whatever order the sections stand, and whatever stands between their entries."""
    assert canonical.piece_by_piece(text) == canonical.at_once(text)


NEAT = """# head

timeline:
  title: T
sources:
  s: {publisher: P, date: 2019-01}

  # on t
  t:
    publisher: P
    note: n
events:
# on a
- id: a
  date: 2018-01
  # on the title
  title: A & B *say* it
  summary: >-
    folded
    # and more
  tags: [x, y]
  sources:
    - s
    - {source: t, note: n}

- date: 2019
  title: 'C'
  links: [{after: a}]
  # the last of it

# behind all
"""


def test_of_what_is_neat_nothing_is_composed_but_the_header(monkeypatch):
    """Its lines show that it would stay."""
    read = []

    class Watched(pieces.EventFile):
        def __init__(self, part):
            read.append(part)
            super().__init__(part)

    monkeypatch.setattr(pieces, "EventFile", Watched)
    for text in (NEAT, NEAT.replace("\n", "\r\n"), f"\ufeff{NEAT}", NEAT.rstrip("\n")):
        read.clear()
        assert (
            canonical.piece_by_piece(text) == canonical.Formatting(text) == canonical.at_once(text)
        )
        assert read == ["timeline:\n  title: T\n"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2018-01", "2018?-01?"),
        ("2019-01}", "2019?-01?}"),
        ("id: a\n  date: 2018-01", "date: 2018-01\n  id: a"),
        ("source: t, note: n", "note: n, source: t"),
        ("    publisher: P\n    note: n", "    note: n\n    publisher: P"),
        ("- date: 2019", "- date: 2017"),
        ("    - {source: t, note: n}\n\n", "    - {source: t, note: n}\n"),
        ("    # and more", "    # and more  # and"),
        ("- date: 2019\n  title", "-\n  date: 2019\n  title"),
        ("# on the title", "# on &a the title"),
        ("  links: [{after: a}]", "  # now\n\n\n  accounts: [{sources: [s], by: x}]"),
    ],
)
def test_what_is_nearly_neat_comes_out_the_same(old, new):
    """One thing alone is not as it should be."""
    neat = NEAT.replace("*say*", "say")  # whoever composes it takes that for an alias
    assert old in neat
    text = neat.replace(old, new)
    assert canonical.piece_by_piece(text) == canonical.at_once(text)


def test_what_is_not_neat_is_composed_in_runs(monkeypatch):
    """Neighbours at a stroke, and no run without an end; what comes out is the same."""
    untidy = "- title: 'B {0}'  # so\n  date: 2018-{0:02}\n  # on it\n  id: b{0}\n"
    neat = "- id: a{0}\n  date: 2018-{0:02}\n  title: A\n"
    kinds = [untidy] * 5 + [neat] + [untidy] * 2 + [neat] * 2 + [untidy]
    events = [kind.format(12 - number) for number, kind in enumerate(kinds)]
    entry = "  s{0}: {{date: 2018, publisher: P{0}}}\n"
    sources = [entry.format(number) for number in range(5)]
    text = "sources:\n" + "".join(sources) + "events:\n" + "\n".join(events)
    read = []

    class Watched(pieces.EventFile):
        def __init__(self, part):
            read.append(part)
            super().__init__(part)

    expected = canonical.at_once(text)
    monkeypatch.setattr(pieces, "EventFile", Watched)
    monkeypatch.setattr(pieces, "_TOGETHER", 4)
    assert canonical.piece_by_piece(text) == expected
    assert [part.count("publisher") for part in read] == [4, 1, 0, 0, 0, 0]
    assert [part.count("title") for part in read] == [0, 0, 4, 1, 2, 1]


@pytest.mark.parametrize(
    "text",
    [
        '- title: A\n  date: 2019\n- title: "A\n- b"\n  date: 2018\n- {title: C, date: 2017}\n',
        "- title: A\n  date: 2019\n- {title: B,\n- date: 2018}\n",
        'sources:\n  a:\n    note: "A\n  b: c"\n    of: b\nevents:\n- {date: 2019, title: D}\n',
    ],
)
def test_what_only_looks_like_the_next_piece_is_left_to_all_of_the_file(text):
    """A text in quotes goes on in lines that begin as an event or an entry does."""
    assert canonical.piece_by_piece(text) is None


def test_an_anchor_anywhere_makes_it_one_piece():
    """What repeats it may be anywhere."""
    assert canonical.piece_by_piece(NEAT.replace("title: 'C'", "title: &c 'C'")) is None


def test_remarks_are_told_in_the_order_of_the_steps():
    """That events keep their order, and then that keys do."""
    text = "- {title: A, # why\n   date: 2019-05}\n- {date: 2019-01, title: A}\n"
    found = canonical.piece_by_piece(text)
    assert found == canonical.at_once(text)
    assert [remark[:10] for remark in found.remarks] == ["the events", "the keys k"]
