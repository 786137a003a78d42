"""What lies near an event or a date → a page: how far each is from the centre, which is marked."""

from rich.console import RenderableType

from timeline.pages.beside import beside
from timeline.pages.brief import Beside
from timeline.pages.parts import ROOMY, answer_heading
from timeline.reports.centre import Centre
from timeline.reports.distance import Near
from timeline.views.around import AroundView, distance_words
from timeline.views.parts.look import Look


def page(view: AroundView, look: Look) -> tuple[RenderableType, ...]:
    """Return what lies around a centre, under a heading."""
    middle = view.found.centre
    rows = [_row(near, middle, look) for near in view.nears]
    if not middle.event:
        rows.insert(view.found.at, Beside(middle.describe(ascii=look.ascii), centre=True))
    found = beside(rows, view.answer.timeline, look, _signs(rows, look))
    return answer_heading(view.answer, look, before=view.said), found


def _row(near: Near, middle: Centre, look: Look) -> Beside:
    date = look.date(near.match.event)
    if look.brief and look.page < ROOMY:
        date = ""
    if near.match.event is middle.event:
        return Beside("this event", date, near.match, centre=True)
    return Beside(distance_words(near, look), date, near.match)


def _signs(rows: list[Beside], look: Look) -> list[str]:
    """Return what the sign of a vague distance means, if there is one."""
    if any(row.words.startswith(look.maybe) for row in rows):
        return [f"{look.maybe}12 days: counted from a vague date"]
    return []
