"""What is wrong with an event file: where, the line with a caret, what to write instead."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from timeline.errors import TimelineError
from timeline.model.findings import Level, Spot
from timeline.model.records import Place
from timeline.nodes.page import Page
from timeline.text import counted, pointed_at, visible

Hint: TypeAlias = str | Callable[[], str]
Steps: TypeAlias = tuple[tuple[Place, str], ...]
"""What is wrong only together: where each stands, and what it says."""

INVALID = "invalid"  # the rule of a file that does not load
_MOST_SHOWN = 50  # a file with thousands of faults has one fault, thousands of times


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong: its place, what it is, and what to write instead."""

    place: Place
    message: str
    advice: Hint = ""  # a near name takes a while to find: a function finds it when asked
    width: int = 1  # characters that are at fault, from the place on
    rule: str = INVALID
    level: Level = Level.error
    spot: Spot | None = None  # the part of the timeline, where it was found by a rule
    steps: Steps = ()

    @property
    def hint(self) -> str:
        """What to write instead; "" where nobody can say."""
        return self.advice if isinstance(self.advice, str) else self.advice()


class InvalidFile(TimelineError):
    """Event files with problems, in the order of the files and of their lines."""

    def __init__(
        self, problems: Sequence[Problem], pages: Mapping[str, Page], uncounted: int = 0
    ) -> None:
        """Keep the *problems* and show them on their *pages*; *uncounted* were too many to keep."""
        self.problems = tuple(problems)
        shown = [report(problem, pages[problem.place.file]) for problem in problems[:_MOST_SHOWN]]
        left = len(problems) - len(shown) + uncounted
        if left:
            shown.append(f"and {counted(left, 'more problem')}")
        super().__init__("\n".join(shown))


def report(problem: Problem, page: Page, *, named: bool = False) -> str:
    """Return *problem* in words: place and message, its line, a caret, the hint.

    *named*, it says how much it matters and which rule found it.
    """
    place = problem.place
    excerpt, carets = pointed_at(page.line(place.line), place.column - 1, problem.width)
    number = f"{place.line:>5}"
    margin = " " * len(number) + " | "
    message = visible(problem.message)
    if named:
        message = _named(problem, message)
    found = [
        f"{visible(str(place))}: {message}",
        f"{number} | {excerpt}".rstrip(),
        margin + carets,
    ]
    steps = (f"{at}: {said}" for at, said in problem.steps)
    hints = (*steps, problem.hint)
    found += [margin + visible(hint) for hint in hints if hint]
    return "\n".join(found)


def _named(problem: Problem, message: str) -> str:
    return f"{problem.level.name}: {message} [{problem.rule}]"
