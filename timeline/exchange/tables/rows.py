"""A table: its columns, and its rows one after the other."""

from collections.abc import Iterator
from itertools import chain, islice

import msgspec

from timeline.errors import TimelineError
from timeline.model.records import Place
from timeline.text import pointed_at, visible

_FIRST = 200  # rows that are looked at before the columns are understood


# What programs write where they have nothing; a person's "unknown" may be meant.
_NOTHING = frozenset(("n/a", "#n/a", "n.a.", "nan", "null", "nil", "none", "-", "--", "–", "—"))
_NOT_AVAILABLE = "NA"  # in capitals only
LONGEST_BLANK = max(map(len, _NOTHING))
"""Characters of the longest text that says that there is nothing."""


class NotATable(TimelineError):
    """A file is not of the format at all, or broken in a way that no row survives."""


class Row(msgspec.Struct, gc=False):
    """A row: the line in which it begins, and a text for each column that has one."""

    line: int
    values: dict[str, str]


class Table:
    """The columns of a file and its rows, which can be gone through once."""

    def __init__(self, name: str, columns: list[str], rows: Iterator[Row], line: int = 1) -> None:
        """Keep what the file is called, its *columns*, its *rows* and the line of its header."""
        self.name = name
        self.columns = columns
        self.header = Place(name, line)
        self.first = list(islice(rows, _FIRST))
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        """Go through all rows."""
        return chain(self.first, self._rows)

    def place(self, row: Row) -> Place:
        """Return where *row* stands."""
        return Place(self.name, row.line)


def is_blank(text: str) -> bool:
    """Return whether a cell, or a member of one, says that there is nothing."""
    if len(text) > LONGEST_BLANK:
        return False
    return not text or text == _NOT_AVAILABLE or text.lower() in _NOTHING


def broken(place: Place, message: str, hint: str = "", line: str | None = None) -> NotATable:
    """Return the refusal of a whole file, with its *line* and a caret where there is one."""
    shown = [f"{visible(str(place))}: {message}"]
    if line is not None:
        excerpt, carets = pointed_at(line.rstrip("\r\n"), place.column - 1)
        number = f"{place.line:>5}"
        shown += [f"{number} | {excerpt}", f"{' ' * len(number)} | {carets}"]
    return NotATable("\n".join(shown), hint)
