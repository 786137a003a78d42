"""A new event → the text of the file with it, which must load before it is written."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from msgspec.structs import replace

from timeline import edtf
from timeline.commands.add.answers import Answers
from timeline.commands.add.doubts import in_words, refuse_twin
from timeline.commands.add.entries import plain_names
from timeline.commands.add.event import NewEvent, new_event
from timeline.commands.support import difference, streams
from timeline.commands.support.difference import events_but
from timeline.commands.support.target import Target
from timeline.editing import entries, json_lines
from timeline.editing.events import no_room, with_event
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError
from timeline.files.change import changing
from timeline.files.content import contents, shown, text_or_nothing
from timeline.loading import load
from timeline.loading.problems import InvalidFile
from timeline.model.file_fields import event_fields, header_fields
from timeline.model.records import Event
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.query import choice
from timeline.text import visible


class Piece(NamedTuple):
    """Lines that are new in a file, and the number of the first."""

    line: int
    lines: tuple[str, ...]


class Addition(NamedTuple):
    """The text of a file before and after an event was added, and each piece that is new."""

    id: str
    date: str
    line: int  # in which the event begins
    before: str
    after: str
    pieces: tuple[Piece, ...]


def held(target: Target, today: int) -> Timeline:
    """Return what the file holds; raises `InvalidFile` where it does not load."""
    return _held(target, text_of(target), today)


def text_of(target: Target) -> str:
    """Return the text of the file, "" where it is empty; raises `Unreadable`."""
    return text_or_nothing(target.name, contents(target.name))


def _held(target: Target, text: str, today: int) -> Timeline:
    """Return what the file holds with *text*; in comments alone, and in nothing, are no events."""
    if not text.strip() and json_lines.is_begun(target.name, text):
        others = [name for name in target.files if name != target.name]
        return load.load(*others, today=today) if others else Timeline(())
    if not text.strip() and target.name.lower().endswith(".json"):
        hint = "give it a name that ends in .yaml or .jsonl"
        raise CannotEdit(f"{visible(shown(target.name))} is empty, and JSON is not added to", hint)
    lines = (line.strip() for line in text.splitlines())
    if all(line.startswith("#") for line in lines if line):
        text += "\nevents:\n"
    return target.holds(text, today)


def addition(
    target: Target, text: str, said: Answers, today: int, *, sure: bool = True
) -> Addition:
    """Return *text*, which the file holds, with the event that *said* describes.

    Raises `UsageError` for what *said* cannot mean and, unless *sure*, for a date and a
    title that an event has already, `CannotEdit` where the file has no
    room for it, and `InvalidFile` where the file does not load as it is.
    """
    timeline = _held(target, text, today)
    event = new_event(said, timeline, today)
    if not sure and "date" in event.fields:
        refuse_twin(target, timeline, event.fields["title"], edtf.parse(event.fields["date"]))
    texts = [text, *_texts(target, text, event, timeline)]
    try:
        after = target.holds(texts[-1], today)
    except InvalidFile as error:
        message = f"{visible(shown(target.name))} would not load with this event:\n{error}"
        raise TimelineError(message, "nothing was written") from error
    _refuse_other_changes(timeline, after, event)
    added = after.get(event.fields["id"])
    if not sure and added.undated:
        refuse_twin(target, timeline, added.title, added.date)
    pieces = tuple(starmap(_piece, pairwise(texts)))
    return Addition(added.id, added.date.text, added.place.line, text, texts[-1], pieces)


def _refuse_other_changes(before: Timeline, after: Timeline, new: NewEvent) -> None:
    """Raise `CannotEdit` where *after* does not say what *before* said, and the *new* event."""
    id_ = new.fields["id"]
    if event_fields(after.get(id_)) != {key: each for key, each in new.fields.items() if each}:
        raise no_room()
    told = {(entry.registry, entry.id) for entry in new.entries}
    kept = all(
        getattr(after, name).get(id_) == entry
        for name in REGISTRIES
        for id_, entry in getattr(before, name).items()
        if (name, id_) not in told
    )
    same_header = header_fields(before) == header_fields(after)
    same_events = _called_anew(before, after) == events_but(after, (id_,))
    if not (kept and same_header and same_events):
        raise no_room()


def _called_anew(before: Timeline, after: Timeline) -> list[Event]:
    """Return the events of *before*; a new place may be what some of theirs is called."""
    name = after.geography.name
    return [
        replace(event, places=tuple(dict.fromkeys(map(name, event.places))))
        for event in events_but(before, ())
    ]


def add(
    target: Target, said: Answers, today: int, *, dry_run: bool = False, sure: bool = True
) -> None:
    """Add the event that *said* describes to the file, and say where it stands.

    What others have added meanwhile stays. With *dry_run* the difference is shown
    instead. Raises what `addition` and `changing` do.
    """
    if dry_run:
        added = addition(target, text_of(target), said, today, sure=sure)
        difference.show(target.name, added.before, added.after)
        return
    with load.collector_paused(), changing(target.name) as change:
        added = addition(target, change.text, said, today, sure=sure)
        change.write(added.after)
    where = f"{visible(shown(target.name))}:{added.line}"
    dated = in_words(edtf.parse(added.date))
    streams.remark(f"added {visible(added.id)} at {where}, dated {dated}")


def _texts(target: Target, text: str, event: NewEvent, timeline: Timeline) -> Iterator[str]:
    """Yield *text* with each entry that is needed, and last with the event."""
    if json_lines.is_begun(target.name, text):
        yield _lines(text, event)
        return
    for registry in dict.fromkeys(entry.registry for entry in event.entries):
        if names := plain_names(registry, timeline, event.entries):
            text = entries.with_registry(text, registry, names)
            yield text
    for registry, id_, fields in event.entries:
        none_yet = choice.implied(timeline, registry)
        text = entries.with_entry(text, registry, id_, fields, make=none_yet)
        yield text
    yield with_event(text, event.fields, target.told(timeline), unchecked=True)


def _lines(text: str, event: NewEvent) -> str:
    """Return JSON Lines with the event; raises `CannotEdit` for an entry that it needs."""
    for entry in event.entries:
        noun = REGISTRIES[entry.registry].noun
        hint = f"name it with --{noun}, or keep the file in YAML: timeline export yaml"
        article = "an" if noun.startswith("a") else "a"
        raise CannotEdit(f"JSON Lines has no place for what {article} {noun} is", hint)
    return json_lines.with_event(text, event.fields)


def _piece(before: str, after: str) -> Piece:
    """Return the lines that *after* has more than *before*, without blank ones around them."""
    old, new = before.splitlines(), after.splitlines()
    first = _alike(old, new)
    last = len(new) - _alike(old[first:][::-1], new[first:][::-1])
    while first < last and not new[first].strip():
        first += 1
    while first < last and not new[last - 1].strip():
        last -= 1
    return Piece(first + 1, tuple(new[first:last]))


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many lines at the beginning are the same."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))
