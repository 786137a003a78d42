"""The refusal of a text that is not a date."""

from typing import Final

from timeline.errors import TimelineError

_SHOWN: Final = 40


class EdtfError(TimelineError, ValueError):
    """A text is not EDTF: what is wrong, where, and what to write instead.

    `reason` is the bare finding and `position` its offset into the text, from
    0; `message` says both in one line. `hint` may be empty.
    """

    def __init__(self, reason: str, text: str, position: int, hint: str = "") -> None:
        """Refuse *text* because of what stands at *position*."""
        super().__init__(f"{reason}{_place(text, position)}", hint)
        self.reason = reason
        self.position = position


def _place(text: str, position: int) -> str:
    """Say in words where *position* is; a long text is quoted in part."""
    if not text:
        return ""
    first = 0 if len(text) <= _SHOWN else max(0, position - _SHOWN // 2)
    excerpt = text[first : first + _SHOWN]
    before = "…" if first else ""
    after = "…" if first + _SHOWN < len(text) else ""
    return f" (character {position + 1} of {before}{excerpt!r}{after})"
