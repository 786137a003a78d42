"""docs/architecture.md: its tables are those of the code, and its examples work as they stand."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import house_plan
from tests.test_house import imported, modules
from timeline.commands.support.catalogue import COMMANDS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FLOORS = house_plan.layers()


def section(heading: str) -> str:
    """Return what stands under a *heading* of the page, up to the next of its rank."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


EXAMPLES = {
    each.partition("\n")[0]: each for each in section("Where a new thing goes").split("\n### ")[1:]
}
STEP = re.compile(
    r"^(?:New|In) `(?P<path>[^`]+)`:\n\n```(?P<form>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_works_as_it_stands(tmp_path, name):
    """Written into a copy of the package, the program says what the page says."""
    house = _copied(tmp_path)
    for step in STEP.finditer(EXAMPLES[name]):
        _written(house, **step.groupdict())
    shown = re.findall(r"```console\n(.*?)```", EXAMPLES[name], re.DOTALL)
    commands = re.findall(r"^\$ (timeline .*)$", "".join(shown), re.MULTILINE)
    assert "".join(f"$ {command}\n{_said(house, command)}" for command in commands) == "".join(
        shown
    )


def _copied(folder: Path) -> Path:
    """Copy the package into *folder*, and write the file of the page beside it.

    What Python has compiled of it is copied too: it knows the times of the files, as they were.
    """
    shutil.copytree(ROOT / "timeline", folder / "timeline")
    event_file = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1]
    (folder / "bridge.yaml").write_text(event_file, encoding="utf-8")
    return folder


def _written(house: Path, path: str, form: str, text: str) -> None:
    """Do one step: write a new file, or change one as a *text* in the form `diff` says."""
    file = house / path
    if form != "diff":
        assert not file.exists()
        file.write_text(text, encoding="utf-8")
        return
    lines = text.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    held = file.read_text(encoding="utf-8")
    assert held.count(before) == 1, f"{path} has this not once: {before}"
    file.write_text(held.replace(before, after), encoding="utf-8")


def _said(house: Path, command: str) -> str:
    """Return what the program in *house* says, data and remarks."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE")}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *shlex.split(command)[1:]],
        cwd=house,
        env={**kept, "PYTHONPATH": str(house), "TIMELINE_TODAY": "2026-11-23", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


MADE = re.findall(r"\[\[\[cog\n(.*?)\]\]\] -->\n(.*?)<!-- \[\[\[end", PAGE, re.DOTALL)


@pytest.mark.parametrize(("code", "shown"), MADE)
def test_what_is_made_from_the_code_is_fresh(code, shown):
    """Whoever adds a file or a room runs `make fix`."""
    function = getattr(house_plan, code.split()[-1].removesuffix("()"))
    with contextlib.redirect_stdout(io.StringIO()) as made:
        function()
    assert shown == made.getvalue()


def _rows(heading: str, columns: int) -> list[list[str]]:
    """Return the rows of the last table under a *heading* that has so many *columns*."""
    rows = [line.strip("|").split("|") for line in section(heading).splitlines() if line[:1] == "|"]
    return [row for row in rows if len(row) == columns and "`" in row[0]]


ALLOWED = {
    re.findall("`(.*?)`", room)[0]: set(re.findall("`(.*?)`", allowed))
    for room, allowed, _ in _rows("Rooms", 3)
}


def test_every_room_has_its_line():
    """And there is no other."""
    assert sorted(ALLOWED) == sorted(room for floor in FLOORS for room in floor)


@pytest.mark.parametrize("room", [room for room in ALLOWED if room != "commands"])
def test_a_room_imports_what_the_table_allows(room):
    """Rooms below it, as the contract has it, and nothing else than these."""
    floor = next(number for number, rooms in enumerate(FLOORS) if room in rooms)
    assert ALLOWED[room] <= {other for rooms in FLOORS[floor + 1 :] for other in rooms}
    own = f"timeline.{room}"
    trees = [tree for name, tree in modules().items() if f"{name}.".startswith(f"{own}.")]
    used = {name.split(".")[1] for tree in trees for name in imported(tree) if "." in name}
    assert used - {room} <= ALLOWED[room]


def test_every_file_of_the_page_is_there():
    """Named from the top of the checkout, of the package, or by its last folders."""
    told = PAGE.replace(section("Where a new thing goes"), "")
    folders = (ROOT / name for name in ("timeline", "tests", "bench"))
    files = {str(path) for folder in folders for path in folder.rglob("*.py")}
    named = re.findall(r"`([\w/]+\.py)`", told)
    assert len(named) > 10
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in files)] == []


@pytest.mark.parametrize(("words", "files"), [(row[0], row[2]) for row in _rows("Words", 3)])
def test_a_word_of_the_house_is_defined_where_the_table_says(words, files):
    """As a class, a type or a function of that name, or of its plural."""
    paths = [ROOT / "timeline" / name for name in re.findall("`(.*?)`", files)]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for word in re.findall("`(.*?)`", words):
        name = rf"(?:class |def |^){word}s?\b"
        assert any(re.search(name, text, re.IGNORECASE | re.MULTILINE) for text in texts), word


def test_a_library_stands_where_the_table_says():
    """Looked up in the code: a contract may be forgotten."""
    said = {
        re.findall("`(.*?)`", library)[0]: set(re.findall("`(.*?)`", rooms))
        for library, rooms in _rows("Rooms", 2)
    }
    used = {name: house_plan.libraries(tree) for name, tree in modules().items()}
    for library, rooms in said.items():
        using = {name for name, libraries in used.items() if library in libraries}
        assert using
        held = tuple(f"timeline.{room}." for room in rooms)
        assert [name for name in using if not f"{name}.".startswith(held)] == []


def test_a_command_stands_where_one_would_look():
    """In the file of its name, but for those that the page names."""
    elsewhere = {
        name: file.strip(" `")
        for names, file in _rows("One name on every floor", 2)
        for name in re.findall("`(.*?)`", names)
    }
    files = {name: module for names in COMMANDS.values() for name, (module, *_) in names.items()}
    own = [name for name, module in files.items() if module in (name, f"{name}_")]
    assert f"{len(own)} of the {len(files)} commands" in PAGE
    assert set(own) | set(elsewhere) == set(files)
    assert all(f"commands/{files[name]}.py" == said for name, said in elsewhere.items())
