"""Which event is meant by what somebody has in front of them.

The first of these that finds something decides:

1. an id, whole;
2. a handle, as pages show it behind a title: `e17`, or `17`;
3. a date in figures: `2025-10-26`;
4. a title, as it is printed, with its handle or without;
5. words of a title or an id, each from its start, in any order: as `list` has them; so
   also most parts of ids, and `Il-76` where an id has `il76`;
6. any part of an id;
7. a date in words: `26 Oct 2025`.

Case, accents and the kind of dash make no difference.
"""

import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

import msgspec

from timeline import phrases
from timeline.errors import UsageError
from timeline.likeness import alike, nearest
from timeline.model.answers import Verdict
from timeline.model.handles import Handles
from timeline.model.records import Event
from timeline.model.timeline import NotOneEvent, Timeline
from timeline.phrases import PhraseError, Window
from timeline.query.dates import begins_in, lies_in
from timeline.text import counted, fold, listed, quoted, visible, word_at

MOST_LISTED: Final = 8
"""So many events are listed where several are meant."""

_MOST_NEAR = 3  # names that may have been meant

_Choose: TypeAlias = Callable[[str, Sequence[Event]], Sequence[Event]]


class Found(msgspec.Struct, frozen=True):
    """The events that a text may mean, and how many more lie on the date that it is, or may."""

    events: Sequence[Event] = ()
    others: int = 0


def named(text: str, timeline: Timeline, today: int | None) -> Found:
    """Return the events that *text* may mean, in order; none where nothing is found.

    Of a date it is the event that is of that date alone, if there is one; else all that lie on
    it or may, and first what begins on it. Without *today* nothing is a date.
    """
    in_figures = not any(char.isalpha() for char in text)
    if found := exact(text, timeline):
        return Found(found)
    if in_figures and (dated := of_date(text, timeline, today)).events:
        return dated
    if found := _with_handle(text, timeline) or _called(text, timeline):
        return Found(found)
    return of_date(text, timeline, today)


def _called(text: str, timeline: Timeline) -> Sequence[Event]:
    """Return the events with this title, or with the words of *text*, or with it in their ids.

    All of these have all of its words in their names.
    """
    ways: tuple[_Choose, ...] = (_titled, _with_words, _with_part)
    likely = list(timeline.named(*(_sought(text) or _plain(text).split())))
    return next(filter(None, (choose(text, likely) for choose in ways)), ())


def whole(text: str, timeline: Timeline) -> Sequence[Event]:
    """Return the event whose whole id is *text*; else those whose ids differ in case alone."""
    if event := timeline.event(text):
        return [event]
    return [event for event in timeline.named(end=text) if fold(event.id) == fold(text)]


def exact(text: str, timeline: Timeline) -> Sequence[Event]:
    """Return the event whose whole id or whose handle is *text*, or those as `whole` has them."""
    if found := whole(text, timeline):
        return found
    event = Handles(timeline).event(text.strip())
    return [event] if event else []


def of_date(text: str, timeline: Timeline, today: int | None) -> Found:
    """Return what lies on the date *text*, or may; none where it is no date."""
    window = _window(text, today)
    if not window:
        return Found()
    there = list(timeline.on(lambda date: lies_in(date, window)))
    alone = [each for each in there if _is_within(each, window)]
    if len(alone) == 1:
        return Found(alone, len(there) - 1)
    return Found(sorted(there, key=lambda event: _rank(event, window)))


def one(text: str, found: Sequence[Event]) -> Event:
    """Return the one event that was *found* by *text*; raises `NotOneEvent` for several."""
    if len(found) == 1:
        return found[0]
    listed = [*map(_line, found[:MOST_LISTED]), *more(found)]
    hint = "\n".join(f"  {said}" for said in listed)
    raise NotOneEvent(f"{quoted(text)} may be any of {counted(len(found), 'event')}", hint)


def more(found: Sequence[Event]) -> Iterator[str]:
    """Yield how many of those *found* are not listed; nothing where all are."""
    if len(found) > MOST_LISTED:
        yield f"and {len(found) - MOST_LISTED:,} more: write more words, or an id"


def none(text: str, timeline: Timeline, today: int) -> UsageError:
    """Return the refusal of *text*, which names no event, with what was probably meant."""
    if handles := Handles(timeline).beyond(text.strip()):
        return NotOneEvent(f"no event has the handle {quoted(text)}", f"there are {handles}")
    try:
        window = phrases.span(text, today)
    except PhraseError as error:
        if error.message.endswith(" has no year"):
            return _without_year(text)
        return error if _is_meant_as_date(text, error) else _unknown(text, timeline)
    hint = f"`timeline around {shlex.quote(text)}` shows what is nearest"
    return NotOneEvent(f"no event lies in {window.describe()}", hint)


def _without_year(text: str) -> NotOneEvent:
    """Return the refusal of a day of any year, such as `26 Oct`."""
    message = f"no event is called {quoted(text)}, and a date needs a year"
    return NotOneEvent(message, f"for that day of every year: `timeline on {shlex.quote(text)}`")


def _line(event: Event) -> str:
    return "  ".join(map(visible, (event.date.describe(), event.title, event.id)))


def _with_handle(text: str, timeline: Timeline) -> list[Event]:
    """Return the event of words with a handle behind them, as a page shows a title."""
    words, _, handle = text.strip().rpartition(" ")
    event = Handles(timeline).event(handle)
    sought = _sought(words)
    return [event] if event and sought and _has(sought, event) else []


def _titled(text: str, likely: Sequence[Event]) -> list[Event]:
    wanted = _plain(text)
    return [event for event in likely if _plain(event.title) == wanted]


def _with_words(text: str, likely: Sequence[Event]) -> list[Event]:
    words = _sought(text)
    return [event for event in likely if words and _has(words, event)]


def _sought(text: str) -> list[str]:
    """Return the words of *text* that are sought in titles and ids."""
    return [word for word in _plain(text).replace("...", " ").split() if _joined(word)]


def _has(words: Sequence[str], event: Event) -> bool:
    """Return whether all *words* begin words of the title or the id; hyphens may be left out."""
    title = fold(event.title)
    said = f"{title} {_joined(title)} {fold(event.id)}"
    return all(word_at(said, word) >= 0 or word_at(said, _joined(word)) >= 0 for word in words)


def _joined(word: str) -> str:
    return word.replace("-", "")


def _with_part(text: str, likely: Sequence[Event]) -> list[Event]:
    part = fold(text).strip()
    return [event for event in likely if part and part in fold(event.id)]


def _window(text: str, today: int | None) -> Window | None:
    if today is None:
        return None
    try:
        return phrases.span(text, today)
    except PhraseError:
        return None


def _is_within(event: Event, window: Window) -> bool:
    """Return whether *event* is of the days of *window* alone, in every reading of its date."""
    begins = begins_in(event.date, window) is Verdict.YES
    end, last = event.date.latest_end, window.last
    return begins and end is not None and last is not None and end <= last


def _rank(event: Event, window: Window) -> tuple[int, int]:
    """Return where what lies in *window* stands: first what begins there, last what only may."""
    return -begins_in(event.date, window), -lies_in(event.date, window)


def _is_meant_as_date(text: str, error: PhraseError) -> bool:
    has_year = re.search(r"\d{4}", text)
    return bool(has_year) and not error.message.startswith("cannot read")


def _unknown(text: str, timeline: Timeline) -> NotOneEvent:
    ids = list(timeline.values("id"))
    near = alike(fold(text), ids, _MOST_NEAR) or [*_mended(text, timeline)] or nearest(text, ids)
    hint = "write words of its title, a part of its id, its handle, or a date"
    if near:
        hint = f"did you mean {listed(near)}?"
    return NotOneEvent(f"no event is called {quoted(text)}", hint)


def _mended(text: str, timeline: Timeline) -> Iterator[str]:
    """Yield *text* with the nearest words of titles in place of those that no title has."""
    titles = timeline.values("title")
    known = list(dict.fromkeys(word for title in titles for word in _words(title)))
    mended = " ".join(_mended_word(word, known) for word in _words(text))
    if mended != _plain(text) and _with_words(mended, list(timeline.named(*_sought(mended)))):
        yield mended


def _mended_word(word: str, known: Sequence[str]) -> str:
    if word.isdecimal() or any(each.startswith(word) for each in known):
        return word
    return next(iter(alike(word, known, 1)), word)


def _words(text: str) -> list[str]:
    return re.findall(r"\w[\w'-]*", fold(text))


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
