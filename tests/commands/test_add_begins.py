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


@pytest.mark.parametrize("name", ["mine.jsonl", "mine.NDJSON"])
def test_an_empty_file_of_json_lines_gets_lines(run, tmp_path, name):
    """In the order of dates; what has no place in a line is refused, and nothing is written."""
    path = tmp_path / name
    path.write_text("")
    for year in ("2019", "2018"):
        added = run("add", "-f", str(path), "--date", year, "--title", "X")
        assert added.exit_code == 0
    text = """\
{"id": "x-2018", "date": "2018", "title": "X"}
{"id": "x-2019", "date": "2019", "title": "X"}
"""
    assert path.read_text() == text
    new = ("--date", "2020", "--title", "X", "--new-source", "publisher=G")
    refused = run("add", "-f", str(path), *new)
    assert refused.exit_code == 1
    assert "JSON Lines has no place for what a source is" in refused.stderr
    assert path.read_text() == text


def test_an_empty_file_of_json_is_not_begun(run, tmp_path):
    """It is said which names are."""
    (tmp_path / "mine.json").write_text("")
    new = ("--date", "2020", "--title", "X")
    refused = run("add", "-f", str(tmp_path / "mine.json"), *new)
    assert refused.stderr.endswith("give it a name that ends in .yaml or .jsonl\n")
    assert (tmp_path / "mine.json").read_text() == ""
