"""Nothing that a terminal would obey gets to one, from wherever it comes and on whatever way.

Every command of the app, every form, export, import, error, suggestion and prompt, on a
pseudo-terminal, with poison in all that a file, a name, an argument or the environment says.
"""

import json
import os
import shlex
import sys
from pathlib import Path

import pytest
import typer

from tests.commands.poison import POISON, event_file, other_files, poisoned, reaches
from tests.walk import PAGES, WALK, everything, line
from timeline.commands.export import Target
from timeline.commands.support.app import app
from timeline.commands.support.options import Format
from timeline.exchange import formats
from timeline.exchange.formats import READERS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

_FILE = f"poison{POISON.replace('/', '')}.json"
_ENVIRONMENT = {"PAGER": "cat", "TIMELINE_TODAY": "2026-11-23", "TERM": "xterm-256color"}
# An editor that leaves a broken file, with poison in it.
_EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text(encoding="utf-8").replace("2018-06-01", "2018-13-01"))
"""
_OTHERS = {
    "new": [[], ["made.yaml"], ["made.yaml"], ["--title", POISON]],
    "add": [
        ["--date", "2019", "--title", POISON, "--note", POISON, "--place", POISON],
        ["--date", "2019", "--title", "x", "--actor", poisoned("union"), "--dry-run"],
        ["--date", "2019", "--title", "x", "--id", poisoned("war")],
    ],
    "edit": [["war"], []],
    "remove": [["war"], ["war", "--yes"], ["war", "--dry-run"], [poisoned("war")]],
    "fmt": [["{file}"], ["--check", "{file}"], ["--diff", "{file}"]],
    "check": [["{file}"], ["{file}", "-o", "json"], ["--notes", "{file}"], ["--list"]],
    "diff": [["{file}", "other.json"], ["other.json", "{file}", "-o", "md"]],
    "schema": [[]],
    "config": [[]],
    "cache": [[], ["--clear"]],
    "save": [["north", "war"], ["south", POISON], [POISON, "war"]],
    "export": [[target] for target in Target],
    "import": [[name] for name in other_files()],
    "help": [[], ["query"], ["list"]],
    "explore": [[], [POISON]],
}
_NAMELESS = ("actor", "place", "tag", "arc", "source", "id", "status", "kind")


_WRONG = [
    *(("timeline", "as_of"), (POISON, POISON), ("sources", "reliability"), ("actors", "of")),
    *(("events", key) for key in ("date", "status", "arc", "links", POISON)),
]


@pytest.fixture(name="shown")
def _shown(warm, tty, tmp_path):
    """Run a command on a terminal, in a folder with poisoned files; return all that it shows."""
    (tmp_path / "run").mkdir()
    for name, text in (other_files() | {_FILE: event_file(), "other.json": _other()}).items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (tmp_path / "run" / name).write_bytes(data)
    (tmp_path / "run" / "editor.py").write_text(_EDITOR, encoding="utf-8")

    def shown(args, *, asked=False, **env):
        streams = dict.fromkeys((0, 1, 2) if asked else (1, 2), tty.path)
        given = {**_ENVIRONMENT, **env}
        code = warm.run(tmp_path / "run", list(args), streams=streams, env=given)
        said = tty.taken()
        assert code in (0, 1, 2, 130), (args, said)
        assert "Traceback" not in said, (args, said)
        assert not reaches(said), (args, reaches(said))
        return said

    return shown


def _other():
    """Return another version of the file: every text of it differs."""
    return event_file().replace("union name", "union called").replace("2018-06-01", "2018-06-02")


def _params():
    """Return commands with their parameters; those that several have with the first alone."""
    found = {}
    program = typer.main.get_command(app)
    for name in sorted(everything(), key=lambda name: (name != "list", name)):
        command = program.get_command(None, name)
        for param in command.params:
            found.setdefault((param.name, getattr(param, "help", None)), (name, param))
    return [(name, param) for name, param in found.values() if param.name != "help"]


def test_no_command_is_left_out():
    """A new command is walked as well; so is a format that can be read."""
    assert set(PAGES) | set(_OTHERS) == everything() | {""}
    assert len(other_files()) >= len(READERS)


def test_poison_would_be_noticed():
    """What the other tests rest on; and what the program itself sends is let through."""
    for char in POISON:
        if not char.isprintable() and char != "\n":
            assert reaches(f"a{char}b") or char == "\u2028"
    assert reaches("a\x1b[2Jb")
    assert reaches("\x1b[5;99m")
    assert reaches("\x1b]8;;https://evil.example\x1b\\x")
    assert reaches("a\nFORGED")
    assert not reaches(
        "\x1b[1;38;5;33mTitle\x1b[0m\ta\r\n\x1b]8;id=1;https://e.org/a\x1b\\b\x1b]8;;\x1b\\"
    )


@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_pages_are_harmless(shown, walked):
    """On a terminal; the poison is there, and seen."""
    assert "␛" in shown(line(walked, "-f", _FILE))


@pytest.mark.parametrize("name", PAGES)
def test_answers_are_harmless_in_every_form(shown, name):
    """Data on a terminal, not in a pipe."""
    for form in Format:
        shown(line((name, *PAGES[name][0]), "-f", _FILE, "-o", form))


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_harmless_without_colours_and_in_ascii(shown, name):
    """Also on a terminal that knows no escapes, of which none are sent then."""
    walked = (name, *PAGES[name][0])
    assert "\x1b" not in shown(line(walked, "-f", _FILE, "--color", "never"))
    assert "\x1b" in shown(line(walked, "-f", _FILE, "--color", "always"))
    shown(line(walked, "-f", _FILE, "--ascii"), PYTHONIOENCODING="ascii", NO_COLOR="1")
    shown(line(walked, "-f", _FILE, "--width", "30"), TERM="dumb")


@pytest.mark.parametrize("name", _OTHERS)
def test_other_commands_are_harmless(shown, name):
    """What they write and what they say about it."""
    with_file = ["-f", _FILE] if name in ("add", "edit", "remove", "export") else []
    editor = f"{shlex.quote(sys.executable)} editor.py"
    for args in _OTHERS[name]:
        given = [each.replace("{file}", _FILE) for each in args]
        shown([name, *with_file, *given], EDITOR=editor)


@pytest.mark.parametrize("name", other_files())
def test_other_formats_are_harmless(shown, name):
    """Read directly or imported, with everything that is told of what was lost."""
    for form in ("json", "ics", "markwhen", *([] if name[0] in "abf" else ["csv"])):
        shown(["import", name, "--from", form])
    shown(
        [
            "import",
            name,
            "--repeats",
            "2",
            "--strict",
            "--report",
            poisoned("report").replace("/", ""),
        ]
    )
    shown(["-f", name, "list", "-o", "table"])
    shown(["check", name])


@pytest.mark.parametrize(
    "args",
    [
        *([f"{field}:zzz"] for field in _NAMELESS),
        *([f"{field}:{POISON}"] for field in _NAMELESS),
        *([f"{field}{POISON}"] for field in ("year:", "since:", "sources>=", "reliability>=", '"')),
        [f"{POISON}:x"], [f"({POISON}"], [POISON], ["\udc9b2J"],
        ["--year", POISON], ["--actor", "arm"],
        ["--actor", POISON], ["--status", POISON], [f"--{POISON}"], [f"-{POISON}"],
    ],
)  # fmt: skip
def test_mistakes_are_answered_harmlessly(shown, args):
    """Errors, and what is suggested, which are names of the file."""
    shown(["list", "-f", _FILE, *args])


@pytest.mark.parametrize(
    ("name", "param"), [(name, param) for name, param in _params()],
    ids=lambda value: getattr(value, "name", value),
)  # fmt: skip
def test_any_argument_is_harmless(shown, name, param):
    """Each option and argument of each command, as the app itself knows them."""
    if param.param_type_name == "argument":
        given = [POISON, POISON] if param.nargs != 1 else [POISON]
        shown([name, *given])
        return
    option = max(param.opts, key=len)
    shown([name, f"{option}={POISON}"])
    if not getattr(param, "is_flag", False):
        shown([name, option, POISON, "-f", _FILE])


@pytest.mark.parametrize(
    "args", [[POISON], ["help", POISON], [f"--{POISON}"], ["list", "-f", POISON]]
)
def test_what_is_no_command_is_told_harmlessly(shown, args):
    """Also by what Typer says itself."""
    shown(args)


@pytest.mark.parametrize(
    "name",
    ["TIMELINE_FILE", "TIMELINE_TODAY", "PAGER", "EDITOR", "VISUAL", "COLUMNS", "LINES", "TERM"],
)
def test_the_environment_is_harmless(shown, name):
    """What it says comes back in messages at most."""
    value = POISON.replace("\0", "")
    for command in (["list"], ["edit", "war"], ["add", "--date", "2019", "--title", "x"]):
        shown([*command, *([] if name == "TIMELINE_FILE" else ["-f", _FILE])], **{name: value})


def test_broken_files_are_told_harmlessly(shown, tmp_path):
    """Every key and every value that cannot be, with the line of the file below it."""
    good = json.loads(event_file())
    for section, key in _WRONG:
        data = json.loads(json.dumps(good))
        part = data.setdefault(section, {})
        entry = part[0] if isinstance(part, list) else part
        entry = next(iter(entry.values())) if section in ("sources", "actors") else entry
        entry[key] = [POISON] if key in ("of", "links") else POISON
        for name in ("bad.json", "bad.yaml"):
            (tmp_path / "run" / name).write_text(json.dumps(data), encoding="utf-8")
            for command in (["list", "-f", name], ["check", name], ["fmt", name]):
                shown(command)
    for text in (
        f"- {{date: 2019, title: '{POISON}'\n",
        f"{POISON}: [",
        f"- &{POISON} *{POISON}\n",
    ):
        (tmp_path / "run" / "bad.yaml").write_text(text, encoding="utf-8")
        shown(["list", "-f", "bad.yaml"])


def test_exports_to_a_pipe_are_what_they_claim_to_be(warm, tmp_path):
    """Bytes for other programs: JSON is faithful, and nothing else has characters it may not."""
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "f.json").write_text(event_file(), encoding="utf-8")
    for target in sorted(set(Target) - formats.BINARY):
        assert warm.run(tmp_path / "run", ["export", target, "-f", "f.json"]) == 0
        data = Path(f"{tmp_path / 'run'}.out").read_bytes().decode()
        controls = {char for char in data if ord(char) < 32 or 127 <= ord(char) < 160}
        assert controls <= {"\n"} | ({"\r"} if target in ("ics", "csv") else set()), target
        if target == "json":
            title = json.loads(data)["events"][0]["title"]
            assert all(char in title for char in "\x1b\x07\x7f\x9b\u202e"), "faithful"


_ANSWERS = [
    *("late 2020", "y", "A title", "", ""),
    *("zzz", "n", ""),  # actors
    *("Rom", ""),  # places
    *("zzz", "n", ""),  # arc
    *("tag", ""),
    *("",),  # status
    *("zzz", "n", ""),  # sources
    *("denies=war", ""),  # links
    *("", "", "n"),  # note, id, whether it is to be added
]


def test_questions_are_harmless(shown, tty):
    """Step by step: each prompt, each hint, what is understood, the preview, the way on."""
    shown(["export", "yaml", "-f", _FILE, "-o", "mine.yaml"])
    tty.type("".join(f"{answer}\n" for answer in _ANSWERS))
    said = shown(["add", "-f", "mine.yaml"], asked=True, TERM="dumb", INPUTRC=os.devnull)
    assert "Add it?" in said
    assert "Nothing was added" in said
    assert "To go on from here" in said
