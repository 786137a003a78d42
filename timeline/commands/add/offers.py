"""What is offered to a person who is asked: an entry that is not there yet, key by key; more keys.

What is said becomes a text as an option has it: `publisher=…, title=…`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.commands.add.answers import Answers
from timeline.commands.add.entries import all_new, suggested
from timeline.commands.add.pairs import pairs, written
from timeline.commands.add.values import Known, names_of, understood
from timeline.commands.support import prompts
from timeline.errors import TimelineError
from timeline.model.file_fields import YES
from timeline.model.keys import SEVERAL, Key
from timeline.model.records import Ids
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.text import enumerated, quoted

# What is asked of each new entry of a registry; the rest is one question more.
_ASKED = {
    "sources": ("publisher", "title", "date", "url", "reliability"),
    "actors": ("name", "kind", "aliases", "of"),
    "arcs": ("title", "summary"),
}


class Ground(NamedTuple):
    """What an answer is understood by: the timeline, and the day that is today."""

    timeline: Timeline
    today: int

    def known(self, said: Answers) -> Known:
        """Return what can be named, with what *said* says is new."""
        return Known(self.timeline, all_new(said, *self))


def offered(registry: str, typed: str, said: Answers, ground: Ground) -> str:
    """Offer to add *typed* to the *registry*; note it in *said*, and return its id.

    It is "" where nobody wants it.
    """
    noun = REGISTRIES[registry].noun
    if not prompts.sure(f"Add {quoted(typed)} as a new {noun}? [y/N] ", default="n"):
        return ""
    known = ground.known(said)
    found = _asked(registry, typed, known, ground.today)
    new = (entry.id for entry in known.new if entry.registry == registry)
    free = Ids([*getattr(ground.timeline, registry), *new]).free(suggested(found))
    id_ = prompts.line(prompts.labelled(" id"), begin=free) or free
    said.note_value(f"new_{noun}", written({**found, "id": id_}), several=True)
    return id_


def _asked(registry: str, typed: str, known: Known, today: int) -> dict[str, str]:
    """Return what the person says for each key; *typed* is meant for the one that is needed."""
    about = REGISTRIES[registry]
    found: dict[str, str] = {}
    keys = [about.record[name] for name in _ASKED[registry]]
    for key in keys:
        needed = key.name == about.naming
        found[key.name] = value(key, known, today, begin=typed if needed else "", needed=needed)
    rest = [key for key in about.record.keys if key not in keys]
    if names_of(rest) not in ([], ["note"]):
        found |= more(rest, known, today)
    return {name: found[name] for name in about.record.names if found.get(name)}


def more(keys: Sequence[Key], known: Known, today: int) -> dict[str, str]:
    """Return what else the person says, key → value, by some of *keys*: as many as are wanted."""
    found: dict[str, str] = {}
    by_name = {key.name: key for key in keys}
    hint = f"More about it? As key=value, of {enumerated(list(by_name))}. Enter goes on."
    prompts.hint(hint, beside=True)
    label = " more"
    while typed := prompts.line(prompts.labelled(label), _beginnings(keys, known)):
        for name, text in _by_name(typed, list(by_name)).items():
            key = by_name[name]
            said = _taken(key, text, known, today) if text else value(key, known, today)
            found[name] = said or found.get(name, "")
            label = ""
    return {name: said for name, said in found.items() if said}


def _by_name(typed: str, names: Sequence[str]) -> dict[str, str]:
    """Return what is said by key; "" for a key that stands alone. What cannot be is told."""
    if typed in names:
        return {typed: ""}
    try:
        return pairs(typed, names, "it")
    except TimelineError as error:
        prompts.say(str(error), beside=True)
        return {}


def _beginnings(keys: Sequence[Key], known: Known) -> list[str]:
    """Return what Tab completes where a key is to be named."""
    return [f"{key.name}={each}" for key in keys for each in _completed(key, known) or [""]]


def value(key: Key, known: Known, today: int, *, begin: str = "", needed: bool = False) -> str:
    """Ask for a key's value until it can be understood, or is skipped if it may be."""
    if hint := _hint(key):
        prompts.hint(hint, beside=True)
    completed = _completed(key, known)
    while True:
        typed = prompts.line(prompts.labelled(f" {key.name}"), completed, begin=begin)
        if not typed and not needed:
            return ""
        if found := _taken(key, typed, known, today):
            return found


def _taken(key: Key, typed: str, known: Known, today: int) -> str:
    """Return what *typed* says for a key, as an option has it; "" where it cannot be, and why."""
    try:
        found = understood(key, typed, known, today)
    except TimelineError as error:
        prompts.say(str(error), beside=True)
        return ""
    return found if isinstance(found, str) else "; ".join(found)


def _hint(key: Key) -> str:
    """Return what is said of a key before it is asked for; "" where its name says enough."""
    if key.kind == "grade":
        return ", ".join(f"{grade} {words}" for grade, words in key.choices.items())
    if key.choices:
        return f"One of {enumerated(list(key.choices), 'or')}."
    if key.kind in SEVERAL:
        return f"{key.means} Semicolons between several."
    return "" if key.kind == "url" or key.required or key.name in _PLAIN else key.means


_PLAIN = ("publisher", "name", "title", "summary", "note")


def _completed(key: Key, known: Known) -> list[str]:
    """Return what can be completed."""
    if key.registry:
        return [*_new_ids(key.registry, known), *getattr(known.timeline, key.registry)]
    if key.kind == "flag":
        return [YES]
    if key.choices:
        return list(key.choices)
    if key.name == "publisher":
        return sorted({source.publisher for source in known.timeline.sources.values()})
    return []


def _new_ids(registry: str, known: Known) -> Iterator[str]:
    return (entry.id for entry in known.new if entry.registry == registry)
