"""What was typed for a value → the value as an event file has it, by the kind of its key.

A text is as options have it: `key=value, key=value` for what has keys of its own (`pairs`),
`a; b` for several, `ID,stance=denies` for the use of a source, `NAME,says=…` for an account.
"""

import shlex
from collections.abc import Sequence
from typing import NamedTuple

from timeline import phrases
from timeline.commands.add.pairs import begins_with, name_and_pairs, pairs, pieces, twice
from timeline.errors import UsageError
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.file_fields import YES, Fields
from timeline.model.keys import SEVERAL, Key
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.query import choice
from timeline.query.called import UnknownName, plain
from timeline.text import counted, quoted, together

OF_USE = tuple(key for key in CITATION.keys if key.name != "source")
"""The keys of the use of a source, beside the source."""
_CHOICES = {
    "actors": choice.actor,
    "arcs": choice.arc,
    "places": choice.location,
    "sources": choice.source,
}


class NewEntry(NamedTuple):
    """An entry that a registry is to have."""

    registry: str
    id: str
    fields: Fields


class Known(NamedTuple):
    """What can be named: what there is in a timeline, and what is new beside it."""

    timeline: Timeline
    new: Sequence[NewEntry] = ()

    def new_id(self, registry: str, name: str) -> str:
        """Return the id of the new entry of a *registry* that is called *name*; "" for none."""
        wanted = plain(name)
        naming = REGISTRIES[registry].naming
        for entry in self.new:
            if entry.registry != registry:
                continue
            if wanted in (plain(entry.id), plain(str(entry.fields[naming]))):
                return entry.id
        return ""

    def id(self, registry: str, name: str) -> str:
        """Return the id of the entry of a *registry* that is called *name*; raises `UsageError`."""
        return self.new_id(registry, name) or _CHOICES[registry](name, self.timeline)


def understood(key: Key, text: str, known: Known, today: int) -> str | list[str]:
    """Return the value that *text* is for a *key*.

    Raises `UsageError` for another word than there are, `PhraseError` for no date.
    """
    if key.kind == "date":
        return str(phrases.to_when(text, today))
    if key.kind in ("choice", "flag", "grade"):
        return choice.word(key.name, text, key.choices or (YES,))
    if key.kind == "id" and key.registry:
        return _named(key.registry, text, known)
    if key.kind not in SEVERAL:
        return _short(key, text)
    names = parts(text)
    if not key.registry or key.kind == "origins":  # what was not read has a name alone
        return names
    return [_named(key.registry, each, known) for each in names]


def _short(key: Key, text: str) -> str:
    """Return a text that is no longer than its key may have it; raises `UsageError`."""
    if key.most and len(text) > key.most:
        message = f"{quoted(key.name)} has {counted(len(text), 'character')}"
        raise UsageError(message, f"it may have {key.most}: keep the words that matter")
    return text


def parts(text: str) -> list[str]:
    """Return what stands in *text* with semicolons between."""
    return [each.strip() for each in text.split(";") if each.strip()]


def _named(registry: str, name: str, known: Known) -> str:
    """Return the id of the entry called *name*; a `UsageError` says how to add it."""
    try:
        return known.id(registry, name)
    except UnknownName as error:
        about = REGISTRIES[registry]
        hint = f"or add it too, before: --new-{about.noun} {shlex.quote(f'{about.naming}={name}')}"
        raise UsageError(error.message, together("\n", error.hint, hint)) from error


def citation(text: str, known: Known) -> str | Fields:
    """Return the citation that `ID,credibility=2,note=…` is; raises `UsageError`."""
    name, details = use(text)
    said = pairs(details, names_of(OF_USE), "a citation") if details else {}
    found = {key.name: _of_use(key, said[key.name], known) for key in OF_USE if key.name in said}
    id_ = known.id("sources", name)
    return {"source": id_, **found} if found else id_


def use(text: str) -> tuple[str, str]:
    """Return the name of a source, and the keys of its use that stand behind it, if any."""
    return name_and_pairs(text, names_of(OF_USE))


def names_of(keys: Sequence[Key]) -> list[str]:
    """Return the names of *keys*."""
    return [key.name for key in keys]


def _of_use(key: Key, text: str, known: Known) -> str | list[str]:
    """Return what *text* is for a *key* of a citation; a wrong word is no name that is missing."""
    try:
        return understood(key, text, known, today=0)
    except UnknownName as error:
        raise UsageError(error.message, error.hint) from error


def account(text: str, known: Known, today: int) -> Fields:
    """Return the account that `NAME,says=…,stance=denies,source=ID` is; raises `UsageError`.

    `source` may be said several times, each with keys of its own.
    """
    keys = {key.name: key for key in ACCOUNT.keys} | {key.option: key for key in ACCOUNT.keys}
    if not begins_with(text, list(keys)):
        text = f"by={text}"
    found: Fields = {}
    for name, value in pieces(text, list(keys), "an account"):
        key = keys[name]
        if key.kind == "citations":
            found[key.name] = [*found.get(key.name, ()), *_uses(value, known)]
        elif key.name in found:
            raise twice(key.name, "an account")
        elif value:
            found[key.name] = understood(key, value, known, today)
    if not (found.get("by") or found.get("sources")):
        raise UsageError(f"nobody tells the account {quoted(text)}", "write NAME,says=…,source=ID")
    return {name: found[name] for name in ACCOUNT.names if found.get(name)}


def _uses(text: str, known: Known) -> list[str | Fields]:
    """Return the citations of sources with semicolons between; keys belong to the last."""
    name, details = use(text)
    *others, last = parts(name) or [""]
    cited = f"{last},{details}" if details else last
    return [citation(each, known) for each in (*others, cited) if each]
