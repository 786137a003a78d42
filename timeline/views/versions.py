"""Accounts of events in plain forms: who tells it how, since when, on what grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from timeline.edtf import When
from timeline.model.timeline import Timeline
from timeline.model.words import origin_numbers, status_word
from timeline.reports.versions import Version, Versions
from timeline.text import counted, enumerated, visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.evidence_data import account_data, side_data
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.parts.look import Look
from timeline.views.view import View

ROWS: Final = ("who", "known", "date", "stance", "says", "sources", "origins")
LABELS: Final = {"known": "known since"}
DIFFERS: Final = {False: "≠", True: "!="}


class _Told(msgspec.Struct, frozen=True):
    """A version, and the versions that it is one of."""

    of: Versions
    version: Version


class VersionsView(View):
    """The accounts of some events; *asked* is the question in words, "" where none was put."""

    def __init__(self, timeline: Timeline, found: Sequence[Versions], asked: str = "") -> None:
        """Show the versions that were *found* of events of *timeline*."""
        self.timeline = timeline
        self.found = found
        self.asked = asked

    def lines(self) -> Iterator[str]:
        """Yield a line for each account.

        Id of the event, who, known since (EDTF), date (EDTF), stance, what it says, ids of its
        sources, origins at least and at most.
        """
        for told in self._told():
            version, account = told.version, told.version.account
            dates = [date.text if date else "" for date in (version.known, account.date)]
            sources = ", ".join(citation.source for citation in account.sources)
            numbers = (str(version.side.least), str(version.side.most))
            said = (told.of.event.id, who(version, self.timeline), *dates, account.side)
            yield "\t".join(map(visible, (*said, account.says, sources, *numbers)))

    def json(self) -> Object:
        """Return the whole answer."""
        return answer_data(self.timeline, self.asked, events=list(self.jsonl()))

    def jsonl(self) -> Iterator[Object]:
        """Yield the accounts of each event, and what differs in them."""
        for each in self.found:
            yield {
                "id": each.event.id,
                "title": each.event.title,
                "date": each.event.date.text,
                "status": each.event.status or None,
                "differing": [name for name in ROWS if name in each.differing],
                "accounts": [self._data(version) for version in each.versions],
            }

    def csv(self) -> Iterator[str]:
        """Yield a table with a row for each account."""
        return csv_table.csv_lines(self._columns(), self._told())

    def md(self) -> Iterator[str]:
        """Yield a table for each event, with a column for each account."""
        yield f"# {markdown.escaped(self.timeline.heading)}"
        for each in self.found:
            yield from ("", f"## {markdown.escaped(each.event.title)}", "")
            date = Look().date(each.event, long=True)
            facts = filter(None, (date, status_word(each.event)))
            yield " · ".join(map(markdown.escaped, facts))
            yield ""
            if each.versions:
                yield from self._table(each)
            else:
                yield "no accounts"

    def _table(self, found: Versions) -> Iterator[str]:
        first, *rows = rows_of(found, self.timeline, Look(width=None))
        head = ["", *map(markdown.escaped, first[1])]
        body = [[label, *map(markdown.escaped, cells)] for label, cells in rows]
        return markdown.table(head, [False] * len(head), body)

    def remark(self) -> str:
        """Return how many accounts there are, and of how many events."""
        accounts = sum(len(each.versions) for each in self.found)
        return f"{counted(accounts, 'account')} of {counted(len(self.found), 'event')}"

    def _told(self) -> Iterator[_Told]:
        return (_Told(each, version) for each in self.found for version in each.versions)

    def _data(self, version: Version) -> Object:
        known = version.known.text if version.known else None
        return {
            **account_data(version.account, self.timeline),
            "known": known,
            "origins": side_data(version.side),
        }

    def _columns(self) -> csv_table.Columns[_Told]:
        return {
            "event": lambda told: told.of.event.id,
            "by": lambda told: map(self.timeline.actor_name, told.version.account.by),
            "known": lambda told: told.version.known,
            "date": lambda told: told.version.account.date,
            "stance": lambda told: told.version.account.side,
            "says": lambda told: told.version.account.says,
            "sources": lambda told: (each.source for each in told.version.account.sources),
            "least": lambda told: told.version.side.least,
            "most": lambda told: told.version.side.most,
        }


def rows_of(each: Versions, timeline: Timeline, look: Look) -> list[tuple[str, list[str]]]:
    """Return the rows of a table: a label, marked where accounts differ, and a cell for each.

    A row of which no account says anything is left out, and that of stances where all support.
    """
    cells = {
        "who": [who(version, timeline) for version in each.versions],
        "known": [_date(version.known, look) for version in each.versions],
        "date": [_date(version.account.date, look) for version in each.versions],
        "stance": [version.account.side for version in each.versions],
        "says": [version.account.says for version in each.versions],
        "sources": [_sources(version, timeline) for version in each.versions],
        "origins": [_origins(version) for version in each.versions],
    }
    if "stance" not in each.differing and set(cells["stance"]) <= {"supports"}:
        del cells["stance"]
    return [(label(name, each, look), said) for name, said in cells.items() if any(said)]


def label(name: str, each: Versions, look: Look) -> str:
    """Return the label of a row, with a mark where accounts differ."""
    said = LABELS.get(name, name)
    return f"{DIFFERS[look.ascii]} {said}" if name in each.differing else said


def who(version: Version, timeline: Timeline) -> str:
    """Return who tells it so: the actors, else the publishers of its sources."""
    if version.account.by:
        return enumerated([timeline.actor_name(actor) for actor in version.account.by])
    return _sources(version, timeline) or "somebody"


def _date(date: When | None, look: Look) -> str:
    return date.describe(ascii=look.ascii) if date else ""


def _sources(version: Version, timeline: Timeline) -> str:
    found = (timeline.sources[each.source] for each in version.account.sources)
    return "; ".join(dict.fromkeys(source.publisher or source.id for source in found))


def _origins(version: Version) -> str:
    if not version.side.origins:
        return ""
    names = "; ".join(origin.name for origin in version.side.origins)
    return f"{origin_numbers(version.side.least, version.side.most)}: {names}"
