"""What events go by when they are named: title and id as they are sought, and signs beside them."""

import re
from collections.abc import Collection, Iterable
from typing import AnyStr, Final

from timeline.text import fold

_LETTER: Final = "e"


def label(title: str, id_: str) -> str:
    """Return the title and the id of an event as a part of them is sought, a space between.

    >>> label("Il-76 lands in Maiquetía", "il76-lands")
    'il76 lands in maiquetia il76lands'
    """
    return f"{joined(title)} {joined(id_)}"


def joined(text: str) -> str:
    """Return *text* as it is compared where hyphens make no difference either.

    What stands in a text, stands in the text that is joined when it is joined itself.
    """
    return fold(text).replace("-", "")


def fits(label: AnyStr, parts: Iterable[AnyStr], end: AnyStr) -> bool:
    """Return whether all *parts* stand in a `label` with this *end*; `joined` makes them."""
    return label.endswith(end) and all(part in label for part in parts)


def letters(ids: Collection[str]) -> str:
    """Return what stands before the number of a handle where there are these *ids*.

    None of them may look like a handle.
    """
    found = _LETTER
    while any(is_handle(id_, found) for id_ in ids):
        found += _LETTER
    return found


def is_handle(text: str, before: str = _LETTER) -> bool:
    """Return whether *text* looks like a handle with those letters *before* its number."""
    return re.fullmatch(rf"{before}\d+", fold(text), re.ASCII) is not None
