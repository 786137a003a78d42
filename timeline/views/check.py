"""What `check` finds, and its rules: for a person, for programs, for GitHub."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Final

from timeline.checking.rule import Rule
from timeline.checking.rules import INVALID, UNUSED
from timeline.loading.problems import Problem
from timeline.model.findings import Level, Spot
from timeline.model.records import Place
from timeline.reports.check import Judgement
from timeline.text import counted, together
from timeline.views.parts.json_data import FORMAT, Object
from timeline.views.view import View

_COMMANDS: Final = {Level.error: "error", Level.warning: "warning", Level.note: "notice"}
"""What GitHub calls the levels."""


class FindingView(View):
    """What is wrong with event files."""

    def __init__(self, found: Judgement) -> None:
        """Show what was *found*."""
        self._found = found

    @cached_property
    def reports(self) -> list[tuple[Level, str]]:
        """The level and the text of each finding; an empty line parts the files."""
        return list(_reports(self._found))

    def lines(self) -> Iterator[str]:
        """Yield the text of each finding, of some lines."""
        return (text for _, text in self.reports)

    def json(self) -> Object:
        """Return everything: how many of each level, and the findings."""
        timeline = self._found.examination.timeline
        return {
            "format": FORMAT,
            "timeline": timeline.title if timeline else None,
            **{
                f"{level.name}s": self._found.levels[level] for level in sorted(Level, reverse=True)
            },
            "findings": [_finding(problem) for problem in self._found.problems],
        }

    def github(self) -> Iterator[str]:
        """Yield a workflow command for each finding."""
        return map(github_command, self._found.problems)

    def count(self) -> str:
        """Return how many there are: "1 error, 2 warnings (3 notes: --notes)"."""
        levels = sorted(self._found.levels.items(), reverse=True)
        count = ", ".join(counted(number, level.name) for level, number in levels if number)
        if more := self._found.examination.uncounted:
            count += f" and {counted(more, 'more problem')}"
        if hidden := self._found.hidden:
            count += f" ({counted(hidden, 'note')}: --notes)"
        return count


def _reports(found: Judgement) -> Iterator[tuple[Level, str]]:
    by_file = groupby(found.problems, key=lambda problem: problem.place.file)
    for at, (_, problems) in enumerate(by_file):
        gap = "\n" if at else ""
        for problem in problems:
            yield problem.level, gap + found.examination.report(problem)
            gap = ""


def _finding(problem: Problem) -> Object:
    place = problem.place
    return {
        "rule": problem.rule,
        "level": problem.level.name,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "width": problem.width,
        "message": problem.message,
        "hint": problem.hint or None,
        "steps": [_step(*step) for step in problem.steps],
        **_spot_data(problem.spot),
    }


def _step(place: Place, message: str) -> Object:
    where = {"file": place.file, "line": place.line, "column": place.column}
    return {**where, "message": message}


def _spot_data(spot: Spot | None) -> Object:
    """Return which part of a timeline a finding is about; the timeline itself has no id."""
    if spot is None:
        return {"section": None, "id": None, "key": None, "value": None}
    id_ = "" if spot.registry == "timeline" else spot.id
    return {
        "section": spot.registry,
        "id": id_ or None,
        "key": spot.key or None,
        "value": spot.value or None,
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
    steps = [f"{place}: {said}" for place, said in problem.steps]
    text = together("\n", problem.message, *steps, problem.hint)
    return f"::{_COMMANDS[problem.level]} {given}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def rules_data(rules: Iterable[Rule]) -> Object:
    """Return all *rules* as an answer of their own."""
    return {"format": FORMAT, "rules": [_rule_data(each) for each in rules]}


def rule_lines(rules: Iterable[Rule], *, aligned: bool) -> Iterator[str]:
    """Yield a line for each rule: name, level and what it looks for; in columns if *aligned*."""
    rows = [(each.name, each.level.name, each.help) for each in rules]
    if not aligned:
        yield from map("\t".join, rows)
        return
    name_width = max(len(name) for name, _, _ in rows)
    level_width = max(len(level) for _, level, _ in rows)
    for name, level, help_ in rows:
        yield f"{name:{name_width}}  {level:{level_width}}  {help_}"


def explanation_data(rule: Rule) -> Object:
    """Return everything about a rule."""
    return {"format": FORMAT, **_rule_data(rule), "explanation": rule.explanation}


def explanation_text(rule: Rule) -> str:
    """Return everything about a rule: what it looks for, why, and how to leave it out."""
    text = f"{rule.name}, {_article(rule.level.name)}\n{rule.help}\n\n{rule.explanation}"
    if rule in (INVALID, UNUSED):
        return text
    return f"{text}\nWhere the file is right:   # timeline: ignore {rule.name}: why\n"


def _rule_data(rule: Rule) -> Object:
    return {"name": rule.name, "level": rule.level.name, "help": rule.help}


def _article(level: str) -> str:
    return f"an {level}" if level[0] == "e" else f"a {level}"
