"""The questions about a new event, in order."""

from collections.abc import Iterator
from functools import partial

from timeline import phrases
from timeline.commands.add.answers import FURTHER, Answers
from timeline.commands.add.event import own_id, suggested_id
from timeline.commands.add.evidence import NAMES, about_evidence, actors
from timeline.commands.add.offers import Ground
from timeline.commands.add.order import ask_order, linked, possible_links
from timeline.commands.add.question import Meaning, Question
from timeline.commands.add.values import understood
from timeline.commands.support import prompts, streams
from timeline.model.keys import SEVERAL, Key
from timeline.model.scales import LINK_TYPES, STATUSES
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.phrases.limits import limits
from timeline.query import choice, values
from timeline.text import enumerated


def questions(said: Answers, ground: Ground) -> Iterator[Question]:
    """Yield the questions in order; later ones know what was said before."""
    timeline, today = ground
    yield from _about_what(said, ground)
    yield from _about_who(ground)
    yield from _about_the_story(timeline)
    yield from about_evidence(said, ground)
    if len(timeline):
        yield _links(timeline)
    for key in FURTHER:
        yield _about_key(key, partial(_understood, key, said, ground))
    yield Question("note", "Note", _text, hint="For whoever reads the file.")
    when = phrases.to_when(said.date, today) if said.date else None
    yield Question(
        "id",
        "Id",
        lambda text: (own_id(text, timeline), ""),
        begin=suggested_id(said.title or "", when, timeline),
    )


def _about_what(said: Answers, ground: Ground) -> Iterator[Question]:
    yield Question(
        "date",
        "Date",
        lambda text: _date(text, ground.today),
        needed=_needed(said, ground.timeline),
        sure="Is that the date? [Y/n] ",
        instead=lambda typed: ask_order(typed, said, ground.timeline),
    )
    yield Question("title", "Title", _text, needed="An event needs a title: what happened.")
    yield Question("summary", "Summary", _text, hint="One or two neutral sentences.")
    hint = "'statement' if something was said or judged, rather than done."
    yield _about_key(EVENT["kind"], partial(_word, EVENT["kind"]), hint)


def _needed(said: Answers, timeline: Timeline) -> str:
    """Return what is said where no date is; "" where it need not be, since its order stands."""
    if said.says_order():
        return ""
    needed = "An event needs a date, as vague as it is: 2025-10, late oct 2025, about 2014"
    return f"{needed}; or its order." if len(timeline) else f"{needed}."


def _about_key(key: Key, means: Meaning, hint: str = "") -> Question:
    """Return the question about a key: with what it means, if there is no other *hint*."""
    return Question(
        key.option,
        key.words.capitalize(),
        means,
        key.choices,
        hint or key.means,
        several=key.kind in SEVERAL,
    )


def _about_who(ground: Ground) -> Iterator[Question]:
    yield actors(EVENT["actors"], "Actors", NAMES, ground)
    yield Question(
        "place",
        "Places",
        _text,
        values.every(values.of_key("places"), ground.timeline),
        "Each in a line.",
        several=True,
    )


def _about_the_story(timeline: Timeline) -> Iterator[Question]:
    yield Question(
        "arc",
        "Arc",
        lambda text: _arc(text, timeline),
        timeline.arcs,
        f"One of {enumerated(list(timeline.arcs), 'or')}." if timeline.arcs else "",
        registry="arcs",
    )
    yield Question(
        "tag",
        "Tags",
        _text,
        sorted(values.every(values.of_key("tags"), timeline)),
        several=True,
        commas=True,
    )
    status = EVENT["status"]
    yield _about_key(status, partial(_word, status), f"One of {enumerated(STATUSES, 'or')}.")


def _links(timeline: Timeline) -> Question:
    return Question(
        "link",
        "Links",
        lambda text: linked(text, timeline),
        possible_links(LINK_TYPES, timeline),
        f"Each in a line, as denies=ID; there are {enumerated(LINK_TYPES)}.",
        several=True,
    )


def _word(key: Key, text: str) -> tuple[str, str]:
    return choice.word(key.name, text, key.choices), ""


def _understood(key: Key, said: Answers, ground: Ground, text: str) -> tuple[str, str]:
    found = understood(key, text, ground.known(said), ground.today)
    return found if isinstance(found, str) else "; ".join(found), ""


def _text(text: str) -> tuple[str, str]:
    return text, ""


def _date(text: str, today: int) -> tuple[str, str]:
    when = phrases.to_when(text, today)
    ascii_only = streams.only_ascii()
    words, certain = when.describe(ascii=ascii_only), limits(when, ascii=ascii_only)
    return when.text, prompts.dotted(when.text, words, certain)


def _arc(text: str, timeline: Timeline) -> tuple[str, str]:
    id_ = choice.arc(text, timeline)
    title = timeline.arcs[id_].title if id_ in timeline.arcs else ""
    return id_, prompts.dotted(id_, title)
