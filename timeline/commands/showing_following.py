"""What lies near, anniversaries, silences, reasons → the screen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.commands.forms import Forms, Later, is_data, remark, show
from timeline.commands.support import streams
from timeline.commands.support.offers import argument
from timeline.commands.support.options import Order, Question
from timeline.commands.support.run import Run
from timeline.commands.support.show import nothing_found
from timeline.edtf import calendar_date
from timeline.errors import UsageError
from timeline.model.answers import Match, Selection, Verdict
from timeline.phrases import PhraseError, Window, span
from timeline.phrases.days_of_year import DayOfYear, day_of_year
from timeline.phrases.lengths import length
from timeline.query.logic import AllOf
from timeline.query.terms import typed_value
from timeline.reports import around as nearby
from timeline.reports import gaps as silent
from timeline.reports import on as yearly
from timeline.reports.answer import Answer
from timeline.reports.around import Centre, Near, Surroundings
from timeline.reports.gaps import Silence
from timeline.reports.on import Anniversary
from timeline.text import counted
from timeline.views import why as reasons
from timeline.views.parts import json_data
from timeline.views.parts.look import Look
from timeline.views.parts.markdown import answer_page

if TYPE_CHECKING:
    from timeline.commands import paging_following as paging
    from timeline.views import around as rows
    from timeline.views import gaps as gaps_view
    from timeline.views import list as list_view
    from timeline.views import on
    from timeline.views.parts import csv_table as csv_rows
else:  # Rich is for pages only
    paging = Later("timeline.commands.paging_following")
    csv_rows = Later("timeline.views.parts.csv_table")
    gaps_view = Later("timeline.views.gaps")
    list_view = Later("timeline.views.list")
    on = Later("timeline.views.on")
    rows = Later("timeline.views.around")


def around(run: Run, question: Question, near: str, within: str | None, number: int | None) -> None:
    """Show what *question* selects near the event or date that *near* names."""
    middle = nearby.centre(near, run.timeline, run.today)
    reach = length(within) if within else None
    asked = run.answer(question)
    how = {"certain": question.certain, "starts": question.starts}
    found = nearby.around(asked.found, middle, reach, number, **how)
    answer = Answer(
        run.timeline, asked.query, found.found, Selection(each.match for each in found.shown)
    )
    said = f"around {_centre_words(middle, ascii_=run.screen.ascii)}"
    said = f"{said}, within {reach.describe()}" if reach else said
    if not found.shown and not is_data(run.screen):
        streams.remark(f"No event{_which(run, answer)} lies {said}.")
    else:
        _show_around(run, answer, found, said)


def on_day(run: Run, question: Question, order: Order) -> None:
    """Show what *question*, whose first words may name a day, selects on that day."""
    day, typed, question = _day_and_question(question, run.today)
    asked = run.answer(question)
    if re.search(r"\d{4}", typed):
        alone = run.command("list", f"on:{typed_value(typed)}")
        streams.remark(f"{day} of every year; that one alone: {alone}")
    found = yearly.anniversaries(asked.found, day, starts=question.starts)
    found = [each for each in found if each.match.certain or not question.certain]
    every = Selection(each.match for each in found)
    found = found[::-1] if order.reverse else found
    found = found[: order.limit]
    answer = Answer(run.timeline, asked.query, every, Selection(each.match for each in found))
    if not found and not is_data(run.screen):
        streams.remark(f"No event{_which(run, answer)} is known to be of {day}.")
    else:
        _show_day(run, answer, found, day)


def gaps(run: Run, question: Question, most: int) -> None:
    """Show the longest silences between the events that *question* selects."""
    answer = run.answer(question)
    certain, possible = silent.silences(answer.found, most, starts=question.starts)
    if is_data(run.screen) or certain or possible:
        _show_silences(run, answer, (certain, possible))
    elif answer.found:
        streams.remark("There is no silence between these events.")
    else:
        nothing_found(run, answer)
    lasting = [] if question.starts else silent.lasting(answer.found)
    if lasting and not is_data(run.screen):
        number = f"{counted(len(lasting), 'event')} that {'goes' if len(lasting) == 1 else 'go'}"
        streams.remark(f"No silence during {number} on for over a year; --starts ignores that.")


def why(run: Run, question: Question, name: str) -> None:
    """Show why the event called *name* answers *question* as it does."""
    event, query = run.timeline.get(name), run.query(question)
    if not query.terms:
        example = run.command("why", *argument(event.id), "year:2019")
        hint = f"write terms after the id: {example or 'timeline why ID year:2019'}"
        raise UsageError("there is no query to explain", hint)
    reason = query.explain(event)
    reason = reason.parts[0] if len(reason.parts) == 1 else reason
    verdict = reasons.WORDS[reason.verdict]
    forms = Forms(
        page=lambda: paging.why(run, event, reason),
        lines=lambda: reasons.reason_lines(reason, Look(ascii=run.screen.ascii)),
        json=lambda: json_data.answer_data(
            run.timeline,
            str(query),
            event=event.id,
            verdict=verdict,
            reason=reasons.reason_data(reason),
        ),
        jsonl=lambda: reasons.reason_rows(reason),
    )
    show(run.screen, forms)
    remark(run.screen, verdict)


def _centred(found: Surroundings) -> list[Near]:
    """Return what lies around with the centre itself, if it is an event, in its place."""
    nears = list(found.shown)
    if event := found.centre.event:
        nears.insert(found.at, Near(Match(event, Verdict.YES), 0, 0, "same day"))
    return nears


def _show_around(run: Run, answer: Answer, found: Surroundings, said: str) -> None:
    timeline, middle = run.timeline, found.centre
    nears = _centred(found)
    forms = Forms(
        page=lambda: paging.around(run, answer, nears, found, said),
        lines=lambda: rows.near_lines(nears, middle, timeline),
        json=lambda: json_data.answer_data(
            timeline,
            answer.query.describe(),
            around=rows.centre_data(middle),
            found=len(found.found),
            certain=answer.shown.certain,
            possible=answer.shown.possible,
            events=list(rows.near_rows(nears, middle, timeline)),
        ),
        jsonl=lambda: rows.near_rows(nears, middle, timeline),
        csv=lambda: csv_rows.csv_lines(rows.near_columns(timeline, middle), nears),
        md=lambda: _markdown(run, answer, (each.match for each in nears), said),
    )
    show(run.screen, forms)
    remark(run.screen, f"{said}: {answer.count()}")


def _show_day(run: Run, answer: Answer, found: list[Anniversary], day: DayOfYear) -> None:
    timeline = run.timeline
    forms = Forms(
        page=lambda: paging.on_day(run, answer, found, day),
        lines=lambda: on.anniversary_lines(found, timeline),
        json=lambda: json_data.answer_data(
            timeline,
            answer.query.describe(),
            day=f"{day.month:02}-{day.day:02}",
            found=len(answer.found),
            certain=answer.shown.certain,
            possible=answer.shown.possible,
            events=list(on.anniversary_rows(found, timeline)),
        ),
        jsonl=lambda: on.anniversary_rows(found, timeline),
        csv=lambda: csv_rows.csv_lines(on.anniversary_columns(timeline), found),
        md=lambda: _markdown(run, answer, (each.match for each in found), f"on {day}"),
    )
    show(run.screen, forms)
    remark(run.screen, f"{day}: {answer.count()}")


def _markdown(run: Run, answer: Answer, found: Iterable[Match], said: str) -> Iterator[str]:
    body = list_view.event_page(Selection(found), run.timeline)
    return answer_page(answer, body, said)


def _show_silences(run: Run, answer: Answer, found: tuple[list[Silence], list[Silence]]) -> None:
    timeline, every = run.timeline, [*found[0], *found[1]]
    forms = Forms(
        page=lambda: paging.gaps(run, answer, *found),
        lines=lambda: gaps_view.silence_lines(every),
        json=lambda: json_data.answer_data(
            timeline,
            answer.query.describe(),
            silences=list(gaps_view.silence_rows(every, timeline)),
        ),
        jsonl=lambda: gaps_view.silence_rows(every, timeline),
        csv=lambda: csv_rows.csv_lines(gaps_view.SILENCE_COLUMNS, every),
    )
    show(run.screen, forms)
    remark(run.screen, answer.count())


def _day_and_question(question: Question, today: int) -> tuple[DayOfYear, str, Question]:
    """Return the day that the first words of *question* name, else today; them; and the rest."""
    words = list(question.query or ())
    for number in (3, 2, 1):
        if len(words) >= number and all(":" not in word for word in words[: number - 1]):
            text = " ".join(words[:number])
            day = day_of_year(text, today) if number == 1 else _possibly(text, today)
            if day:
                return day, text, replace(question, query=words[number:])
    _, month, day_of_month = calendar_date(today)
    return DayOfYear(month, day_of_month), "", question


def _possibly(text: str, today: int) -> DayOfYear | None:
    """Return the day that several words name: the last may be sought, and no part of a day.

    Raises PhraseError where all of them are a date, but none of one day.
    """
    try:
        return day_of_year(text, today)
    except PhraseError as error:
        refused = error
    try:
        span(text, today)
    except PhraseError:
        return None
    raise refused


def _centre_words(middle: Centre, *, ascii_: bool) -> str:
    """Return the date of a centre in words."""
    if middle.event:
        return middle.event.date.describe(ascii=ascii_)
    return Window(middle.start[0], middle.end[1], "").describe(ascii=ascii_)


def _which(run: Run, answer: Answer) -> str:
    asked = AllOf(answer.query.terms).describe(ascii=run.screen.ascii)
    return f" of {asked}" if asked else ""
