"""`timeline config KEY VALUE`, `--unset` and `--edit`: settings that are changed."""

import json
import shlex
import sys

import pytest

from timeline import settings

WAR = "- {date: 2019-05-02, title: The bridge opens}\n"
MINE = """\
# Mine.

width   = 60   # cells

[queries]
ru = "actor:russia"  # them
"""


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch, run):  # noqa: ARG001  it says where settings lie, too
    """Stand in a folder below one that may have settings; one's own lie elsewhere."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/war.yaml").write_text(WAR)
    monkeypatch.chdir(tmp_path / "a")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    return tmp_path


@pytest.fixture(name="own")
def _own(folder):
    return folder / "own/timeline/timeline.toml"


@pytest.fixture(name="near")
def _near(folder):
    path = folder / "timeline.toml"
    path.write_text(MINE)
    return path


def test_what_is_set_goes_into_ones_own_file_where_none_is_near(run, own):
    """It is made, and its folder; it is said where."""
    result = run("config", "width", "90")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"width = 90, in {own}\n"
    assert own.read_text() == "width = 90\n"
    assert run("config", "width").stdout == "90\n"


def test_what_is_set_goes_into_the_nearest_and_all_else_stays(run, near, own):
    """Comments and layout; --own is for all folders, --here for this one."""
    assert run("config", "width", "100").stderr == "width = 100, in ../timeline.toml\n"
    assert near.read_text() == MINE.replace("60", "100")
    run("config", "ascii", "yes")
    assert near.read_text() == MINE.replace("60", "100").replace("cells\n", "cells\nascii = true\n")
    said = run("config", "--own", "width", "70").stderr
    assert said == f"width = 70, in {own}\n../timeline.toml:3 comes before it: 100\n"
    run("config", "--here", "color", "never")
    assert (near.parent / "a/timeline.toml").read_text() == 'color = "never"\n'


def test_what_the_environment_says_comes_first_and_that_is_said(run, near, monkeypatch):
    """For each key that it knows."""
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("config", "width", "50").stderr.endswith("COLUMNS comes before it: 70\n")
    assert run("config", "color", "auto").stderr.endswith("NO_COLOR comes before it: 1\n")
    assert "comes before" not in run("config", "brief", "true").stderr
    assert "width = 50" not in near.read_text()
    assert "width   = 50" in near.read_text()


def test_a_pager_is_set_in_ones_own_file_alone(run, near, own):
    """For a folder may come from anybody; an empty one is none."""
    run("config", "pager", "less -S")
    assert own.read_text() == 'pager = "less -S"\n'
    run("config", "pager", "")
    assert own.read_text() == 'pager = ""\n'
    assert near.read_text() == MINE
    refused = run("config", "--here", "pager", "more")
    assert refused.exit_code == 2
    assert "pager names a program, which a folder may not" in refused.stderr


def test_a_default_file_is_named_from_where_it_is_written(run, near, own, folder):
    """It is the one that is meant here; it must be there."""
    run("config", "default_file", "war.yaml")
    assert 'default_file = "a/war.yaml"' in near.read_text()
    assert run("list").stdout.startswith("2019-05-02")
    run("config", "--own", "default_file", "war.yaml")
    assert own.read_text() == f'default_file = "{folder}/a/war.yaml"\n'
    assert run("config", "default_file", "wra.yaml").stderr.startswith(
        "timeline: there is no file 'wra.yaml'\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("width", "10"), "width cannot be '10'\nit must be a number from 20 to 1,000\n"),
        (("width", "wide"), "width cannot be 'wide'\nit must be a number from 20 to 1,000\n"),
        (("color", "red"), "color cannot be 'red'\nit must be auto, always or never\n"),
        (("brief", "maybe"), "brief cannot be 'maybe'\nit must be true or false\n"),
        (("widht", "90"), "no key is called 'widht'\ndid you mean 'width'?\n"),
        (("widht",), "no key is called 'widht'\ndid you mean 'width'?\n"),
        (("--unset", "widht"), "no key is called 'widht'\ndid you mean 'width'?\n"),
        (("@rus",), "no query is called '@rus'\ndid you mean '@ru'?\n"),
        (("@x", "y"), "a query is saved by another command\nwrite it so: timeline save x y\n"),
        (("set", "width", "60"), "config has no 'set'\nwrite it so: timeline config width 60\n"),
        (("set", "width=60"), "config has no 'set'\nwrite it so: timeline config width 60\n"),
        (("width", "=", "60"), "config has no '='\nwrite it so: timeline config width 60\n"),
        (("get", "width"), "config has no 'get'\nwrite it so: timeline config width\n"),
        (("list",), "config has no 'list'\nwrite it so: timeline config\n"),
        (("edit",), "config has no 'edit'\nwrite it so: timeline config --edit\n"),
        (("reset", "@ru"), "config has no 'reset'\nwrite it so: timeline config --unset @ru\n"),
        (
            ("set", "@x", "tag:a or tag:b"),
            "a query is saved by another command\nwrite it so: timeline save x 'tag:a or tag:b'\n",
        ),
        (
            ("pager", "less", "more"),
            """'pager' takes one value, not 2
one with blanks goes in quotes: timeline config pager 'less more'
""",
        ),
        (("--unset",), "--unset needs a KEY\nwrite it behind: timeline config --unset width\n"),
        (("--unset", "width", "9"), "--unset takes no VALUE\nleave out '9'\n"),
        (("--edit", "width"), "--edit opens the whole file\nleave out what stands beside it\n"),
        (("--own", "--here"), "--own and --here are two files\nleave out one of them\n"),
        (("--format", "csv"), "settings have no form 'csv'\nthere are table and json\n"),
    ],
)
def test_what_cannot_be_meant_is_refused(run, near, own, args, message):
    """Exit 2, and nothing is written."""
    result = run("config", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"timeline: {message}"
    assert near.read_text() == MINE
    assert not own.exists()


def test_a_key_is_taken_out_of_the_file_that_it_counts_from(run, near, own):
    """A second time it is said that it is not there; a query is one too."""
    own.parent.mkdir(parents=True)
    own.write_text("width = 70\n")
    assert run("config", "--unset", "width").stderr == (
        "width is no longer set in ../timeline.toml\n"
    )
    assert near.read_text() == MINE.replace("width   = 60   # cells\n", "")
    assert run("config", "--own", "--unset", "width").exit_code == 0
    assert own.read_text() == ""
    assert run("config", "--unset", "width").stderr == "width is not set in ../timeline.toml\n"
    run("config", "--unset", "@ru")
    assert "ru" not in near.read_text()
    again = run("config", "--unset", "@ru")
    assert (again.exit_code, again.stderr) == (0, "@ru is not set in ../timeline.toml\n")


@pytest.mark.usefixtures("near")
def test_one_key_is_shown_alone(run):
    """As a script would read it; what is not set is a remark."""
    assert run("config", "width").stdout == "60\n"
    assert run("config", "@ru").stdout == "actor:russia\n"
    unset = run("config", "brief")
    assert (unset.exit_code, unset.stdout) == (0, "")
    assert unset.stderr == "brief is not set: a line for each event on a page\n"


@pytest.mark.usefixtures("near")
def test_programs_are_told_all_of_it(run, own):
    """Files of settings, the file that is read, keys and queries; null where nothing is set."""
    told = json.loads(run("config", "--format", "json").stdout)
    assert told["settings"] == [
        {"name": "here", "value": "../timeline.toml", "by": "", "there": True},
        {"name": "yours", "value": str(own), "by": "there is none", "there": False},
    ]
    assert len(told["files"]) == 1
    keys = {each["name"]: (each["value"], each["by"], each["there"]) for each in told["keys"]}
    assert list(keys) == list(settings.KEYS)
    assert keys["width"] == ("60", "../timeline.toml:3", True)
    assert keys["ascii"] == (None, "not set: no signs but those of ASCII", False)
    assert told["queries"] == [
        {"name": "@ru", "value": "actor:russia", "by": "../timeline.toml:6", "there": True}
    ]


@pytest.fixture(name="editor")
def _editor(folder, monkeypatch):
    """Let the editor be a line of Python, which has the *text* and the *path*."""
    monkeypatch.delenv("VISUAL", raising=False)

    def editor(code):
        script = folder / "editor.py"
        script.write_text(
            "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\ntext = path.read_text()\n"
            f"path.write_text({code})\n"
        )
        line = f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"
        monkeypatch.setenv("EDITOR", line)

    return editor


def test_an_editor_changes_the_nearest_file(run, near, editor):
    """What it leaves is what the file holds."""
    editor("text.replace('60', '80')")
    assert run("config", "--edit").stderr == "saved ../timeline.toml\n"
    assert near.read_text() == MINE.replace("60", "80")
    editor("text")
    assert run("config", "--edit").stderr == "nothing changed in ../timeline.toml\n"


@pytest.mark.parametrize(
    ("new", "said"),
    [("10", "width must be a number from 20 to 1,000, not '10'"), ("x y", "../timeline.toml:3: ")],
)
def test_what_could_not_be_loaded_does_not_become_the_file(run, near, editor, new, said):
    """The text lies beside it."""
    editor(f"text.replace('60', {new!r})")
    result = run("config", "--edit")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.endswith(f"your text is in {near.parent}/timeline.edited.toml\n")
    assert near.read_text() == MINE
    assert (near.parent / "timeline.edited.toml").read_text() == MINE.replace("60", new)


def test_settings_that_cannot_be_loaded_can_be_edited(run, near, editor):
    """That is how they are mended."""
    near.write_text("widht = 60\n")
    assert run("config", "width", "90").exit_code == 1
    editor("text.replace('widht', 'width')")
    assert run("config", "--edit").exit_code == 0
    assert run("config", "width").stdout == "60\n"


def test_a_file_is_begun_with_every_key_in_a_comment(run, own, editor):
    """Without its # each line is a setting that can be."""
    editor("text")
    assert run("config", "--edit").stderr == f"nothing changed in {own}\n"
    assert settings.settings() == ({}, {})
    lines = own.read_text().splitlines()
    said = [line.removeprefix("# ") if " = " in line else line for line in lines]
    found = settings.check(str(own), "\n".join(said))
    assert list(found.values) == list(settings.KEYS)
    assert found.queries["arms"].value == "tag:arms year:2019"


@pytest.mark.usefixtures("near")
def test_lists_are_brief_where_that_is_set(run):
    """Unless the line says not; and the line alone can ask for it too."""
    page = ("list", "-f", "war.yaml", "--format", "table")
    whole, brief = run(*page).stdout, run(*page, "--brief").stdout
    assert whole != brief
    run("config", "brief", "true")
    assert run(*page).stdout == brief
    assert run(*page, "--no-brief").stdout == whole
    assert run("list", "-f", "war.yaml").stdout.startswith("2019-05-02\t")


@pytest.mark.parametrize("key", settings.KEYS)
def test_every_key_is_told_of(run, key, monkeypatch):
    """In help, and by `config` itself."""
    monkeypatch.delenv("TIMELINE_CACHE", raising=False)
    assert f"\n  {key} = " in run("help", "files").stdout
    assert run("config", key).stderr == f"{key} is not set: {settings.KEYS[key].means}\n"
