"""All rules, in the order of the help, and what they find together."""

from collections.abc import Collection, Iterator

from timeline.checking.accounts import (
    account_outside_date,
    disputed_without_accounts,
    one_sided_dispute,
    statement_without_speaker,
)
from timeline.checking.claims import backward_link, status_link_mismatch, unattributed_claim
from timeline.checking.dates import after_as_of, false_precision, future, unordered, years_or_season
from timeline.checking.duplicates import near_duplicate
from timeline.checking.hidden import hidden_character
from timeline.checking.identifiers import unknown_origin, wrong_identifier
from timeline.checking.lineage import (
    circular_source,
    confirmed_on_one_origin,
    relay_before_origin,
    unread_origin,
)
from timeline.checking.names import (
    actor_spelling,
    alias_clash,
    orphan_arc,
    place_spelling,
    tag_spelling,
    unknown_place,
    unused_actor,
    unused_place,
)
from timeline.checking.notes import unrecorded_lineage
from timeline.checking.order import could_be_narrower, order_conflict
from timeline.checking.rule import Case, Fault, Rule
from timeline.checking.sources import (
    dead_link_form,
    no_archive,
    repeated_url,
    source_before_event,
    uneven_grade,
    unsourced,
    unused_source,
)
from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.model.findings import RENAMED, Finding, Level
from timeline.model.timeline import Timeline
from timeline.text import quoted


def _invalid(_: Case) -> Iterator[Fault]:
    """Find what keeps a file from loading; only then are the other rules asked."""
    return iter(())  # loading finds it


def _lost_text(_: Case) -> Iterator[Fault]:
    """Find texts that ' #' cuts short: what stands behind it is a comment."""
    return iter(())  # the text of the file shows it, the timeline does not


def _empty_item(_: Case) -> Iterator[Fault]:
    """Find items of lists that are null, ~ or nothing."""
    return iter(())  # likewise


def _unused_ignore(_: Case) -> Iterator[Fault]:
    """Find comments that ignore what is not there (with --strict, or selected)."""
    return iter(())  # whoever honours the comments knows


INVALID = Rule(_invalid, Level.error)
UNUSED = Rule(_unused_ignore, Level.warning)

RULES: tuple[Rule, ...] = (
    INVALID,
    Rule(_lost_text, Level.warning),
    Rule(_empty_item, Level.warning),
    Rule(hidden_character, Level.warning),
    Rule(unsourced, Level.warning),
    Rule(confirmed_on_one_origin, Level.warning),
    Rule(circular_source, Level.error),
    Rule(relay_before_origin, Level.warning),
    Rule(source_before_event, Level.warning),
    Rule(false_precision, Level.warning),
    Rule(future, Level.error),
    Rule(after_as_of, Level.warning),
    Rule(unattributed_claim, Level.warning),
    Rule(status_link_mismatch, Level.warning),
    Rule(one_sided_dispute, Level.warning),
    Rule(account_outside_date, Level.warning),
    Rule(backward_link, Level.warning),
    Rule(order_conflict, Level.error),
    Rule(near_duplicate, Level.warning),
    Rule(alias_clash, Level.warning),
    Rule(actor_spelling, Level.warning),
    Rule(tag_spelling, Level.warning),
    Rule(place_spelling, Level.warning),
    Rule(unused_actor, Level.warning),
    Rule(unused_place, Level.warning),
    Rule(unused_source, Level.warning),
    Rule(orphan_arc, Level.warning),
    Rule(dead_link_form, Level.warning),
    Rule(wrong_identifier, Level.warning),
    Rule(unknown_origin, Level.warning),
    Rule(repeated_url, Level.warning),
    Rule(unread_origin, Level.note),
    Rule(unrecorded_lineage, Level.note),
    Rule(statement_without_speaker, Level.note),
    Rule(disputed_without_accounts, Level.note),
    Rule(unknown_place, Level.note),
    Rule(uneven_grade, Level.note),
    Rule(no_archive, Level.note),
    Rule(years_or_season, Level.note),
    Rule(could_be_narrower, Level.note),
    Rule(unordered, Level.note),
    UNUSED,
)


def check(timeline: Timeline, today: int, names: Collection[str] | None = None) -> list[Finding]:
    """Return what the rules called *names* find in *timeline*, or what all of them find.

    *today* is a day number. The findings come rule by rule.
    """
    case = Case(timeline, today)
    chosen = (rule for rule in RULES if names is None or rule.name in names)
    return [finding for rule in chosen for finding in rule.findings(case)]


def rule_named(name: str) -> Rule:
    """Return the rule called *name*; raise `UsageError` with what was probably meant."""
    rules = {rule.name: rule for rule in RULES}
    name = RENAMED.get(name, name)
    if name not in rules:
        hint = did_you_mean(name, rules) or "'timeline check --list' shows them all"
        raise UsageError(f"no rule is called {quoted(name)}", hint)
    return rules[name]
