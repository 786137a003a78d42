"""Whether the day or the month comes first in the dates of a table, 3/4/2020.

It is known where a person has said it, or where the dates of the file show it: one that is
a date in one order alone, as 25/3/2020 is, and none beside it, in the column of starts or
of ends, that is one in the other alone. Dates with other signs between their parts may
have been written by somebody else, and show nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from timeline.edtf import days_in_month
from timeline.edtf.months import MONTHS
from timeline.exchange.date_texts import NO_ORDER, ORDERS
from timeline.exchange.losses import Losses
from timeline.exchange.tables.rows import Row
from timeline.text import quoted

_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d).*", re.ASCII)
_LEAP: Final = 2000  # for a year of two digits, which is read by nobody, but shows the order
_WORDS: Final = {"dmy": "day first (dmy)", "mdy": "month first (mdy)"}


class _Witness(msgspec.Struct):
    """Dates that can be read in one order only: the first of them, and how many there are."""

    text: str
    column: str
    line: int
    count: int = 0

    @property
    def words(self) -> str:
        """What rules the other order out."""
        return f"{self.count:,} such as {self.text} in {quoted(self.column)}"


class Orders:
    """The order of day and month in the columns of one table."""

    def __init__(self, said: str, columns: Iterable[str], losses: Losses) -> None:
        """Take what a person has *said*, "dmy" or "mdy", or look into the *columns* of dates."""
        self._said = said
        self._columns = list(columns)
        self._losses = losses
        self._seen: dict[str, dict[str, _Witness]] = {}  # by the sign between; by the order

    def of(self, text: str) -> str:
        """Return the order in which *text* is to be read; "" where nobody knows."""
        found = _NUMBERS.fullmatch(text)
        if self._said or not found:
            return self._said
        orders = list(self._seen.get(found[2], ()))
        return orders[0] if len(orders) == 1 else ""

    def settled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield all *rows*; before the first that needs it, the others have been looked at."""
        left = iter(rows)
        for row in left:
            if not self._said and any(_NUMBERS.fullmatch(text) for text in self._texts(row)):
                rest = [row, *left]
                self._look_at(rest)
                yield from rest
                return
            yield row

    def tell(self) -> None:
        """Say which order was found, and by which date; or why none was."""
        for orders in self._seen.values():
            if len(orders) == 1:
                ((order, witness),) = orders.items()
                self._losses.settled.append(_settled(order, witness))
        self._losses.advise("refused", NO_ORDER, _advice(self._seen))

    def _texts(self, row: Row) -> Iterator[str]:
        return (row.values.get(column, "") for column in self._columns)

    def _look_at(self, rows: Iterable[Row]) -> None:
        for row in rows:
            for column, text in zip(self._columns, self._texts(row), strict=True):
                if found := _NUMBERS.fullmatch(text):
                    self._witness(found, column, row.line)

    def _witness(self, found: re.Match[str], column: str, line: int) -> None:
        """Keep a date that can be read in one order only."""
        orders = _fitting(found)
        if len(orders) != 1:
            return
        seen = self._seen.setdefault(found[2], {})
        witness = seen.setdefault(orders[0], _Witness(found[0], column, line))
        witness.count += 1


def _settled(order: str, witness: _Witness) -> str:
    begin = f"dates such as 3/4/2020 are read {_WORDS[order]}"
    return f"{begin}: {quoted(witness.text)} in line {witness.line} can be nothing else"


def _fitting(found: re.Match[str]) -> list[str]:
    """Return the orders in which the numbers are a date; none where the year may come first."""
    one, other, last = int(found[1]), int(found[3]), int(found[4])
    short = len(found[4]) < len("2020")
    if short and _is_day(_LEAP, last, other):
        return []
    year = _LEAP if short else last
    parts = {"dmy": (one, other), "mdy": (other, one)}
    return [order for order in ORDERS if _is_day(year, *parts[order])]


def _is_day(year: int, day: int, month: int) -> bool:
    return 1 <= month <= len(MONTHS) and 1 <= day <= days_in_month(year, month)


def _advice(seen: Mapping[str, Mapping[str, _Witness]]) -> str:
    """Return what a person may say of dates that could not be read."""
    found = {order: witness for orders in seen.values() for order, witness in orders.items()}
    if len(found) == len(ORDERS):
        dmy, mdy = found["dmy"].words, found["mdy"].words
        return f"no order fits all: mdy is ruled out by {dmy}, dmy by {mdy}"
    if found:
        ((order, witness),) = found.items()
        return f"import it with --order {order}, which fits {witness.words}"
    return "import it with --order dmy or --order mdy: the dates of this file fit both"
