"""HTML in a value of another format → its text and its links, in one pass.

Python's own parser takes the square of the length for tags that are never closed, and
refuses some declarations with an assertion; what it does differs between versions.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from timeline.exchange.addresses import is_url
from timeline.text import one_line

_HIDDEN: Final = frozenset(("script", "style", "template", "title"))
_WITHIN_LINES: Final = frozenset(
    (
        *("a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small"),
        *("span", "strong", "sub", "sup", "time", "u", "wbr"),
    )
)
_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?"""
)
_END: Final = re.compile(r"[\s/]*>")
_OTHER: Final = re.compile("<[!?/]")  # what is no tag: it ends with the next >


class Html(NamedTuple):
    """The text of a piece of HTML; its links (address, words); whether other marks were in it."""

    text: str
    links: tuple[tuple[str, str], ...]
    marked: bool


class _Tag(NamedTuple):
    """A tag: its name, whether it closes, where a link leads."""

    name: str
    closes: bool
    href: str


def from_html(markup: str) -> Html:
    """Return the text of *markup* on one line: no tag, no script, entities as characters.

    Only http(s) links are kept. Text without any `<` or `&` comes back as it is; so does
    what is never closed.
    """
    if "<" not in markup and "&" not in markup:
        return Html(one_line(markup), (), marked=False)
    found = _Found()
    for piece in _pieces(markup):
        if isinstance(piece, _Tag):
            found.tag(piece)
        else:
            found.words(piece)
    return found.html()


class _Found:
    """What was found so far: the text, the links with their words, and other marks."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._links: list[tuple[str, list[str]]] = []
        self._in_link = False
        self._marked = False

    def tag(self, tag: _Tag) -> None:
        if not tag.closes and tag.name not in {"p", "br", "a"}:
            self._marked = True
        if tag.name not in _WITHIN_LINES:
            self._text.append(" ")
        if tag.name != "a":
            return
        self._in_link = not tag.closes
        if self._in_link:
            self._links.append((tag.href, []))

    def words(self, words: str) -> None:
        self._text.append(words)
        if self._in_link:
            self._links[-1][1].append(words)

    def html(self) -> Html:
        text = " ".join("".join(self._text).split())
        kept = ((url, one_line("".join(words))) for url, words in self._links if is_url(url))
        return Html(one_line(text), tuple(dict.fromkeys(kept)), self._marked)


def _pieces(markup: str) -> Iterator[str | _Tag]:
    """Yield text and tags in their order; what is hidden, or a comment, is neither."""
    at = 0
    while (start := markup.find("<", at)) >= 0:
        yield html.unescape(markup[at:start])
        tag, at = _tag(markup, start)
        if tag is None and at < 0:  # it is never closed: no tag begins behind it
            yield html.unescape(markup[start:])
            return
        if tag is None:
            if at == start + 1:
                yield "<"
            continue
        yield tag
        if tag.name in _HIDDEN and not tag.closes:
            at = _behind(markup, tag.name, at)
    yield html.unescape(markup[at:])


def _tag(markup: str, start: int) -> tuple[_Tag | None, int]:
    """Return the tag at *start* and where it ends: -1 where it never does.

    Without a tag there is a comment, which ends there, or a sign that stands for itself.
    """
    if markup.startswith("<!--", start):
        return None, _after(markup, "-->", start + 2)
    if found := _NAME.match(markup, start):
        return _with_attributes(markup, found)
    if _OTHER.match(markup, start):
        return None, _after(markup, ">", start)
    return None, start + 1


def _with_attributes(markup: str, found: re.Match[str]) -> tuple[_Tag | None, int]:
    href, at = "", found.end()
    while not (end := _END.match(markup, at)):
        attribute = _ATTRIBUTE.match(markup, at)
        if attribute is None:
            return None, -1
        if attribute[1].lower() == "href" and not href:
            href = html.unescape(attribute[2] or attribute[3] or attribute[4] or "")
        at = attribute.end()
    return _Tag(found[2].lower(), bool(found[1]), href), end.end()


def _after(markup: str, end: str, start: int) -> int:
    found = markup.find(end, start)
    return found if found < 0 else found + len(end)


def _behind(markup: str, name: str, start: int) -> int:
    """Return where the end tag of a hidden element begins; the end where there is none."""
    found = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(markup, start)
    return found.start() if found else len(markup)
