"""CSV and TSV → rows, in a single pass.

RFC 4180: a cell in quotation marks may have line ends and doubled quotation marks. What
parts the cells is what the header has most of, or what a line `sep=;` above it says. Blank
cells at the end of a row may be left out, as spreadsheets do; that is told. A row that cannot
be read is refused and never stops the others; a quotation mark that is never closed swallows
them, and stops all.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from timeline.exchange.losses import Losses
from timeline.exchange.tables.rows import Row, Table, broken
from timeline.exchange.values import MOST_LONG
from timeline.files.content import lines, shown
from timeline.model.records import Place

_DELIMITERS = (",", ";", "\t", "|")
_FEWER = "a row has fewer cells than the header: the last are empty"
_BEGIN = "the first line must name the columns"
# The first line that Excel writes and reads: what parts the cells.
_SIGN = re.compile(r"\s*\"?sep=([,;\t|])\"?\s*?(?:\r\n|\r|\n|$)", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def table(path: str, losses: Losses) -> Table:
    """Return the table in a CSV or TSV file; rows that cannot be read are refused with *losses*.

    Raises `Unreadable` or `NotATable` for a file that is no such table.
    """
    name = shown(path)
    cells = _Cells(name, _lines(path))
    header = next((row for _, row in cells if any(map(str.strip, row))), [])
    if not header:
        raise broken(Place(name, 1), "there is no header", _BEGIN)
    columns = _columns(header)
    return Table(
        name, [each for each in columns if each], _rows(cells, columns, losses), cells.line
    )


def header_of(text: str) -> list[str]:
    """Return the names of the columns in the first line of *text*."""
    told = _SIGN.match(text)
    rest = text[told.end() :] if told else text
    line = next(filter(str.strip, rest.splitlines()), "")
    sign = told[1] if told else _delimiter(line)
    try:
        return [each.strip() for each in next(csv.reader([line], delimiter=sign), [])]
    except csv.Error:
        return []


class _Cells:
    """The rows of a file as lists of cells, each with the line in which it begins."""

    def __init__(self, name: str, source: Iterator[str]) -> None:
        begin: list[str] = []
        sign = ""
        while not begin or (begin[-1] and not begin[-1].strip()):
            begin.append(next(source, ""))
            if told := _SIGN.fullmatch(begin[-1]):
                sign, begin[-1] = told[1], "\n"
        self.name = name
        self.line = 1  # of the row that was read last
        self.error = ""  # why it could not be read
        self._text = ""  # the line that was read last; "" at the end
        self._delimiter = sign or _delimiter(begin[-1])
        self._reader = csv.reader(
            self._noted(chain(begin, source)),
            delimiter=self._delimiter,
            skipinitialspace=True,
            strict=True,
        )

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        return self

    def __next__(self) -> tuple[int, list[str]]:
        """Return the next row; an empty one, and `error`, where it cannot be read."""
        self.line = self._reader.line_num + 1
        self.error = ""
        before = csv.field_size_limit(MOST_LONG)  # a cell may be as long as a value of an event
        try:
            return self.line, next(self._reader)
        except csv.Error:
            self.error = self._why()
            return self.line, []
        finally:
            csv.field_size_limit(before)

    def _noted(self, source: Iterator[str]) -> Iterator[str]:
        for self._text in source:
            yield self._text
        self._text = ""

    def _why(self) -> str:
        """Return why one row cannot be read; raise `NotATable` where those below are lost too."""
        place = Place(self.name, self.line)
        if not self._text:
            message = "a quotation mark is opened in this row and never closed"
            raise broken(place, message, "close it, or double it inside a cell")
        if self._reader.line_num > self.line:
            message = "this row of several lines is not CSV"
            hint = "look for a quotation mark that is not closed, or not doubled inside a cell"
            raise broken(place, message, hint)
        if max(map(len, self._text.split(self._delimiter))) > MOST_LONG:
            return f"a cell has more than {MOST_LONG:,} characters"
        return "a quotation mark inside a cell is not doubled"


def _rows(cells: _Cells, columns: list[str], losses: Losses) -> Iterator[Row]:
    for line, row in cells:
        if not cells.error and not any(map(str.strip, row)):
            continue
        losses.read += 1
        place = Place(cells.name, line)
        if cells.error:
            losses.refuse(cells.error, place)
            continue
        example = f"{len(row)} instead of {len(columns)}"
        if any(map(str.strip, row[len(columns) :])):
            losses.refuse("a row has more cells than the header", place, example)
            continue
        if len(row) < len(columns):
            losses.guess(_FEWER, place, example)
        yield Row(line, _values(columns, row))


def _values(columns: list[str], row: list[str]) -> dict[str, str]:
    """Return the texts of a row by column, without those of none and those that are blank."""
    named = zip(columns, map(str.strip, row), strict=False)  # blank cells may be left out, or added
    return {name: text for name, text in named if name and text}


def _columns(header: list[str]) -> list[str]:
    """Return a name for each cell of the *header*; a repeated one gets a number."""
    found: list[str] = []
    taken: set[str] = set()
    numbers: Counter[str] = Counter()  # how many a name has been given
    for cell in map(str.strip, header):
        name = cell
        while name and name in taken:
            numbers[cell] += 1
            name = f"{cell} ({numbers[cell] + 1})"
        taken.add(name)
        found.append(name)
    return found


def _lines(path: str) -> Iterator[str]:
    """Yield the lines of a file, also of one whose lines end with CR alone."""
    for line in lines(path, _BEGIN):
        if "\r" in line[:-2] or line.endswith("\r"):
            yield from filter(None, _LINE.findall(line))
        else:
            yield line


def _delimiter(header: str) -> str:
    """Return what parts the cells of a *header*: what it has most of outside quotation marks."""
    bare = re.sub(r'"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)
