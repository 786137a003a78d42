"""The events that a command is given, by whatever they are called: of several one is chosen."""

from collections.abc import Sequence

import typer

from timeline.commands.support import prompts, streams
from timeline.commands.support.options import Question
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.query import events as names
from timeline.query.terms import Words
from timeline.reports.answer import Answer
from timeline.text import counted, quoted, visible

_STOPPED = 130  # as for every program that is interrupted


def event(text: str, timeline: Timeline, today: int) -> Event:
    """Return the event that *text* names; of several, the one that somebody chooses.

    Raises `UsageError` for none, and for several where nobody can be asked.
    """
    return _one(text, names.named(text, timeline, today), timeline, today)


def _one(text: str, found: names.Found, timeline: Timeline, today: int) -> Event:
    if not found.events:
        raise names.none(text, timeline, today)
    if found.others:
        more = counted(found.others, "more event lies", "more events lie")
        streams.remark(f"{more} on that date, or may: `around` shows them")
    return chosen(text, found.events)


def events(texts: Sequence[str], timeline: Timeline, today: int) -> list[Event]:
    """Return the events that *texts* name: each its own, or all words together one.

    Raises what `event` does.
    """
    phrase = " ".join(texts)
    are_ids = all(names.exact(text, timeline) for text in texts)
    found = names.Found() if are_ids else names.named(phrase, timeline, today)
    if found.events:
        return [_one(phrase, found, timeline, today)]
    return [event(text, timeline, today) for text in texts]


def by_ids(question: Question, timeline: Timeline, today: int) -> list[Event]:
    """Return the events whose whole ids or handles all words of *question* are; else none.

    It need not be a query then: an id may be `wd:Q123`.
    """
    words = question.query or []
    if not all(names.exact(word, timeline) for word in words):
        return []
    return [event(word, timeline, today) for word in words]


def meant(question: Question, answer: Answer, today: int) -> list[Event]:
    """Return the events that *question*, whose *answer* is given, names rather than asks for.

    The one event that the answer has, or those that the words name where no event has them.
    None where it asks.
    """
    words, timeline = question.query or [], answer.timeline
    if answer.found:
        return [answer.found.at(0).event] if len(answer.found) == 1 else []
    phrase = " ".join(words)
    is_plain = words and all(
        isinstance(term, Words) and not term.field for term in answer.query.terms
    )
    found = names.named(phrase, timeline, today).events if is_plain else ()
    return [chosen(phrase, found)] if found else []


def chosen(text: str, found: Sequence[Event]) -> Event:
    """Return the one of the events *found* by *text* that is meant.

    On a terminal somebody is asked, and may leave. Raises `UsageError` elsewhere.
    """
    if len(found) == 1 or not prompts.on_terminal():
        return names.one(text, found)
    prompts.say(f"{quoted(text)} may be any of {counted(len(found), 'event')}:\n")
    listed = found[: names.MOST_LISTED]
    for number, each in enumerate(listed, 1):
        _offer(number, each)
    for said in names.more(found):
        prompts.hint(f"     {said}")
    return listed[_number(len(listed)) - 1]


def _offer(number: int, event: Event) -> None:
    date = event.date.describe(ascii=streams.only_ascii())
    prompts.say(f"{number:>3}  {visible(event.title)}")
    prompts.hint(f"     {date}  {visible(event.id)}")


def _number(most: int) -> int:
    """Return the number that somebody chooses, from 1 to *most*; Enter ends the program."""
    while True:
        typed = _line(f"\nWhich one? 1 to {most}, Enter leaves: ")
        if not typed:
            raise typer.Exit
        if typed.isdecimal() and 1 <= int(typed) <= most:
            return int(typed)


def _line(prompt: str) -> str:
    try:
        return prompts.line(prompt)
    except prompts.Stopped:
        raise typer.Exit(_STOPPED) from None
