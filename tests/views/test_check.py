"""What `check` finds in plain forms: how many, as data, and as commands of GitHub."""

import pytest

from timeline.checking.rules import INVALID, RULES, rule_named
from timeline.reports.check import Asked, judge
from timeline.views.check import FindingView, explanation_text, rule_lines

UNSOURCED = "- date: 2019-01-23\n  title: 'Talks: 100%'\n"


@pytest.fixture(name="view")
def _view(tmp_path):
    """Return the view of what is found in files of these texts."""

    def view(*texts, **asked):
        names = []
        for number, text in enumerate(texts):
            names.append(str(tmp_path / f"{number}.yaml"))
            (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        asked = {"strict": False, "notes": False, **asked}
        return FindingView(judge(names, "2026-11-23", Asked((), (), **asked)))

    return view


def test_an_empty_line_parts_the_files(view):
    """And only the files: the first finding of all has none before it."""
    found = view(UNSOURCED + UNSOURCED, UNSOURCED)
    starts = [text.startswith("\n") for text in found.lines()]
    assert starts[0] is False
    assert sum(starts) == 1


def test_the_levels_are_counted_the_worst_first(view):
    """With the notes that are not shown."""
    future = "- {date: 2031, title: Talks, status: confirmed}\n"
    assert view(UNSOURCED, future).count() == "1 error, 2 warnings"
    early = "- {date: 2018, title: Older, sources: []}\n"
    assert view(UNSOURCED + early).count().endswith(" (1 note: --notes)")


def test_data_says_which_part_of_a_timeline_is_meant(view):
    """What is not about one part is null, as in a file that does not load."""
    (finding,) = view(UNSOURCED).json()["findings"]
    assert (finding["section"], finding["id"]) == ("events", "talks-100-2019")
    data = view("- {date: 2019-02-30, title: Talks}\n").json()
    assert data["timeline"] is None
    assert {data["findings"][0][key] for key in ("section", "id", "key", "value")} == {None}


def test_what_means_something_to_github_is_escaped(view):
    """A colon in a property, a line end and a percent sign in the message."""
    (line,) = view(UNSOURCED).github()
    assert line.startswith("::warning file=")
    assert ",title=unsourced::this event has no source%0Acite one" in line
    assert "\n" not in line


def test_rules_stand_in_columns_or_behind_tabs():
    """All of them, with what they look for."""
    tabs = list(rule_lines(RULES, aligned=False))
    assert [line.split("\t")[0] for line in tabs] == [rule.name for rule in RULES]
    columns = list(rule_lines(RULES, aligned=True))
    (at,) = {line.index(rule.help) for line, rule in zip(columns, RULES, strict=True)}
    assert at > max(len(rule.name) for rule in RULES)


def test_an_explanation_says_how_a_finding_is_left_out():
    """Unless it cannot be."""
    text = explanation_text(rule_named("future"))
    assert text.startswith("future, an error\n")
    assert text.endswith("# timeline: ignore future: why\n")
    assert "ignore" not in explanation_text(INVALID).splitlines()[-1]
