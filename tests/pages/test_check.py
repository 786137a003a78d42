"""What `check` finds, on a terminal: every word as it is in a pipe, in colours, in the width."""

from timeline.model.findings import Level
from timeline.pages.check import painted

REPORT = """\
a:1.yaml:12:5: warning: this says warning: twice [a-rule]
   12 |   - date: [b]2019[/b]
      |     ^^^^
      | write | or ^^^^ too\
"""
LONG = """\
a.yaml:12:56: note: what is at fault stands far to the right, beyond the edge [a-rule]
   12 |   - {date: 2019, title: something long, sources: [a, b, ccc, d, e, f, ggg, h]}
      |                                                         ^^^
      | say what it is, and do not say more than that of it\
"""


def _styled(text, style):
    return [text.plain[each.start : each.end] for each in text.spans if each.style == style]


def test_the_words_stay_as_they_are():
    """Nothing is markup, and nothing is lost; an empty line parts two files."""
    reports = [(Level.warning, REPORT), (Level.note, "\n" + LONG)]
    assert painted(reports, 100).plain == f"{REPORT}\n\n{LONG}"


def test_the_level_and_the_carets_have_its_colour():
    """The first word that says it, and the carets that are alone in their line."""
    text = painted([(Level.warning, REPORT)], 80)
    assert [each.strip() for each in _styled(text, "bold yellow")] == ["warning", "^^^^"]
    assert [each.strip() for each in _styled(text, "dim")] == ["[a-rule]", "12 |", "|", "|"]


def test_a_narrow_terminal_is_shown_what_is_at_fault(shown):
    """The line is cut on both sides, the carets stay under it, and the hint keeps its margin."""
    assert shown(painted([(Level.note, LONG)], 44), 44).splitlines() == [
        "a.yaml:12:56: note: what is at fault stands ",
        "far to the right, beyond the edge [a-rule]",
        "   12 | …rces: [a, b, ccc, d, e, f, ggg, h]}",
        "      |               ^^^",
        "      | say what it is, and do not say more",
        "      | than that of it",
    ]


def test_an_empty_line_has_carets_too():
    """Where a file ends too early."""
    report = "a:3:1: error: nothing [invalid]\n    3 |\n      | ^"
    assert painted([(Level.error, report)], 60).plain == report
