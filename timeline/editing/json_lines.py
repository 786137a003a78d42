"""JSON Lines: an event is a line, and stays as it is written."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from timeline.editing.lines import MARK, CannotEdit, Sheet
from timeline.editing.place import number_before
from timeline.edtf import EdtfError, When, parse
from timeline.likeness import did_you_mean
from timeline.model.records import Ids, made_id
from timeline.text import quoted

_ENDINGS: Final = (".jsonl", ".ndjson")
_OBJECT: Final = re.compile(r'\s*\{\s*"')


def is_begun(name: str, text: str) -> bool:
    """Whether *text* is that of JSON Lines, or of a file of that *name* which is empty yet."""
    is_empty = not text.strip() and name.lower().endswith(_ENDINGS)
    return is_empty or is_json_lines(text)


def is_json_lines(text: str) -> bool:
    """Whether every line of *text* that is not blank is a JSON object with an event's keys."""
    if not _OBJECT.match(text.removeprefix(MARK)):
        return False
    return all(each is None or _is_event(each) for each in _objects(_sheet(text)))


def _is_event(found: Mapping[str, Any]) -> bool:
    return "title" in found and not found.keys().isdisjoint(("date", "links"))


def with_event(text: str, fields: Mapping[str, Any]) -> str:
    """Return *text* with a line for the event, behind the last that is not later.

    One without a date stands by its order.
    """
    sheet = _sheet(text)
    new = _date(fields)
    at = _behind(_objects(sheet), new) if new else _by_order([*_objects(sheet)], fields)
    line = json.dumps(fields, ensure_ascii=False, separators=_separators(sheet))
    return sheet.replaced(at, at, [line + sheet.newline])


def _is_undated(event: Mapping[str, Any] | None) -> bool:
    return bool(event and event.get("links") and not event.get("date"))


def _behind(events: Iterable[Mapping[str, Any] | None], new: When) -> int:
    """Return how many lines stand before an event of the date *new*."""
    at = 0
    for number, event in enumerate(events, 1):
        follows = at and at == number - 1 and _is_undated(event)
        if follows or (event and _is_before(event, new)):
            at = number
    return at


def _by_order(events: Sequence[dict[str, Any] | None], fields: Mapping[str, Any]) -> int:
    """Return how many lines stand before an event that has no date."""
    numbers = [number for number, event in enumerate(events, 1) if event]
    before = number_before(_ids([event for event in events if event]), fields)
    return numbers[before - 1] if before else 0


def _is_before(event: Mapping[str, Any], new: When) -> bool:
    """Whether *event* is not later than the date of another."""
    when = _date(event)
    return when is not None and when.sort_key <= new.sort_key


def without_event(text: str, id_: str, told: Sequence[str] = ()) -> str:
    """Return *text* without the line of an event; raises `CannotEdit` where there is none.

    *told* is what its events are called, if that is known: beside other files, ids that are
    made may be others.
    """
    sheet = _sheet(text)
    events = {at: event for at, event in enumerate(_objects(sheet)) if event}
    ids = told if len(told) == len(events) else _ids(list(events.values()))
    if id_ not in ids:
        raise CannotEdit(f"there is no event {quoted(id_)} in this file", did_you_mean(id_, ids))
    at = list(events)[ids.index(id_)]
    return sheet.replaced(at, at + 1, [])


def formatted(text: str) -> str:
    """Return *text* with its lines in the order of their dates.

    One without a date stays behind the one above it.
    """
    sheet = _sheet(text)
    dates = list(_dated(sheet))
    if len(dates) < sum(bool(line.strip()) for line in sheet.lines):
        raise CannotEdit("an event has no date", "`timeline check` says which")
    ordered = [line for _, line in sorted(dates, key=lambda each: each[0])]
    if ordered == [line for _, line in dates]:
        return text
    return sheet.joined(ordered)


def _dated(sheet: Sheet) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield what puts each event in order, and its line."""
    key: tuple[int, ...] = ()
    for event, line in zip(_objects(sheet), sheet.lines, strict=True):
        when = _date(event)
        key = when.sort_key if when else key
        if when or _is_undated(event):
            yield key, line


def _sheet(text: str) -> Sheet:
    """Return *text* in lines as JSON has them: U+2028 and the like stand inside texts."""
    return Sheet(text, "\n\r")


def _objects(sheet: Sheet) -> Iterator[dict[str, Any] | None]:
    """Yield the object of each line; None for a blank line, {} for what is no object."""
    return (_object(line) if line.strip() else None for line in sheet.lines)


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _date(fields: Mapping[str, Any] | None) -> When | None:
    try:
        return parse(str((fields or {}).get("date", "")).strip())
    except EdtfError:
        return None


def _ids(events: Sequence[Mapping[str, Any]]) -> list[str]:
    free = Ids(str(event["id"]) for event in events if event.get("id"))
    ids = []
    for event in events:
        made = made_id(str(event.get("title", "")), _date(event))
        ids.append(str(event.get("id") or free.free(made)))
    return ids


def _separators(sheet: Sheet) -> tuple[str, str]:
    """Return the signs between values and behind keys, with blanks where the file has them."""
    first = next((line for line in sheet.lines if line.strip()), "")
    if '":"' in first:
        return ",", ":"
    return ", ", ": "
