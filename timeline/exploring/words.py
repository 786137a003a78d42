"""What the lines at the edges of the screen say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from timeline.errors import TimelineError
from timeline.exploring import keys, line
from timeline.exploring.key import Key, sign
from timeline.exploring.scene import Scene
from timeline.exploring.seat import Seat
from timeline.phrases.windows import Window
from timeline.text import cells, visible
from timeline.views.parts.look import Look

_ALWAYS: Final = ("help", "end")  # keys that stand at the bottom however narrow it is


def head(scene: Scene, look: Look) -> Text:
    """Return the line at the top: where one is, and at its right edge how many events there are."""
    count = Text(f" {scene.shown.count} ", "bold")
    line = Text(" ")
    for at, crumb in enumerate(_crumbs(scene, look)):
        line.append(f" {_sign(look)} " if at else "", "dim").append_text(crumb)
    return both(line, count, look)


def _sign(look: Look) -> str:
    return ">" if look.ascii else "›"


def _crumbs(scene: Scene, look: Look) -> Iterator[Text]:
    """Yield the timeline, what narrows it, and the events one came by."""
    seat, ground = scene.seat, scene.ground
    yield Text(visible(ground.timeline.heading), "bold")
    if seat.known is not None:
        day = Window(seat.known, seat.known, "").describe(ascii=look.ascii)
        yield Text(f" as known on {day} ", "reverse")
    asked = ground.query(seat, seat.query).describe(ascii=look.ascii)
    if asked:
        yield Text(visible(asked))
    if seat.period:
        yield Text(seat.period.window.describe(ascii=look.ascii))
    if seat.flags:
        yield Text(", ".join(flag.removeprefix("--") for flag in seat.flags))
    if seat.only_marked:
        yield Text("only the marked")
    for id_ in seat.walked:
        yield Text(ground.handles.of(ground.events[ground.places[id_]]))


def both(left: Text, right: Text, look: Look) -> Text:
    """Return a line with *left* at its left edge, cut to leave room for *right* at the other."""
    room = max(0, look.room - right.cell_len)
    return cut(left, room, look).append(" " * (room - left.cell_len)).append_text(right)


def cut(line: Text, room: int, look: Look) -> Text:
    """Return *line* in *room* cells, with dots for what is left out."""
    if line.cell_len > room:
        line.truncate(max(0, room - cells(look.dots)))
        line.append(look.dots)
        line.truncate(room)
    return line


def command(scene: Scene, look: Look) -> Text:
    """Return the command that shows the same."""
    line = Text().append(" $ ", "dim").append(visible(scene.ground.command(scene.seat)))
    return cut(line, look.room, look)


def footer(seat: Seat, look: Look) -> Text:
    """Return the keys of the pane one is in, as many as there is room for; the last always."""
    named = [key for key in keys.of_pane(seat.pane) if key.short]
    parts = [_key(key, look) for key in named if key.name not in _ALWAYS]
    last = Text().join(_key(key, look) for key in named if key.name in _ALWAYS)
    line = Text()
    for part in parts:
        if line.cell_len + part.cell_len + last.cell_len <= look.room:
            line.append_text(part)
    return cut(line.append_text(last), look.room, look)


def _key(key: Key, look: Look) -> Text:
    name = sign(key.keys[0], ascii=look.ascii)
    return Text(" ").append(name, "bold").append(f" {key.short} ")


def fault(error: TimelineError, suggestion: str, look: Look) -> Text:
    """Return what is wrong with a query that cannot be read, and what Tab would make of it."""
    said = visible(line.first_line(error.message))
    line_ = Text().append(" ! ", "bold").append(said)
    if suggestion:
        line_.append(f"; Tab: {visible(suggestion)}", "bold")
    elif error.hint:
        line_.append(f"; {visible(error.hint)}")
    return cut(line_, look.room, look)
