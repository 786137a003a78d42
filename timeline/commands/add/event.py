"""What was typed for a new event → the fields of the event, and of what it needs beside it.

An answer is a text as an option has it: `ID,credibility=2` for a source, `denies=ID`
for a link.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from timeline import edtf, phrases
from timeline.commands.add.answers import Answers
from timeline.commands.add.entries import Known, NewEntry, new_entries, pairs, understood
from timeline.commands.support.command_line import argument, command
from timeline.errors import UsageError
from timeline.model.evidence import CITATION
from timeline.model.file_fields import Fields
from timeline.model.handles import Handles
from timeline.model.keys import PLAIN, Key
from timeline.model.records import Event, Ids, made_id
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.query import choice, events
from timeline.query.called import UnknownName
from timeline.text import did_you_mean, enumerated, quoted

_OF_CITATION = tuple(key for key in CITATION.names if key != "source")
_OWN = ("title", "summary", "kind", "places", "tags", "status", "note")
FURTHER = tuple(key for key in EVENT.keys if key.kind in PLAIN and key.name not in _OWN)
"""The keys that are asked for by what the table says of them alone; an option is a line more."""
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
    arcs = tuple(new_entries("arcs", said.new_arc or (), timeline, today))
    actors = tuple(new_entries("actors", said.new_actor or (), timeline, today))
    places = tuple(new_entries("places", said.new_place or (), timeline, today))
    sources = tuple(new_entries("sources", said.new_source or (), timeline, today))
    when = phrases.to_when(said.date, today) if said.date else None
    title = " ".join((said.title or "").split())
    id_ = own_id(said.id, timeline) if said.id else suggested_id(title, when, timeline)
    found: Fields = {
        "id": id_,
        "date": when.text if when else "",
        "title": title,
        "summary": _plain(EVENT["summary"], said),
        "kind": _plain(EVENT["kind"], said),
        "by": _speakers(said.by or [], timeline, actors),
        "actors": _named(said.said("actor"), "actor", timeline, actors),
        "places": _placed(said.said("place"), timeline, places),
        "arc": "".join(_named(said.said("arc"), "arc", timeline, arcs)[:1]),
        "tags": _plain(EVENT["tags"], said),
        "status": _plain(EVENT["status"], said),
        "sources": _cited(said.source or [], timeline, sources),
        "links": [link(text, timeline) for text in said.link or ()],
        "note": _plain(EVENT["note"], said),
        **{key.name: _plain(key, said) for key in FURTHER},
    }
    fields = {key: _each_once(found[key]) for key in EVENT.names if found.get(key)}
    return NewEvent(fields, (*arcs, *actors, *places, *sources))


def _plain(key: Key, said: Answers) -> str | list[str]:
    """Return what is said for a key as the file will have it; raises `UsageError`."""
    values = said.said(key.option)
    if key.kind == "texts":
        return values
    text = "".join(values)
    return choice.word(key.name, text, key.choices) if text and key.choices else text


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


def citation(text: str, timeline: Timeline, new: Sequence[str] = ()) -> str | Fields:
    """Return the citation that `ID,credibility=2,note=…` is; raises `UsageError`."""
    name, _, rest = text.partition(",")
    if re.match(rf"\s*({'|'.join(_OF_CITATION)})\s*=", rest):
        said = pairs(rest, _OF_CITATION, "a citation")
    else:
        name, said = text, {}
    found = {key: _of_use(key, value, timeline) for key, value in said.items()}
    name = name.strip()
    id_ = name if name in new else choice.source(name, timeline)
    if not said:
        return id_
    return {"source": id_, **{key: found[key] for key in _OF_CITATION if key in found}}


def _of_use(key: str, text: str, timeline: Timeline) -> str | list[str]:
    """Return what *text* is for a *key* of a citation; a wrong word is no name that is missing."""
    try:
        return understood(CITATION[key], text, Known(timeline), today=0)
    except UnknownName as error:
        raise UsageError(error.message, error.hint) from error


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
    return events.one(name, found) if found else timeline.get(name)


@contextmanager
def _or_new(noun: str) -> Iterator[None]:
    """Say of a name that is not known how to add it."""
    try:
        yield
    except UnknownName as error:
        more = f"or add it: --new-{noun} '{_EXAMPLES[noun]}'"
        raise UsageError(error.message, "\n".join(filter(None, (error.hint, more)))) from error


def _named(
    names: Sequence[str], noun: str, timeline: Timeline, new: Sequence[NewEntry]
) -> list[str]:
    """Return the ids of *names*; what is *new* and not among them comes last."""
    choose = choice.actor if noun == "actor" else choice.arc
    ids = {entry.id: entry.id for entry in new}
    with _or_new(noun):
        named = [ids.get(name) or choose(name, timeline) for name in names]
    around = {id_ for entry in new for id_ in entry.fields.get("of", ())}
    return [*named, *(id_ for id_ in ids if id_ not in named and id_ not in around)]


def _speakers(names: Sequence[str], timeline: Timeline, new: Sequence[NewEntry]) -> list[str]:
    """Return the ids of those who say it, who may be *new*."""
    ids = {entry.id for entry in new}
    with _or_new("actor"):
        return [name if name in ids else choice.actor(name, timeline) for name in names]


def _placed(texts: Sequence[str], timeline: Timeline, new: Sequence[NewEntry]) -> list[str]:
    """Return the names of places; what is *new* and not among them comes last.

    A new place in which another one lies is there for that one.
    """
    around = {id_ for entry in new for id_ in entry.fields.get("in", ())}
    names = {entry.id: entry.fields["name"] for entry in new}
    named = [names.get(text) or choice.place(text, timeline) for text in texts]
    further = [name for id_, name in names.items() if id_ not in around]
    return [*named, *(name for name in further if name not in named)]


def _cited(texts: Sequence[str], timeline: Timeline, new: Sequence[NewEntry]) -> list[str | Fields]:
    """Return the citations; a new source that none of them names comes last."""
    ids = [entry.id for entry in new]
    with _or_new("source"):
        cited = [citation(text, timeline, ids) for text in texts]
    named = {each if isinstance(each, str) else each["source"] for each in cited}
    return [*cited, *(id_ for id_ in ids if id_ not in named)]


def _each_once(value: str | list[str] | list[Fields]) -> object:
    if isinstance(value, str):
        return value
    return [each for at, each in enumerate(value) if each not in value[:at]]
