"""What was typed for an entry of a registry → its id and its fields; what is new is offered.

It is `publisher=…, title=…`, as the options `--new-source`, `--new-actor`, `--new-place`
and `--new-arc` have it. To a person who is asked it is offered key by key.
"""

import re
import shlex
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline import phrases
from timeline.commands.add.answers import Answers
from timeline.commands.support import prompts
from timeline.errors import TimelineError, UsageError
from timeline.model.file_fields import YES, Fields
from timeline.model.keys import SEVERAL, Key
from timeline.model.records import Ids
from timeline.model.scales import ACTOR_KINDS, RELIABILITIES
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.query import choice
from timeline.query.called import UnknownName, names_of_places, plain
from timeline.text import counted, did_you_mean, enumerated, quoted, slug

_MOST_TITLE = 40  # characters of a title that an id is made of
_HINTS = {
    "kind": enumerated(ACTOR_KINDS, "or"),
    "aliases": "Other names, with semicolons between them.",
    "of": "Whom it belongs to, with semicolons between them.",
    "in": "In what it lies, with semicolons between them.",
    "reliability": ", ".join(f"{grade} {words}" for grade, words in RELIABILITIES.items()),
}
# Of a source what every source has; the rest can be said with --new-source, and in the file.
_ASKED_OF_SOURCES = ("publisher", "title", "date", "url", "reliability")
_CHOICES = {"actors": choice.actor, "places": choice.location, "sources": choice.source}


class NewEntry(NamedTuple):
    """An entry that a registry is to have."""

    registry: str
    id: str
    fields: Fields


class Known(NamedTuple):
    """What an entry can name: what there is in a timeline, and what is new beside it."""

    timeline: Timeline
    new: Sequence[NewEntry] = ()


def new_entries(
    registry: str, texts: Iterable[str], timeline: Timeline, today: int
) -> Iterator[NewEntry]:
    """Yield the entry of a *registry* that each of *texts* is, with an id that is free.

    Where the file has no such registry, it may be one of the names that events use. What an
    entry names may be new as well, and stands before it; a place that has no entry yet gets one.
    Raises `UsageError`.
    """
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
        new += _without_entry(said.get("in", ""), timeline, new, taken)
        made = _checked(registry, said, Known(timeline, new), today)
        new.append(NewEntry(registry, id_ or taken.free(suggested(made)), made))
    yield from new


def _without_entry(
    outer: str, timeline: Timeline, new: Sequence[NewEntry], taken: Ids
) -> list[NewEntry]:
    """Return entries for the places of events in which a new one is to lie, where none has it."""
    found = []
    for text in _parts(outer):
        name = choice.place(text, timeline)
        is_used = name in names_of_places(timeline)
        if is_used and not timeline.geography.has(name) and not _id_of(name, new):
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


def pairs(text: str, known: Sequence[str], what: str) -> dict[str, str]:
    """Return what `key=value, key=value` says; a comma within a value is none between two.

    Raises `UsageError` for another key than the *known*.
    """
    found: dict[str, str] = {}
    for part in re.split(rf",\s*(?=(?:{'|'.join(known)})\s*=)", text):
        key, equals, value = (each.strip() for each in part.partition("="))
        if not equals or key not in known:
            hint = did_you_mean(key, known) or f"write {known[0]}=…, {known[1]}=…"
            raise UsageError(f"{what} has no {quoted(key)}", hint)
        if key in found:
            raise UsageError(f"{what} has {quoted(key)} twice", "write each key once")
        found[key] = value
    return {key: value for key, value in found.items() if value}


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


def understood(key: Key, text: str, known: Known, today: int) -> str | list[str]:
    """Return the value that *text* is for a *key* of an entry.

    Raises `UsageError` for another word than there are, `PhraseError` for no date.
    """
    if key.kind == "date":
        return phrases.to_edtf(text, today)
    if key.kind == "grade":
        return choice.word(key.name, text.upper(), key.choices)
    if key.kind in ("choice", "flag"):
        return choice.word(key.name, text, key.choices or (YES,))
    if key.kind not in SEVERAL:
        return _short(key, text)
    names = _parts(text)
    if not key.registry or key.kind == "origins":  # what was not read has a name alone
        return names
    return [_named(key.registry, each, known) for each in names]


def _short(key: Key, text: str) -> str:
    """Return a text that is no longer than its key may have it; raises `UsageError`."""
    if key.most and len(text) > key.most:
        message = f"{quoted(key.name)} has {counted(len(text), 'character')}"
        raise UsageError(message, f"it may have {key.most}: keep the words that matter")
    return text


def _parts(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _named(registry: str, name: str, known: Known) -> str:
    """Return the id of the entry called *name*, which may be new; raises `UsageError`."""
    if id_ := _id_of(name, known.new):
        return id_
    try:
        return _CHOICES[registry](name, known.timeline)
    except UnknownName as error:
        about = REGISTRIES[registry]
        hint = f"or add it too, before: --new-{about.noun} {shlex.quote(f'{about.naming}={name}')}"
        raise UsageError(error.message, "\n".join(filter(None, (error.hint, hint)))) from error


def _id_of(name: str, new: Iterable[NewEntry]) -> str:
    """Return the id of the *new* entry that is called *name*; "" where none is."""
    wanted = plain(name)
    for entry in new:
        called = (entry.id, str(entry.fields[REGISTRIES[entry.registry].naming]))
        if wanted in map(plain, called):
            return entry.id
    return ""


def suggested(made: Fields) -> str:
    """Return what people call the entry in a word: `washington-post-2025-10-31`."""
    if "publisher" not in made and "date" not in made:
        return slug(made.get("name") or made.get("title", ""))[:_MOST_TITLE].strip("-") or "entry"
    publisher = slug(made.get("publisher") or made["title"][:_MOST_TITLE]).removeprefix("the-")
    day = re.match(r"\d{4}(-\d\d){0,2}", made.get("date", ""))
    if not day:
        return publisher
    return f"{publisher}-{day[0]}" if publisher else day[0]


def offered(registry: str, typed: str, said: Answers, timeline: Timeline, today: int) -> bool:
    """Offer to add *typed* to the *registry*; note it in *said* and return whether it is wanted."""
    noun = REGISTRIES[registry].noun
    if not prompts.sure(f"Add {quoted(typed)} as a new {noun}? [y/N] ", default="n"):
        return False
    found = _asked(registry, typed, timeline, today)
    taken = Ids([*getattr(timeline, registry), *_new_ids(registry, said, timeline, today)])
    found["id"] = prompts.line(prompts.labelled(" id"), begin=taken.free(suggested(found)))
    said.add(f"new_{noun}", ", ".join(f"{key}={value}" for key, value in found.items() if value))
    return True


def _asked(registry: str, typed: str, timeline: Timeline, today: int) -> dict[str, str]:
    """Return what the person says for each key; *typed* is meant for the one that is needed."""
    naming = REGISTRIES[registry].naming
    found: dict[str, str] = {}
    for key in REGISTRIES[registry].record.keys:
        if key.name not in _asked_of(registry):
            continue
        needed = key.name == naming
        value = _value(key, typed if needed else "", timeline, today, needed=needed)
        if value:
            found[key.name] = value
    return found


def _asked_of(registry: str) -> Container[str]:
    if registry == "sources":
        return _ASKED_OF_SOURCES
    return [key for key in REGISTRIES[registry].record.names if key != "note"]


def _value(key: Key, begin: str, timeline: Timeline, today: int, *, needed: bool) -> str:
    """Ask for a key's value until it can be understood, or is skipped if it may be."""
    if key.name in _HINTS:
        prompts.hint(_HINTS[key.name], beside=True)
    known = _known(key, timeline)
    while True:
        typed = prompts.line(prompts.labelled(f" {key.name}"), known, begin=begin)
        if not typed and not needed:
            return ""
        try:
            value = understood(key, typed, Known(timeline), today)
        except TimelineError as error:
            prompts.say(str(error), beside=True)
        else:
            if value:
                return value if isinstance(value, str) else "; ".join(value)


def _known(key: Key, timeline: Timeline) -> list[str]:
    """Return what can be completed."""
    if key.registry:
        return list(getattr(timeline, key.registry))
    if key.kind == "choice":
        return list(key.choices)
    if key.name == "publisher":
        return sorted({source.publisher for source in timeline.sources.values()})
    return []


def _new_ids(registry: str, said: Answers, timeline: Timeline, today: int) -> list[str]:
    texts = getattr(said, f"new_{REGISTRIES[registry].noun}") or ()
    return [entry.id for entry in new_entries(registry, texts, timeline, today)]
