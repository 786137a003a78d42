"""Two lists of lines → a unified diff, as `diff -u` has it, quick for long files too.

Lines that stand once on either side, as ids of events do, are matched before others are looked
at ("patience diff"). That keeps an event together, and what is left between them is short:
the time difflib takes for events that have moved grows with the square of their number.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from typing import NamedTuple, TypeAlias

Lines: TypeAlias = Sequence[str]


class _Gap(NamedTuple):
    """Lines of the old side, and of the new, that stand between lines that are matched."""

    old: range
    new: range


class _Matcher(SequenceMatcher[str]):
    """Matches lines as difflib does, but first those that stand once on either side."""

    def __init__(self, old: Lines, new: Lines) -> None:
        """Compare two lists of lines."""
        super().__init__(None, (), ())  # it need not index them
        self.a, self.b = old, new

    def get_matching_blocks(self) -> list[Match]:
        """Return which lines are the same, in order, and behind them where both sides end."""
        ends = len(self.a), len(self.b)
        blocks, gaps = [Match(*ends, 0)], [_Gap(*map(range, ends))]
        while gaps:
            gap = gaps.pop()
            found = _alone(self.a, self.b, gap)
            if found:
                blocks += found
                gaps += _between(found, gap)
            else:
                blocks += _alike(self.a, self.b, gap)
        return _joined(sorted(blocks))


def unified(old: Lines, new: Lines, names: tuple[str, str], end: str = "\n") -> Iterator[str]:
    """Yield the diff of two lists of lines, nothing if they are the same.

    Its own lines have the *end* that those of both sides have; *names* are of the two sides.
    """
    for number, group in enumerate(_Matcher(old, new).get_grouped_opcodes()):
        if not number:
            yield f"--- {names[0]}{end}"
            yield f"+++ {names[1]}{end}"
        _, old_start, _, new_start, _ = group[0]
        _, _, old_end, _, new_end = group[-1]
        yield f"@@ -{_span(old_start, old_end)} +{_span(new_start, new_end)} @@{end}"
        for kind, first, last, new_first, new_last in group:
            if kind == "equal":
                yield from (f" {line}" for line in old[first:last])
                continue
            yield from (f"-{line}" for line in old[first:last])
            yield from (f"+{line}" for line in new[new_first:new_last])


def _span(start: int, end: int) -> str:
    """Return which lines these are, as POSIX has it: the first, counted from one, and how many."""
    length = end - start
    if length == 1:
        return str(start + 1)
    # What is empty is named by the line before it.
    return f"{start + bool(length)},{length}"


def _alone(old: Lines, new: Lines, gap: _Gap) -> list[Match]:
    """Return the lines of a *gap* that stand once on either side, most that are in one order."""
    places = _once(new, gap.new)
    pairs = [(at, places[line]) for line, at in _once(old, gap.old).items() if line in places]
    return [Match(at, there, 1) for at, there in _longest_rise(sorted(pairs))]


def _once(lines: Lines, within: range) -> dict[str, int]:
    """Return where those of *lines* stand that are there once *within* a range."""
    number = Counter(lines[within.start : within.stop])
    return {lines[at]: at for at in within if number[lines[at]] == 1}


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most of *pairs* of which the second numbers rise; the first ones do.

    By piles, as in the game of patience: each pair goes on the first pile whose top is not
    below it, and knows the top of the pile before.
    """
    tops: list[int] = []
    last: list[int] = []  # of each pile, which of the pairs lies on top
    before: list[int | None] = []
    for number, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        before.append(last[pile - 1] if pile else None)
        tops[pile : pile + 1] = [second]
        last[pile : pile + 1] = [number]
    rise = []
    at = last[-1] if last else None
    while at is not None:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def _between(found: Sequence[Match], gap: _Gap) -> Iterator[_Gap]:
    """Yield what is left of a *gap* between lines that are *found* in it."""
    old, new = gap.old.start, gap.new.start
    for match in [*found, Match(gap.old.stop, gap.new.stop, 1)]:
        if old < match.a and new < match.b:
            yield _Gap(range(old, match.a), range(new, match.b))
        old, new = match.a + 1, match.b + 1


def _alike(old: Lines, new: Lines, gap: _Gap) -> Iterator[Match]:
    """Yield what difflib matches in a *gap*."""
    lines = old[gap.old.start : gap.old.stop], new[gap.new.start : gap.new.stop]
    for match in SequenceMatcher(None, *lines).get_matching_blocks():
        if match.size:
            yield Match(gap.old.start + match.a, gap.new.start + match.b, match.size)


def _joined(blocks: Sequence[Match]) -> list[Match]:
    """Return *blocks*, those that follow one another on both sides as one."""
    joined = [blocks[0]]
    for block in blocks[1:]:
        last = joined[-1]
        follows = (last.a + last.size, last.b + last.size) == (block.a, block.b)
        if follows and block.size:
            joined[-1] = Match(last.a, last.b, last.size + block.size)
        else:
            joined.append(block)
    return joined
