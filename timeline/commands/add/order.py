"""An event of which no date is known: its order stands for one, and gives it one."""

from collections.abc import Iterable

from timeline.commands.add.answers import Answers
from timeline.commands.add.doubts import in_words
from timeline.commands.add.event import is_date, link
from timeline.commands.support import prompts
from timeline.edtf import When
from timeline.errors import TimelineError, UsageError
from timeline.inference import undated
from timeline.model.records import NO_DATE, Event, Ids, Link, Place
from timeline.model.scales import PURE_ORDER
from timeline.model.timeline import Timeline
from timeline.text import enumerated, quoted

_HINT = "No date? Then its order: after=ID, before=ID or during=ID, each in a line."


def ask_order(typed: str, said: Answers, timeline: Timeline) -> bool:
    """Ask after, before or during which events it was, where *typed* is no date but may be that.

    Returns whether that gives a date; it is noted in *said* then.
    """
    has_order = not typed and said.says_order()
    if has_order or not len(timeline) or (typed and not _is_order(typed)):
        return has_order
    texts = _asked(typed, timeline)
    said.link = [*said.said("link"), *texts] or None
    return bool(texts)


def _is_order(typed: str) -> bool:
    """Whether it begins like a link of order; `after 2018` is a date."""
    return _parted(typed)[0] in PURE_ORDER and not is_date(typed)


def _asked(typed: str, timeline: Timeline) -> list[str]:
    """Return the links, as an option has them, that give a date: *typed*, and what is asked."""
    texts: list[str] = []
    known = possible_links(PURE_ORDER, timeline)
    label = "By order"
    if not typed:
        prompts.hint(_HINT, beside=True)
        typed = prompts.line(prompts.labelled(label), known)
    while typed:
        try:
            text, remark = _ordered(typed, timeline)
            when = date_by_order([*texts, text], timeline)
        except TimelineError as error:
            prompts.say(str(error), beside=True)
        else:
            prompts.say(f"{remark}\n{_dated(when)}", beside=True)
            texts.append(text)
            label = ""
        typed = prompts.line(prompts.labelled(label), known)
    return texts


def _parted(typed: str) -> tuple[str, str]:
    """Return the type and the event of a link of order; a blank may part them."""
    type_, _, name = typed.replace("=", " ").replace(":", " ").strip().partition(" ")
    return type_.lower(), name.strip()


def _dated(when: When) -> str:
    return f"So it is dated {in_words(when)}."


def _ordered(typed: str, timeline: Timeline) -> tuple[str, str]:
    """Return what `linked` does for *typed*; raises `UsageError` for what is no order."""
    type_, name = _parted(typed)
    if type_ not in PURE_ORDER:
        hint = f"write {enumerated([f'{each}=ID' for each in PURE_ORDER], 'or')}"
        raise UsageError(f"{quoted(typed)} says no order", hint)
    return linked(f"{type_}={name}", timeline)


def linked(text: str, timeline: Timeline) -> tuple[str, str]:
    """Return a link as an option has it, and the event that it leads to; raises `UsageError`."""
    [(type_, target)] = link(text, timeline).items()
    return f"{type_}={target}", prompts.dotted(f"{type_} {target}", timeline.get(target).title)


def possible_links(types: Iterable[str], timeline: Timeline) -> list[str]:
    """Return all links that there may be, for completion."""
    ids = list(timeline.values("id"))
    return [f"{type_}={id_}" for type_ in types for id_ in ids]


def date_by_order(texts: Iterable[str], timeline: Timeline) -> When:
    """Return the date that links of order give an event; raises `UsageError` where they do not."""
    id_ = Ids(timeline.values("id")).free("new")
    said = (each.items() for each in (link(text, timeline) for text in texts))
    links = tuple(Link(*pair) for pairs in said for pair in pairs)
    new = Event(id=id_, date=NO_DATE, title="new", links=links, place=Place("", 0), undated=True)
    dates, faults = undated.dates(Timeline([*timeline, new]))
    if id_ not in dates:
        raise UsageError(faults[0].message.replace(quoted(id_), "it"), faults[0].hint)
    return dates[id_]
