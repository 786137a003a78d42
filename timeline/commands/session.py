"""A run of a command: the files, today, and the answer to a question."""

import os
from collections.abc import Sequence

from timeline import loading, phrases, querying
from timeline.commands.options import Display, Order, Question
from timeline.commands.screen import Screen
from timeline.model import Selection
from timeline.querying import AllOf
from timeline.text import counted


def files_named(given: Sequence[str] | None) -> list[str]:
    """Return the files that are *given*, or those of TIMELINE_FILE; none is the curated one."""
    named = os.environ.get("TIMELINE_FILE", "").split(os.pathsep)
    return list(given or filter(None, named))


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


class Session:
    """What a command works with: the timeline, today, and where the answer goes."""

    def __init__(self, display: Display) -> None:
        """Load the files of *display*, or of TIMELINE_FILE, or the curated timeline."""
        self.today = phrases.today(display.today)
        self.timeline = loading.load(*files_named(display.file), today=self.today)
        self.screen = Screen(display)

    def answer(self, question: Question, order: Order | None = None) -> Answer:
        """Return what *question* selects, in the *order* asked for."""
        query = self.query(question)
        found = self.timeline.select(query)
        found = found.only_certain() if question.certain else found
        shown = found.backwards() if order and order.reverse else found
        shown = shown.first(order.limit) if order and order.limit else shown
        return Answer(query, found, shown)

    def query(self, question: Question) -> AllOf:
        """Return the query that the options and the text of *question* make."""
        asked = {name: getattr(question, name) or () for name in querying.OPTIONS}
        context = querying.Context(self.timeline, self.today)
        return querying.ask(asked, " ".join(question.query or ()), context)
