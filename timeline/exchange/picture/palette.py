"""The colours of the picture and of the page, each for a light and a dark ground.

All letters have a contrast of 4.5:1 or more on their ground: tests/exchange/test_picture.py.
An arc's colour stands beside its name: it carries no meaning alone.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import Final

GROUND: Final = ("#fdfcf9", "#171614")
INK: Final = ("#1f1d1a", "#e9e5dd")
QUIET: Final = ("#625e57", "#a9a399")
RULE: Final = ("#dcd7cd", "#3a3733")
ARCS: Final = (
    ("#b04a00", "#f2995a"),
    ("#1d50c9", "#8cb0ff"),
    ("#16734f", "#5fc99d"),
    ("#823f7c", "#d596cf"),
    ("#7a5310", "#d3a95c"),
    ("#0b6a86", "#66bcd9"),
)
_OTHER: Final = QUIET  # of the arcs that are too many for a colour of their own

_NAMED: Final = {"ground": GROUND, "ink": INK, "quiet": QUIET, "rule": RULE}


def arc_classes(keys: Iterable[str]) -> Mapping[str, str]:
    """Return arc → the class that has its colour, in their order."""
    own = (f"arc-{at}" for at in range(len(ARCS)))
    return dict(zip(keys, chain(own, repeat("arc-x")), strict=False))


def light(class_: str) -> str:
    """Return the colour of a class on a light ground, for programs that know no CSS."""
    return _classes()[class_][0]


def stylesheet() -> str:
    """Return the CSS of all classes, light and dark; a print is always light."""
    dark = _rules(1)
    return f"{_rules(0)}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _rules(which: int) -> str:
    named = (f"--{name}:{pair[which]};" for name, pair in _NAMED.items())
    classes = (f".{name}{{color:{pair[which]}}}" for name, pair in _classes().items())
    return f":root{{{''.join(named)}}}{''.join(classes)}"


def _classes() -> dict[str, tuple[str, str]]:
    arcs = {f"arc-{at}": pair for at, pair in enumerate(ARCS)}
    return {**_NAMED, **arcs, "arc-x": _OTHER}
