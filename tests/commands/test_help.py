"""Help and version: what people find first."""

import pytest

from timeline import __version__
from timeline.commands.support.catalogue import COMMANDS

NAMES = [name for names in COMMANDS.values() for name in names]
ANSWERING = [name for heading in ("Read", "See", "Follow") for name in COMMANDS[heading]]


def test_version(run):
    """The name and the version."""
    assert run("--version").stdout == f"timeline {__version__}\n"


def test_every_command_is_in_the_help_under_what_people_do(run):
    """In the order of `COMMANDS`, under its headings."""
    text = run("--help").stdout
    positions = [text.index(f"\n  {name} ") for name in NAMES]
    assert positions == sorted(positions)
    assert all(f"{heading}:\n" in text for heading in COMMANDS)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "help"])
def test_every_command_has_help_of_its_own(run, name):
    """`-h` works, says what the command does, and has its options under headings."""
    text = run(name, "-h").stdout
    assert text.startswith(f"Usage: timeline {name} [OPTIONS]")
    assert ("How they are shown:" if name in ANSWERING else "For example:") in text


def test_a_command_that_is_not_there_suggests_one(run):
    """Exit 2; it is said that it could have been a file."""
    result = run("lst")
    assert result.exit_code == 2
    assert result.stderr == (
        "timeline: no command is called 'lst', and there is no file of that name\n"
        "did you mean 'list'?\n"
    )


@pytest.mark.parametrize(
    "args", [("list", "--limit", "0"), ("list", "--format", "xml"), ("list", "--width", "5")]
)
def test_a_wrong_value_of_an_option_is_wrong_use(run, args):
    """Exit 2, with the option named."""
    result = run(*args)
    assert result.exit_code == 2
    assert args[1] in result.stderr
