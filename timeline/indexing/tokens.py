"""The words of a text, as a query looks for them: what an index has of texts.

A query finds a word from its start on (`timeline.text.word_at`): letters and digits in a row, up
to the next other sign. In scripts without blanks every letter is a word here.
"""

import re
from typing import Final

from timeline.text import is_of_word

_PLAIN: Final = re.compile("[0-9a-z]+")


def tokens(folded: str) -> list[str]:
    """Return the words of a *folded* text, in order."""
    if folded.isascii():
        return _PLAIN.findall(folded)
    return folded.translate(_SIGNS).split()


class _Signs(dict[int, str]):
    """What stands for each sign, that words may be split at blanks; it is found out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = " "
        if is_of_word(char):
            found = char
        elif char.isalnum():
            found = f" {char} "
        self[code] = found
        return found


_SIGNS: Final = _Signs()
