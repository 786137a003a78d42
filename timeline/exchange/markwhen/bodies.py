"""The title and the text of an event: its tags, places and links, and the words that are left."""

import re
from typing import Final

from timeline.exchange.building import is_url
from timeline.exchange.markwhen.outline import Line

TAG: Final = re.compile(r"(?:^|\s)#(?!\d+(?:\s|$))(\w+)", re.ASCII)
"""A tag; a number alone is none."""

_LINK: Final = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\s*\)")
_SOURCE: Final = "Source: "


class Body:
    """The title and the text of an entry, without the tags, places and links in them."""

    def __init__(self, title: str, lines: list[Line]) -> None:
        """Take apart a title and the lines below it; `named` are sources without a link."""
        self.tags: list[str] = []
        self.places: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.named: list[str] = []
        self.title = self._without(title).strip()
        said = [self._line(line.text.strip()) for line in lines]
        self.summary = " ".join(each for each in said if each)

    def _line(self, text: str) -> str:
        if text.startswith(_SOURCE):
            self.named.append(text.removeprefix(_SOURCE))
            return ""
        return self._without(text).strip()

    def _without(self, text: str) -> str:
        text = _LINK.sub(self._linked, text)
        self.tags += TAG.findall(text)
        return TAG.sub("", text)

    def _linked(self, found: re.Match[str]) -> str:
        """Take a link or a place out of a line; leave the words of one within a sentence."""
        image, words, target = found.groups()
        if target in {"location", "map"}:
            self.places.append(words)
            return ""
        url = target if "://" in target else f"https://{target}"
        if not is_url(url) or "." not in url:
            return found[0]
        self.links.append((words, url))
        alone = found[0] == found.string.strip()
        return "" if alone or image else words
