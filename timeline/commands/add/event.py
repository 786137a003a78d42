"""What was typed for a new event → the fields of the event, and of what it needs beside it.

An answer is a text as an option has it: `ID,credibility=2` for a source, `denies=ID`
for a link.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

from timeline import edtf, phrases
from timeline.commands.add.answers import FURTHER, Answers
from timeline.commands.add.entries import all_new, named_by
from timeline.commands.add.values import Known, NewEntry, account, citation, understood
from timeline.commands.support.command_line import argument, command
from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.model.file_fields import Fields
from timeline.model.handles import Handles
from timeline.model.keys import Key
from timeline.model.records import Event, Ids, made_id
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.query import choice, events
from timeline.query.called import UnknownName
from timeline.text import enumerated, quoted, together

_EXAMPLES = {
    "actor": "name=…, kind=person, of=…",
    "arc": "title=…",
    "source": "publisher=…, title=…, date=…, url=…, reliability=B",
}


class NewEvent(NamedTuple):
    """An event that is to be added, and the entries that it needs."""

    fields: Fields
    entries: tuple[NewEntry, ...]


def new_event(said: Answers, timeline: Timeline, today: int) -> NewEvent:
    """Return the event that *said* describes, its names resolved in *timeline*.

    Raises `UsageError` for what cannot be, and `PhraseError`.
    """
    known = Known(timeline, all_new(said, timeline, today))
    when = phrases.to_when(said.date, today) if said.date else None
    title = " ".join((said.title or "").split())
    id_ = own_id(said.id, timeline) if said.id else suggested_id(title, when, timeline)
    found: Fields = {
        "id": id_,
        "date": str(when) if when else "",
        "title": title,
        "summary": _plain(EVENT["summary"], said),
        "kind": _plain(EVENT["kind"], said),
        "by": _named(said.said("by"), "actor", known),
        "actors": _named(said.said("actor"), "actor", known),
        "places": _placed(said.said("place"), known),
        "arc": "".join(_named(said.said("arc"), "arc", known)[:1]),
        "tags": _plain(EVENT["tags"], said),
        "status": _plain(EVENT["status"], said),
        "sources": _cited(said.said("source"), known),
        "accounts": [account(text, known, today) for text in said.said("account")],
        "links": [link(text, timeline) for text in said.said("link")],
        "note": _plain(EVENT["note"], said),
        **{key.name: _further(key, said, known, today) for key in FURTHER},
    }
    _add_unnamed(found, known.new)
    fields = {key: _each_once(found[key]) for key in EVENT.names if found.get(key)}
    return NewEvent(fields, tuple(known.new))


def _plain(key: Key, said: Answers) -> str | list[str]:
    """Return what is said for a key as the file will have it; raises `UsageError`."""
    values = said.said(key.option)
    if key.kind == "texts":
        return values
    text = "".join(values)
    return choice.word(key.name, text, key.choices) if text and key.choices else text


def _further(key: Key, said: Answers, known: Known, today: int) -> str | list[str]:
    """Return what is said for a key that has no shape of its own here; raises `UsageError`."""
    values = said.said(key.option)
    if key.kind in ("texts", "urls"):
        return values
    return understood(key, "; ".join(values), known, today) if values else ""


def own_id(text: str, timeline: Timeline) -> str:
    """Return *text* as an id; raises `UsageError` where an event has it already."""
    taken = timeline.values("id")
    if text in taken:
        show = command("show", *argument(text))
        hint = f"`{show}` shows it; {quoted(Ids(taken).free(text))} is free"
        raise UsageError(f"there is an event {quoted(text)} already", hint)
    return text


def suggested_id(title: str, when: edtf.When | None, timeline: Timeline) -> str:
    """Return an id that no event has, made as loading would make it."""
    return Ids(timeline.values("id")).free(made_id(title, when))


def link(text: str, timeline: Timeline) -> Fields:
    """Return the link that `denies=ID` is; the event may be named in any way but by a date.

    Raises `UsageError`.
    """
    type_, equals, target = (part.strip() for part in re.split("([=:])", f"{text}=", maxsplit=1))
    target = target.removesuffix("=").strip()
    if type_ not in LINK_TYPES:
        hint = did_you_mean(type_, LINK_TYPES) or f"there are {enumerated(LINK_TYPES)}"
        raise UsageError(f"{quoted(type_)} is no type of link", hint)
    if not target:
        raise UsageError(f"the link {quoted(text)} names no event", f"write {type_}{equals}ID")
    return {type_: _linked(target, timeline).id}


def _linked(name: str, timeline: Timeline) -> Event:
    """Return the event that *name* names; raises `UsageError`, also for a handle."""
    event = Handles(timeline).event(name)
    if event and not events.whole(name, timeline):
        message = f"{quoted(name)} is a handle, which moves when events are added"
        raise UsageError(message, f"in a file, write the id: {event.id}")
    found = events.named(name, timeline, today=None).events
    if found:
        return events.one(name, found)
    if is_date(name):
        hint = "a link leads to an event: name its id; for a date, write --date"
        raise UsageError(f"no event is called {quoted(name)}", hint)
    return timeline.get(name)


def is_date(text: str) -> bool:
    """Whether *text* can be read as a date."""
    try:
        phrases.to_when(text)
    except phrases.PhraseError:
        return False
    return True


@contextmanager
def _or_new(noun: str) -> Iterator[None]:
    """Say of a name that is not known how to add it."""
    try:
        yield
    except UnknownName as error:
        more = f"or add it: --new-{noun} '{_EXAMPLES[noun]}'"
        raise UsageError(error.message, together("\n", error.hint, more)) from error


def _named(names: Sequence[str], noun: str, known: Known) -> list[str]:
    """Return the ids of actors or arcs."""
    with _or_new(noun):
        return [known.id(f"{noun}s", name) for name in names]


def _placed(texts: Sequence[str], known: Known) -> list[str]:
    """Return the names of places."""
    names = {entry.id: entry.fields["name"] for entry in known.new if entry.registry == "places"}
    return [
        names.get(known.new_id("places", text)) or choice.place(text, known.timeline)
        for text in texts
    ]


def _cited(texts: Sequence[str], known: Known) -> list[str | Fields]:
    """Return the citations."""
    with _or_new("source"):
        return [citation(text, known) for text in texts]


def _add_unnamed(found: Fields, new: Sequence[NewEntry]) -> None:
    """Let the event name each *new* entry that nothing names yet, behind what it does name."""
    named = {*named_by(new), *_mentioned(found)}
    for entry in new:
        if (entry.registry, entry.id) in named:
            continue
        if entry.registry == "arcs":
            found["arc"] = found["arc"] or entry.id
        elif entry.registry == "places":
            found["places"].append(entry.fields["name"])
        else:
            found[entry.registry].append(entry.id)


def _mentioned(found: Fields) -> Iterator[tuple[str, str]]:
    """Yield the registry and the id of each entry that an event mentions beside its actors."""
    accounts = found["accounts"]
    for id_ in chain(found["by"], *(told.get("by", ()) for told in accounts)):
        yield "actors", id_
    for cited in chain(found["sources"], *(told.get("sources", ()) for told in accounts)):
        use = {"source": cited} if isinstance(cited, str) else cited
        for id_ in (use["source"], *use.get("relays", ())):
            yield "sources", id_


def _each_once(value: str | list[str] | list[Fields]) -> object:
    if isinstance(value, str):
        return value
    return [each for at, each in enumerate(value) if each not in value[:at]]
