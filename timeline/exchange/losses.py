"""The loss report: everything that did not come through as it was, alike things together."""

from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

import msgspec

from timeline.model.records import Place

Kind: TypeAlias = Literal["refused", "dropped", "widened", "guessed"]
"""Not read at all; a part left out; made less exact; understood without being said."""

KINDS: Final[tuple[Kind, ...]] = ("refused", "dropped", "widened", "guessed")
_MOST_PLACES = 1_000  # kept for one kind of loss; the rest is counted


class Loss(msgspec.Struct):
    """One thing that happened to *count* items: the same words, and the first places.

    `example` is the first value it happened to, `hint` what may be done about it.
    """

    kind: Kind
    what: str
    count: int = 0
    places: list[str] = []
    example: str = ""
    hint: str = ""


class Short(msgspec.Struct, frozen=True):
    """What is told of a file in short.

    How often each kind of loss was noted, and how many of the items that were read are refused;
    and what the file itself has decided.
    """

    read: int
    refused: int
    counts: dict[Kind, int]
    settled: list[str]

    def data(self) -> bytes:
        """Return it as bytes, to be kept with what was read."""
        return msgspec.msgpack.encode(self)


def short_of(data: bytes) -> Short:
    """Return what was told in short when `Short.data` was kept."""
    return msgspec.msgpack.decode(data, type=Short)


class Losses:
    """Collects what is lost; `read`, `written` and `refused` count whole items (events).

    What is alike must be said in the same words to be counted together: the value in
    question is the *example*, no part of *what*.
    """

    def __init__(self, noun: str = "event") -> None:
        """Begin with nothing lost; *noun* is what the other format calls an item."""
        self.noun = noun
        self.read = 0
        self.written = 0
        self.refused = 0
        self.remarks: list[str] = []  # how the whole file was understood; no losses
        self.settled: list[str] = []  # what the file itself has decided, and by which value
        self._losses: dict[tuple[Kind, str], Loss] = {}

    def __iter__(self) -> Iterator[Loss]:
        """Go through the losses: the gravest kind first, then as they came."""
        return iter(sorted(self._losses.values(), key=lambda loss: KINDS.index(loss.kind)))

    def __bool__(self) -> bool:
        """Whether anything was lost."""
        return bool(self._losses)

    def count(self, kind: Kind) -> int:
        """Return how often a loss of this *kind* was noted."""
        return sum(loss.count for loss in self._losses.values() if loss.kind == kind)

    def short(self) -> Short:
        """Return what is told in short."""
        counts = {kind: self.count(kind) for kind in KINDS if self.count(kind)}
        return Short(self.read, self.refused, counts, self.settled)

    def refuse(self, what: str, place: Place | str, example: str = "", hint: str = "") -> None:
        """Note an item that could not be taken over at all, and count it."""
        self.refused += 1
        self._note("refused", what, place, example, hint)

    def drop(
        self, what: str, place: Place | str, example: str = "", hint: str = "", *, times: int = 1
    ) -> None:
        """Note a part of an item that has no counterpart, or so many *times* what is alike."""
        self._note("dropped", what, place, example, hint, times)

    def widen(self, what: str, place: Place | str, example: str = "") -> None:
        """Note a value that had to become less exact, or a wording that is lost."""
        self._note("widened", what, place, example, "")

    def guess(
        self, what: str, place: Place | str, example: str = "", hint: str = "", *, times: int = 1
    ) -> None:
        """Note what was understood in a way that the source does not state."""
        self._note("guessed", what, place, example, hint, times)

    def advise(self, kind: Kind, what: str, hint: str) -> None:
        """Set the *hint* of a loss that was noted, when all of the file has been seen."""
        if loss := self._losses.get((kind, what)):
            loss.hint = hint

    def data(self) -> dict[str, Any]:
        """Return the report as plain values, for `--report FILE.json`."""
        return {
            "read": self.read,
            "written": self.written,
            "refused": self.refused,
            "remarks": [*self.remarks, *self.settled],
            "losses": [msgspec.to_builtins(loss) for loss in self],
        }

    def _note(
        self, kind: Kind, what: str, place: Place | str, example: str, hint: str, times: int = 1
    ) -> None:
        loss = self._losses.setdefault((kind, what), Loss(kind, what, hint=hint))
        loss.count += times
        loss.example = loss.example or example
        if len(loss.places) < _MOST_PLACES:
            loss.places.append(str(place))
