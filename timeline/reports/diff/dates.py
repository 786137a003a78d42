"""What a new date says that the old one did not, by their bounds; nothing where nobody can say.

The words come in pairs, of which one is said there and the other on the way back:
more precise and vaguer, earlier and later, now and no longer.
"""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from timeline.edtf import FAR, When
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
        yield from _now(words, was=old.kind == kind, is_=new.kind == kind)


def _positions(old: When, new: When) -> Iterator[str]:
    if old.kind == new.kind == _SPAN:
        yield from _ends("start", old, new)
        yield from _ends("end", old, new)
    elif {old.kind, new.kind} & set(_SORTS):
        yield from (each for each in _relation([_whole(old)], [_whole(new)]) if _apart(each))
    else:
        yield from _single(old, new)


def _single(old: When, new: When) -> Iterator[str]:
    """Yield how two single dates lie to each other, each perhaps one of a choice."""
    found = list(_relation(_spans(old), _spans(new)))
    if _has_gaps(old) or _has_gaps(new):
        found = [each for each in found if _apart(each)]
    if any(map(_apart, found)) and _near(old, new):
        found.append("perhaps overlapping")
    yield from found
    if not found and old.precision != new.precision and _whole(old) == _whole(new):
        yield MORE_PRECISE if new.precision > old.precision else VAGUER


def _ends(name: str, old: When, new: When) -> Iterator[str]:
    """Yield what became of the start, or the end, of a span."""
    was, is_ = getattr(old, f"{name}_kind"), getattr(new, f"{name}_kind")
    if was != is_:
        for kind in ("open", "unknown"):
            words = _now(kind, was=was == kind, is_=is_ == kind)
            yield from (f"{name} {each}" for each in words)
    elif is_ == "closed":
        spans = [[_bounds(date, f"earliest_{name}", f"latest_{name}")] for date in (old, new)]
        yield from (f"{name} {each}" for each in _relation(*spans))


def _relation(old: Sequence[_Span], new: Sequence[_Span]) -> Iterator[str]:
    """Yield how the days that are possible now lie to those that were."""
    if _within(new, old) or _within(old, new):
        if not (_within(new, old) and _within(old, new)):
            yield MORE_PRECISE if _within(new, old) else VAGUER
        return
    (old_first, old_last), (new_first, new_last) = _hull(old), _hull(new)
    touching = any(one[0] <= two[1] and two[0] <= one[1] for one in old for two in new)
    shift = _shift(new_first - old_first, new_last - old_last)
    if touching:
        yield f"{shift} but overlapping" if shift else "overlapping"
    elif old_first == old_last and new_first == new_last:
        yield f"{counted(abs(new_first - old_first), 'day')} {shift}"
    else:
        yield shift or "disjoint"


def _shift(first: int, last: int) -> str:
    """Return the direction in which both bounds moved; "" if it is not the same."""
    if first * last < 0:
        return ""
    return "later" if first + last > 0 else "earlier"


def _doubts(old: When, new: When, said: Sequence[str]) -> Iterator[str]:
    """Yield which doubts came and went, unless more or less precision already says so."""
    for doubt in ("uncertain", "approximate"):
        was, is_ = getattr(old, doubt), getattr(new, doubt)
        if not (was and MORE_PRECISE in said) and not (is_ and VAGUER in said):
            yield from _now(doubt, was=was, is_=is_)


def _now(words: str, *, was: bool, is_: bool) -> Iterator[str]:
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
    members = [_closed(*span) for span in date.members] if date.kind == "one-of" else []
    return members or [_whole(date)]


def _whole(date: When) -> _Span:
    return _bounds(date, "earliest_start", "latest_end")


def _bounds(date: When, first: str, last: str) -> _Span:
    return _closed(getattr(date, first), getattr(date, last))


def _closed(first: int | None, last: int | None) -> _Span:
    return -FAR if first is None else first, FAR if last is None else last


def _hull(spans: Sequence[_Span]) -> _Span:
    return min(first for first, _ in spans), max(last for _, last in spans)


def _within(inner: Sequence[_Span], outer: Sequence[_Span]) -> bool:
    return all(any(one <= first and last <= two for one, two in outer) for first, last in inner)
