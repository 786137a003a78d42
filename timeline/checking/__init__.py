"""Rules for curators: timeline → findings.

A rule is a function over a `Case` that yields faults; the first line of its docstring is
its help, and `explanations` says the rest. `RULES` lists them in the order of the help.
"""

from timeline.checking.rule import Case, Rule
from timeline.checking.rules import INVALID, RULES, UNUSED, check, rule_named

__all__ = ["INVALID", "RULES", "UNUSED", "Case", "Rule", "check", "rule_named"]
