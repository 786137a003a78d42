"""How dates are to be worded, and the signs that go with it."""

from msgspec import Struct
from msgspec.structs import replace


class Style(Struct, frozen=True, gc=False):
    """How to word a date: in ASCII, under a heading with the year, at length."""

    ascii: bool = False
    year: int | None = None
    long: bool = False

    @property
    def tight(self) -> str:
        """The dash between two words: `Mar–Jun`."""
        return "-" if self.ascii else "–"

    @property
    def wide(self) -> str:
        """The dash between two phrases: `5 Mar – 14 Apr`."""
        return " - " if self.ascii else " – "

    @property
    def dots(self) -> str:
        """What stands for members of a list that are not said."""
        return "..." if self.ascii else "…"

    @property
    def minus(self) -> str:
        """The sign of an offset west of Greenwich."""
        return "-" if self.ascii else "−"

    def since(self, words: str) -> str:
        """Return the words for a span that began with the date in *words* and is open."""
        return f"since {words}" if self.ascii else f"{words} →"

    def until(self, words: str) -> str:
        """Return the words for a span with an open start that ended with the date in *words*."""
        return f"until {words}" if self.ascii else f"→ {words}"

    @property
    def short(self) -> "Style":
        """The same style without its length."""
        return replace(self, long=False)

    def under(self, year: int | None) -> "Style":
        """Return the style below a heading that says *year*, None for no heading."""
        return replace(self, year=year)
