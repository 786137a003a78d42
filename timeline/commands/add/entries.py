"""What was typed for an entry of a registry → its id and its fields.

It is `publisher=…, title=…`, as the options `--new-source`, `--new-actor`, `--new-place`
and `--new-arc` have it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from timeline.commands.add.answers import Answers
from timeline.commands.add.pairs import pairs
from timeline.commands.add.values import Known, NewEntry, parts, understood
from timeline.errors import UsageError
from timeline.model.file_fields import Fields
from timeline.model.records import Ids
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.query import choice
from timeline.query.called import names_of_places
from timeline.text import quoted, slug

_MOST_TITLE = 40  # characters of a title that an id is made of
_IN_ORDER = ("arcs", "actors", "places", "sources")  # a source may name a new actor


def all_new(said: Answers, timeline: Timeline, today: int) -> tuple[NewEntry, ...]:
    """Return all entries that *said* describes; raises `UsageError`."""
    found: tuple[NewEntry, ...] = ()
    for registry in _IN_ORDER:
        texts = said.said(f"new_{REGISTRIES[registry].noun}")
        found += tuple(_new_entries(registry, texts, Known(timeline, found), today))
    return found


def _new_entries(
    registry: str, texts: Iterable[str], known: Known, today: int
) -> Iterator[NewEntry]:
    """Yield the entry of a *registry* that each of *texts* is, with an id that is free.

    Where the file has no such registry, it may be one of the names that events use. What an
    entry names may be new as well, and stands before it; a place that has no entry yet gets one.
    Raises `UsageError`.
    """
    timeline, before = known
    there = getattr(timeline, registry)
    noun = REGISTRIES[registry].noun
    taken = Ids(there)
    new: list[NewEntry] = []
    for text in texts:
        said = pairs(text, ("id", *REGISTRIES[registry].record.names), f"the new {noun}")
        id_ = said.pop("id", "")
        if id_ in there and not choice.implied(timeline, registry):
            hint = f"name it with --{noun}"
            raise UsageError(f"the {noun} {quoted(id_)} is there already", hint)
        new += _without_entry(said.get("in", ""), Known(timeline, new), taken)
        made = _checked(registry, said, Known(timeline, [*before, *new]), today)
        new.append(NewEntry(registry, id_ or taken.free(suggested(made)), made))
    yield from new


def _without_entry(outer: str, known: Known, taken: Ids) -> list[NewEntry]:
    """Return entries for the places of events in which a new one is to lie, where none has it."""
    timeline, found = known.timeline, []
    for text in parts(outer):
        name = choice.place(text, timeline)
        is_used = name in names_of_places(timeline)
        if is_used and not timeline.geography.has(name) and not known.new_id("places", name):
            found.append(NewEntry("places", taken.free(slug(name)), {"name": name}))
    return found


def plain_names(registry: str, timeline: Timeline, new: Iterable[NewEntry]) -> dict[str, Fields]:
    """Return, as entries of a *registry* that is to be, the names that stand for themselves.

    None where there is such a registry; without those that *new* entries tell more of.
    """
    if not choice.implied(timeline, registry):
        return {}
    told = {entry.id for entry in new if entry.registry == registry}
    naming = REGISTRIES[registry].naming
    return {id_: {naming: id_} for id_ in getattr(timeline, registry) if id_ not in told}


def _checked(registry: str, said: Mapping[str, str], known: Known, today: int) -> Fields:
    needed = REGISTRIES[registry].naming
    if not said.get(needed):
        message = f"the new {registry.removesuffix('s')} has no {needed}"
        raise UsageError(message, f"write {needed}=…")
    return {
        key.name: understood(key, said[key.name], known, today)
        for key in REGISTRIES[registry].record.keys
        if said.get(key.name)
    }


def suggested(made: Fields) -> str:
    """Return what people call the entry in a word: `washington-post-2025-10-31`."""
    if "publisher" not in made and "date" not in made:
        return slug(made.get("name") or made.get("title", ""))[:_MOST_TITLE].strip("-") or "entry"
    publisher = slug(made.get("publisher") or made["title"][:_MOST_TITLE]).removeprefix("the-")
    day = re.match(r"\d{4}(-\d\d){0,2}", made.get("date", ""))
    if not day:
        return publisher
    return f"{publisher}-{day[0]}" if publisher else day[0]


def named_by(entries: Iterable[NewEntry]) -> Iterator[tuple[str, str]]:
    """Yield the registry and the id of all that *entries* name: what they are of, in, a copy of."""
    for entry in entries:
        for key in REGISTRIES[entry.registry].record.keys:
            value = entry.fields.get(key.name, ())
            ids = [value] if isinstance(value, str) else value
            yield from ((key.registry, id_) for id_ in ids)
