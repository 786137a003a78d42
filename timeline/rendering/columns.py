"""Numbers over an axis → a small chart of columns."""

from collections.abc import Sequence

from rich.text import Text

from timeline.model import Period
from timeline.rendering.dates import year_label
from timeline.rendering.look import Look

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ROWS = 5
_GUTTER = 7  # cells on the left, for the number of the highest column


def chart(columns: Sequence[Period], look: Look) -> list[Text]:
    """Return the rows of a chart: certain counts full, possible ones lighter on top.

    A period without events keeps its place. The highest column is named on the
    left; labels stand under the axis where there is room for them.
    """
    most = max((column.certain + column.possible for column in columns), default=0)
    if not most:
        return []
    wide = max(1, min(3, (look.page - _GUTTER - 2) // len(columns)))
    rows = [_row(columns, most, row, wide, look) for row in range(_ROWS, 0, -1)]
    gutters = [f"{most:>{_GUTTER - 2}}  ", *[" " * _GUTTER] * (_ROWS - 1)]
    drawn = [Text.assemble((gutter, "dim"), row) for gutter, row in zip(gutters, rows, strict=True)]
    return [*drawn, _axis(columns, wide)]


def _row(columns: Sequence[Period], most: int, row: int, wide: int, look: Look) -> Text:
    text = Text()
    for column in columns:
        sure = _cell(column.certain, most, row, ascii=look.ascii)
        either = _cell(column.certain + column.possible, most, row, ascii=look.ascii)
        solid = max(1, wide - 1)
        shown = sure if sure != " " or either == " " else either
        style = "" if sure == shown else "dim"
        text.append(shown * solid + " " * (wide - solid), style)
    text.rstrip()
    return text


def _cell(value: int, most: int, row: int, *, ascii: bool) -> str:  # noqa: A002  as `When`
    """Return what a column shows in a *row*, counted from the bottom, from 1."""
    eighths = max(1, round(8 * _ROWS * value / most)) if value else 0
    filled = min(8, max(0, eighths - 8 * (row - 1)))
    if ascii:
        return "#" if filled >= 4 else "." if filled and row == 1 else " "  # noqa: PLR2004  half a cell
    return _EIGHTHS[filled]


def _axis(columns: Sequence[Period], wide: int) -> Text:
    """Return the labels that fit: the first and last year, and round ones between."""
    first, *between, last = [0, *range(1, len(columns) - 1), len(columns) - 1]
    round_years = [at for at in between if not columns[at].year % (5 * columns[at].length)]
    line = ""
    end = wide * last
    for at in (first, *round_years):
        label = year_label(columns[at].year)
        if (not line or wide * at > len(line)) and wide * at + len(label) < end:
            line = line.ljust(wide * at) + label
    if last or not line:
        line = line.ljust(end) + year_label(columns[last].year)
    return Text(" " * _GUTTER + line, "dim")
