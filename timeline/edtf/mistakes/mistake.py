"""What is wrong with a text that is no date, and what to write instead of it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from timeline.edtf.grammar import DATE
from timeline.edtf.values import exists
from timeline.text import enumerated

EXAMPLES: Final = "write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X"


class Mistake(NamedTuple):
    """Where a mistake is, what it is, and a hint: `dates` to write instead, or some other.

    Each of the dates has a note on what it stands for, where there are several.
    """

    offset: int
    reason: str
    hint: str = EXAMPLES
    dates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        """The hint, or to write the dates."""
        if not self.dates:
            return self.hint
        pairs = zip(self.dates, self.notes, strict=True)
        return f"write {enumerated([date + note for date, note in pairs], 'or')}"

    def within(self, text: str, start: int, stop: int, reads: Callable[[str], bool]) -> "Mistake":
        """Return the mistake of a whole *text*, in which it was found from *start* to *stop*.

        The dates stand in the text, where it *reads* then.
        """
        wholes = [text[:start] + date + text[stop:] for date in self.dates]
        kept = {whole: note for whole, note in zip(wholes, self.notes, strict=True) if reads(whole)}
        hint = EXAMPLES if self.dates else self.hint
        return Mistake(start + self.offset, self.reason, hint, tuple(kept), tuple(kept.values()))


def instead(offset: int, reason: str, *dates: str, notes: tuple[str, ...] = ()) -> Mistake:
    """Return the mistake with the hint to write those *dates* that are some, or the general one.

    *notes* say for what each of them stands, where there are several.
    """
    pairs = zip(dates, notes or ("",) * len(dates), strict=True)
    real = dict(pair for pair in pairs if _is_real(pair[0]))
    return Mistake(offset, reason, EXAMPLES, tuple(real), tuple(real.values()))


def _is_real(date: str) -> bool:
    match = DATE.fullmatch(date)
    return match is not None and exists(match)
