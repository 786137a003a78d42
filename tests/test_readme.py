"""The README: what it shows can be typed, and what it tells to write can be loaded."""

import re
from pathlib import Path

import pytest

from timeline.commands.app import COMMANDS
from timeline.loading import load

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
    assert sum(link.endswith(".svg") for link in links) == 5
