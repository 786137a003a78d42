"""Pages at any width: whole, without a letter lost, in a terminal of any size."""

import re
from collections import Counter

import pytest

from tests.walk import OTHERS, PAGES, WALK, everything, line
from timeline.text import cells

_NARROW = (*range(20, 27), 29, 31, 32, 36, 39, 40)
_WIDE = (71, 72, 84, 96, 100, 1000)
_COPIED = re.compile(r"/l\.yaml:\d+$|timeline |^ +\d{4}-[-\d/X]+$")
_LETTERS = "αβγδεζηθικλμνξοπρστυφχψωбвгджзийклмнптфцчшщъыэюя漢字時年"


def _words(letters, long):
    """Return words of a letter that nothing else on the page has."""
    letter = next(letters)
    return f"{letter * 3} {letter * long} {letter * 2}"


@pytest.fixture(name="lettered", scope="module")
def _lettered(tmp_path_factory):
    """Return a file in which every text has a letter of its own."""
    letters = iter(_LETTERS)

    def words(long=7):
        return _words(letters, long)

    text = f"""\
timeline: {{title: {words()}, summary: {words(30)}, as_of: 2020-06-30}}
arcs:
  north: {{title: {words()}}}
  south: {{title: {words(25)}}}
actors:
  union: {{name: {words()}, kind: state}}
  army: {{name: {words(25)}, of: [union]}}
sources:
  gazette: {{publisher: {words()}, title: {words(30)}, date: 2018-03-02, reliability: B}}
  rumour: {{publisher: {words(20)}, reliability: F, note: {words()}}}
  unused: {{publisher: {words()}, title: {words(20)}}}
events:
  - {{id: old, date: 1998~, title: {words()}, arc: north, status: reported, sources: [rumour]}}
  - {{id: war, date: 2018-03/2019-01-05, title: {words(40)}, summary: {words(40)}, arc: north,
      actors: [union, army], places: [{words()}, {words(20)}], tags: [war, {words(20)}],
      status: confirmed, sources: [gazette, {{source: rumour, credibility: 4, note: {words()}}}],
      accounts: [{{by: [union], says: {words(25)}, sources: [gazette]}},
                 {{by: [army], says: {words(30)}, stance: denies, sources: [rumour]}}]}}
  - {{id: landing, date: 2018-04-0X, title: {words()}, arc: south, actors: [army], tags: [war],
      status: disputed, sources: [gazette], links: [{{part-of: war}}]}}
  - {{id: said, date: "[2018-05-21..2018-05-31]", title: {words(20)}, kind: statement, arc: south,
      status: claimed, sources: [rumour], links: [{{follows-from: landing}}]}}
  - {{id: denied, date: 2018-06-01, title: {words(9)}, arc: south, status: denied,
      sources: [gazette], links: [{{denies: said}}], note: {words(20)}}}
  - {{id: held, date: 2019-02/.., title: {words()}, arc: south, sources: [gazette],
      links: [{{follows-from: war}}]}}
"""
    path = tmp_path_factory.mktemp("widths") / "l.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture(name="page")
def _page(run, lettered, monkeypatch):
    """Return the page of a walked command at a width."""
    monkeypatch.setenv("TIMELINE_FILE", lettered)

    def page(walked, *options):
        result = run(*line(walked, "-o", "table", *options))
        assert result.exit_code == 0, (walked, options, result.stderr)
        return result.stdout

    return page


def _lost(page, whole):
    """Return the letters of which a page has fewer than it should, but for what is cut."""
    here, there = Counter(page), Counter(whole)
    return "" if "…" in page else "".join(char for char in _LETTERS if here[char] < there[char])


def _too_long(page, width):
    lines = (line.rstrip() for line in page.splitlines())
    return [line for line in lines if cells(line) > width and not _COPIED.search(line)]


def test_no_command_is_left_out():
    """Whatever the app has is walked, or known to have no page."""
    assert everything() | {""} == set(PAGES) | OTHERS


@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_pages_are_whole_at_any_width(page, monkeypatch, walked):
    """From the narrowest width on no letter is lost, and no line is too long.

    What is cut has dots; what is to be copied, an id, a path, a command, stays whole. A
    narrower terminal gets the narrowest page, and breaks its lines once more.
    """
    whole = page(walked, "--width", "90")
    assert any(char in whole for char in _LETTERS)
    for width in (*_NARROW, *_WIDE):
        made = page(walked, "--width", str(width))
        assert not _lost(made, whole), width
        assert not _too_long(made, width), width
    monkeypatch.setenv("COLUMNS", "1")
    assert page(walked) == page(walked, "--width", "20")


@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_ascii_pages_are_as_whole(page, walked):
    """Other signs, and the same letters; dots are three."""
    whole = page(walked, "--width", "90").replace("...", "…")
    for width in (20, 26, 35, 97):
        made = page(walked, "--ascii", "--width", str(width)).replace("...", "…")
        assert not _lost(made, whole), width


@pytest.mark.parametrize("columns", ["0", "-1", "abc", "", "²", "1e3", "9" * 5000])
@pytest.mark.parametrize("lines", ["0", "-5", "²"])
def test_a_width_that_is_none_is_the_usual_one(page, monkeypatch, columns, lines):
    """As for other programs: the environment says nothing."""
    usual = page(("list",))
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", lines)
    assert page(("list",)) == usual


def test_a_giant_width_is_bounded(page, monkeypatch):
    """Nobody has a terminal of a million columns; a page does not fill it with blanks."""
    widest = page(("list",), "--width", "1000")
    monkeypatch.setenv("COLUMNS", "1000000")
    assert page(("list",)) == widest


@pytest.mark.parametrize("width", ["19", "0", "-1", "1001", "1000000", "9" * 5000])
def test_a_width_out_of_bounds_is_refused(run, lettered, width):
    """The help says which there are."""
    result = run("list", "-f", lettered, "--width", width)
    assert result.exit_code == 2
    assert "it is a whole number from 20 to 1000" in result.stderr


@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_a_pipe_gets_unbroken_lines(run, lettered, walked):
    """Without a format a page that is piped has no line that was broken to fit."""
    result = run(*line(walked, "-f", lettered))
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines()), default=0) < 10_000
    assert len(result.stdout) < 100_000
