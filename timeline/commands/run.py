"""A run of a command: the files, today, and the answer to a question."""

import os
from collections.abc import Sequence
from typing import TypeVar

from timeline import phrases
from timeline.commands import opening
from timeline.commands.offering import command
from timeline.commands.options import Display, Order, Origin, Question
from timeline.commands.screen import Screen
from timeline.inference import known
from timeline.inference.known import Report
from timeline.loading import load
from timeline.model.answers import Selection
from timeline.query import fields, grammar
from timeline.query.logic import AllOf
from timeline.text import counted

_Item = TypeVar("_Item")


def files_named(given: Sequence[str] | None) -> list[str]:
    """Return the files that are *given*, or those of TIMELINE_FILE; none is the curated one."""
    named = os.environ.get("TIMELINE_FILE", "").split(os.pathsep)
    return list(given or filter(None, named))


def files_read(given: Sequence[str] | None) -> list[str]:
    """Return the files that are *given*, or those of TIMELINE_FILE, or the curated one."""
    return files_named(given) or [str(load.default_path())]


class Answer:
    """A query, everything it found, and the part that is shown."""

    def __init__(self, query: AllOf, found: Selection, shown: Selection) -> None:
        """Keep what was asked and what came of it."""
        self.query = query
        self.found = found
        self.shown = shown

    def count(self) -> str:
        """Return how many: "24 events (+3 possibly)", "5 of 24 events (+3 possibly)"."""
        possibly = f" (+{self.found.possible:,} possibly)" if self.found.possible else ""
        count = counted(self.found.certain, "event") + possibly
        part = len(self.shown) < len(self.found)
        return f"{len(self.shown):,} of {count}" if part else count


class Run:
    """What a command works with: the timeline, today, and where the answer goes."""

    def __init__(self, origin: Origin, *, with_remarks: bool = False) -> None:
        """Load the files of *origin*, or of TIMELINE_FILE, or the curated timeline.

        *with_remarks*, their comments are kept: for a copy of them.
        """
        self._named = tuple(origin.file or ())
        self.today = phrases.today(origin.today)
        # What takes no options of display shows nothing but data.
        display = origin if isinstance(origin, Display) else Display()
        self.screen = Screen(display, reads=files_read(origin.file))
        self.remarks: opening.Remarks = {}
        remarks = self.remarks if with_remarks else None
        self.timeline = opening.opened(files_named(origin.file), self.today, remarks=remarks)

    def command(self, *words: str) -> str:
        """Return the command of *words* about the same files, to be copied; "" if none can be."""
        return command(*words, files=self._named)

    def answer(self, question: Question, order: Order | None = None) -> Answer:
        """Return what *question* selects, in the *order* asked for."""
        query, found = self._found(question)
        return Answer(query, found, Selection(_ordered(found.matches, order)))

    def reports(self, question: Question, order: Order) -> tuple[Answer, list[Report]]:
        """Return what *question* selects, in the order in which it became known."""
        query, found = self._found(question)
        reports = known.by_report(found, self.timeline.sources)
        shown = list(_ordered(reports, order))
        return Answer(query, found, Selection(each.match for each in shown)), shown

    def _found(self, question: Question) -> tuple[AllOf, Selection]:
        query = self.query(question)
        found = self.timeline.select(query)
        return query, found.only_certain() if question.certain else found

    def query(self, question: Question) -> AllOf:
        """Return the query that the options and the text of *question* make."""
        asked = {name: getattr(question, name) or () for name in grammar.OPTIONS}
        return grammar.ask(asked, " ".join(question.query or ()), self.context(question))

    def context(self, question: Question) -> fields.Context:
        """Return what the names and dates of *question* are understood in."""
        return fields.Context(self.timeline, self.today, question.starts)


def _ordered(items: Sequence[_Item], order: Order | None) -> Sequence[_Item]:
    """Return *items* in the *order* asked for, and as many as asked for."""
    if order is None:
        return items
    turned = items[::-1] if order.reverse else items
    return turned[: order.limit] if order.limit else turned
