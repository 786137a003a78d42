"""HTML and SVG from nested calls, with one door: what is not `Markup` already is escaped.

Whatever a file says stays text: control characters and marks that turn the direction of
writing become symbols, as on a terminal (`visible`).
"""

import html
import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from timeline.text import leads_to_web, visible

# Code points that no XML document may contain, and that `visible` leaves.
_NO_CHARACTER: Final = re.compile("[\ufffe\uffff]")
_VOID: Final = frozenset(("br", "hr", "input", "link", "meta"))  # of HTML; SVG has none

_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Markup(str):
    """Text that is markup: made by this module, never from a file."""

    __slots__ = ()


Child: TypeAlias = "str | Markup | Iterable[Child] | None"
Attribute: TypeAlias = str | int | float | bool | None


def text(value: str) -> Markup:
    """Return *value* as the text of an element or of a quoted attribute, on one line."""
    return Markup(html.escape(_NO_CHARACTER.sub("\ufffd", visible(value))))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """Return an element; of its *children* all but markup is escaped, and None is nothing.

    Attributes lose a trailing underscore, others become hyphens (`class_`, `aria_label`).
    True is an attribute without a value, False and None are none.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*children)}</{name}>")


def joined(*children: Child, between: str = "") -> Markup:
    """Return *children* one after another, with the text *between* them; None is nothing."""
    return Markup(text(between).join(_flat(children)))


def number(value: float) -> str:
    """Return a length in a picture, to a tenth, as short as it can be written."""
    return f"{round(value, 1) or 0:.10g}"


def direction(value: str) -> str | None:
    """Return the `dir` of an element with this text: its own, where it may not be ours."""
    return None if value.isascii() else "auto"


def web_address(url: str) -> str | None:
    """Return *url* where it leads to the web and hides nothing, else None."""
    return url if leads_to_web(url) else None


def _flat(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if isinstance(child, Markup):
            yield child
        elif isinstance(child, str):
            yield text(child)
        elif child is not None:
            yield from _flat(child)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-")
    if value is True:
        return f" {name}"
    said = number(value) if isinstance(value, float) else str(value)
    return f' {name}="{text(said)}"'


def harmless(text: str) -> str:
    """Return *text* with line ends as they are in Unix, and symbols for other controls."""
    return _CONTROL.sub(_symbol, text.replace("\r\n", "\n").replace("\r", "\n"))


def harmless_line(text: str) -> str:
    """Return *text* on one line, its blanks single, with symbols for controls."""
    return harmless(" ".join(text.split()))


def _symbol(found: re.Match[str]) -> str:
    return visible(found[0]) or " "
