"""An event into the text of a file, and out of it again."""

from collections.abc import Mapping, Sequence
from functools import partial

from timeline.editing import json_lines
from timeline.editing.as_data import said
from timeline.editing.blocks import last_end
from timeline.editing.emitter import Value, event_lines
from timeline.editing.event_file import EventFile, read_date
from timeline.editing.excerpts import Listing, edited
from timeline.editing.lines import CannotEdit
from timeline.editing.place import Told, number_before, number_behind
from timeline.editing.style import event_style
from timeline.likeness import did_you_mean
from timeline.text import quoted


def with_event(
    text: str,
    fields: Mapping[str, Value],
    told: Sequence[Told] = (),
    *,
    unchecked: bool = False,
) -> str:
    """Return *text* with the event of *fields* in it, in the file's style.

    It stands behind the last event that is not later, in a file out of order too. A
    heading stays with what it stands above. In JSON Lines it is a line. *told* are the events
    of the file, in its order, if they are known: then not all of it need be read. Raises
    `CannotEdit` for JSON, events in brackets, and what is not YAML; and for a text that
    would not say just this event more, unless *unchecked*: the caller will look.
    """
    if json_lines.is_json_lines(text):
        return json_lines.with_event(text, fields)
    found = edited(text, told, partial(_with_event, fields))
    if not unchecked:
        _check_added(EventFile(text), found, fields)
    return found


def _with_event(fields: Mapping[str, Value], listing: Listing) -> str:
    shown = listing.shown()
    style = event_style(shown, shown.parts())
    lines = [line + style.newline for line in event_lines(fields, style)]
    if not listing.told:
        return _begun(shown, lines)
    number = _number_before(listing.told, fields)
    near = listing.excerpt(number - 1, number + 1)
    return near.whole(_inserted(near.file, lines, number - near.first, style.blank))


def without_event(text: str, id_: str, told: Sequence[Told] = ()) -> str:
    """Return *text* without the event *id_*, its comments and the blank lines above it.

    What `with_event` has added it takes out to the byte. *told* is as there. Raises
    `CannotEdit` as that does, and where there is no such event.
    """
    if json_lines.is_json_lines(text):
        return json_lines.without_event(text, id_, [each.id for each in told])
    return edited(text, told, partial(_without_event, id_))


def _without_event(id_: str, listing: Listing) -> str:
    number = _number([each.id for each in listing.told], id_)
    near = listing.excerpt(number - 1, number + 2)
    number -= near.first
    part, sheet = near.file.parts()[number], near.file.sheet
    first, end = part.lead, part.end
    if number:
        while first and sheet.is_blank(first - 1):
            first -= 1
    else:
        while end < len(sheet.lines) and sheet.is_blank(end):
            end += 1
    return near.whole(sheet.replaced(first, end, []))


def _number(ids: list[str], id_: str) -> int:
    if id_ not in ids:
        raise CannotEdit(f"there is no event {quoted(id_)} in this file", did_you_mean(id_, ids))
    return ids.index(id_)


def _inserted(file: EventFile, lines: list[str], number: int, blank: int) -> str:
    """Return the text with the *lines* of an event before that of a *number*, or behind all.

    *blank* are the blank lines between two.
    """
    sheet, parts = file.sheet, file.parts()
    gap = [sheet.newline]
    if not number:
        at = parts[0].lead
        lines = [*lines, *gap * max(blank, sheet.is_comment(at))]
    else:
        at = parts[number - 1].end
        lines = [*gap * max(blank, sheet.is_comment(at - 1)), *lines]
    return sheet.replaced(at, at, lines)


def _number_before(told: Sequence[Told], fields: Mapping[str, Value]) -> int:
    """Return how many of the events *told* stand before that of *fields*."""
    if not fields.get("date"):
        return number_before([each.id for each in told], fields)
    date = read_date(str(fields["date"]))
    return number_behind(told, date) if date else len(told)


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
