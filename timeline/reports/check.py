"""Event files and what was asked of them → the findings that are shown, and whether they fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline import phrases
from timeline.checking.rules import INVALID, RULES, UNUSED, check, rule_named
from timeline.errors import UsageError
from timeline.loading import load
from timeline.loading.examination import Examination
from timeline.loading.problems import Problem
from timeline.model.findings import Finding, Level


@dataclass(frozen=True)
class Asked:
    """Which rules are asked, what is shown of what they find, and what fails."""

    select: Sequence[str]
    ignore: Sequence[str]
    strict: bool
    notes: bool

    def named(self) -> list[str]:
        """Return the rules that are selected by name."""
        return [rule_named(name).name for name in _names(self.select)]

    def chosen(self) -> list[str]:
        """Return the rules that are asked, in their order.

        Raises `UsageError` for a name that no rule has.
        """
        named = self.named()
        without = set(self._ignored())
        if not (named or self.strict):
            without.add(UNUSED.name)
        rules = [rule.name for rule in RULES if not named or rule.name in named]
        if self.strict and UNUSED.name not in rules:
            rules.append(UNUSED.name)
        return [name for name in rules if name not in without]

    def _ignored(self) -> list[str]:
        left_out = [rule_named(name).name for name in _names(self.ignore)]
        if INVALID.name in left_out:
            hint = "a file that does not load cannot be checked"
            raise UsageError(f"'{INVALID.name}' cannot be ignored", hint)
        return left_out


@dataclass(frozen=True)
class Judgement:
    """What is shown, how many notes are not, and whether the files fail."""

    examination: Examination
    problems: list[Problem]
    hidden: int = 0
    failed: bool = False
    levels: dict[Level, int] = field(default_factory=dict)


def judge(files: Sequence[str], today: str | None, asked: Asked) -> Judgement:
    """Return what is to be said of *files*; without any, of the curated one.

    Raises `UsageError` for rules that are not there, `Unreadable` for such files.
    """
    rules = asked.chosen()
    day = phrases.today(today)
    examination = load.checked(*files, today=day)
    findings = check(examination.timeline, day, rules) if examination.timeline else []
    named = asked.named()
    shown = [each for each in findings if _is_shown(each, named, asked)]
    quiet = [each for each in findings if not _is_shown(each, named, asked)]
    hidden = len(examination.heard(quiet))
    problems = list(_problems(examination, shown, rules))
    least = Level.warning if asked.strict else Level.error
    return Judgement(
        examination,
        examination.ordered(problems),
        hidden=hidden,
        failed=any(each.level >= least for each in problems),
        levels={level: sum(each.level is level for each in problems) for level in Level},
    )


def _problems(
    examination: Examination, findings: Sequence[Finding], rules: Sequence[str]
) -> Iterator[Problem]:
    """Yield *findings* with their places, and what *rules* find that only a file shows."""
    if examination.timeline is None:
        yield from examination.problems
        return
    yield from examination.locate(findings)
    yield from examination.slips(rules)
    if UNUSED.name in rules:
        known = [rule.name for rule in RULES]
        yield from examination.unused_ignores(rules, known)


def _is_shown(finding: Finding, named: Sequence[str], asked: Asked) -> bool:
    return finding.level > Level.note or asked.notes or finding.rule in named


def _names(given: Sequence[str]) -> list[str]:
    """Return the names in *given*, several of which may stand between commas."""
    return [name.strip() for each in given for name in each.split(",") if name.strip()]
