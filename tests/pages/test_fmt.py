"""What formatting would change: a diff for `patch`, and the same in colours."""

from rich.text import Text

from timeline.pages import fmt as pages
from timeline.views.fmt import FmtView
from timeline.views.parts.look import Look

DIFF = [
    "--- f.yaml",
    "+++ f.yaml (formatted)",
    "@@ -1,2 +1,2 @@",
    "-- {date: 2020}",
    " - {date: 2019}",
    "+- {date: 2020}",
    "\\ No newline at end of file",
]


def _view(sign=""):
    before = "- {date: 2020}\n- {date: 2019}\n"
    return FmtView("f.yaml", before, f"- {{date: 2019}}\n- {{date: 2020}}{sign}")


def test_a_last_line_without_an_end_is_told():
    """As `diff -u` does."""
    assert [part for line in _view().lines() for part in line.split("\n")] == DIFF


def _drawn(view):
    (group,) = pages.page(view, Look(80))
    return list(group.renderables)


def test_a_page_has_the_same_lines_in_colours():
    """What names the files is bold; a line is not broken."""
    lines = _drawn(_view())
    assert [line.plain for line in lines] == DIFF
    assert [line.style for line in lines] == ["bold", "bold", "cyan", "red", "", "green", ""]
    assert all(isinstance(line, Text) and line.no_wrap for line in lines)


def test_what_a_terminal_would_obey_is_seen():
    """The blanks of an indent stay."""
    assert "\x1b" not in "".join(line.plain for line in _drawn(_view("   # \x1b[2J\n")))
    assert pages._safe("+  \x1b") == "+  ␛"  # noqa: SLF001
