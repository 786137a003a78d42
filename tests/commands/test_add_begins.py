"""`timeline add` where there is little yet: an empty file, or names without a registry."""

import pytest

from timeline.loading import load

EVENT = "events:\n  - id: x-2019\n    date: 2019\n    title: X\n"
HEAD = "# About the file.\n\n"
NAMES = """\
# About the file.

events:
  - date: 2018
    title: A
    actors: [Ana Ruiz]
    sources: [The Gazette, "Radio: one"]   # two of them
"""


@pytest.fixture(name="file")
def _file(tmp_path):
    return tmp_path / "mine.yaml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", EVENT),
        ("\n", EVENT),
        ("# mine\n", f"# mine\n\n{EVENT}"),
        ("events:\n", EVENT),
        ("events: []\n", EVENT),
    ],
)
def test_an_empty_file_gets_its_first_event(run, file, before, after):
    """Also one with comments alone."""
    file.write_text(before)
    result = run("add", "-f", str(file), "--date", "2019", "--title", "X")
    assert (result.exit_code, file.read_text().lstrip("\n")) == (0, after)


def test_a_registry_is_made_with_the_names_that_stand_for_themselves(run, file):
    """Nothing that was written changes, nothing is lost."""
    file.write_text(NAMES)
    new = "publisher=The Post, date=2019, reliability=B"
    result = run("add", "-f", str(file), "--date", "2019", "--title", "X", "--new-source", new)
    assert result.exit_code == 0
    assert file.read_text() == (
        "# About the file.\n"
        "\n"
        "sources:\n"
        "  The Gazette:\n"
        "    publisher: The Gazette\n"
        '  "Radio: one":\n'
        '    publisher: "Radio: one"\n'
        "  post-2019:\n"
        "    publisher: The Post\n"
        "    date: 2019\n"
        "    reliability: B\n"
        "\n"
        f"{NAMES.removeprefix(HEAD)}"
        "\n"
        "  - id: x-2019\n"
        "    date: 2019\n"
        "    title: X\n"
        "    sources: [post-2019]\n"
    )
    assert run("check", str(file)).exit_code == 0


def test_more_can_be_told_of_a_name(run, file):
    """By its id; the other names stay as they are."""
    file.write_text(NAMES)
    new = "id=The Gazette, publisher=The Gazette, reliability=C"
    run("add", "-f", str(file), "--date", "2019", "--title", "X", "--new-source", new)
    sources = load.load(str(file)).sources
    assert {id_: each.reliability for id_, each in sources.items()} == {
        "The Gazette": "C",
        "Radio: one": "",
    }


def test_a_new_actor_may_belong_to_a_name(run, file):
    """In a list that is the whole file too."""
    file.write_text("- {date: 2018, title: A, actors: [Ana Ruiz], arc: story}\n")
    new = ("--new-actor", "name=Tom, of=Ana Ruiz", "--new-arc", "title=Sequel")
    assert run("add", "-f", str(file), "--date", "2019", "--title", "X", *new).exit_code == 0
    loaded = load.load(str(file))
    assert {id_: each.of for id_, each in loaded.actors.items()} == {
        "Ana Ruiz": (),
        "tom": ("Ana Ruiz",),
    }
    assert {id_: each.title for id_, each in loaded.arcs.items()} == {
        "story": "story",
        "sequel": "Sequel",
    }
