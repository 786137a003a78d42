"""The program itself, with spoiled files and hostile words: it ends with one of its exit codes.

Whatever it says then, nothing of it is obeyed by a terminal; what it writes says the same as
what it read.
"""

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SMALL
from tests.fuzz.mutants import PIECES, mutants, spoiled
from tests.fuzz.test_event_files import SEEDS
from tests.fuzz.test_imports import SEEDS as OTHERS
from tests.fuzz.test_questions import DATES, PHRASES, QUERIES
from timeline.editing.canonical import formatting
from timeline.errors import TimelineError
from timeline.loading.load import load
from timeline.model.file_fields import file_fields
from timeline.text import inert

_COMMANDS = (
    *(("list",), ("list", "--by", "known"), ("chart",), ("lanes",), ("gaps",), ("on",), ("cite",)),
    *(("years",), ("actors",), ("sources",), ("around",), ("why", "war"), ("export", "csv")),
    *(("compare",), ("thread",), ("show",)),
)
_OPTIONS = (
    *("--year", "--since", "--until", "--actor", "--place", "--tag", "--arc", "--status"),
    *("--source", "--limit", "--by", "--within", "--format", "--width", "--from", "--to"),
    *("--split", "--today", "--certain", "--reverse", "--fold", "--starts", "-n", "-o", "--"),
)
_LOSSY = ("csv", "md", "html", "svg", "ics", "markwhen", "mermaid", "timelinejs")
_SAID = [piece for piece in PIECES if "\0" not in piece]
_quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(name="ended")
def _ended(run, tmp_path, monkeypatch):
    """Run a command in a folder of its own; it must end as commands do."""
    monkeypatch.chdir(tmp_path)

    def ended(*args):
        result = run(*args)
        assert result.exception is None or isinstance(result.exception, SystemExit), args
        assert result.exit_code in (0, 1, 2), (args, result.exit_code)
        assert inert(result.stderr) == result.stderr, args
        return result

    return ended


@pytest.mark.parametrize("ending", SEEDS)
def test_commands_on_spoiled_event_files(ended, tmp_path, ending):
    """Read by several: as lines, as a page, with all rules."""

    @_quick
    @given(spoiled(SEEDS[ending]))
    def whatever(data):
        (tmp_path / f"f.{ending}").write_bytes(data)
        ended("-f", f"f.{ending}", "list")
        ended("-f", f"f.{ending}", "-o", "table")
        ended("check", "--notes", f"f.{ending}")

    whatever()


@pytest.mark.parametrize("name", OTHERS)
def test_commands_on_spoiled_files_of_others(ended, tmp_path, name):
    """Imported as what they are, and read directly as what they seem to be."""

    @_quick
    @given(spoiled(OTHERS[name]))
    def whatever(data):
        (tmp_path / "f.txt").write_bytes(data)
        ended("import", "f.txt", "--from", name, "--repeats", "2")
        ended("-f", "f.txt", "list")

    whatever()


_values = mutants(*QUERIES, *DATES, *PHRASES, *_SAID).map(lambda text: text.replace("\0", ""))


@_quick
@given(
    command=st.sampled_from(_COMMANDS),
    words=st.lists(_values, max_size=2),
    options=st.lists(st.tuples(st.sampled_from(_OPTIONS), _values), max_size=2),
)
def test_hostile_words_and_options(ended, small_file, command, words, options):
    """Whatever stands behind a command: an answer, or what to write instead."""
    given_ = [part for option in options for part in option]
    ended(*command, "-f", small_file, *given_, *words)


def _texts(text):
    """Return *text* as YAML in double quotes, in which everything can be said."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


@st.composite
def _files(draw):
    """Draw an event file with texts that nobody would write."""
    title, summary, name, tag, id_ = (
        _texts(draw(mutants("Some words", *_SAID)).strip() or "x") for _ in range(5)
    )
    date = draw(st.sampled_from([each for each in DATES if each != "20X9-XX"]))
    return f"""\
timeline: {{title: {title}, as_of: 2020-06-30}}
actors:
  a: {{name: {name}}}
sources:
  s: {{publisher: {name}, note: {summary}}}
events:
  - id: {id_}
    date: '{date}'
    title: {title}  # kept
    summary: {summary}
    actors: [a]
    tags: [{tag}, why]
    sources: [s, {{source: s, note: {summary}}}]
  - {{date: 2019, title: Another, places: [{name}]}}
"""


def _said(text):
    timeline = load("f.yaml", instead={"f.yaml": text})
    return file_fields(timeline, [match.event for match in timeline.select()])


@_quick
@given(_files(), st.sampled_from(["yaml", "json"]), st.sampled_from(_LOSSY))
def test_what_is_exported_says_the_same(ended, tmp_path, text, ours, other):
    """Our own formats come back as they were; the others hold nothing that no text may hold."""
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8", newline="")
    before = _said(text)
    assert _said(ended("export", ours, "-f", "f.yaml").stdout) == before
    made = ended("export", other, "-f", "f.yaml")
    assert made.exit_code == 0, made.stderr
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", made.stdout)


@_quick
@given(_files() | mutants(SMALL))
def test_a_formatted_file_says_the_same(text):
    """In the same words, with the same dates; its comments are there."""
    with suppress(TimelineError):
        before = _said(text)
        made = formatting(text).text
        assert _said(made) == before
        assert made.count("# kept") == text.count("# kept")


@_quick
@given(spoiled(SMALL), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_adding_keeps_all_other_bytes(ended, tmp_path, data, end, marked):
    """Byte for byte, in their order; a file that cannot have more is as it was."""
    data = b"\xef\xbb\xbf" * marked + data.replace(b"\n", end.encode())
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    made = ended("add", "-f", "f.yaml", "--date", "2020", "--title", "Is it? #1: yes")
    after = path.read_bytes()
    if made.exit_code:
        assert after == data
        return
    rest = iter(after)
    assert all(byte in rest for byte in data), "something is gone, or stands elsewhere"
