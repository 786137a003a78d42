"""Days from a day 0 → the words for them: on a page, and for other programs."""

from timeline.rendering.look import Look
from timeline.reports.compare import Offset


def offset_words(offset: Offset, look: Look) -> str:
    """Return the days as a page shows them: "T−12", "T", "≈T+3…+33"; "T?" without any bound.

    ASCII: "T-12", "T", "~T+3..+33".
    """
    if offset.earliest == offset.latest:
        days = "?" if offset.earliest is None else _signed(offset.earliest, look) or ""
    else:
        dots = ".." if look.ascii else "…"
        ends = (offset.earliest, offset.latest)
        days = dots.join("" if end is None else _signed(end, look) or "+0" for end in ends)
    return f"{'' if offset.exact else look.maybe}T{days}"


def offset_text(offset: Offset) -> str:
    """Return the days for other programs: "-12", "3..33", "~46", "..-5"; ".." for any day."""
    ends = ["" if end is None else str(end) for end in (offset.earliest, offset.latest)]
    days = ends[0] if ends[0] and ends[0] == ends[1] else "..".join(ends)
    return f"~{days}" if offset.approximate else days


def _signed(days: int, look: Look) -> str:
    """Return "+12" or "−12"; nothing for 0."""
    minus = "-" if look.ascii else "−"
    return f"{'+' if days > 0 else minus}{abs(days):,}" if days else ""
