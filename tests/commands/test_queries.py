"""`timeline save`, and what becomes of saved queries: `help queries`, completion, the file."""

import pytest

from timeline import settings
from timeline.commands.support import completion

COMMENTED = """\
# mine
width = 72   # narrow

[queries]  # of the story
north = 'arc:north' # all of it

# the end
"""


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand in a folder below an empty one."""
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/no/settings")
    return tmp_path


@pytest.fixture(name="saved")
def _saved(run, small_file):
    """Return what saves a query, about the small timeline."""
    return lambda *args: run("save", *args, "-f", small_file)


def test_the_first_query_makes_a_file_here(run, folder, saved, small_file):
    """What is printed can be typed."""
    result = saved("union", "actor:union", "year:2018")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"saved in timeline.toml: timeline -f {small_file} list @union\n"
    assert (folder / "a/timeline.toml").read_text() == (
        '[queries]\nunion = "actor:union year:2018"\n'
    )
    listed = run("list", "@union", "-f", small_file)
    assert listed.stdout == run("list", "actor:union", "year:2018", "-f", small_file).stdout


def test_it_is_written_into_the_nearest_file_and_nothing_is_lost(folder, saved):
    """Comments and layout stay; the new line stands behind the last of the section."""
    (folder / "timeline.toml").write_text(COMMENTED)
    assert saved("said", 'title:"The army"').exit_code == 0
    assert (folder / "timeline.toml").read_text() == COMMENTED.replace(
        "# all of it\n", "# all of it\nsaid = 'title:\"The army\"'\n"
    )
    assert list((folder / "a").iterdir()) == []


def test_a_file_without_queries_gets_the_section(folder, saved):
    """Below what it has, with its own line ends."""
    (folder / "timeline.toml").write_bytes(b"width = 72\r\n")
    assert saved("@war", "war").exit_code == 0
    assert (folder / "timeline.toml").read_bytes() == (
        b'width = 72\r\n\r\n[queries]\r\nwar = "war"\r\n'
    )


def test_a_name_in_use_is_refused_without_force(folder, saved):
    """It is shown; with --force its line is another, the comment behind it stays."""
    (folder / "timeline.toml").write_text(COMMENTED)
    result = saved("north", "arc:south")
    assert result.exit_code == 2
    assert result.stderr == (
        "timeline: there is a query '@north' already, in ../timeline.toml:5\n"
        "it is: arc:north\nto replace it, add --force\n"
    )
    assert (folder / "timeline.toml").read_text() == COMMENTED
    assert saved("north", "arc:south", "--force").exit_code == 0
    assert (folder / "timeline.toml").read_text() == COMMENTED.replace("'arc:north'", '"arc:south"')


def test_options_become_a_part_of_the_query(saved):
    """So that it says the same."""
    assert saved("u", "--actor", "union", "--year", "2018", "war").exit_code == 0
    value = settings.settings().queries["u"].value
    assert value == "actor:union year:2018 war"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("a b", "war"), "'a b' cannot be the name of a query"),
        (("y",), "there is no query to save"),
        (("y", "actor:nobody"), "no actor is called 'nobody'"),
        (("y", "war", "--certain"), "--certain is no part of a query"),
        (("north", "@x", "--force"), "saved queries go in a circle: @north > @x > @north"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_saved_is_refused(folder, saved, args, said):
    """Before anything is written."""
    text = "[queries]\nnorth = 'arc:north'\nx = '@north'\n"
    (folder / "timeline.toml").write_text(text)
    result = saved(*args)
    assert (result.exit_code, result.stderr.startswith(f"timeline: {said}")) == (2, True)
    assert (folder / "timeline.toml").read_text() == text


def test_what_only_a_person_can_change_is_left_to_one(folder, saved):
    """A table in one line: the file stays as it is, and what to write is told."""
    text = "queries = {north = 'arc:north'}\n"
    (folder / "timeline.toml").write_text(text)
    result = saved("war", "war")
    assert result.exit_code == 1
    assert "is written in a way that is left to you" in result.stderr
    assert (folder / "timeline.toml").read_text() == text


def test_help_lists_them(run, folder):
    """Each with its query and its place."""
    assert run("help", "queries").stdout == (
        "To save a query: timeline save NAME QUERY; to use it: timeline list @NAME\n"
    )
    (folder / "timeline.toml").write_text(COMMENTED)
    assert run("help", "queries").stdout.splitlines()[0] == (
        "@north  arc:north  (../timeline.toml:5)"
    )


def test_completion_offers_them(folder, small_file):
    """By what they begin with, within a query too."""
    (folder / "timeline.toml").write_text("[queries]\nnorth = 'arc:north'\nnow = 'year:2018'\n")

    def offered(typed):
        found = completion.offered(("list", "-f", small_file), typed)
        return [each.text for each in found]

    assert offered("@") == ["@north", "@now"]
    assert offered("@NOR") == ["@north"]
    assert offered("war (@no") == ["war (@north", "war (@now"]
    assert offered("-@nor") == ["-@north"]
    assert [each.text for each in completion.offered(("config", "--unset"), "@")] == [
        *("@north", "@now"),
    ]


def test_other_commands_know_them(run, folder, small_file):
    """`compare` and `why` have queries as `list` has."""
    (folder / "timeline.toml").write_text("[queries]\nn = 'arc:north'\ns = 'arc:south'\n")
    same = run("compare", "arc:north", "arc:south", "-f", small_file).stdout
    assert run("compare", "@n", "@s", "-f", small_file).stdout == same
    assert run("why", "war", "@n", "-f", small_file).exit_code == 0
