"""`timeline check`: silent when all is well; else what, where, how bad, and exit 1 for errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.checking.rules import RULES

ROOT = Path(__file__).parents[2]

WELL = """\
sources:
  a: {publisher: A, reliability: B, url: 'https://a.example'}
  b: {publisher: B, reliability: B}
events:
- date: 2019-01-23
  title: Talks
  sources: [a, b]
"""
UNSOURCED = "- date: 2019-01-23\n  title: Talks\n"
FUTURE = "- {date: 2031, title: Talks, status: confirmed, sources: [a, b]}\n"


@pytest.fixture(name="check")
def _check(run, tmp_path, monkeypatch):
    """Return a function: a run of check over files of these texts, by name."""
    monkeypatch.chdir(tmp_path)

    def check(*args, **texts):
        for name, text in texts.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return run("check", *args, *(name.replace("_", ".") for name in texts))

    return check


def test_silent_when_all_is_well(check):
    """Nothing on either stream, exit 0; hidden notes are no reason to speak."""
    result = check("--strict", f_yaml=WELL)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_curated_timeline_is_well(run):
    """Under --strict: no warning, and no comment that has outlived its reason."""
    result = run("check", "--strict", "events.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_a_warning_is_shown_and_does_not_fail(check):
    """With place, level, line, carets, hint and rule; the count is no answer, but a remark."""
    result = check(f_yaml=UNSOURCED)
    assert result.exit_code == 0
    assert result.stdout == (
        "f.yaml:1:3: warning: this event has no source [unsourced]\n"
        "    1 | - date: 2019-01-23\n"
        "      |   ^\n"
        "      | cite one: sources: [ID], and its entry under 'sources'\n"
    )
    assert result.stderr == "1 warning\n"


def test_strict_fails_for_a_warning(check):
    """The same answer, and exit 1."""
    result = check("--strict", f_yaml=UNSOURCED)
    assert (result.exit_code, result.stderr) == (1, "1 warning\n")


def test_an_error_fails(check):
    """Confirmed, and still to come."""
    result = check(f_yaml=FUTURE)
    assert result.exit_code == 1
    assert result.stdout.startswith("f.yaml:1:10: error: confirmed, but still to come [future]\n")


def test_today_is_what_it_is_told(check):
    """After the event nothing is wrong."""
    assert check("--today", "2032-01-01", f_yaml=FUTURE).exit_code == 0


def test_what_does_not_load_is_invalid(check):
    """All problems, as errors of that name, on standard output; nothing else is asked."""
    result = check("--notes", f_yaml="- {date: 20x9, title: a}\n- {title: b}\n")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "f.yaml:1:12: error: not a date: 'x' must be a capital [invalid]"
    assert lines[4] == "f.yaml:2:3: error: this event has no date [invalid]"
    assert result.stderr == "2 errors\n"


def test_more_problems_than_are_kept_are_counted(check):
    """A thousand are told."""
    result = check(f_yaml="- {date: 20x9, title: a}\n" * 1200)
    assert result.stdout.count("[invalid]") == 1000
    assert result.stderr == "1,000 errors and 200 more problems\n"


def test_notes_are_shown_when_asked_for(check):
    """By --notes, or by the name of their rule; they never fail."""
    assert check("--strict", f_yaml=WELL).stdout == ""
    for option in ("--notes", "--select=no-archive"):
        result = check("--strict", option, f_yaml=WELL)
        assert result.exit_code == 0
        assert result.stdout.startswith("f.yaml:2:42: note: no archived copy of this page is known")
        assert result.stderr == "1 note\n"


def test_hidden_notes_are_counted_beside_what_is_shown(check):
    """And how to see them."""
    text = WELL + "- {date: 2019, title: Other matters}\n"
    assert check(f_yaml=text).stderr == "1 warning (1 note: --notes)\n"
    ignored = text.replace("sources:\n", "sources:\n  # timeline: ignore no-archive: why\n", 1)
    assert ignored != text
    assert check(f_yaml=ignored).stderr == "1 warning\n"


def test_select_and_ignore_choose_the_rules(check):
    """Several by commas or by several options; ignore wins."""
    both = WELL + "- {date: 2031, title: Talk}\n- {date: 2019, title: Other matters}\n"
    select = ["--select", "unsourced, future", "--select", "unordered"]
    found = check(*select, f_yaml=both).stdout
    assert [name for name in ("unsourced", "future", "unordered") if f"[{name}]" in found] == [
        *("unsourced", "future", "unordered")
    ]
    found = check(*select, "--ignore", "future,unordered", f_yaml=both).stdout
    assert found.count("[unsourced]") == 2
    assert "[future]" not in found
    assert "[unordered]" not in found
    assert "[unsourced]" not in check("--ignore", "unsourced", f_yaml=both).stdout


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_a_wrong_name_is_wrong_use(check, option):
    """Exit 2, with what was probably meant, before any file is read."""
    result = check(option, "futre", "nowhere.yaml")
    assert result.exit_code == 2
    assert result.stderr == "timeline: no rule is called 'futre'\ndid you mean 'future'?\n"
    result = check(option, "xyzzy", f_yaml=WELL)
    assert result.stderr.endswith("'timeline check --list' shows them all\n")


def test_what_does_not_load_cannot_be_ignored(check):
    """There would be nothing to check."""
    result = check("--ignore", "invalid", f_yaml=WELL)
    assert result.exit_code == 2
    assert "'invalid' cannot be ignored" in result.stderr


def test_a_comment_leaves_an_event_out(check):
    """And only the rule that it names."""
    text = UNSOURCED + "  # timeline: ignore unsourced: common knowledge\n"
    assert check("--strict", f_yaml=text).stdout == ""
    assert check("--strict", f_yaml=text.replace("unsourced:", "future:")).exit_code == 1


def test_an_idle_comment_is_told_with_strict_or_when_selected(check):
    """It fails a strict check; otherwise nobody speaks of it."""
    text = WELL + "  # timeline: ignore unsourced, futre: it was\n"
    assert check(f_yaml=text).stdout == ""
    strict = check("--strict", f_yaml=text)
    assert strict.exit_code == 1
    lines = [line for line in strict.stdout.splitlines() if line.startswith("f.yaml")]
    assert lines == [
        "f.yaml:8:22: warning: there is nothing here that 'unsourced' would find [unused-ignore]",
        "f.yaml:8:33: warning: no rule is called 'futre' [unused-ignore]",
    ]
    assert "did you mean 'future'?" in strict.stdout
    selected = check("--select", "unused-ignore,unsourced", f_yaml=text)
    assert (selected.exit_code, selected.stdout) == (0, strict.stdout)
    assert check("--strict", "--ignore", "unused-ignore", f_yaml=text).exit_code == 0


def test_a_comment_for_a_rule_that_is_left_out_is_not_idle(check):
    """Nobody knows what the rule would have found."""
    text = WELL + "  # timeline: ignore unsourced\n"
    assert check("--strict", "--ignore", "unsourced", f_yaml=text).stdout == ""


def test_several_files_are_one_timeline(check):
    """What one cites, another may hold; findings are grouped by file, a blank line between."""
    registry = "sources: {a: {}, b: {}, c: {}}\nevents: []\n"
    events = f"{UNSOURCED}  sources: [a, b]\n{UNSOURCED}"
    result = check("--ignore", "near-duplicate", a_yaml=registry, b_yaml=events)
    assert [line for line in result.stdout.splitlines() if not line.startswith("  ")] == [
        "a.yaml:1:25: warning: no event cites this source [unused-source]",
        "",
        "b.yaml:4:3: warning: this event has no source [unsourced]",
    ]


def test_files_are_named_as_for_other_commands(check, run, tmp_path, monkeypatch):
    """By -f before or after, by TIMELINE_FILE, by - for standard input."""
    check(f_yaml=UNSOURCED)
    for args in (["-f", "f.yaml", "check"], ["check", "-f", "f.yaml"], ["check", "f.yaml"]):
        assert run(*args).stderr == "1 warning\n"
    assert "standard input:1:3: warning" in run("check", "-", input=UNSOURCED).stdout
    monkeypatch.setenv("TIMELINE_FILE", str(tmp_path / "f.yaml"))
    assert run("check").stderr == "1 warning\n"


def test_a_missing_file_is_no_finding(check):
    """Exit 1, and a sentence."""
    result = check("nowhere.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no file 'nowhere.yaml'" in result.stderr


def test_json_has_everything(check):
    """One document, also when all is well."""
    data = json.loads(check("--format", "json", f_yaml=UNSOURCED).stdout)
    assert data == {
        "format": 1,
        "timeline": "",
        "errors": 0,
        "warnings": 1,
        "notes": 0,
        "findings": [
            {
                "rule": "unsourced",
                "level": "warning",
                "file": "f.yaml",
                "line": 1,
                "column": 3,
                "width": 1,
                "message": "this event has no source",
                "hint": "cite one: sources: [ID], and its entry under 'sources'",
                "steps": [],
                "section": "events",
                "id": "talks-2019",
                "key": "sources",
                "value": None,
            }
        ],
    }
    assert json.loads(check("-o", "json", f_yaml=WELL).stdout)["findings"] == []


def test_json_of_what_does_not_load(check):
    """It has no timeline, and the findings no part of one."""
    result = check("-o", "json", f_yaml="- {date: 20x9, title: a}\n")
    data = json.loads(result.stdout)
    assert (result.exit_code, data["timeline"], data["errors"]) == (1, None, 1)
    (finding,) = data["findings"]
    assert (finding["rule"], finding["id"], finding["section"]) == ("invalid", None, None)


def test_the_form_may_stand_before_the_command(run, check):
    """As for others; a form that it does not have is refused."""
    check(f_yaml=WELL)
    assert json.loads(run("--format", "json", "check", "f.yaml").stdout)["warnings"] == 0
    refused = run("--format", "csv", "check", "f.yaml")
    assert refused.exit_code == 2
    assert refused.stderr == "timeline: this has no form 'csv'\nthere are text, json and github\n"


def test_github_is_told_in_its_own_words(check, tmp_path):
    """A command a finding, with everything escaped that would end a part of it."""
    name = "50%, a:b.yaml"
    (tmp_path / name).write_text(
        "- {date: 2031, title: a, sources: [a]}\n- {date: 2019, title: b}\n"
    )
    assert check("--format", "github", name).stdout.splitlines() == [
        (
            "::warning file=50%25%2C a%3Ab.yaml,line=1,col=10,endColumn=14,title=future"
            "::this is still to come%0Acheck the date and the status"
        ),
        (
            "::warning file=50%25%2C a%3Ab.yaml,line=2,col=3,endColumn=4,title=unsourced"
            "::this event has no source%0Acite one: sources: [ID], and its entry under 'sources'"
        ),
    ]


def test_github_calls_a_note_a_notice_and_is_silent_when_all_is_well(check):
    """Errors are errors."""
    assert check("-o", "github", f_yaml=WELL).stdout == ""
    assert check("-o", "github", "--notes", f_yaml=WELL).stdout.startswith("::notice file=f.yaml,")
    assert check("-o", "github", f_yaml=FUTURE).stdout.startswith("::error file=f.yaml,")


def test_nothing_of_a_file_is_obeyed(check):
    """Neither by a terminal nor by GitHub: escape sequences and line ends are shown."""
    text = 'actors: {"a\\e[31m": , "b\\n::error::x": }\nevents: []\n'
    for form in ("text", "github", "json"):
        said = check("-o", form, f_yaml=text).stdout
        assert "\x1b" not in said
        assert "\n::error::x" not in said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_explains_itself(run, rule):
    """Its name, its level, what it looks for, and how to leave it be."""
    text = run("check", "--explain", rule.name).stdout
    assert text.startswith(f"{rule.name}, a")
    assert rule.level.name in text.splitlines()[0]
    assert rule.help in text
    assert rule.explanation in text
    data = json.loads(run("check", "--explain", rule.name, "-o", "json").stdout)
    assert data["explanation"] == rule.explanation


def test_the_rules_are_listed(run):
    """A line each into a pipe; as data with --format json."""
    rows = [line.split("\t") for line in run("check", "--list").stdout.splitlines()]
    assert rows == [[rule.name, rule.level.name, rule.help] for rule in RULES]
    data = json.loads(run("check", "--list", "-o", "json").stdout)
    assert [each["name"] for each in data["rules"]] == [rule.name for rule in RULES]
    assert run("check", "--list", "-o", "github").exit_code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("--ignore unsourced,fu", ["unsourced,future"]),
        *(
            pytest.param(typed, offered, marks=pytest.mark.thorough)
            for typed, offered in (
                ("--select uns", ["unsourced"]),
                ("--explain no-", ["no-archive"]),
            )
        ),
    ],
)
def test_shells_complete_the_names_of_rules(typed, offered):
    """The last of several, too."""
    line = f"timeline check {typed}"
    command = [sys.executable, "-m", "timeline", line, " \n:=<>", "9", "80"]
    environment = {**os.environ, "_TIMELINE_COMPLETE": "bash"}
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["words", *offered], "")


@pytest.mark.parametrize(
    "args", [[], ["--list"], ["--explain", "future"], ["-o", "github"]], ids=" ".join
)
def test_no_rich_where_there_is_no_terminal(args):
    """Lines need none, and it takes a tenth of a second."""
    program = (
        "import sys; from timeline.commands import main\ntry: main()\nfinally: print(*sys.modules)"
    )
    command = [sys.executable, "-c", program, "check", *args]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"rich", "dateutil"}.isdisjoint(done.stdout.split())
