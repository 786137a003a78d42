"""`--save`: a page as a file, whole or not at all."""

from xml.etree import ElementTree as ET

import pytest

PAGES = {
    ("list",): "The army lands :boom:",
    ("show", "war"): "It is said to have begun in March.",
    ("actors",): "José Nuño",
    ("years",): "2018",
    (): "Enough to see everything once.",
    ("compare", "north", "south"): "The harbour is held",
    ("thread", "war"): "The harbour is held",
    ("thread", "--all"): "2 events without links",
}


@pytest.mark.parametrize("args", PAGES, ids=lambda args: " ".join(args) or "overview")
@pytest.mark.parametrize("ending", ["svg", "html", "txt"])
def test_every_page_can_be_saved(run, small_file, tmp_path, args, ending):
    """Into a pipe goes nothing then: the answer is in the file."""
    path = tmp_path / f"page.{ending}"
    result = run(*args, "-f", small_file, "--save", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"saved {path}\n"
    assert PAGES[args] in path.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [path]


def test_the_text_is_the_page(run, small_file, tmp_path):
    """As `--format table` shows it, at the same width and with the same signs."""
    path = tmp_path / "page.txt"
    args = ("list", "-f", small_file, "--width", "60", "--ascii")
    run(*args, "--save", str(path))
    page = run(*args, "-o", "table").stdout
    assert path.read_text(encoding="utf-8").splitlines() == page.rstrip().splitlines()


def test_a_page_that_is_asked_for_is_shown_too(run, small_file, tmp_path):
    """With `--format table`, in a pipe as on a terminal."""
    path = tmp_path / "page.TXT"
    result = run("years", "-f", small_file, "-o", "table", "--save", str(path))
    assert result.stdout.strip() == path.read_text(encoding="utf-8").strip()


def test_a_picture_is_in_colour_unless_that_is_not_wanted(run, small_file, tmp_path, monkeypatch):
    """NO_COLOR is for terminals; `--color never` is for the file as well."""
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "page.svg"
    run("list", "-f", small_file, "--save", str(path))
    assert "#d56800" in path.read_text(encoding="utf-8")
    run("list", "-f", small_file, "--save", str(path), "--force", "--color", "never")
    assert "#d56800" not in path.read_text(encoding="utf-8")
    ET.parse(path)  # noqa: S314  our own


def test_control_characters_of_a_file_do_not_reach_it(run, tmp_path):
    """Nor does markup, in any form."""
    evil = '- {date: 2019, title: "\\e[31m<script>\\u202e \\x9b", places: ["\\a"]}\n'
    for ending in ("svg", "html", "txt"):
        path = tmp_path / f"page.{ending}"
        run("list", "-f", "-", "--save", str(path), input=evil)
        said = path.read_text(encoding="utf-8")
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)
        assert ("<script>" in said) == (ending == "txt")


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("x.pdf", (), "write a name that ends in .svg, .html or .txt"),
        ("svg", (), "write a name that ends in .svg, .html or .txt"),
        ("x.svg", ("-o", "json"), "--save is for pages, and json is none"),
        ("x.svg", ("-o", "csv"), "--save is for pages, and csv is none"),
    ],
)
def test_what_cannot_be_saved_is_wrong_use(run, small_file, tmp_path, name, args, message):
    """Exit 2, and no file."""
    result = run("list", "-f", small_file, "--save", str(tmp_path / name), *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere/x.svg", "there is no folder"), ("folder.svg", "Is a directory")],
)
def test_an_unwritable_place_is_said_in_a_sentence(run, small_file, tmp_path, name, reason):
    """Exit 1, and nothing left behind."""
    (tmp_path / "folder.svg").mkdir()
    result = run("list", "-f", small_file, "--save", str(tmp_path / name))
    assert result.exit_code == 1
    assert f"cannot write '{tmp_path / name}': {reason}" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["folder.svg"]
