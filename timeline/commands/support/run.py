"""A run of a command: the files, today, and the answer to a question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from timeline import phrases, settings
from timeline.commands.support import files, which_file
from timeline.commands.support.command_line import command
from timeline.commands.support.options import Display, Order, Origin, Question
from timeline.commands.support.screen import Screen
from timeline.edtf import When
from timeline.errors import UsageError
from timeline.inference import deduction, known
from timeline.loading import examination
from timeline.model import findings
from timeline.model.answers import Selection, Verdict
from timeline.model.records import Place
from timeline.model.timeline import Narrow, Timeline
from timeline.query import fields, grammar
from timeline.query.logic import AllOf
from timeline.reports.answer import Answer


def today(origin: Origin) -> int:
    """Return the number of the day that counts as today; raises `PhraseError`."""
    return phrases.today(origin.today)


def verdict(question: Question) -> Verdict | None:
    """Return the answer that alone is asked for; None for all. Raises `UsageError` for both."""
    if question.certain and question.possible:
        message = "nothing is certain and only possible"
        raise UsageError(message, "write --certain or --possible, or neither for both")
    if question.possible:
        return Verdict.MAYBE
    return Verdict.YES if question.certain else None


class Run:
    """What a command works with: the timeline, today, and where the answer goes."""

    def __init__(self, origin: Origin, beside: files.Beside | None = None) -> None:
        """Load the files of *origin*, or those that are meant where none is named.

        *beside* takes in what their timeline does not hold: for a copy of them.
        """
        self._named = tuple(origin.file or ())
        self.today = today(origin)
        # What takes no options of display shows nothing but data.
        display = origin if isinstance(origin, Display) else Display()
        which = which_file.which(origin.file)
        self.screen = Screen(display, reads=which.paths, file=which.surprise)
        if self.screen.is_page:
            which.tell_without_page()
        else:
            which.tell()
        self._paths = which.paths
        self.timeline = files.opened(which.paths, self.today, beside=beside)

    def command(self, *words: str) -> str:
        """Return the command of *words* about the same files, to be copied; "" if none can be."""
        return command(*words, files=self._named)

    def where(self, spot: findings.Spot) -> Place | None:
        """Return where in a file *spot* stands; None where nobody can say.

        The files are read once more for it, which costs what loading does.
        """
        return self._examined.place(spot) if self._examined else None

    @cached_property
    def _examined(self) -> examination.Examination | None:
        return files.examined(self._paths, self.today)

    def answer(self, question: Question, order: Order | None = None) -> Answer:
        """Return what *question* selects, in the *order* asked for."""
        query, found = self._found(question)
        if order is None or not (order.limit or order.reverse):
            return self.answered(query, found)
        shown = found.part(order.limit, reverse=order.reverse)
        return Answer(self.timeline, query, found, Selection(shown))

    def reports(self, question: Question, order: Order) -> tuple[Answer, list[known.Report]]:
        """Return what *question* selects, in the order in which it became known."""
        query, found = self._found(question)
        sources = self.timeline.sources
        reports = known.by_report(found, sources, order.limit, reverse=order.reverse)
        shown = Selection(each.match for each in reports)
        return Answer(self.timeline, query, found, shown), reports

    def answered(self, query: AllOf, found: Selection) -> Answer:
        """Return all that was *found* as the answer to *query*."""
        return Answer(self.timeline, query, found, found)

    def _found(self, question: Question) -> tuple[AllOf, Selection]:
        query = self.query(question)
        return query, self.select(query).only(verdict(question))

    def select(self, query: AllOf) -> Selection:
        """Return what answers *query*, with no look at the events where it asks for all."""
        return self.timeline.select(query if query.terms else None)

    def query(self, question: Question) -> AllOf:
        """Return the query that the options and the text of *question* make."""
        asked = {name: getattr(question, name) or () for name in grammar.OPTIONS}
        return grammar.ask(asked, " ".join(question.query or ()), self.context(question))

    def context(self, question: Question) -> fields.Context:
        """Return what the names and dates of *question* are understood in."""
        self.timeline.narrowing(narrower(question, self.today))
        queries = settings.settings().queries
        saved = {name: each.value for name, each in queries.items()}
        return fields.Context(self.timeline, self.today, question.starts, saved)


def narrower(question: Question, today: int) -> Narrow:
    """Return what gives the narrower dates that *question* counts: of pure order, or of all.

    It is loaded when something only possibly answers.
    """
    every = question.deduce
    if every is None:
        every = bool(settings.settings().value("deduce"))
    return lambda timeline: _narrower(timeline, today, every=every)


def _narrower(timeline: Timeline, today: int, *, every: bool) -> Mapping[str, When]:
    """Return id → narrower date; nothing where no link says anything of order."""
    if every:
        return deduction.dates(timeline, today)
    return deduction.pure(timeline) if timeline.has_pure_order else {}
