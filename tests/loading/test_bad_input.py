"""What is no event file at all gets a plain sentence, and what to do about it."""

import io
import os
import sys
from types import SimpleNamespace

import pytest

from timeline.files import content as files
from timeline.files.content import Unreadable
from timeline.loading.load import load
from timeline.nodes import json, yaml

BEGIN = "begin one with '- date: 2019-01-23' and, below it, '  title: What happened'"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", f"f.yaml is empty\n{BEGIN}"),
        (b" \n\t\r\n", f"f.yaml is empty\n{BEGIN}"),
        (b"\xef\xbb\xbf", f"f.yaml is empty\n{BEGIN}"),
        (b"# nothing yet\n", f"f.yaml holds no events\n{BEGIN}"),
        (b"---\n---\n", f"f.yaml holds no events\n{BEGIN}"),
        (b"null\n", f"f.yaml holds no events\n{BEGIN}"),
        (b"\xff\xfe-\x00 \x00", "f.yaml is UTF-16 text\nsave it as UTF-8"),
        (b"\xfe\xff\x00-\x00 ", "f.yaml is UTF-16 text\nsave it as UTF-8"),
        (b"-\x00 \x00a\x00", "f.yaml is UTF-16 text\nsave it as UTF-8"),
        (b"\x00-\x00 \x00a", "f.yaml is UTF-16 text\nsave it as UTF-8"),
        (b"\xff\xfe\x00\x00-\x00\x00\x00", "f.yaml is UTF-32 text\nsave it as UTF-8"),
        (b"\x00\x00\xfe\xff\x00\x00\x00-", "f.yaml is UTF-32 text\nsave it as UTF-8"),
        (b"-\x00\x00\x00", "f.yaml is UTF-32 text\nsave it as UTF-8"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00",
            (
                "f.yaml is not a text file (a zero byte at offset 8)\n"
                "it must be plain text, in UTF-8"
            ),
        ),
        (
            b"- date: 2019\n  title: Guaid\xf3\n",
            "f.yaml is not UTF-8: byte 0xf3 at offset 27, in line 2\nsave it as UTF-8",
        ),
        (
            b"\xef\xbb\xbfa\n\xff",
            "f.yaml is not UTF-8: byte 0xff at offset 5, in line 2\nsave it as UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_text(report, data, said):
    """Nothing in it, another encoding, a picture, or a byte that is not UTF-8."""
    assert report(data) == said


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("f.json", '[{"date": "2019-01-23", "title": "What happened"}]'),
        ("f.jsonl", '{"date": "2019-01-23", "title": "What happened"}'),
        ("f.ndjson", '{"date": "2019-01-23", "title": "What happened"}'),
    ],
)
def test_an_empty_file_is_begun_in_its_own_form(tmp_path, monkeypatch, name, begin):
    """What the hint says makes a file of one event."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / name
    file.write_text("")
    with pytest.raises(Unreadable) as caught:
        load(name)
    assert str(caught.value) == f"{name} is empty\nbegin one with {begin}"
    file.write_text(begin)
    assert [event.title for event in load(name)] == ["What happened"]


def test_a_missing_file_has_a_near_name(report):
    """A name that is like it, in the same folder."""
    assert report("- a\n", "events.yaml") != ""
    with pytest.raises(Unreadable) as caught:
        load("event.yaml")
    assert str(caught.value) == "there is no file 'event.yaml'\ndid you mean 'events.yaml'?"


@pytest.mark.parametrize("path", ["", "no/such/folder/events.yaml"])
def test_a_missing_file_without_a_near_name(path):
    """Not even a folder to look in."""
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert str(caught.value) == f"there is no file '{path}'"


def test_a_folder_names_a_file_in_it(tmp_path):
    """Its first event file, if it has one."""
    (tmp_path / "notes.txt").touch()
    with pytest.raises(Unreadable) as caught:
        load(str(tmp_path))
    assert str(caught.value) == f"{tmp_path} is a folder\nname a file"
    (tmp_path / "b.yaml").touch()
    with pytest.raises(Unreadable) as caught:
        load(str(tmp_path))
    assert caught.value.hint == f"name a file in it: {tmp_path / 'b.yaml'}"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("a\0b.yaml", "cannot read 'a␀b.yaml': embedded null byte"),
        ("f.yaml/x", "cannot read 'f.yaml/x': Not a directory"),
        ("a" * 300, f"cannot read '{'a' * 99}…': File name too long"),
        (os.fsdecode(b"\xff.yaml"), "there is no file '\ufffd.yaml'\ndid you mean 'f.yaml'?"),
        ("\x1b[2J\n", "there is no file '␛[2J'"),
    ],
)
def test_paths_that_cannot_be(report, path, said):
    """Names are shown without what a terminal would obey."""
    report("- a\n")
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert str(caught.value) == said


def test_a_path_below_this_folder_is_shown_from_here(report, tmp_path, monkeypatch):
    """Short, and the same on every machine; in full where there is no telling."""
    report("")
    path = str(tmp_path / "f.yaml")
    assert files.shown(path) == "f.yaml"

    def gone():
        raise FileNotFoundError

    monkeypatch.setattr(files.Path, "cwd", gone)
    assert files.shown(path) == path


def test_a_file_that_may_not_be_read(report, monkeypatch):
    """The system's reason is passed on."""

    def forbidden(path, _mode):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(files, "open", forbidden, raising=False)
    assert report("- a\n") == "cannot read 'f.yaml': Permission denied"


def test_a_folder_that_may_not_be_listed_has_no_near_names(monkeypatch):
    """A missing file stays a missing file."""

    def forbidden(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "listdir", forbidden)
    with pytest.raises(Unreadable) as caught:
        load("no-such.yaml")
    assert str(caught.value) == "there is no file 'no-such.yaml'"


def test_what_never_ends_is_not_read_to_its_end(monkeypatch):
    """The reader asks for one byte more than it takes; zeros are told for what they are."""
    monkeypatch.setattr(files, "_MOST_BYTES", 1_000_000)
    with pytest.raises(Unreadable) as caught:
        load("/dev/zero")
    assert caught.value.message == "/dev/zero is not a text file (a zero byte at offset 0)"


def test_what_is_too_large_is_not_read_to_its_end(tmp_path, monkeypatch):
    """One byte more than the bound is enough to know."""
    monkeypatch.setattr(files, "_MOST_BYTES", 1_000_000)
    (tmp_path / "large.yaml").write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        load(str(tmp_path / "large.yaml"))
    assert caught.value.message.endswith("large.yaml has more than 1 MB")


def test_a_pipe_is_read_like_a_file(tmp_path):
    """`timeline -f <(command) list`."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    if not os.fork():
        path.write_text("- {date: 2019, title: a}\n", encoding="utf-8")
        os._exit(0)
    assert len(load(str(path))) == 1
    os.wait()


@pytest.mark.parametrize(
    "text",
    [
        "- {date: 2019, title: a}\n",
        '[{"date": "2019", "title": "a"}]',
        '{"events": [{"date": "2019", "title": "a"}]}\n',
        '{"date": "2019", "title": "\\ud83d\\ude00"}\n{"date": "2020", "title": "b"}\n',
        '[{date: 2019, title: "a"}]',
        "{events: [{date: 2019, title: a}]}",
    ],
)
def test_standard_input_may_be_of_any_format(monkeypatch, text):
    """It has no name to tell: YAML, JSON and JSON Lines are told by their looks."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert load("-").select().matches[0].event.place.file == "standard input"


def test_standard_input_that_is_closed(monkeypatch):
    """As with `<&-`."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Unreadable, match="standard input is closed"):
        load("-")


def test_an_alias_bomb_is_refused(report):
    """Nine times nine times nine …: the count stops it long before memory does."""
    rows = ["a0: &a0 [x,x,x,x,x,x,x,x,x]\n"]
    rows += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)]
    said = report("".join(rows))
    assert "the aliases expand to more than the file could hold" in said
    assert said.endswith("write the values out")


@pytest.mark.parametrize(
    "text",
    [
        f"a: &a [{'x,' * 5_000}]\nb: [{'*a,' * 5_000}]\n",
        f"- &a {'x' * 90_000}\n" + "- {date: 2019, title: *a}\n" * 5_000,
    ],
)
def test_a_quadratic_alias_bomb_is_refused(report, text):
    """Many aliases of one long list, or of one long text."""
    assert "the aliases expand to more than the file could hold" in report(text)


def test_aliases_used_with_sense_are_fine(loaded):
    """A source that is cited twenty times."""
    text = "- {date: 2019, title: a, sources: &s [{source: b, credibility: 2}]}\n"
    timeline = loaded(text + "- {date: 2019, title: a, sources: *s}\n" * 20)
    assert {match.event.sources[0].source for match in timeline.select()} == {"b"}


@pytest.mark.parametrize("text", ["&a [*a]", "&a {date: *a}", "- &a {date: 2019, links: [*a]}"])
def test_an_alias_within_itself_is_refused(report, text):
    """It would never end."""
    assert "the alias '*a' stands for nothing above it" in report(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("f.yaml", "[" * 100_000),
        ("f.yaml", "{a: " * 100_000),
        ("f.yaml", "- " * 100_000),
        ("f.yaml", "? " * 100_000),
        ("f.yaml", "&a [" * 100_000),
        ("f.yaml", "- {date: 2019, title: a, tags: " + "[{a: " * 2_000),
        ("f.yaml", "- title: 'it''s [' # [\n  tags: " + "[" * 100_000),
        ("f.yaml", "".join(" " * level + "a:\n" for level in range(1_000))),
        ("f.json", "[" * 100_000),
        ("f.json", '{"a":' * 100_000),
        ("f.jsonl", "[" * 100_000),
    ],
)
def test_what_is_nested_too_deep_is_refused(report, name, text):
    """Neither C nor Python runs out of stack."""
    said = report(text, name)
    assert "nested more than 100 deep" in said
    assert said.endswith("an event file needs five levels; is a bracket left open?")


def test_brackets_in_quotes_and_comments_are_not_nesting(report):
    """A fault below them is told as what it is."""
    text = "- title: '" + "[" * 200 + "'\n# " + "[" * 200 + "\n  note: a: b\n"
    assert "': ' inside a text makes a key of it" in report(text)


@pytest.mark.parametrize("name", ["f.yaml", "f.json"])
def test_a_hundred_levels_are_read(report, name):
    """The limit is where the message says."""
    assert "deep" not in report("[" * 100 + "]" * 100, name)
    assert "deep" in report("[" * 101 + "]" * 101, name)


@pytest.mark.parametrize(
    ("text", "place", "length"),
    [
        ("{}", "1:1", "1,000,001"),
        ("- date: 2019\n  title: {}\n", "2:1", "1,000,010"),
        ("[{}]", "1:1", "1,000,003"),
    ],
)
def test_a_line_of_megabytes_is_refused_before_it_is_parsed(
    report, monkeypatch, text, place, length
):
    """Whether it is one text, a title or a list: libyaml would take seconds."""
    monkeypatch.setattr(yaml, "_Composer", None)
    said = report(text.replace("{}", "a" * 1_000_001))
    assert said.startswith(f"f.yaml:{place}: this line has {length} characters\n")
    assert said.endswith("begin new lines; one may have 1,000,000")


def test_a_json_file_may_be_one_long_line(loaded):
    """Programs write it so."""
    events = ",".join(f'{{"date": "2019", "title": "{"a" * 9_000}"}}' for _ in range(120))
    assert len(loaded(f"[{events}]", "f.json")) == 120


@pytest.mark.parametrize(("name", "module"), [("f.yaml", yaml), ("f.json", json)])
def test_the_number_of_values_is_bounded(report, monkeypatch, name, module):
    """Memory is, too."""
    monkeypatch.setattr(module, "MOST_NODES", 9)
    said = report("[" + "1," * 20 + "1]", name)
    assert "the file has more than 5,000,000 values" in said


@pytest.mark.parametrize("name", ["f.yaml", "f.yml", "f.YAML"])
def test_what_is_called_yaml_is_read_as_yaml(loaded, name):
    """JSON is YAML, too."""
    assert len(loaded('[{"date": "2019", "title": "a"}]', name)) == 1


def test_a_name_without_a_telling_end_is_read_by_its_looks(report, loaded):
    """Keys in double quotes are JSON; what is broken is told as what it looks like."""
    assert len(loaded('[{"date": "2019", "title": "a"}]', "f.txt")) == 1
    assert "not JSON" in report('{"date": 2019,, "title": "a"}', "f")
    assert "not YAML" in report("{date: 2019,, title: a}", "f")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("- date: 2019\n  title: x\n  places: [Room #4, b]\n", 3, 17),
        ("- {date: 2019, title: Council #4}\n", 1, 31),
        ("- date: 2019\n  title: two\n    lines #5 and\n    more\n", 3, 11),
    ],
)
def test_a_comment_that_cuts_a_text_is_what_is_told(report, text, line, column):
    """The bracket is closed, and the text goes on: behind a ` #` that was none."""
    assert report(text).startswith(
        f"f.yaml:{line}:{column}: not YAML: this begins a comment, in the middle of a text\n"
    )


@pytest.mark.parametrize("text", ["- {date: 2019, title: [a # b}\n", "- date: 2019\n  tags: [a\n"])
def test_a_bracket_that_is_left_open_is_told(report, text):
    """A real comment is no reason."""
    assert "is never closed" in report(text)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (" #4 opens", "what stands behind ' #' is a comment: put the text in quotes"),
        (" ~", "write 'title: What happened'"),
        ("", "write 'title: What happened'"),
    ],
)
def test_a_title_that_is_empty_is_told_at_its_key(report, value, hint):
    """And where a comment took it, that is said."""
    said = report(f"- date: 2019\n  title:{value}\n")
    assert said.startswith("f.yaml:2:3: this event's title is empty\n")
    assert said.endswith(hint)
