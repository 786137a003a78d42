"""Settings: what `timeline.toml` may say, which file of it comes first, and what is told."""

import pytest

from timeline import settings
from timeline.files.toml import InvalidToml

ALL = """\
# a comment
default_file = "war.yaml"
width = 72
color = "never"
ascii = true
cache = false
brief = false
deduce = true

[queries]
ru = "actor:russia"   # them
'north-2' = 'arc:north "two words"'
"""


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path, monkeypatch):
    """Stand two folders below one that has nothing in it; one's own settings lie elsewhere."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    return tmp_path


@pytest.fixture(name="own")
def _own(folder):
    path = folder / "own/timeline/timeline.toml"
    path.parent.mkdir(parents=True)
    return path


def test_where_there_is_no_file_nothing_is_set():
    """Neither a value nor a query."""
    assert settings.files() == ()
    assert settings.settings() == ({}, {})
    assert settings.settings().value("width") is None


def test_every_key_is_read_with_its_line(folder):
    """The default file counts from the folder of the settings."""
    (folder / "a/timeline.toml").write_text(ALL)
    found = settings.settings()
    assert [found.value(key) for key in settings.KEYS] == [
        *("war.yaml", 72, "never", True, False, True, None, False)
    ]
    assert found.values["color"].place == "../timeline.toml:4"
    assert found.default_file() == "../war.yaml"
    assert {name: (each.value, each.line) for name, each in found.queries.items()} == {
        "ru": ("actor:russia", 11),
        "north-2": ('arc:north "two words"', 12),
    }


def test_the_nearest_comes_before_ones_own_key_by_key(folder, own):
    """What the nearest does not say, one's own may; of those above the nearest counts alone."""
    own.write_text('width = 100\nascii = true\npager = "less -S"\n[queries]\na = "x"\nb = "y"\n')
    (folder / "timeline.toml").write_text("color = 'always'")
    (folder / "a/timeline.toml").write_text("width = 60\n[queries]\nb = 'z'\n")
    found = settings.settings()
    assert [found.value(key) for key in settings.KEYS] == [
        *(None, 60, None, True, None, None, "less -S", None)
    ]
    assert {name: each.value for name, each in found.queries.items()} == {"a": "x", "b": "z"}


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_a_file_that_says_nothing_is_fine(folder, text):
    """As one begins it."""
    (folder / "a/b/timeline.toml").write_text(text)
    assert settings.settings() == ({}, {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("widht = 60", "timeline.toml:1: no key is called 'widht'\ndid you mean 'width'?"),
        ("\nwidth = 10", "timeline.toml:2: width must be a number from 20 to 1,000, not '10'"),
        ("width = true", "timeline.toml:1: width must be a number from 20 to 1,000, not true"),
        ("color = 'red'", "timeline.toml:1: color must be auto, always or never, not 'red'"),
        ("color = ['auto']", "color must be auto, always or never"),
        ("ascii = 1", "timeline.toml:1: ascii must be true or false, not '1'"),
        ("default_file = ''", "timeline.toml:1: default_file must be a path, not ''"),
        ("queries = 3", "timeline.toml:1: queries must be a section: [queries]"),
        ("[queries]\n'a b' = 'x'", "timeline.toml:2: 'a b' cannot be the name of a query"),
        ("[queries]\na = 3", "timeline.toml:2: the query 'a' must be a text, not '3'"),
        ("pager = 'sh -c id'", "timeline.toml:1: pager names a program, which a folder may not"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(folder, text, said):
    """And what to write instead."""
    (folder / "a/b/timeline.toml").write_text(text)
    with pytest.raises(settings.InvalidSettings) as refused:
        settings.settings()
    assert said in str(refused.value)


def test_all_that_is_wrong_is_told_at_once(folder):
    """One look is enough."""
    (folder / "a/b/timeline.toml").write_text("ascii = 1\nwidth = 'x'\n")
    with pytest.raises(settings.InvalidSettings) as refused:
        settings.settings()
    assert [line.split(": ")[0] for line in str(refused.value).splitlines()] == [
        "timeline.toml:1",
        "timeline.toml:2",
    ]


@pytest.mark.parametrize(("text", "line"), [("width 60", 1), ("\na = [1\n", 2)])
def test_what_is_no_toml_is_told_with_its_line(folder, text, line):
    """The reader's own words, behind the place."""
    (folder / "a/b/timeline.toml").write_text(text)
    with pytest.raises(InvalidToml, match=rf"^timeline\.toml:{line}: "):
        settings.settings()


def test_ones_own_file_may_be_the_nearest_too(own, monkeypatch):
    """It is read once, and may name a pager."""
    own.write_text("pager = 'more'")
    monkeypatch.chdir(own.parent)
    assert settings.files() == (str(own),)
    assert settings.settings().value("pager") == "more"


def test_a_path_may_begin_at_home(folder, monkeypatch):
    """As in a shell; an absolute one stays as it is."""
    monkeypatch.setenv("HOME", "/home/someone")
    monkeypatch.setenv("USERPROFILE", "/home/someone")
    (folder / "a/b/timeline.toml").write_text("default_file = '~/war.yaml'")
    assert settings.settings().default_file() == "/home/someone/war.yaml"
