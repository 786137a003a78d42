"""What was typed for an entry of a registry → its id and its fields; what is new is offered.

It is `publisher=…, title=…`, as the options `--new-source`, `--new-actor` and
`--new-arc` have it. To a person who is asked it is offered key by key.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline import phrases
from timeline.commands.add.answers import Answers
from timeline.commands.support import prompts
from timeline.errors import TimelineError, UsageError
from timeline.model.file_fields import Fields
from timeline.model.keys import Key
from timeline.model.records import Ids
from timeline.model.scales import ACTOR_KINDS, RELIABILITIES
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.query import choice
from timeline.text import did_you_mean, enumerated, quoted, slug

_MOST_TITLE = 40  # characters of a title that an id is made of
_HINTS = {
    "kind": enumerated(ACTOR_KINDS, "or"),
    "aliases": "Other names, with semicolons between them.",
    "of": "Whom it belongs to, with semicolons between them.",
    "reliability": ", ".join(f"{grade} {words}" for grade, words in RELIABILITIES.items()),
}
# Of a source what every source has; the rest can be said with --new-source, and in the file.
_ASKED_OF_SOURCES = ("publisher", "title", "date", "url", "reliability")


class NewEntry(NamedTuple):
    """An entry that a registry is to have."""

    registry: str
    id: str
    fields: Fields


def new_entries(
    registry: str, texts: Iterable[str], timeline: Timeline, today: int
) -> Iterator[NewEntry]:
    """Yield the entry of a *registry* that each of *texts* is, with an id that is free.

    Where the file has no such registry, it may be one of the names that events use.
    Raises `UsageError`.
    """
    there = getattr(timeline, registry)
    noun = REGISTRIES[registry].noun
    taken = Ids(there)
    for text in texts:
        said = pairs(text, ("id", *REGISTRIES[registry].record.names), f"the new {noun}")
        id_ = said.pop("id", "")
        if id_ in there and not choice.implied(timeline, registry):
            hint = f"name it with --{noun}"
            raise UsageError(f"the {noun} {quoted(id_)} is there already", hint)
        made = _checked(registry, said, timeline, today)
        yield NewEntry(registry, id_ or taken.free(suggested(made)), made)


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


def _checked(registry: str, said: Mapping[str, str], timeline: Timeline, today: int) -> Fields:
    needed = REGISTRIES[registry].naming
    if not said.get(needed):
        message = f"the new {registry.removesuffix('s')} has no {needed}"
        raise UsageError(message, f"write {needed}=…")
    return {
        key.name: understood(key, said[key.name], timeline, today)
        for key in REGISTRIES[registry].record.keys
        if said.get(key.name)
    }


def understood(key: Key, text: str, timeline: Timeline, today: int) -> str | list[str]:
    """Return the value that *text* is for a *key* of an entry.

    Raises `UsageError` for another word than there are, `PhraseError` for no date.
    """
    if key.kind == "date":
        return phrases.to_edtf(text, today)
    if key.kind == "grade":
        return choice.word(key.name, text.upper(), key.choices)
    if key.kind == "choice":
        return choice.word(key.name, text, key.choices)
    if key.kind not in ("texts", "ids"):
        return text
    names = [each.strip() for each in text.split(";") if each.strip()]
    if not key.registry:
        return names
    return [choice.actor(each, timeline) for each in names]


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
            value = understood(key, typed, timeline, today)
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
