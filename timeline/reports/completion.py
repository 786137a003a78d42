"""What may be typed next: the fields of a query, and the values of the file in use.

Only values that a shell takes as one plain word are offered; a name with spaces
is offered with hyphens, which the query reads as well.
"""

import re
from collections.abc import Callable, Iterable

from timeline.checking import rules
from timeline.model.records import STATUSES
from timeline.model.timeline import Timeline
from timeline.query import values
from timeline.query.fields import FIELDS, KINDS, MEASURES
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


_KNOWN: dict[str, Callable[[Timeline], Iterable[str]]] = {
    "actor": lambda timeline: timeline.actors,
    "arc": lambda timeline: timeline.arcs,
    "source": lambda timeline: timeline.sources,
    "status": lambda _: STATUSES,
    "kind": lambda _: KINDS,
    "tag": lambda timeline: _words(values.every(values.tags, timeline)),
    "place": lambda timeline: _words(values.every(values.places, timeline)),
    "id": lambda timeline: values.every(values.id_, timeline),
    "year": _years,
    "date": _years,
}


def rule_names(beginning: str) -> list[str]:
    """Return the names of the rules of `check` that begin so."""
    return [rule.name for rule in rules.RULES if rule.name.startswith(beginning)]
