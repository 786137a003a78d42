"""Two records → their changes, key by key."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from msgspec.structs import replace

from timeline.edtf import When
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.file_fields import YES
from timeline.model.keys import Key
from timeline.model.records import Account, Citation, Link
from timeline.model.schema import ALL
from timeline.model.words import claim_words
from timeline.reports.diff.changes import (
    IN_ANOTHER_ORDER,
    LESS_CERTAIN,
    MORE_CERTAIN,
    Change,
    Words,
    WordSign,
)
from timeline.reports.diff.dates import became, moved

Ids: TypeAlias = Mapping[str, str]
"""Old id → new id, of what has another one now."""

_CERTAINTY: Final = ("disputed", "claimed", "reported", "confirmed")  # the least certain first
_GRADES: Final = {"reliability": "reliable", "credibility": "credible"}
_WHOLE: Final = "publisher"  # is another one, never the same in other words
_TEXTS: Final = {name for record in ALL for name in record.of_kind("text")} - {_WHOLE}
_CANNOT_BE_JUDGED: Final = {
    key.name: list(key.choices)[-1] for record in ALL for key in record.keys if key.kind == "grade"
}
_OF_USE: Final = tuple(key for key in CITATION.keys if key.name != "source")

_MOST_COMPARED: Final = 4_000_000  # pairs of words; longer texts are given whole
_MIRRORED: Final[dict[WordSign, WordSign]] = {"": "", "+": "-", "-": "+"}


def changes(
    old: object, new: object, keys: Iterable[Key], renamed: Mapping[str, Ids]
) -> Iterator[Change]:
    """Yield what differs in *keys* between two records of one kind.

    What names another record is the same if that one is: *renamed* has, registry →
    ids, those that are called otherwise now.
    """
    for key in keys:
        was, is_ = _written(old, key), _written(new, key)
        ids = renamed.get(key.registry, {})
        if key.kind == "citations":
            yield from _citations(was, is_, renamed)
        elif key.kind == "accounts":
            yield from _accounts(was, is_, renamed)
        elif key.kind == "links":
            yield from _links(was, is_, ids)
        else:
            yield from _value(key.name, was, is_, ids)


def _written(record: object, key: Key) -> Any:  # noqa: ANN401  of any key
    """Return what a record says under a *key*: a date that follows from order it does not."""
    if key.name == "date" and getattr(record, "undated", False):
        return None
    return getattr(record, key.attribute)


def _value(key: str, old: Any, new: Any, ids: Ids) -> Iterator[Change]:  # noqa: ANN401  of any key
    if isinstance(old, bool):
        old, new = (YES if value else "" for value in (old, new))
    if isinstance(old, tuple):
        yield from _items(key, old, new, ids)
    elif isinstance(old, When) or isinstance(new, When):
        yield from date_changes(key, old, new)
    elif ids.get(old, old) != new:
        yield text_change(key, old, new)


def date_changes(key: str, old: When | None, new: When | None) -> Iterator[Change]:
    """Yield what became of a date, which may be new or gone."""
    was = old.text if old else ""
    is_ = new.text if new else ""
    means = moved(old, new) if old and new else ()
    if was != is_:
        yield Change(key, was, is_, means=means)


def text_change(key: str, old: str, new: str) -> Change:
    """Return what became of a text, or of a word of a list of words."""
    words = reworded(old, new) if key in _TEXTS and old and new else ()
    return Change(key, old, new, means=tuple(_meant(key, old, new)), words=words)


def _meant(key: str, old: str, new: str) -> Iterator[str]:
    """Yield what it means that a status or a grade became another."""
    if not (old and new):
        return
    if key == "status":
        yield from _of_status(old, new)
    if key in _CANNOT_BE_JUDGED:
        yield _of_grade(key, old, new)


def _of_status(old: str, new: str) -> Iterator[str]:
    for word in ("disputed", "denied"):
        yield from became(word, was=word == old, is_=word == new)
    if old in _CERTAINTY and new in _CERTAINTY:
        better = _CERTAINTY.index(new) > _CERTAINTY.index(old)
        yield MORE_CERTAIN if better else LESS_CERTAIN


def _of_grade(key: str, old: str, new: str) -> str:
    if new == _CANNOT_BE_JUDGED[key]:
        return "no longer judged"
    if old == _CANNOT_BE_JUDGED[key]:
        return "now judged"
    return f"more {_GRADES[key]}" if new < old else f"less {_GRADES[key]}"


def _items(key: str, old: tuple[str, ...], new: tuple[str, ...], ids: Ids) -> Iterator[Change]:
    """Yield the items of a list that went and came, or that they stand otherwise."""
    same = [ids.get(item, item) for item in old]
    gone = [item for item, called in zip(old, same, strict=True) if called not in new]
    came = [item for item in new if item not in same]
    yield from (Change(key, old=item) for item in gone)
    yield from (Change(key, new=item) for item in came)
    if not (gone or came) and tuple(same) != new:
        yield _reordered(key, old, new)


def _reordered(key: str, old: Iterable[str], new: Iterable[str]) -> Change:
    return Change(key, ", ".join(old), ", ".join(new), means=(IN_ANOTHER_ORDER,))


def _links(old: tuple[Link, ...], new: tuple[Link, ...], ids: Ids) -> Iterator[Change]:
    same = [Link(link.type, ids.get(link.target, link.target)) for link in old]
    gone = [link for link, called in zip(old, same, strict=True) if called not in new]
    came = [link for link in new if link not in same]
    yield from (Change("links", old=link.target, item=link.type) for link in gone)
    yield from (Change("links", new=link.target, item=link.type) for link in came)
    if not (gone or came) and tuple(same) != new:
        yield _reordered("links", map(_link_text, old), map(_link_text, new))


def _link_text(link: Link) -> str:
    return f"{link.type} {link.target}"


def _accounts(
    old: tuple[Account, ...], new: tuple[Account, ...], renamed: Mapping[str, Ids]
) -> Iterator[Change]:
    """Yield the accounts that went, came, or are otherwise; they are told apart by whose they are.

    What differs only in how one cites a source is a change of that citation.
    """
    was, is_ = _by_teller(old, renamed.get("actors", {})), _by_teller(new, {})
    for teller, account in was.items():
        if teller not in is_:
            yield Change("accounts", old=claim_words(account), item=_tellers(account))
    for teller, account in is_.items():
        before = was.get(teller)
        if before is None:
            yield Change("accounts", new=claim_words(account), item=_tellers(account))
        elif claim_words(before) != claim_words(account):
            words = claim_words(before), claim_words(account)
            yield Change("accounts", *words, _tellers(account))
        else:
            yield from changes(before, account, ACCOUNT.keys, renamed)


def _tellers(account: Account) -> str:
    return ", ".join(account.by)


def _by_teller(accounts: Iterable[Account], ids: Ids) -> dict[tuple[tuple[str, ...], int], Account]:
    found: dict[tuple[tuple[str, ...], int], Account] = {}
    times: dict[tuple[str, ...], int] = {}
    for account in accounts:
        by = tuple(ids.get(each, each) for each in account.by)
        times[by] = times.get(by, 0) + 1
        found[by, times[by]] = account
    return found


def _citations(
    old: tuple[Citation, ...], new: tuple[Citation, ...], renamed: Mapping[str, Ids]
) -> Iterator[Change]:
    """Yield the sources that went and came; of those that stayed, what is said of their use.

    A source that is cited more than once is told apart by how often it was before.
    """
    ids = renamed.get("sources", {})
    was, is_ = _told_apart(old, ids), _told_apart(new, {})
    gone = [was[key].source for key in was if key not in is_]
    came = [is_[key].source for key in is_ if key not in was]
    yield from (Change("sources", old=source) for source in gone)
    yield from (Change("sources", new=source) for source in came)
    if not (gone or came) and list(was) != list(is_):
        yield _reordered("sources", [use.source for use in old], [use.source for use in new])
    for key, use in is_.items():
        if key in was:
            yield from _use(was[key], use, renamed)


def _told_apart(citations: Iterable[Citation], ids: Ids) -> dict[tuple[str, int], Citation]:
    found: dict[tuple[str, int], Citation] = {}
    times: dict[str, int] = {}
    for citation in citations:
        source = ids.get(citation.source, citation.source)
        times[source] = times.get(source, 0) + 1
        found[source, times[source]] = citation
    return found


def _use(old: Citation, new: Citation, renamed: Mapping[str, Ids]) -> Iterator[Change]:
    for change in changes(old, new, _OF_USE, renamed):
        yield replace(change, item=new.source)


def reworded(old: str, new: str) -> tuple[Words, ...]:
    """Return the words of both texts in turn, those that went before those that came.

    From *new* to *old* the same words have the opposite signs.
    """
    if old > new:  # difflib may see another way back than there
        mirrored = [Words(_MIRRORED[each.sign], each.text) for each in reworded(new, old)]
        return tuple(_removed_first(mirrored))
    return tuple(_words(old.split(), new.split()))


def _words(old: Sequence[str], new: Sequence[str]) -> Iterator[Words]:
    """Yield the runs of words, without what both begin and end with looked at twice."""
    shorter = min(len(old), len(new))
    first = _same(old, new, shorter)
    last = _same(old[::-1], new[::-1], shorter - first)
    old_end, new_end = len(old) - last, len(new) - last
    yield from _run("", old[:first])
    yield from _middle(old[first:old_end], new[first:new_end])
    yield from _run("", old[old_end:])


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Words]:
    if len(old) * len(new) > _MOST_COMPARED:
        yield from (*_run("-", old), *_run("+", new))
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, at, to, new_at, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield from _run("", old[at:to])
        else:
            yield from (*_run("-", old[at:to]), *_run("+", new[new_at:new_to]))


def _run(sign: WordSign, words: Sequence[str]) -> Iterator[Words]:
    if words:
        yield Words(sign, " ".join(words))


def _same(old: Sequence[str], new: Sequence[str], most: int) -> int:
    """Return how many of the first words are the same, *most* at the most."""
    return next((at for at in range(most) if old[at] != new[at]), most)


def _removed_first(words: list[Words]) -> list[Words]:
    """Put what went before what came in its place."""
    turned = list(words)
    for at in range(len(turned) - 1):
        if (turned[at].sign, turned[at + 1].sign) == ("+", "-"):
            turned[at], turned[at + 1] = turned[at + 1], turned[at]
    return turned
