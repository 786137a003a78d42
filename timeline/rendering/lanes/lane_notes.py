"""Below lanes: the notes that numbers lead to, and what the signs mean."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec
from rich.console import Console
from rich.text import Text

from timeline.layout.columns.lanes import Layout
from timeline.layout.columns.scale import Mark
from timeline.model.answers import Match
from timeline.model.records import STATUSES
from timeline.rendering.lanes.lane_data import outside
from timeline.rendering.look import Look
from timeline.rendering.wrapping import date_lines, wrapped
from timeline.reports.lanes import Lanes
from timeline.text import cells, counted, visible

_DATE = 16  # the most cells of the column of dates
_NUMBER = 6  # cells of a number and the space around it
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Pen(msgspec.Struct, frozen=True):
    """The signs that lanes are drawn with."""

    solid: str
    soft: str
    on: tuple[str, str]
    unknown: str
    grid: str


_PEN = Pen("━", "╌", ("◀", "▶"), "?", "┊")
_ASCII_PEN = Pen("=", ".", ("<", ">"), "?", ":")


def pen(look: Look) -> Pen:
    """Return the signs that fit *look*."""
    return _ASCII_PEN if look.ascii else _PEN


def note_sign(number: int, look: Look) -> str:
    """Return the sign that leads from a mark to its note."""
    return f"[{number}]" if look.ascii else str(number).translate(_RAISED)


def notes(console: Console, layout: Layout, look: Look) -> Iterator[Text]:
    """Yield the numbered events, each with its date and title, and an empty line after them."""
    heads = [_date(match, look) for match in layout.notes]
    width = min(_DATE, look.page // 3, max(map(cells, heads), default=0))
    for number, (match, head) in enumerate(zip(layout.notes, heads, strict=True), 1):
        dates = date_lines(console, Text(head), width)
        room = look.page - width - _NUMBER - 3
        titles = wrapped(console, Text(visible(match.event.title)), room)
        said = str(number)
        for date, title in zip_longest(dates, titles, fillvalue=Text()):
            line = Text(" ").append(f"{said:>3}  ", "dim").append(" " * (width - date.cell_len))
            yield _stripped(line.append_text(date).append("  ").append_text(title))
            said = ""
    if layout.notes:
        yield Text()


def legend(lanes: Lanes, layout: Layout, look: Look) -> Iterator[str]:
    """Yield what the signs mean, only those that are there, and what is not there."""
    placed = [each for lane in layout.lanes for row in lane.rows for each in row]
    single = [each for each in placed if len(each.matches) == 1]
    used = {each.matches[0].event.status for each in single}
    yield from (f"{look.status(name)} {name}" for name in STATUSES if name in used)
    yield from _ends([each.mark for each in placed], pen(look))
    if any(not match.certain for each in placed for match in each.matches):
        yield f"{look.maybe} only possibly: its date is vague"
    if folds := layout.scale.folds:
        yield f"{'//' if look.ascii else '╱╱'} {counted(len(folds), 'silence')} left out"
    if counts := [len(each.matches) for each in placed if len(each.matches) > 1]:
        yield f"{max(counts)} so many events close together: see --from, --to, --fold"
    yield from outside(lanes)


def _ends(marks: Sequence[Mark], signs: Pen) -> Iterator[str]:
    if any(mark.solid and mark.solid[1] > mark.solid[0] for mark in marks):
        yield f"{signs.solid * 2} going on"
    if any(_is_soft(mark) for mark in marks):
        yield f"{signs.soft * 2} perhaps: a vague date"
    for end, sign in (("on", signs.on[1]), ("unknown", signs.unknown)):
        if any(end in (mark.before, mark.after) for mark in marks):
            yield f"{sign} {'goes on' if end == 'on' else 'not known when'}"


def _is_soft(mark: Mark) -> bool:
    """Return whether a mark has columns in which its event only may lie."""
    start, end = mark.solid or (mark.sign, mark.sign)
    return start - mark.left > bool(mark.before) or mark.right - end > bool(mark.after)


def _date(match: Match, look: Look) -> str:
    words = match.event.date.describe(ascii=look.ascii)
    return words if match.certain else f"{look.maybe} {words}"


def _stripped(line: Text) -> Text:
    line.rstrip()
    return line
