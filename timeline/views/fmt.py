"""A file as it is and as it would be → a unified diff, which `patch` can apply."""

import re
from collections.abc import Iterator

from timeline.files import difference
from timeline.files.content import shown
from timeline.views.view import View

UNENDED = "\\ No newline at end of file\n"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class FmtView(View):
    """What formatting a file would change."""

    def __init__(self, name: str, before: str, after: str) -> None:
        """Show how the text *after* differs from that *before*, of the file *name*."""
        self._name = shown(name)
        self._before = before
        self._after = after

    def lines(self) -> Iterator[str]:
        """Yield the diff."""
        return (line.removesuffix("\n") for line in self.diff())

    def diff(self) -> Iterator[str]:
        """Yield its lines with their ends; below one without an end stands that it has none."""
        old, new = _LINE.findall(self._before), _LINE.findall(self._after)
        names = (self._name, f"{self._name} (formatted)")
        for line in difference.unified(old, new, names):
            yield line if line.endswith("\n") else f"{line}\n{UNENDED}"
