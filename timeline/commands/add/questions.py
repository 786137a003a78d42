"""The questions about a new event, and how each of them is asked."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from timeline import phrases
from timeline.commands.add.answers import Answers
from timeline.commands.add.entries import offered
from timeline.commands.add.event import FURTHER, citation, link, own_id, suggested_id
from timeline.commands.support import prompts, streams
from timeline.errors import TimelineError
from timeline.model.keys import Key
from timeline.model.scales import LINK_TYPES, STATUSES
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.phrases.limits import limits
from timeline.query import choice, values
from timeline.query.called import UnknownName
from timeline.text import enumerated


class Question(NamedTuple):
    """What is asked for one option: the *label*, the *known* answers, what one of them means.

    *means* gives what the option says for what was typed, and a remark on it; it raises
    `TimelineError` for what cannot be. With a *registry*, what is unknown may be added.
    """

    option: str
    label: str
    means: Callable[[str], tuple[str, str]]
    known: Iterable[str] = ()
    hint: str = ""
    begin: str = ""
    needed: str = ""  # what is said where nothing is typed; "" lets it be skipped
    registry: str = ""
    several: bool = False
    commas: bool = False  # several in one line
    sure: str = ""  # what is asked once more where something else was understood than typed


def questions(said: Answers, timeline: Timeline, today: int) -> Iterator[Question]:
    """Yield the questions in order; later ones know what was said before."""
    yield from _about_what(today)
    yield from _about_who(timeline)
    yield from _about_the_story(timeline)
    yield from _about_evidence(timeline)
    yield from map(_about_key, FURTHER)
    yield Question("note", "Note", _text, hint="For whoever reads the file.")
    yield Question(
        "id",
        "Id",
        lambda text: (own_id(text, timeline), ""),
        begin=suggested_id(said.title or "", phrases.to_when(said.date or "", today), timeline),
    )


def _about_what(today: int) -> Iterator[Question]:
    yield Question(
        "date",
        "Date",
        lambda text: _date(text, today),
        needed="An event needs a date, as vague as it is: 2025-10, late oct 2025, about 2014.",
        sure="Is that the date? [Y/n] ",
    )
    yield Question("title", "Title", _text, needed="An event needs a title: what happened.")
    yield Question("summary", "Summary", _text, hint="One or two neutral sentences.")
    hint = "'statement' if something was said or judged, rather than done."
    yield _about_key(EVENT["kind"], hint)


def _about_key(key: Key, hint: str = "") -> Question:
    """Return the question about a plain key: with what it means, if there is no other *hint*."""
    return Question(
        key.option,
        key.words.capitalize(),
        partial(_word, key) if key.choices else _text,
        key.choices,
        hint or key.means,
        several=key.kind == "texts",
    )


def _about_who(timeline: Timeline) -> Iterator[Question]:
    yield Question(
        "actor",
        "Actors",
        lambda text: _actor(text, timeline),
        [name for actor in timeline.actors.values() for name in actor.names[1:]],
        "Tab completes names that are known; several with commas, or in lines.",
        registry="actors",
        several=True,
        commas=True,
    )
    yield Question(
        "place",
        "Places",
        _text,
        values.every(values.of_key("places"), timeline),
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
    yield _about_key(EVENT["status"], f"One of {enumerated(STATUSES, 'or')}.")


def _about_evidence(timeline: Timeline) -> Iterator[Question]:
    yield Question(
        "source",
        "Sources",
        lambda text: _source(text, timeline),
        timeline.sources,
        "Each in a line: an id, a publisher or an address; ,credibility=2 may stand behind it.",
        registry="sources",
        several=True,
    )
    yield Question(
        "link",
        "Links",
        lambda text: _link(text, timeline),
        _possible_links(timeline),
        f"Each in a line, as denies=ID; there are {enumerated(LINK_TYPES)}.",
        several=True,
    )


def check(question: Question, given: Iterable[str]) -> list[str]:
    """Return a remark on each of what was *given* beforehand and is understood in a way.

    Raises `TimelineError` for what cannot be.
    """
    return [remark for _, remark in map(question.means, given) if remark]


def ask(question: Question, said: Answers, timeline: Timeline, today: int) -> None:
    """Ask *question* until it is answered, or skipped; note in *said* what the option says."""
    if question.hint:
        prompts.hint(question.hint, beside=True)
    label, known = question.label, list(question.known)
    while True:
        prompt = prompts.labelled(label)
        typed = prompts.line(prompt, known, several=question.commas, begin=question.begin)
        names = _names(typed, commas=question.commas)
        done = [_noted(question, name, said, timeline, today) for name in names]
        if not names and question.needed:
            prompts.say(question.needed, beside=True)
        elif not names or (all(done) and not question.several):
            return
        if any(done):
            label = ""


def _names(typed: str, *, commas: bool) -> list[str]:
    """Return what is named in a line, with *commas* perhaps several things."""
    names = typed.split(",") if commas else [typed]
    return [name.strip() for name in names if name.strip()]


def _noted(question: Question, typed: str, said: Answers, timeline: Timeline, today: int) -> bool:
    """Note what was typed, and tell how it was understood; return whether it is an answer."""
    try:
        meant, remark = question.means(typed)
    except TimelineError as error:
        prompts.say(str(error), beside=True)
        unknown = question.registry and isinstance(error, UnknownName)
        return bool(unknown) and offered(question.registry, typed, said, timeline, today)
    if remark:
        prompts.say(remark, beside=True)
    if question.sure and meant != typed and not prompts.sure(question.sure, default="y"):
        return False
    if question.several:
        said.add(question.option, meant)
    else:
        setattr(said, question.option, meant)
    return True


def _word(key: Key, text: str) -> tuple[str, str]:
    return choice.word(key.name, text, key.choices), ""


def _text(text: str) -> tuple[str, str]:
    return text, ""


def _date(text: str, today: int) -> tuple[str, str]:
    when = phrases.to_when(text, today)
    ascii_only = streams.only_ascii()
    words, certain = when.describe(ascii=ascii_only), limits(when, ascii=ascii_only)
    return when.text, prompts.dotted(when.text, words, certain)


def _actor(text: str, timeline: Timeline) -> tuple[str, str]:
    id_ = choice.actor(text, timeline)
    return id_, prompts.dotted(id_, timeline.actor_name(id_))


def _arc(text: str, timeline: Timeline) -> tuple[str, str]:
    id_ = choice.arc(text, timeline)
    title = timeline.arcs[id_].title if id_ in timeline.arcs else ""
    return id_, prompts.dotted(id_, title)


def _source(text: str, timeline: Timeline) -> tuple[str, str]:
    cited = citation(text, timeline)
    if isinstance(cited, str):
        return cited, _about_source(cited, timeline)
    id_, rest = cited["source"], text[text.index(",") :]
    return id_ + rest, _about_source(id_, timeline)


def _about_source(id_: str, timeline: Timeline) -> str:
    source = timeline.sources.get(id_)
    if not source:
        return prompts.dotted(id_)
    return prompts.dotted(id_, source.publisher, source.title)


def _link(text: str, timeline: Timeline) -> tuple[str, str]:
    [(type_, target)] = link(text, timeline).items()
    return f"{type_}={target}", prompts.dotted(f"{type_} {target}", timeline.get(target).title)


def _possible_links(timeline: Timeline) -> list[str]:
    ids = list(timeline.values("id"))
    return [f"{type_}={id_}" for type_ in LINK_TYPES for id_ in ids]
