"""Events and entries that are neat already, known by their lines: nothing in them would change.

What is not plainly so is nothing here: whoever composes it finds out.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.editing.event_file import read_date
from timeline.edtf import When
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Record
from timeline.model.records import made_id
from timeline.model.schema import ALL, EVENT
from timeline.nodes.tree import NotPlain
from timeline.nodes.yaml_lines import Lines
from timeline.text import one_line

_Value: TypeAlias = Any
"""What `yaml_lines` makes of lines."""
_DATES: Final = {record: record.of_kind("date", "day") for record in ALL}


class Neat(NamedTuple):
    """An event that is neat: the offset behind its own lines, its date, and `ids_of` it."""

    end: int
    date: When | None
    ids: tuple[str, str]


class Judge:
    """Knows what is neat of what stands in lines."""

    def __init__(self) -> None:
        """Know no line yet."""
        self._lines = Lines()

    def event(self, piece: str, column: int) -> Neat | None:
        """Return what the lines of an event say, whose hyphen is in a *column*, if it is neat."""
        end = _end_of_words(piece)
        try:
            value = self._lines.item(piece.split("\n"), column + 2)
        except NotPlain:
            return None
        date = read_date(_text(value, "date"))
        may_be = end and (date or value.get("links"))
        if not may_be or not _is_neat_event(value):
            return None
        id_ = _text(value, "id")
        made = "" if id_ else made_id(_text(value, "title"), date)
        return Neat(end, date, (id_, made))

    def is_entry(self, piece: str, column: int, record: Record) -> bool:
        """Whether the lines of an entry, which begin in a *column*, are those of a neat one."""
        try:
            found = self._lines.pairs(piece.split("\n"), column)
        except NotPlain:
            return False
        return len(found) == 1 and all(_is_neat(value, record) for value in found.values())


def _end_of_words(piece: str) -> int:
    """Return the offset behind the last line of words; 0 where that is not plain.

    Below a folded text what looks like a comment may be a part of it.
    """
    end = len(piece)
    while True:
        start = piece.rfind("\n", 0, end - 1) + 1
        line = piece[start:end].strip()
        if line and line[0] != "#":
            return end
        if line and ">-" in piece:
            return 0
        end = start


def _is_neat_event(event: Mapping[str, _Value]) -> bool:
    accounts = _mappings(event, "accounts")
    citations = [each for telling in (event, *accounts) for each in _mappings(telling, "sources")]
    return (
        _is_neat(event, EVENT)
        and all(_is_neat(account, ACCOUNT) for account in accounts)
        and all(_is_in_order(tuple(citation), CITATION) for citation in citations)
    )


def _mappings(value: Mapping[str, _Value], key: str) -> Sequence[Mapping[str, _Value]]:
    """Return the mappings in the list that stands under a *key*, if one does."""
    found = value.get(key)
    if type(found) is not list:
        return ()
    return [each for each in found if type(each) is dict]


def _is_neat(value: _Value, record: Record) -> bool:
    """Whether the keys of a *record* stand in their order, with canonical dates."""
    if type(value) is not dict:
        return True
    dates = (value.get(key) for key in _DATES[record])
    are_canonical = all(_is_canonical(date) for date in dates if type(date) is str)
    return are_canonical and _is_in_order(tuple(value), record)


@lru_cache(maxsize=10_000)
def _is_in_order(names: tuple[str, ...], record: Record) -> bool:
    """Whether keys stand in the order of a *record*, those that are not known being last."""
    rank = {key: number for number, key in enumerate(record.names)}
    order = [rank.get(name, len(rank)) for name in names]
    return order == sorted(order)


@lru_cache(maxsize=10_000)
def _is_canonical(text: str) -> bool:
    """Whether a date is written canonically, or is none that could be."""
    when = read_date(text.strip())
    return when is None or str(when) == text


def _text(value: Mapping[str, _Value], key: str) -> str:
    found = value.get(key)
    return one_line(found) if type(found) is str else ""
