"""An entry into a registry of a file."""

from collections.abc import Mapping, Sequence
from functools import partial

from timeline.editing.as_data import plain, said
from timeline.editing.blocks import Part, last_end, pair_parts
from timeline.editing.emitter import Style, Value, entry_lines
from timeline.editing.event_file import EventFile
from timeline.editing.excerpts import edited_beside
from timeline.editing.lines import CannotEdit
from timeline.editing.nodes import Items, Pairs, resolved, text_of
from timeline.editing.style import entry_style
from timeline.model.schema import SECTIONS
from timeline.text import quoted


def with_entry(
    text: str, registry: str, id_: str, fields: Mapping[str, Value], *, make: bool = False
) -> str:
    """Return *text* with an entry in its *registry*, in the registry's style.

    It stands in its place by id where the others are in that order, else at the end.
    Only with *make* is a registry made where there is none: from then on every name of
    its kind that events use must stand in it. Raises `CannotEdit` where there is no
    registry, or the id is in it already, and as `with_event` does.
    """
    return edited_beside(text, partial(_with_entry, registry, id_, fields, make=make))


def _with_entry(
    registry: str, id_: str, fields: Mapping[str, Value], file: EventFile, *, make: bool
) -> str:
    found = resolved(file.section(registry))
    if isinstance(found, Pairs) and found.pairs:
        if id_ in [text_of(key) for key, _ in found.pairs]:
            raise CannotEdit(f"{quoted(id_)} stands in '{registry}' already")
        edited = _inserted(file, registry, found, id_, fields)
    elif not make:
        hint = f"add '{registry}:', with an entry for each name that the events use"
        raise CannotEdit(f"this file has no '{registry}'", hint)
    else:
        edited = _made(file, registry, {id_: fields})
    _check(file, edited, registry, {id_: fields})
    return edited


def with_registry(text: str, registry: str, entries: Mapping[str, Mapping[str, Value]]) -> str:
    """Return *text* with a *registry* of these *entries*, id → fields, where it has none.

    A text that has one comes back as it is. Raises what `with_entry` does.
    """
    return edited_beside(text, partial(_with_registry, registry, entries))


def _with_registry(
    registry: str, entries: Mapping[str, Mapping[str, Value]], file: EventFile
) -> str:
    found = resolved(file.section(registry))
    if isinstance(found, Pairs) and found.pairs:
        return file.sheet.mark + file.sheet.text
    edited = _made(file, registry, entries)
    _check(file, edited, registry, entries)
    return edited


def _inserted(
    file: EventFile, registry: str, node: Pairs, id_: str, fields: Mapping[str, Value]
) -> str:
    sheet = file.sheet
    parts = pair_parts(sheet, node, file.key_line(registry) + 1)
    style = entry_style(file.sheet, node)
    lines = [line + sheet.newline for line in entry_lines(id_, fields, node.column, style)]
    gap = [sheet.newline] * style.blank
    before = _before(parts, id_)
    if before is None:
        return sheet.replaced(parts[0].line, parts[0].line, [*lines, *gap])
    at = parts[before].end
    return sheet.replaced(at, at, [*gap, *lines])


def _before(parts: Sequence[Part], id_: str) -> int | None:
    """Return the number of the entry to stand behind: by id, where the others do; None: first."""
    ids = [text_of(part.node) for part in parts]
    if ids != sorted(ids) or len(ids) == 1:
        return len(ids) - 1
    smaller = sum(other < id_ for other in ids)
    if not smaller:
        return None
    return smaller - 1


def _made(file: EventFile, registry: str, entries: Mapping[str, Mapping[str, Value]]) -> str:
    """Return the text with a registry made for the *entries*, before what stands behind it."""
    sheet, style = file.sheet, Style(newline=file.sheet.newline)
    lines = [
        line + sheet.newline
        for id_, fields in entries.items()
        for line in entry_lines(id_, fields, 2, style)
    ]
    at = file.key_line(registry)
    if at >= 0:
        value = file.section(registry)
        if value is not None and value.end > value.start:
            return _made(file.emptied(value), registry, entries)
        below = last_end(sheet, at + 1, 0)
        return sheet.replaced(below, below, lines)
    lines = [f"{registry}:{sheet.newline}", *lines]
    if isinstance(file.root, Items):
        at = file.parts()[0].lead
        return sheet.replaced(at, at, [*lines, sheet.newline, f"events:{sheet.newline}"])
    return _beside(file, registry, lines)


def _beside(file: EventFile, registry: str, lines: list[str]) -> str:
    """Return the text with a new section before the first one that belongs behind it."""
    sheet = file.sheet
    behind = _behind(registry)
    parts = pair_parts(sheet, file.root, 0) if isinstance(file.root, Pairs) else []
    for part in parts:
        if text_of(part.node) in behind:
            at = max(part.lead, file.top_of_root)
            return sheet.replaced(at, at, [*lines, sheet.newline])
    end = parts[-1].end if parts else len(sheet.lines)
    if end and not sheet.is_blank(end - 1):
        lines = [sheet.newline, *lines]
    return sheet.replaced(end, end, lines)


def _behind(section: str) -> Sequence[str]:
    """Return the sections that stand behind *section* in a file; none behind an unknown one."""
    sections = list(SECTIONS)
    if section not in sections:
        return ()
    return sections[sections.index(section) + 1 :]


def _check(
    file: EventFile, text: str, registry: str, new_entries: Mapping[str, Mapping[str, Value]]
) -> None:
    """Refuse a text that does not say what the file says, and the new entries."""
    old, new = plain(file.root) or {}, plain(EventFile(text).root)
    if isinstance(old, list):
        old = {"events": old}
    entries = old.get(registry) or {}
    added = {id_: said(fields) for id_, fields in new_entries.items()}
    if new != {**old, registry: {**entries, **added}}:
        hint = "add it by hand: an anchor, a tag or an odd indentation stands in the way"
        raise CannotEdit(f"the entry cannot be put into '{registry}' without changing more", hint)
