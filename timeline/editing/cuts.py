"""An event file cut where its events begin, so that some of them can be read without the others.

The nodes of a file take ten times its size. A file that does not come apart so, or whose parts
hang together, is left to whoever reads all of it at once.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from timeline.editing.lines import MARK
from timeline.model.schema import SECTIONS
from timeline.nodes.cut import Pieces, Span, is_plain, items, sections
from timeline.nodes.tree import NotPlain

# What may hang together with other lines: anchors, aliases and tags, blank lines that are kept.
# The sign comes first, for it is looked for at once.
_BOUND: Final = re.compile(r"[&*!](?<=[\s\[{,:].)\S|[|>][0-9]?[+]")


class Cut(NamedTuple):
    """A text as *lines* that all end with a line feed, and where its sections and events stand.

    A line feed of their own stands before them all, as `nodes.cut` has it. In the text their ends
    are *newline*, but for the last one where it is not *ended*; a byte order *mark* may stand
    above.
    """

    mark: str
    lines: str
    newline: str
    is_ended: bool
    sections: Mapping[str, Span]
    events: Pieces

    def written(self, lines: str) -> str:
        """Return *lines*, which are to be all of the text, with the ends of this one."""
        if not self.is_ended:
            lines = lines.removesuffix("\n")
        return self.mark + lines.replace("\n", self.newline)

    def part_of(self, first: int, end: int) -> tuple[int, int]:
        """Return the offsets of the events from *first* to before *end*.

        What stands above them all goes with number 0, from the key above it on.
        """
        stops = self.events.stops
        begin = stops[first] if first else self.sections["events"].start
        return begin + 1, stops[end] + 1


def cut(text: str) -> Cut | None:
    """Return where the events of a text stand; None where that does not show."""
    mark = MARK if text.startswith(MARK) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    is_ended = text.endswith("\n")
    lines = f"\n{text[len(mark) :]}" if is_ended else f"\n{text[len(mark) :]}\n"
    if newline != "\n":
        lines = lines.replace(newline, "\n")
    if not (_has_one_line_end(text) and is_plain(lines)):
        return None
    try:
        found = sections(lines, SECTIONS)
        events = items(lines, found["events"])
    except (KeyError, NotPlain):
        return None
    return Cut(mark, lines, newline, is_ended, found, events)


def _has_one_line_end(text: str) -> bool:
    return text.count("\r\n") in (0, text.count("\n"))


def may_hang_together(text: str) -> bool:
    """Whether something in a *text* may mean what only other lines say."""
    return bool(_BOUND.search(text))
