"""`list --brief`: a line for each event."""

import pytest

FILE = """
- {id: strike, date: 1931-03-01, title: Dockers stop work, status: confirmed}
- {id: coal, date: 1931-10~, title: Coal is thrown, status: claimed}
- id: long
  date: 1931-12-30/1932-01-04
  title: The longest of all titles is cut where the line ends
  status: disputed
- {date: 1933, title: Work is told of, sources: [g]}
"""


@pytest.fixture(name="brief")
def _brief(run, tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text(FILE)
    form = ("-o", "table", "--color", "never")
    return lambda *args: run("list", "-f", str(path), "--brief", *form, *args).stdout.splitlines()


def test_an_event_is_a_line_with_its_year_and_handle(brief):
    """Dates end in one column; the longest pushes its title. The sign says the status."""
    assert brief("--width", "60")[2:6] == [
        "       1 Mar 1931  ●  Dockers stop work e1",
        "      c. Oct 1931  ○  Coal is thrown e2",
        "  30 Dec 1931 – 4 Jan 1932  ◇  The longest of all title… e3",
        "             1933  ·  Work is told of e4",
    ]


def test_what_is_only_possible_is_marked(brief):
    """As on the page."""
    assert brief("--width", "60", "year:1931-11")[2:4] == [
        "≈ c. Oct 1931  ○  Coal is thrown e2",
        "",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_page(brief, width):
    """A title is cut with dots of the style; at 60 and more each event has one line."""
    for ascii_only in ([], ["--ascii"]):
        lines = brief("--width", str(width), *ascii_only)
        assert max(map(len, lines)) <= width
        assert width < 60 or lines[6] == ""
    assert ("..." in " ".join(brief("--width", str(width), "--ascii"))) == (width < 100)


def test_the_order_of_reports_has_their_dates(brief):
    """What no source tells has a dash."""
    assert brief("--by", "known", "year:1933", "--width", "60")[2] == "  –  ·  Work is told of e4"


def test_twenty_events_fill_a_screen_of_24_lines(run):
    """A heading of two lines, an empty one, and a line for each."""
    args = ("list", "--brief", "-o", "table", "--width", "80", "-n", "40", "arc:background or 2025")
    lines = run(*args).stdout.splitlines()
    assert sum(" e" in line for line in lines[3:23]) == 20


def test_other_forms_are_as_they_are(run, tmp_path):
    """In a pipe there is a line for each anyway, and data is whole."""
    path = tmp_path / "f.yaml"
    path.write_text(FILE)
    for form in ([], ["-o", "json"], ["-o", "csv"]):
        brief = run("list", "-f", str(path), "--brief", *form)
        assert brief.stdout == run("list", "-f", str(path), *form).stdout
