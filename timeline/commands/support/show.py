"""A view → the screen, in the form that was chosen or that fits it; what is said of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from timeline.commands.support import command_line, streams
from timeline.commands.support import run as runs
from timeline.commands.support import screen as screens
from timeline.commands.support.options import Format
from timeline.errors import UsageError
from timeline.query import fields, grammar, logic, terms
from timeline.reports import answer as answers
from timeline.reports import counts
from timeline.text import counted, enumerated, quoted
from timeline.views.parts import look as looks
from timeline.views.view import FORMS, View

_MOST_ROWS = 8  # of a page; data and lines are whole
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_SHORT = "afnoy"  # options of one letter that take a value


class Pages(Protocol):
    """A module of `timeline.pages`: it is loaded, and Rich with it, when a page is drawn."""

    def page(self, view: Any, look: looks.Look, /) -> Any:  # noqa: ANN401  each page its own view
        """Return what is printed, part by part."""
        ...


def show(screen: screens.Screen, view: View, pages: Pages) -> None:
    """Show *view* as a page of *pages*, as lines or as data: what *screen* is for.

    Raises `UsageError` for a form that the answer does not have.
    """
    if is_data(screen):
        _show_data(screen, view)
        return
    lines = view.form("lines")
    if screen.is_page or lines is None:
        screen.page(*pages.page(view, screen.look))
    else:
        screen.lines(lines())
        remark(screen, view.remark())


def is_data(screen: screens.Screen) -> bool:
    """Whether a form for other programs was asked for: it is whole even if it is empty."""
    return screen.format not in (None, Format.table)


def remark(screen: screens.Screen, text: str) -> None:
    """Say beside lines what a page says itself, and data has: how many there are."""
    if text and not screen.is_page and not is_data(screen):
        streams.remark(text)


def rows_of_a_page(screen: screens.Screen, wanted: int | None) -> int | None:
    """Return how many rows are drawn: those *wanted*, or on a page as many as fit it well."""
    if wanted is None and screen.is_page:
        return _MOST_ROWS
    return wanted


def nothing_to_show(run: runs.Run, answer: answers.Answer) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if answer.found or is_data(run.screen):
        return False
    nothing_found(run, answer)
    return True


def nothing_found(run: runs.Run, answer: answers.Answer) -> None:
    """Say that no event matches, and in which years some would."""
    asked = answer.asked(ascii=run.screen.ascii)
    if asked:
        streams.remark(f"No event matches {asked}.")
    else:
        streams.remark("This timeline has no events.")
    elsewhere = run.timeline.select(answer.query.without_dates())
    if years := counts.year_list(elsewhere):
        streams.remark(f"There are events in {years}.")
    remark_on_words(run, answer)


def none_is(run: runs.Run, query: logic.AllOf, so: str) -> bool:
    """Say that no event of *query* is *so*; return whether it was said, which beside data is not.

    For example: "No event of arc The north lies around 1 Jun 2018."
    """
    if is_data(run.screen):
        return False
    asked = logic.AllOf(query.terms).describe(ascii=run.screen.ascii)
    which = f" of {asked}" if asked else ""
    streams.remark(f"No event{which} {so}.")
    return True


def nothing_cited(run: runs.Run, answer: answers.Answer) -> bool:
    """Say that there is no source to show, of events that there are or are not."""
    if is_data(run.screen):
        return False
    if not nothing_to_show(run, answer):
        streams.remark("None of these events has a source.")
    return True


def remark_on_words(run: runs.Run, answer: answers.Answer) -> None:
    """Say which words were probably meant as something else; not beside data."""
    if is_data(run.screen):
        return
    for said in _misreadings(run, answer.query):
        streams.remark(said)


def _show_data(screen: screens.Screen, view: View) -> None:
    name = str(screen.format)
    made = view.form(name)
    if made is None:
        raise _refused(name, view)
    if name == Format.json:
        screen.json(made())
    elif name == Format.jsonl:
        screen.jsonl(made())
    else:
        screen.lines(made())


def _refused(name: str, view: View) -> UsageError:
    given = [Format.table.value, *(each for each in FORMS if view.form(each))]
    return UsageError(f"this has no form '{name}'", f"there are {enumerated(given)}")


def _misreadings(run: runs.Run, query: logic.AllOf) -> Iterator[str]:
    """Yield a remark on each word of *query* that is a date with events, or a file.

    And on `-aputin`, which leaves nothing out, and may have been an option.
    """
    for term in query.terms:
        if isinstance(term, terms.Words):
            yield from _on_word(run, term)
        elif isinstance(term, logic.Not) and isinstance(term.term, terms.Words):
            yield from _on_word_left_out(run, term.term)


def _on_word(run: runs.Run, word: terms.Words) -> Iterator[str]:
    if word.field:
        return
    if _DATE.fullmatch(word.typed):
        yield from _on_date(run, word.typed)
    elif re.search(r"[./\\]", word.typed) and Path(word.typed).is_file():
        line = command_line.command("list", files=[word.typed])
        yield f"{quoted(word.typed)} is sought as a word; to read the file: {line}"


def _on_word_left_out(run: runs.Run, word: terms.Words) -> Iterator[str]:
    if word.field:
        return
    if _DATE.fullmatch(word.typed):
        yield from _on_date(run, f"-{word.typed}")  # -0043, which is a year
    else:
        yield from _on_option(run, word)


def _on_date(run: runs.Run, word: str) -> Iterator[str]:
    field = "year" if word.lstrip("-").isdigit() else "date"
    asked = f"{field}:{word}"
    with_date = grammar.ask({}, asked, fields.Context(run.timeline, run.today))
    found = run.timeline.select(with_date)
    if found and (line := run.command("list", asked)):
        yield f"{quoted(word)} is sought as a word; {line} finds {counted(len(found), 'event')}"


def _on_option(run: runs.Run, word: terms.Words) -> Iterator[str]:
    letter, rest = word.typed[:1], word.typed[1:]
    if letter in _SHORT and rest and not run.timeline.select(logic.AllOf((word,))):
        option = f"for the option write -{letter} {rest}"
        yield f"no event has {quoted(word.typed)}, and nothing is left out; {option}"
