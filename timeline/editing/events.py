"""An event into the text of a file, and out of it again."""

from collections.abc import Mapping

from timeline.editing import json_lines
from timeline.editing.as_data import said
from timeline.editing.blocks import Part, last_end
from timeline.editing.emitter import Value, event_lines
from timeline.editing.event_file import EventFile, date_of, is_undated, read_date
from timeline.editing.lines import CannotEdit
from timeline.editing.place import number_before
from timeline.editing.style import event_style
from timeline.text import did_you_mean, quoted


def with_event(text: str, fields: Mapping[str, Value], *, unchecked: bool = False) -> str:
    """Return *text* with the event of *fields* in it, in the file's style.

    It stands behind the last event that is not later, in a file out of order too. A
    heading stays with what it stands above. In JSON Lines it is a line. Raises
    `CannotEdit` for JSON, events in brackets, and what is not YAML; and for a text that
    would not say just this event more, unless *unchecked*: the caller will look.
    """
    if json_lines.is_json_lines(text):
        return json_lines.with_event(text, fields)
    file = EventFile(text)
    parts = file.parts()
    style = event_style(file, parts)
    lines = [line + style.newline for line in event_lines(fields, style)]
    if parts:
        found = _inserted(file, parts, lines, _before(file, parts, fields), style.blank)
    else:
        found = _begun(file, lines)
    if not unchecked:
        _check_added(file, found, fields)
    return found


def without_event(text: str, id_: str) -> str:
    """Return *text* without the event *id_*, its comments and the blank lines above it.

    What `with_event` has added it takes out to the byte. Raises `CannotEdit` as that
    does, and where there is no such event.
    """
    if json_lines.is_json_lines(text):
        return json_lines.without_event(text, id_)
    file = EventFile(text)
    number = _number(file.ids(), id_)
    part, sheet = file.parts()[number], file.sheet
    first, end = part.lead, part.end
    if number:
        while first and sheet.is_blank(first - 1):
            first -= 1
    else:
        while end < len(sheet.lines) and sheet.is_blank(end):
            end += 1
    return sheet.replaced(first, end, [])


def event_line(text: str, id_: str) -> int:
    """Return the line, counted from 1, in which the event *id_* begins.

    Raises `CannotEdit` where there is no such event, and for what is no event file.
    """
    if json_lines.is_json_lines(text):
        return json_lines.event_line(text, id_)
    file = EventFile(text)
    return file.parts()[_number(file.ids(), id_)].line + 1


def _number(ids: list[str], id_: str) -> int:
    if id_ not in ids:
        raise CannotEdit(f"there is no event {quoted(id_)} in this file", did_you_mean(id_, ids))
    return ids.index(id_)


def _inserted(
    file: EventFile, parts: list[Part], lines: list[str], before: int | None, blank: int
) -> str:
    """Return the text with the *lines* of an event behind that of number *before*; None: first.

    *blank* are the blank lines between two.
    """
    sheet = file.sheet
    gap = [sheet.newline]
    if before is None:
        at = parts[0].lead
        lines = [*lines, *gap * max(blank, sheet.is_comment(at))]
    else:
        at = parts[before].end
        lines = [*gap * max(blank, sheet.is_comment(at - 1)), *lines]
    return sheet.replaced(at, at, lines)


def _before(file: EventFile, parts: list[Part], fields: Mapping[str, Value]) -> int | None:
    """Return the number of the event behind which that of *fields* stands; None: it is first."""
    if fields.get("date"):
        return _earlier(parts, str(fields["date"]))
    number = number_before(file.ids(), fields)
    return number - 1 if number else None


def _earlier(parts: list[Part], date: str) -> int | None:
    """Return the number of the last event that is not later than *date*.

    One without a date goes with the one above it.
    """
    new = read_date(date)
    if not new:
        return len(parts) - 1
    found: int | None = None
    for number, part in enumerate(parts):
        when = date_of(part.node)
        follows = found == number - 1 and is_undated(part.node)
        if follows or (when and when.sort_key <= new.sort_key):
            found = number
    return found


def _begun(file: EventFile, lines: list[str]) -> str:
    """Return the text with its first event, below `events:`, which is added where it is missing."""
    sheet, line = file.sheet, file.key_line("events")
    if line < 0:
        above = list(sheet.lines)
        if above and not sheet.is_blank(len(above) - 1):
            above.append(sheet.newline)
        return sheet.joined([*above, f"events:{sheet.newline}", *lines])
    nothing = file.section("events")
    if nothing is not None and nothing.end > nothing.start:
        return _begun(file.emptied(nothing), lines)  # [] or ~ has gone
    at = last_end(sheet, line + 1, 0)
    return sheet.replaced(at, at, lines)


def no_room() -> CannotEdit:
    """Return the refusal to change more than is to be added."""
    hint = "add it by hand: an anchor, a tag or an odd indentation stands in the way"
    return CannotEdit("the event cannot be put into this file without changing it", hint)


def _check_added(file: EventFile, text: str, fields: Mapping[str, Value]) -> None:
    """Refuse a text that does not say what the file says, and the new event."""
    after = EventFile(text)
    (rest, old), (new_rest, new) = file.said(), after.said()
    at = next((at for at, event in enumerate(new) if event == said(fields)), None)
    if at is None or rest != new_rest or old != [*new[:at], *new[at + 1 :]]:
        raise no_room()
    ids = after.ids()
    if file.ids() != [*ids[:at], *ids[at + 1 :]]:
        message = f"the id {quoted(ids[at])} is that of an event which has none of its own"
        raise CannotEdit(message, "give both events ids of their own")
