"""`--brief`: a line for each event, silence or source."""

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


@pytest.fixture(name="page")
def _page(run, small_file):
    form = ("-f", small_file, "-o", "table", "--color", "never")
    return lambda *args: run(*args, *form).stdout.splitlines()


def test_around_has_how_far_and_the_date(page):
    """The event itself is marked; the war still went on, and what is vague has its sign."""
    assert page("around", "rebels-deny", "--brief", "-n", "1", "--width", "80")[2:7] == [
        "",
        "             going on Mar 2018 – 5 Jan 2019  ●  War of the Union [sic] with… e2",
        "    ≈1–11 days before        late May 2018  ○  The general claims victory e4",
        "▸          this event           1 Jun 2018  ✕  Rebels deny it e5",
        "  ≈245–272 days after           Feb 2019 →  ●  The harbour is held e7",
    ]


def test_on_a_narrow_page_one_of_both_is_enough(page):
    """Around an event it is how far; on a day, the date."""
    around = page("around", "rebels-deny", "--brief", "-n", "1", "--width", "60")
    assert "▸          this event  ✕  Rebels deny it e5" in around
    assert "  1 Jun 2018  ✕  Rebels deny it e5" in page("on", "06-01", "--brief", "--width", "60")
    wide = page("on", "06-01", "--brief", "--width", "80")
    assert "  8 years ago 1 Jun 2018  ✕  Rebels deny it e5" in wide


def test_a_thread_has_a_line_for_each_event(page):
    """With the links, and without what is said below; a date is cut as a title is."""
    assert page("thread", "landing", "--brief", "--width", "80")[3:8] == [
        "   1–9 Apr 2018, day?  ◇ The army lands :boom: e3",
        " Mar 2018 – 5 Jan 20…  ├─ → part-of ● War of the Union [sic] with the re… e2",
        "                       │  └─ … 1 more event linked",
        "        late May 2018  └─ ← leads to ○ The general claims victory e4",
        "                          └─ … 1 more event linked",
    ]
    assert page("thread", "--all", "--brief", "--width", "60")[3:] == [
        " events  years      most linked",
        "      5  2018–2019  War of the Union [sic] with the re… e2",
    ]


def test_a_silence_is_a_line_with_the_events_on_both_sides(page):
    """From 2000 on nobody can have quarrelled any more; Jan 2000 to Feb 2018 are 6,634 days."""
    lines = page("gaps", "--brief", "--starts", "--width", "80", "-n", "1")
    assert lines[3].startswith("  6,634 days  Jan 2000 – Feb 2018         e1 – e2  ███")
    assert " e1 – e2: the events before and after" in lines[-1]


def test_two_questions_have_a_line_for_each_event(page):
    """With its year, as in a list; by days, the date of a day 0 where it has room."""
    asked = ("compare", "arc:north", "arc:south", "--brief")
    lines = page(*asked, "--width", "60")
    assert "         c. 1998   A   ◐ An old quarrel begins e1" in lines
    assert " Mar 2018 – 5 J…   A   ● War of the Union [sic] with th… e2" in lines
    assert "      Feb 2019 →   B   ● The harbour is held e7" in lines
    aligned = page(*asked, "--align", "war", "landing", "--width", "70")
    assert "               T   A   ● War of the Union… (Mar 2018 – 5 Jan 2019) e2" in aligned
    assert "       ≈T+53…+61   B   ✕ Rebels deny it e5" in aligned


def test_a_source_is_a_line(page, run, tmp_path):
    """Of two that are called alike, the id is said, which is cut last."""
    assert page("sources", "--brief", "--width", "60")[3:5] == [
        " B       5      4  The Gazette, 2 Mar 2018  War begins",
        " F       3      2  Rumours",
    ]
    path = tmp_path / "alike.yaml"
    path.write_text(
        "sources: {morning: {publisher: Post}, evening: {publisher: Post}}\n"
        "events: [{date: 2019, title: Talks, sources: [morning, evening]}]\n"
    )
    alike = run("sources", "--brief", "-f", str(path), "-o", "table", "--width", "60").stdout
    assert "         1         morning\n" in alike
    assert "         1         evening\n" in alike


@pytest.mark.parametrize("width", ["20", "40", "60", "80", "120"])
@pytest.mark.parametrize(
    "args",
    [
        *(("around", "2018-06"), ("on", "06-01"), ("thread", "war"), ("thread", "--all")),
        *(("gaps",), ("sources",), ("compare", "arc:north", "arc:south")),
        ("compare", "arc:north", "arc:south", "--align", "war", "landing"),
    ],
)
def test_these_are_no_wider_than_the_page_either(page, args, width):
    """At 60 and more."""
    widest = max(map(len, page(*args, "--brief", "--width", width)))
    assert widest <= max(60, int(width))


def test_it_may_be_set(run, small_file, tmp_path, monkeypatch):
    """For every command that has the option; --no-brief is stronger."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "timeline.toml").write_text("brief = true\n")
    form = ("-f", small_file, "-o", "table")
    two = ("compare", "arc:north", "arc:south")
    four = (("list",), ("around", "war"), ("on", "06-01"), ("thread", "war"))
    for args in (*four, ("gaps",), ("sources",), two):
        brief = run(*args, *form).stdout
        assert brief == run(*args, "--brief", *form).stdout
        assert brief != run(*args, "--no-brief", *form).stdout
    assert run("chart", *form).exit_code == 0


@pytest.mark.parametrize(
    "args",
    [
        ("list", "--brief", "tag:war"),
        ("list", "tag:war", "--reverse"),
        ("list", "-n", "2", "arc:south"),
        ("list", "--by", "known"),
        ("around", "2018-04", "arc:south"),
        ("thread", "war", "arc:south"),
        ("gaps", "arc:south"),
        ("compare", "arc:south", "army"),
    ],
    ids=" ".join,
)
def test_a_handle_is_that_of_the_whole_timeline(run, small_file, args):
    """Whatever is asked, in which order, and how many are shown: the landing is e3."""
    page = run(*args, "-f", small_file, "-o", "table", "--width", "120").stdout
    assert "The army lands :boom: e3" in page
    assert "army lands" in run("show", "e3", "-f", small_file).stdout
