"""A whole event file of plain data: its sections, with the comments that stand in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from timeline.editing.emitter import (
    CANONICAL,
    EMPTY,
    Said,
    Value,
    entry_lines,
    event_lines,
    pair_lines,
)
from timeline.editing.scalars import scalar
from timeline.model.file_fields import Remarks
from timeline.model.schema import RECORDS

_END: Final = "end"  # what stands for the place behind the last key


def pieces(fields: Mapping[str, Value], remarks: Remarks | None = None) -> Iterator[str]:
    """Yield the text of an event file of *fields* (as of `model.file_fields`), in canonical style.

    It comes section by section, and event by event; the events may be any iterable, and each
    is asked for when it is written. The whole loads as exactly what *fields* say. *remarks*
    are lines of comments and blank ones above an entry (`("actors", ID)`) or a key of it
    (`("actors", ID, "name")`, "end" being behind all), the header (`("timeline", "")`), a
    section (`("", "actors")`), the file (`("", "")`) or at its end (`("", "end")`). Raises
    `CannotEdit` for a text with half a character in it.
    """
    said = remarks or {}
    sections = [_remarked(key, value, said) for key, value in fields.items() if value]
    parts = [_lines(said.get(("", ""), ())), *(sections or [_lines(["events: []"])])]
    above = ""
    for part in [*parts, _lines(said.get(("", _END), ()))]:
        between = above
        for text in part:
            yield between + text
            between, above = "", "\n"


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield *lines* as one text, if there are any."""
    if text := "".join(f"{line}\n" for line in lines):
        yield text


def _remarked(key: str, value: Value, remarks: Remarks) -> Iterator[str]:
    """Yield the text of a section, with what is said above it and above its entries."""
    own = list(remarks.get(("", key), ()))
    if key == "timeline":
        own += remarks.get((key, ""), ())
    if isinstance(value, (str, Mapping)):
        yield from _lines([*own, *_section(key, value, remarks)])
        return
    yield from _lines([*own, f"{scalar(key)}:"])
    blank = ""
    for event in value:
        yield blank + "".join(f"{line}\n" for line in _event(event, remarks))
        blank = "\n"


def _section(key: str, value: Value, remarks: Remarks) -> list[str]:
    if isinstance(value, str):
        return pair_lines({key: value}, 0, CANONICAL)
    if all(isinstance(entry, Mapping) for entry in value.values()):
        return [f"{scalar(key)}:", *_entries(key, value, remarks)]
    return [f"{scalar(key)}:", *pair_lines(value, 2, CANONICAL, _within(remarks, key, ""))]


def _entries(registry: str, entries: Mapping[str, Value], remarks: Remarks) -> list[str]:
    """Return the entries of a registry with their remarks."""
    lines: list[str] = []
    for id_, entry in entries.items():
        said = _within(remarks, registry, id_)
        lines += _above(remarks, registry, id_)
        lines += entry_lines(id_, entry, 2, CANONICAL, said)
    return lines


def _event(event: Mapping[str, Value], remarks: Remarks) -> list[str]:
    """Return an event with its remarks; those on its first key stand above its hyphen."""
    id_, first = event.get("id", ""), next(iter(event), "")
    said = _within(remarks, "events", id_)
    on_first = [f"  {line}" for line in said.get(first, ())]
    rest = {key: lines for key, lines in said.items() if key != first}
    return [*_above(remarks, "events", id_), *on_first, *event_lines(event, CANONICAL, rest)]


def _within(remarks: Remarks, registry: str, id_: str) -> Said:
    if not remarks:
        return EMPTY
    keys = (*RECORDS[registry].names, _END)
    found = {key: remarks.get((registry, id_, key), ()) for key in keys}
    return {key: lines for key, lines in found.items() if lines}


def _above(remarks: Remarks, registry: str, id_: str) -> list[str]:
    """Return the remarks on an entry in the column of entries."""
    return [f"  {line}" if line else "" for line in remarks.get((registry, id_), ())]
