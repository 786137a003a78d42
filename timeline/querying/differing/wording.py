"""How a text was reworded: the words that stayed, came and went."""

from collections.abc import Iterator, Sequence
from typing import Final

from timeline.model.changes import Words, WordSign

_MOST_COMPARED: Final = 4_000_000  # pairs of words; longer texts are given whole
_MIRRORED: Final[dict[WordSign, WordSign]] = {"": "", "+": "-", "-": "+"}


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
    yield from _run("", old[:first])
    yield from _middle(old[first : len(old) - last], new[first : len(new) - last])
    yield from _run("", old[len(old) - last :])


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Words]:
    from difflib import SequenceMatcher  # noqa: PLC0415  only where a text differs

    if len(old) * len(new) > _MOST_COMPARED:
        yield from (*_run("-", old), *_run("+", new))
        return
    for tag, at, to, new_at, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
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
