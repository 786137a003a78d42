"""What may be typed next: the fields of a query, and the values of the file in use.

Only values that a shell takes as one plain word are offered; a name with spaces
is offered with hyphens, which the query reads as well.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from timeline.checking import rules
from timeline.model.keys import Key
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.query import values
from timeline.query.fields import FIELDS, MEASURES
from timeline.reports.counts import by_year
from timeline.text import slug

_PLAIN = re.compile(r"[\w.:=-]+", re.ASCII)


def candidates(field: str, timeline: Timeline) -> list[str]:
    """Return the values of *field* in *timeline*, each a plain word; none for other fields."""
    known = _KNOWN.get(field, _nothing)
    return [each for each in known(timeline) if _PLAIN.fullmatch(each)]


def next_words(typed: str, timeline: Timeline) -> list[str]:
    """Return what the last word of a query may be: fields, or `field:` with its values."""
    field, colon, _ = typed.partition(":")
    if not colon:
        return [f"{name}:" for name in FIELDS] + [f"{name}>=" for name in MEASURES]
    return [f"{field}:{value}" for value in candidates(field, timeline)]


def _nothing(_: Timeline) -> Iterable[str]:
    return ()


def _words(names: Iterable[str]) -> list[str]:
    return [name if _PLAIN.fullmatch(name) else slug(name) for name in names]


def _years(timeline: Timeline) -> list[str]:
    return [count.key for count in by_year(timeline.select())]


def _values_of(key: Key, timeline: Timeline) -> Iterable[str]:
    """Return what a key may say: its choices, the entries of its registry, or what events say."""
    if key.choices:
        return key.choices
    if key.registry:
        entries: Iterable[str] = getattr(timeline, key.registry)
        return entries
    if key.kind == "text":
        return ()
    known = values.every(values.of_key(key.name), timeline)
    return _words(known) if key.kind == "texts" else known


_KNOWN: dict[str, Callable[[Timeline], Iterable[str]]] = {
    **{key.field: partial(_values_of, key) for key in EVENT.keys if key.field},
    "year": _years,
    "date": _years,
}


def rule_names(beginning: str) -> list[str]:
    """Return the names of the rules of `check` that begin so."""
    return [rule.name for rule in rules.RULES if rule.name.startswith(beginning)]
