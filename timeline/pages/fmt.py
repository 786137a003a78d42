"""What formatting a file would change, in the colours of a diff."""

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from timeline.text import visible
from timeline.views.fmt import UNENDED, FmtView
from timeline.views.parts.look import Look

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_FILES = ("--- ", "+++ ")  # what the lines begin with that name the files


def page(view: FmtView, _: Look) -> tuple[Group]:
    """Return the diff; its lines are not broken, however wide they are."""
    return (Group(*_lines(view)),)


def _lines(view: FmtView) -> Iterator[Text]:
    for part in view.diff():
        lines = part.splitlines() if part.endswith(UNENDED) else [part.rstrip("\r\n")]
        for line in lines:
            yield Text(_safe(line), _style(line), no_wrap=True, overflow="ignore", end="\n")


def _style(line: str) -> str:
    return "bold" if line.startswith(_FILES) else _COLOURS.get(line[:1], "")


def _safe(line: str) -> str:
    """Return *line* with what a terminal would obey made visible; its indent stays."""
    indented = line[1:].lstrip(" ")
    indent = line[: len(line) - len(indented)]
    return indent + visible(line[len(indent) :])
