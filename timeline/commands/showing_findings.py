"""Findings of `check` → standard output: for a person, for programs, for GitHub."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline.checking.rule import Rule
from timeline.checking.rules import INVALID, RULES, UNUSED, rule_named
from timeline.commands.check import Form
from timeline.commands.forms import Later
from timeline.commands.support import streams
from timeline.commands.support.options import Display
from timeline.commands.support.screen import Screen
from timeline.errors import UsageError
from timeline.loading.problems import Problem
from timeline.model.findings import Level
from timeline.reports.check import Judgement
from timeline.text import counted, enumerated
from timeline.views.parts.json_data import FORMAT

if TYPE_CHECKING:
    from timeline.pages import check as pages
else:  # Rich is for a terminal only
    pages = Later("timeline.pages.check")

_COMMANDS = {Level.error: "error", Level.warning: "warning", Level.note: "notice"}  # of GitHub


def findings(found: Judgement, form: Form, display: Display) -> None:
    """Show what is wrong, and how much; nothing where nothing is, but for data."""
    screen = Screen(display)
    if form is Form.json:
        screen.json(_data(found))
    elif form is Form.github:
        screen.lines(github_command(problem) for problem in found.problems)
    else:
        _show_text(screen, found)


def _show_text(screen: Screen, found: Judgement) -> None:
    reports = list(_reports(found))
    if screen.is_page and reports:
        screen.page(pages.page(reports, screen.look.page))
    else:
        screen.lines(text for _, text in reports)
    if reports:
        streams.remark(_count(found))


def _reports(found: Judgement) -> Iterator[tuple[Level, str]]:
    """Return the level and the text of each finding; a blank line parts the files."""
    by_file = groupby(found.problems, key=lambda problem: problem.place.file)
    for at, (_, problems) in enumerate(by_file):
        for number, problem in enumerate(problems):
            gap = "\n" if at and not number else ""
            yield problem.level, gap + found.examination.report(problem)


def _count(found: Judgement) -> str:
    """Return how many there are: "1 error, 2 warnings (3 notes: --notes)"."""
    levels = sorted(found.levels.items(), reverse=True)
    shown = ", ".join(counted(number, level.name) for level, number in levels if number)
    more = found.examination.uncounted
    rest = f" and {counted(more, 'more problem')}" if more else ""
    return f"{shown}{rest}" + (
        f" ({counted(found.hidden, 'note')}: --notes)" if found.hidden else ""
    )


def _data(found: Judgement) -> dict[str, Any]:
    timeline = found.examination.timeline
    return {
        "format": FORMAT,
        "timeline": timeline.title if timeline else None,
        **{f"{level.name}s": found.levels[level] for level in sorted(Level, reverse=True)},
        "findings": [_finding(problem) for problem in found.problems],
    }


def _finding(problem: Problem) -> dict[str, Any]:
    place, spot = problem.place, problem.spot
    return {
        "rule": problem.rule,
        "level": problem.level.name,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "width": problem.width,
        "message": problem.message,
        "hint": problem.hint or None,
        "section": spot.registry if spot else None,
        "id": spot.id or None if spot and spot.registry != "timeline" else None,
        "key": spot.key or None if spot else None,
        "value": spot.value or None if spot else None,
    }


def github_command(problem: Problem) -> str:
    """Return the workflow command that makes GitHub show *problem* beside its line."""
    place = problem.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + problem.width,
        "title": problem.rule,
    }
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(filter(None, (problem.message, problem.hint)))
    return f"::{_COMMANDS[problem.level]} {given}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def rules(form: Form) -> None:
    """Show all rules: name, level and what they look for."""
    _refuse_github(form)
    if form is Form.json:
        Screen(Display()).json({"format": FORMAT, "rules": [_rule(each) for each in RULES]})
        return
    rows = [(each.name, each.level.name, each.help) for each in RULES]
    lines = _aligned(rows) if sys.stdout.isatty() else map("\t".join, rows)
    streams.write("".join(f"{line}\n" for line in lines))


def explanation(name: str, form: Form) -> None:
    """Show everything about the rule called *name*; raise `UsageError` where there is none."""
    _refuse_github(form)
    rule = rule_named(name)
    if form is Form.json:
        Screen(Display()).json({"format": FORMAT, **_rule(rule), "explanation": rule.explanation})
        return
    streams.write(f"{rule.name}, {_article(rule.level.name)}\n{rule.help}\n\n{rule.explanation}")
    if rule not in (INVALID, UNUSED):
        streams.write(f"\nWhere the file is right:   # timeline: ignore {rule.name}: why\n")


def _rule(rule: Rule) -> dict[str, str]:
    return {"name": rule.name, "level": rule.level.name, "help": rule.help}


def _article(level: str) -> str:
    return f"an {level}" if level[0] == "e" else f"a {level}"


def _aligned(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    kept = list(rows)
    widths = [max(len(row[at]) for row in kept) for at in range(2)]
    return (f"{row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]}" for row in kept)


def _refuse_github(form: Form) -> None:
    if form is Form.github:
        given = enumerated([Form.text, Form.json])
        raise UsageError("rules have no form 'github'", f"there are {given}")
