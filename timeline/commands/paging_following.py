"""What is found by following time → pages, with Rich."""

from collections.abc import Sequence

from timeline.commands.support.run import Run
from timeline.model.records import Event
from timeline.pages.around import Beside, BesidePage
from timeline.pages.gaps import SilencePage
from timeline.pages.parts import heading
from timeline.pages.why import ReasonPage
from timeline.phrases import Window
from timeline.phrases.days_of_year import DayOfYear
from timeline.query.logic import Reason
from timeline.reports.answer import Answer
from timeline.reports.around import Near, Surroundings
from timeline.reports.gaps import Silence
from timeline.reports.on import Anniversary
from timeline.views.around import distance_words
from timeline.views.on import years_words
from timeline.views.parts.look import Look

_ROLES = {"on": "", "begins": "began", "ends": "ended", "goes on": "going on"}


def around(run: Run, answer: Answer, nears: Sequence[Near], found: Surroundings, said: str) -> None:
    """Show what lies around a centre, which is marked."""
    look, middle = run.screen.look, found.centre
    rows = [_near(near, look, centre=near.match.event is middle.event) for near in nears]
    if not middle.event:
        date = Window(middle.start[0], middle.end[1], "").describe(ascii=look.ascii)
        rows.insert(found.at, Beside(date, centre=True))
    vague = any(row.words.startswith(look.maybe) for row in rows)
    signs = [f"{look.maybe}12 days: counted from a vague date"] if vague else []
    _page(run, answer, said, BesidePage(rows, run.timeline, look, signs))


def on_day(run: Run, answer: Answer, found: Sequence[Anniversary], day: DayOfYear) -> None:
    """Show what happened on a day of the year, with the years since."""
    look = run.screen.look
    rows = [
        Beside(_since(each, day, run.today), _date(each.match.event, look), each.match)
        for each in found
    ]
    _page(run, answer, f"on {day}", BesidePage(rows, run.timeline, look))


def gaps(run: Run, answer: Answer, certain: Sequence[Silence], possible: Sequence[Silence]) -> None:
    """Show silences, and those that a vague date may fill."""
    page = SilencePage(certain, possible, run.timeline, run.screen.look)
    _page(run, answer, "longest silences", page)


def why(run: Run, event: Event, reason: Reason) -> None:
    """Show why an event matches or not."""
    look = run.screen.look
    run.screen.page(ReasonPage(event, reason, run.timeline, look))


def _page(run: Run, answer: Answer, said: str, page: BesidePage | SilencePage) -> None:
    look = run.screen.look
    asked = answer.query.describe(ascii=look.ascii)
    parts = look.dot.join(part for part in (said, asked) if part)
    run.screen.page(heading(run.timeline.title, parts, answer.count(), look), page)


def _near(near: Near, look: Look, *, centre: bool) -> Beside:
    words = "this event" if centre else distance_words(near, look)
    return Beside(words, _date(near.match.event, look), near.match, centre)


def _since(found: Anniversary, day: DayOfYear, today: int) -> str:
    """Return how long ago, and for a span what it does on the day."""
    words = years_words(found, day, today)
    role = _ROLES[found.role]
    return f"{words}, {role}" if role else words


def _date(event: Event, look: Look) -> str:
    return event.date.describe(ascii=look.ascii)
