"""Text → what Mermaid shows as it stands, and acts on in nothing."""

import re
from typing import Final

_ACTIVE: Final = re.compile(r"[^\w\s.,!?()'’“”«»–—…·≈→+/@$€£°-]")
"""All that Mermaid, HTML or Markdown could take for more than text: written as a number.

So are underscores, and the signs by which Mermaid marks such numbers itself.
"""
_RESERVED: Final = re.compile("[_ﬂ]")


def safe(line: str) -> str:
    """Return a *line*, which has no control characters, without a sign that Mermaid acts on."""
    return _RESERVED.sub(_number, _ACTIVE.sub(_number, line))


def _number(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"
