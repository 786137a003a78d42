"""A view → the screen, in the form that was chosen or that fits it; what is said of nothing."""

from __future__ import annotations

from typing import Any, Protocol

from timeline.commands.support import misreadings, streams
from timeline.commands.support import run as runs
from timeline.commands.support import screen as screens
from timeline.commands.support.options import Format
from timeline.errors import UsageError
from timeline.model import answers as model
from timeline.query import logic
from timeline.reports import answer as answers
from timeline.reports import counts, groups
from timeline.text import enumerated
from timeline.views.parts import look as looks
from timeline.views.view import FORMS, View


class Pages(Protocol):
    """A module of `timeline.pages`: it is loaded, and Rich with it, when a page is drawn."""

    def page(self, view: Any, look: looks.Look, /) -> Any:  # noqa: ANN401  each page its own view
        """Return what is printed, part by part."""
        ...


def show(
    screen: screens.Screen,
    view: View,
    pages: Pages,
    *,
    brief: bool | None = False,
) -> None:
    """Show *view* as a page of *pages*, as lines or as data: what *screen* is for.

    A page may be *brief*; None is as it is set. Raises `UsageError` for a form that the
    answer does not have.
    """
    if is_data(screen):
        _show_data(screen, view)
        return
    lines = view.form("lines")
    if screen.is_page or lines is None:
        screen.page(*pages.page(view, screen.look(brief=brief)))
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
        return groups.MOST_ROWS
    return wanted


def nothing_to_show(run: runs.Run, answer: answers.Answer) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if answer.found or is_data(run.screen):
        return False
    nothing_found(run, answer)
    return True


def nothing_found(run: runs.Run, answer: answers.Answer) -> None:
    """Say that no event matches, and in which years some would."""
    asked = answer.asked(ascii=run.screen.ascii) if len(run.timeline) else ""
    others = run.select(answer.query)
    if others:
        streams.remark(f"{_left_out(others)}: {asked or 'all events'}.")
        return
    if asked:
        streams.remark(f"No event matches {asked}.")
    else:
        streams.remark("This timeline has no events.")
    elsewhere = run.select(answer.query.without_dates())
    if years := counts.year_list(elsewhere):
        streams.remark(f"There are events in {years}.")
    remark_on_words(run, answer)


def _left_out(others: model.Selection) -> str:
    """Return that nothing answers as it was asked, and how many do otherwise."""
    if others.possible:
        return f"No event matches for certain, {others.possible:,} possibly"
    return f"No event matches only possibly, {others.certain:,} for certain"


def none_is(run: runs.Run, answer: answers.Answer, so: str) -> bool:
    """Say that no event of *answer* is *so*; return whether it was said, which beside data is not.

    For example: "No event of arc The north lies around 1 Jun 2018."
    """
    if is_data(run.screen):
        return False
    asked = logic.AllOf(answer.query.terms).describe(ascii=run.screen.ascii)
    which = f" of {asked}" if asked else ""
    streams.remark(f"No event{which} {so}.")
    remark_on_words(run, answer)
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
    for said in misreadings.remarks(run, answer.query, answer.found):
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
