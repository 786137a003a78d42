"""Text that may stand in any file: without control characters and halves of characters."""

import re
from typing import Final

from timeline.text import visible

_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return *text* with line ends as they are in Unix, and symbols for other controls."""
    return _CONTROL.sub(_symbol, text.replace("\r\n", "\n").replace("\r", "\n"))


def _symbol(found: re.Match[str]) -> str:
    return visible(found[0]) or " "
