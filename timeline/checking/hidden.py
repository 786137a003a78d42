"""Characters that nobody sees and every program reads, in any text of a file.

They part words that look whole, so that no query finds them; they turn what stands beside
them; and whole sentences can be written in them. Where a script or an emoji needs one, it
is no fault: a joiner in Persian, the variation of a sign, the flag of Scotland.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final, TypeVar

from timeline.checking.rule import Case, Fault, entry, on
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.findings import Spot
from timeline.model.keys import SEVERAL, Key, Registry
from timeline.model.records import Entry, Event
from timeline.model.schema import EVENT, HEADER, REGISTRIES
from timeline.text import counted

_Record = TypeVar("_Record")

# Unicode calls them default-ignorable, but for the annotations of U+FFF9 to U+FFFB.
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_COMPLEX: Final = "\u0600-\u1fff\ua800-\uabff"  # scripts whose letters join
_EMOJI: Final = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_NEEDED: Final = (
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",  # a flag
    "(?<=[^\\sA-Za-z\ufe00-\ufe0f])[\ufe00-\ufe0f]",
    "(?<=[\u2e80-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]",
    f"(?<=[{_COMPLEX}{_EMOJI}])\u200d(?=[{_COMPLEX}{_EMOJI}])",
    f"(?<=[{_COMPLEX}])\u200c(?=[{_COMPLEX}])",
    "(?<=[\u1800-\u18af])[\u180b-\u180f]|[\u180b-\u180f](?=[\u1800-\u18af])",
    "[\u115f\u1160](?=[\u1100-\u11ff])|(?<=[\u1100-\u11ff])[\u115f\u1160]",
)
# These are texts, for few runs need them, and to compile patterns of far apart signs takes long.
_HIDDEN: Final = f"{'|'.join(_NEEDED)}|([{_UNSEEN}])"
_ANY: Final = f"[{_UNSEEN}]"
_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL"))
_NO_TEXT: Final = ("date", "day", "flag", "choice", "grade", "citations", "accounts", "links")
_ASCII: Final = bytes(range(0x80))
_ID: Final = EVENT["id"]  # that of an entry is called so too
_OF_CITATIONS: Final = [key for key in CITATION.keys if key.kind == "text"]
_OF_ACCOUNTS: Final = [ACCOUNT["says"]]
# What an event names stands in its own place.
_OF_EVENTS: Final = [key for key in EVENT.keys if not key.registry and key.kind not in _NO_TEXT]


def hidden_character(case: Case) -> Iterator[Fault]:
    """Find characters that nobody sees: invisible blanks, joiners, marks of direction."""
    for spot, what, text in _texts(case):
        if found := hidden(text):
            yield _fault(spot, what, text, found)


def hidden(text: str) -> list[int]:
    """Return the offsets of the characters of *text* that nobody sees and nothing needs."""
    if text.isascii():
        return []
    found = [match.start() for match in re.finditer(_HIDDEN, text) if match[1]]
    if not any(map(_is_right_to_left, text)):
        return found
    return [at for at in found if text[at] not in _DIRECTIONS]


def _is_right_to_left(char: str) -> bool:
    return char.isalpha() and unicodedata.bidirectional(char) in _RIGHT_TO_LEFT


def _char_words(char: str) -> str:
    """Return a character by its number and name: "U+200B (zero width space)"."""
    number = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "").lower()
    return f"{number} ({name})" if name else number


def _fault(spot: Spot, what: str, text: str, found: list[int]) -> Fault:
    said = _char_words(text[found[0]])
    at = found[0] if spot.value == text else 0
    if len(found) == 1:
        message = f"{what} has a hidden character, {said}"
        return Fault(spot, message, "take it out: no reader sees it", at=at)
    message = f"{what} has {counted(len(found), 'hidden character')}, the first {said}"
    return Fault(spot, message, "take them out: no reader sees them", at=at)


def _texts(case: Case) -> Iterator[tuple[Spot, str, str]]:
    """Yield the texts of the files: where each stands, what it is, and the text.

    Records without any of those characters, which most are, are left out.
    """
    timeline = case.timeline
    for name in HEADER.of_kind("text"):
        text = getattr(timeline, name)
        yield entry("timeline", "", name, text), f"the {name}", text
    for section, registry in REGISTRIES.items():
        yield from _of_entries(registry, getattr(timeline, section).values())
    for event in _odd_events(case):
        for key, what, text in _said(_OF_EVENTS, event):
            yield on(event, key, text), what, text
        yield from _of_uses(event)


def _of_entries(registry: Registry, records: Collection[Entry]) -> Iterator[tuple[Spot, str, str]]:
    """Yield the ids and the texts of a registry."""
    section = registry.section
    keys = [key for key in registry.record.keys if key.kind not in _NO_TEXT]
    for record in _odd(records, [_ID, *keys]):
        yield entry(section, record.id), "the id", record.id
        for key, what, text in _said(keys, record):
            if text != record.id:
                yield entry(section, record.id, key, text), what, text


def _odd_events(case: Case) -> Iterator[Event]:
    """Yield the events in whose texts, or those of their uses, one of those characters is."""
    odd = {event.id for event in _odd(case.events, _OF_EVENTS)}
    if cited := {id(each) for each in _odd(case.citations, _OF_CITATIONS)}:
        odd.update(event.id for event in case.citing(lambda cites: id(cites) in cited))
    for event in case.events:
        is_told_so = event.accounts and _odd(event.accounts, _OF_ACCOUNTS)
        if is_told_so or event.id in odd:
            yield event


def _of_uses(event: Event) -> Iterator[tuple[Spot, str, str]]:
    """Yield the texts of accounts and citations."""
    for account in event.accounts:
        yield on(event, "accounts", account.says), "what an account says", account.says
    for citation in event.citations:
        for key in _OF_CITATIONS:
            text = getattr(citation, key.attribute)
            yield on(event, "sources", citation.source), f"the {key.name} of a source", text


def _odd(records: Collection[_Record], keys: Sequence[Key]) -> Sequence[_Record]:
    """Return those of *records* in whose texts one of those characters is, needed or not.

    All are asked at once: mostly none has one.
    """
    if not _is_odd(_written(keys, records)):
        return ()
    return [each for each in records if _is_odd(_written(keys, [each]))]


def _written(keys: Sequence[Key], records: Collection[object]) -> str:
    """Return all that *records* say under *keys*, as one text."""
    lists = [key.attribute for key in keys if key.kind in SEVERAL]
    texts = [key.attribute for key in keys if key.kind not in SEVERAL]
    said = chain.from_iterable(map(attrgetter(name), records) for name in texts)
    listed = chain.from_iterable(map(attrgetter(name), records) for name in lists)
    return "".join(chain(said, chain.from_iterable(listed)))


def _is_odd(text: str) -> bool:
    """Whether one of those characters is in a *text*."""
    rest = _beyond_ascii(text)
    return bool(rest) and re.search(_ANY, rest) is not None


def _beyond_ascii(text: str) -> str:
    """Return the characters of *text* that are not of ASCII: mostly few, or none."""
    if text.isascii():
        return ""
    kept = text.encode(errors="surrogatepass").translate(None, _ASCII)
    return kept.decode(errors="surrogatepass")


def _said(keys: Sequence[Key], record: object) -> Iterator[tuple[str, str, str]]:
    """Yield each text under *keys* of a *record*: the name of its key, what it is, and the text."""
    for key in keys:
        value = getattr(record, key.attribute)
        if key.kind in SEVERAL:
            yield from ((key.name, f"one of the {key.name}", text) for text in value)
        else:
            yield key.name, f"the {key.name}", value
