"""The words for a link, in its direction and against it."""

from collections.abc import Mapping
from typing import Final

_BACK: Final[Mapping[str, str]] = {
    "denies": "denied by",
    "confirms": "confirmed by",
    "responds-to": "answered by",
    "reports": "reported by",
    "part-of": "has part",
    "follows-from": "leads to",
}


def link_words(type_: str, *, back: bool = False) -> str:
    """Return the words for a link: as the file has them, or against its direction.

    >>> link_words("denies"), link_words("denies", back=True)
    ('denies', 'denied by')
    """
    return _BACK[type_] if back else type_
