"""The README: what it shows can be typed, and what it tells to write can be loaded."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.commands.support.catalogue import COMMANDS
from timeline.loading.load import load

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
NAMES = [name for names in COMMANDS.values() for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_named(name):
    """As `name` or after `timeline`."""
    assert f"`{name}`" in README or f"timeline {name}" in README


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))
def test_an_event_file_of_the_readme_loads(tmp_path, block):
    """Both the smallest one and the one with everything."""
    path = tmp_path / "readme.yaml"
    path.write_text(block, encoding="utf-8")
    assert len(load(str(path))) == 2


def test_every_picture_is_there():
    """And every other file that a link names."""
    links = re.findall(r"\]\(([^):#]+)\)", README)
    assert [link for link in links if not (Path(__file__).parents[1] / link).is_file()] == []
    assert sum(link.endswith(".svg") for link in links) == 6


# Every run that the README only tells to type, block by block; those that it shows are put in by
# cog and held by `make check`. What installs the program is tried by CI, in a clean copy.
TOLD = re.sub(r"<!-- \[\[\[cog.*?\[\[\[end\]\]\] -->", "", README, flags=re.DOTALL)
BLOCKS = [
    block
    for block in re.findall(r"```console\n(.*?)```", TOLD, re.DOTALL)
    if not re.search(r"^\$ (make|pipx|uv|pip) ", block, re.MULTILINE)
]
TALK = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//talks//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20250101T000000Z
DTSTART;VALUE=DATE:20250310
SUMMARY:A talk about the bridge
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("block", BLOCKS)
def test_what_the_readme_tells_to_type_works(tmp_path, block):
    """Typed as it stands, line by line, in a folder with nothing but what the lines speak of."""
    if "timeline new mine.yaml" not in block:
        event_file = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
        (tmp_path / "mine.yaml").write_text(event_file[1], encoding="utf-8")
    (tmp_path / "talk.ics").write_text(TALK.replace("\n", "\r\n"), encoding="utf-8")
    lines = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    kept = "git add --all && git commit --quiet --message=kept"
    program = f"set -e\ngit init --quiet\n{chr(10).join([*lines[:1], kept, *lines[1:]])}\n"
    done = subprocess.run(
        ["sh", "-c", program],  # noqa: S607
        cwd=tmp_path,
        env=_at_home(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr[-2_000:] if done.returncode else "") == (0, "")


def _at_home(folder: Path) -> dict[str, str]:
    """Return the environment of somebody who has installed the program and nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    who = {
        f"GIT_{role}_{what}": "a@b.example"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return {**kept, **who, "PATH": path, "HOME": str(folder), "EDITOR": "true", "VISUAL": ""}
