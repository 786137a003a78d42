"""Anniversaries → a page: the events of a day of the year, with the years since."""

from typing import Final

from rich.console import RenderableType

from timeline.pages.beside import beside
from timeline.pages.brief import Beside
from timeline.pages.parts import ROOMY, answer_heading
from timeline.reports.on import Anniversary
from timeline.views.on import OnView, years_words
from timeline.views.parts.look import Look

_ROLES: Final = {"on": "", "begins": "began", "ends": "ended", "goes on": "going on"}


def page(view: OnView, look: Look) -> tuple[RenderableType, ...]:
    """Return what happened on a day of the year, under a heading."""
    rows = [_row(each, view, look) for each in view.found]
    found = beside(rows, view.answer.timeline, look)
    return answer_heading(view.answer, look, before=f"on {view.day}"), found


def _row(found: Anniversary, view: OnView, look: Look) -> Beside:
    date = look.date(found.match.event)
    if look.brief and look.page < ROOMY:
        return Beside("", date, found.match)
    return Beside(_since(found, view), date, found.match)


def _since(found: Anniversary, view: OnView) -> str:
    """Return how long ago, and for a span what it does on the day."""
    words = years_words(found, view.day, view.today)
    role = _ROLES[found.role]
    return f"{words}, {role}" if role else words
