"""What a new date says that the old one did not, by their bounds; nothing where nobody can say.

The words come in pairs, of which one is said there and the other on the way back:
more precise and vaguer, earlier and later, now and no longer.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, TypeAlias

from timeline.edtf import FAR, When
from timeline.edtf.days import or_far
from timeline.text import counted

_Span: TypeAlias = tuple[int, int]

MORE_PRECISE: Final = "more precise"
VAGUER: Final = "vaguer"
_SPAN: Final = "interval"
_SORTS: Final = {_SPAN: "a span", "all-of": "several dates"}


def moved(old: When, new: When) -> tuple[str, ...]:
    """Return what it means that *old* became *new*."""
    if str(old) == str(new):
        return ("written differently",)
    said = [*_sorts(old, new), *_positions(old, new)]
    return (*said, *_doubts(old, new, said))


def _sorts(old: When, new: When) -> Iterator[str]:
    """Yield that one day or period became a span of time, or several dates."""
    for kind, words in _SORTS.items():
        yield from became(words, was=old.kind == kind, is_=new.kind == kind)


def _positions(old: When, new: When) -> Iterator[str]:
    if old.kind == new.kind == _SPAN:
        yield from _ends("start", old, new)
        yield from _ends("end", old, new)
    elif {old.kind, new.kind} & set(_SORTS):
        yield from filter(_apart, _relation([_whole(old)], [_whole(new)]))
    else:
        yield from _single(old, new)


def _single(old: When, new: When) -> Iterator[str]:
    """Yield how two single dates lie to each other, each perhaps one of a choice."""
    found = list(_relation(_spans(old), _spans(new)))
    if _has_gaps(old) or _has_gaps(new):
        found = list(filter(_apart, found))
    if any(map(_apart, found)) and _near(old, new):
        found.append("perhaps overlapping")
    yield from found or _finer(old, new)


def _finer(old: When, new: When) -> Iterator[str]:
    """Yield which of two dates of the same days is given more finely."""
    if old.precision != new.precision and _whole(old) == _whole(new):
        yield MORE_PRECISE if new.precision > old.precision else VAGUER


def _ends(name: str, old: When, new: When) -> Iterator[str]:
    """Yield what became of the start, or the end, of a span."""
    was, is_ = getattr(old, f"{name}_kind"), getattr(new, f"{name}_kind")
    if was != is_:
        for kind in ("open", "unknown"):
            words = became(kind, was=was == kind, is_=is_ == kind)
            yield from (f"{name} {each}" for each in words)
    elif is_ == "closed":
        spans = [[_bounds(date, f"earliest_{name}", f"latest_{name}")] for date in (old, new)]
        yield from (f"{name} {each}" for each in _relation(*spans))


def _relation(old: Sequence[_Span], new: Sequence[_Span]) -> Iterator[str]:
    """Yield how the days that are possible now lie to those that were."""
    narrower, wider = _within(new, old), _within(old, new)
    if not (narrower or wider):
        yield _beside(old, new)
    elif narrower != wider:
        yield MORE_PRECISE if narrower else VAGUER


def _beside(old: Sequence[_Span], new: Sequence[_Span]) -> str:
    """Return how days lie to others of which some are not among them, and the other way round."""
    (old_first, old_last), (new_first, new_last) = _hull(old), _hull(new)
    shift = _shift(new_first - old_first, new_last - old_last)
    if any(_touch(one, two) for one, two in product(old, new)):
        return f"{shift} but overlapping" if shift else "overlapping"
    if old_first == old_last and new_first == new_last:
        return f"{counted(abs(new_first - old_first), 'day')} {shift}"
    return shift or "disjoint"


def _touch(one: _Span, two: _Span) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _shift(first: int, last: int) -> str:
    """Return the direction in which both bounds moved; "" if it is not the same."""
    if first * last < 0:
        return ""
    return "later" if first + last > 0 else "earlier"


def _doubts(old: When, new: When, said: Sequence[str]) -> Iterator[str]:
    """Yield which doubts came and went, unless more or less precision already says so."""
    for doubt in ("uncertain", "approximate"):
        was, is_ = getattr(old, doubt), getattr(new, doubt)
        is_said = (was and MORE_PRECISE in said) or (is_ and VAGUER in said)
        if not is_said:
            yield from became(doubt, was=was, is_=is_)


def became(words: str, *, was: bool, is_: bool) -> Iterator[str]:
    """Yield "now" or "no longer" with *words*; nothing where they hold as they did."""
    if was != is_:
        yield f"now {words}" if is_ else f"no longer {words}"


def _apart(said: str) -> bool:
    return said.endswith(("earlier", "later"))


def _has_gaps(date: When) -> bool:
    """Return whether days between its bounds are not meant: 156X-12-25 is one of ten days."""
    return any(part.point for part in date.parts)


def _near(old: When, new: When) -> bool:
    """Return whether "about" widens the dates so far that they might overlap."""
    return old.overlaps(*new.possible)


def _spans(date: When) -> list[_Span]:
    if date.kind == "one-of" and date.members:
        return [_closed(*span) for span in date.members]
    return [_whole(date)]


def _whole(date: When) -> _Span:
    return _bounds(date, "earliest_start", "latest_end")


def _bounds(date: When, first: str, last: str) -> _Span:
    return _closed(getattr(date, first), getattr(date, last))


def _closed(first: int | None, last: int | None) -> _Span:
    return or_far(first, -FAR), or_far(last, FAR)


def _hull(spans: Sequence[_Span]) -> _Span:
    return min(first for first, _ in spans), max(last for _, last in spans)


def _within(inner: Sequence[_Span], outer: Sequence[_Span]) -> bool:
    return all(any(_holds(span, other) for span in outer) for other in inner)


def _holds(span: _Span, other: _Span) -> bool:
    return span[0] <= other[0] and other[1] <= span[1]
