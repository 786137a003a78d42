"""How what was typed is looked for in a text or a name: `word`, `=word`, `word*`, `*part`.

Accents, case and the kind of dash make no difference. A sign before or behind says how:
`=` asks for the whole, a `*` stands for anything. Without one, a text has it from the
start of a word on.
"""

from enum import Enum
from typing import NamedTuple

from timeline.errors import UsageError
from timeline.text import fold, listed, quoted, word_at


class How(Enum):
    """Where what is sought may stand."""

    whole = "="
    start = "start"
    anywhere = "*"


class Sought(NamedTuple):
    """The folded text that is sought, and how; None where no sign says it."""

    text: str
    how: How | None = None

    def at(self, text: str) -> int:
        """Return where it stands in a folded *text*, whole words of which are enough; or -1."""
        if self.how is How.anywhere:
            return text.find(self.text)
        return word_at(text, self.text, whole=self.how is How.whole)


def sought(typed: str) -> Sought:
    """Return what *typed* asks for.

    Raises `UsageError` where nothing but signs was typed, or `*` within a word.
    """
    how, text = _signed(typed)
    text = " ".join(fold(text).split())
    parts = [part.strip() for part in text.split("*") if part.strip()]
    if not parts:
        raise UsageError(f"there is nothing to look for in {quoted(typed)}", "write a word")
    if "*" in text:
        hint = f"write {listed([f'{parts[0]}*', f'*{parts[-1]}'])}"
        raise UsageError("'*' stands before or behind a part of a word, not within", hint)
    return Sought(text, how)


def bare(typed: str) -> str:
    """Return *typed* without the signs that say how it is sought."""
    return _signed(typed)[1]


def _signed(typed: str) -> tuple[How | None, str]:
    if typed.startswith("="):
        return How.whole, typed[1:]
    if typed.startswith("*"):
        return How.anywhere, typed.strip("*")
    if typed.endswith("*"):
        return How.start, typed.rstrip("*")
    return None, typed
