"""Text that markwhen would take for something else, and how it is kept from doing so.

Markwhen has no escape. An invisible word joiner (U+2060) before or within what it looks
for changes no letter and leaves it text; a reader takes the joiners out again.
"""

import re
from typing import Final

JOINER: Final = "\u2060"

# Tags, ids, links: after the first sign of each a joiner makes it text. No class of
# markwhen's includes one, and it is no blank.
_WITHIN: Final = re.compile(
    r"(?:(?<=\s)|(?<=^))#(?=[A-Za-z0-9_])|!(?=[A-Za-z0-9_])|\](?=\()|(?<![A-Za-z0-9_])\.(?=start|end)"
)
# What a line of text must not begin with: anything that could be a date, a property,
# a section, a comment, a list, a checkbox, a quotation of these.
_BEGINNING: Final = re.compile(
    r"\s*(?:#{1,6}\s|//|---|-\s|\[[xX ]?\]|(?:group|section)\b|end\s*(?:group|section)\b|≈)"
    r"|[^:]*:",
    re.IGNORECASE,
)


def guarded(text: str) -> str:
    """Return *text* such that markwhen finds no tag, id or link in it."""
    return _WITHIN.sub(lambda found: found[0] + JOINER, text)


def guarded_line(text: str) -> str:
    """Return *text* such that it is a line of text, and neither event nor property."""
    line = guarded(text)
    return JOINER + line if _BEGINNING.match(text) else line


def bare(text: str) -> str:
    """Return *text* without joiners."""
    return text.replace(JOINER, "")
