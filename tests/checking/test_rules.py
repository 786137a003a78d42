"""Every rule speaks of the file that it is for, once, at the place; of another it is silent."""

from pathlib import Path

import pytest

from tests.checking.cases import CASES
from timeline.checking.explanations import EXPLANATIONS
from timeline.checking.rules import INVALID, RULES, UNUSED

NAMES = [rule.name for rule in RULES if rule not in (INVALID, UNUSED)]


def bracketed(marked):
    """Return a text without its brackets, and the line, column and width of what they held."""
    before, _, rest = marked.partition("⟦")
    inside, _, after = rest.partition("⟧")
    line = before.count("\n") + 1
    return before + inside + after, (line, len(before) - before.rfind("\n"), len(inside))


def test_every_rule_has_a_pair_of_files():
    """A new rule needs one that it finds something in, and one that it does not."""
    assert set(CASES) == set(NAMES)
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_finds_the_fault_once_and_at_its_place(found, name):
    """Line, column and width are those of the brackets."""
    text, place = bracketed(CASES[name][0])
    (problem,) = found(name, f_yaml=text)
    at = problem.place
    assert (at.line, at.column, problem.width) == place
    assert (at.file, problem.rule) == ("f.yaml", name)
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize("name", NAMES)
def test_it_has_nothing_against_a_file_that_is_well(found, name):
    """The second file of the pair is near to the first."""
    assert found(name, f_yaml=CASES[name][1]) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained(rule):
    """In a line that fits a terminal, and at length, 100 columns wide."""
    assert rule.help.startswith("Find ")
    assert rule.help.endswith(".")
    assert len(rule.help) <= 85
    assert len(rule.explanation.split("\n\n")) >= 3
    assert max(map(len, rule.explanation.splitlines())) <= 100


def test_nothing_is_explained_that_is_no_rule():
    """The page of explanations has no leftovers."""
    assert set(EXPLANATIONS) == {rule.name for rule in RULES}


def test_the_curated_timeline_is_well(found):
    """Warnings in it are mended, or ignored with a reason beside them."""
    text = (Path(__file__).parents[2] / "events.yaml").read_text(encoding="utf-8")
    assert [each for each in found(events_yaml=text) if each.level > 1] == []
