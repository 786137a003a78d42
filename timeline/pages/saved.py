"""A page → a file to keep: a picture (SVG), a web page (HTML), or plain text.

All three are whole in themselves: fonts are those of whoever reads, and nothing is
fetched. The paper is white. Rich's own exports are not used: their SVG fetches a
font and squeezes wide letters, and their HTML does not escape addresses.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final, TypeAlias

from rich.console import Console, ConsoleRenderable, RenderableType, RenderHook
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from timeline.text import cells, leads_to_web, visible

Lines: TypeAlias = Sequence[Sequence[Segment]]

_FONTS: Final = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
_SIZE: Final = 15  # of letters, in pixels
_CELL: Final = 9.03  # width of a cell: that of DejaVu Sans Mono and Menlo
_LEADING: Final = 17  # height of a line: bars on top of each other touch
_MARGIN: Final = 16
_PAPER: Final = TerminalTheme(
    (255, 255, 255),
    (26, 26, 26),
    [(26, 26, 26), (170, 0, 0), (0, 110, 0), (140, 90, 0), (0, 60, 160), (130, 0, 130),
     (0, 110, 120), (90, 90, 90)],
)  # fmt: skip
_GREY: Final = Style(dim=False, color="#696969")  # what is dim, and can still be read
_WIDE: Final = "\u1100-\u115f\u2e80-\U0010ffff"  # as good as all that take two cells
# What is set in one go: no blanks but single ones, and wide letters apart from others.
_PIECE: Final = re.compile(rf"[^\s{_WIDE}]+(?: [^\s{_WIDE}]+)*|[{_WIDE}]+")
_NO_CHARACTERS: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # XML may not hold these


def text(lines: Lines) -> str:
    """Return *lines* as plain text; nothing of the colours, no blanks at the ends."""
    return "".join(f"{_plain(line).rstrip()}\n" for line in lines)


def html(lines: Lines) -> str:
    """Return *lines* as a web page; addresses of the web are links."""
    styles = _Styles()
    body = "\n".join("".join(_span(segment, styles) for segment in line) for line in lines)
    return f"""\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(_title(lines))}</title>
<style>
body {{ margin: {_MARGIN}px; color: {_PAPER.foreground_color.hex}; background: #ffffff; }}
pre {{ margin: 0; font: {_SIZE}px/{_LEADING}px {_FONTS}; }}
a {{ text-decoration-thickness: 1px; }}
{styles.sheet()}
</style>
</head>
<body>
<pre>{body}
</pre>
</body>
</html>
"""


def svg(lines: Lines) -> str:
    """Return *lines* as a picture: every piece of text stands at its own cell."""
    styles = _Styles()
    pieces = [piece for row, line in enumerate(lines) for piece in _pieces(row, line, styles)]
    widest = max((cells(_plain(line).rstrip()) for line in lines), default=0)
    wide = round(widest * _CELL) + 2 * _MARGIN
    high = len(lines) * _LEADING + 2 * _MARGIN
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" \
viewBox="0 0 {wide} {high}">
<title>{escape(_title(lines))}</title>
<style>
text {{ font: {_SIZE}px {_FONTS}; color: {_PAPER.foreground_color.hex}; fill: currentColor; }}
{styles.sheet("text")}
</style>
<rect width="100%" height="100%" fill="#ffffff"/>
{"".join(pieces)}</svg>
"""


FORMS: Final[Mapping[str, Callable[[Lines], str]]] = {".svg": svg, ".html": html, ".txt": text}
"""What the end of a file's name asks for."""


def lines_of(console: Console, parts: Iterable[RenderableType], *, coloured: bool = True) -> Lines:
    """Return what *console* would print for *parts*, line by line: only what can be seen."""
    caught = _Caught()
    console.push_render_hook(caught)
    console.print(*parts, sep="", soft_wrap=False, crop=False)
    console.pop_render_hook()
    segments = (each for part in caught.renderables for each in console.render(part))
    kept = Segment.filter_control(segments)
    if not coloured:
        kept = Segment.remove_color(kept)
    lines = list(Segment.split_lines(Segment(_shown(text), style) for text, style, _ in kept))
    said = [number for number, line in enumerate(lines) if _plain(line).strip()]
    return lines[said[0] : said[-1] + 1] if said else []


class _Caught(RenderHook):
    """What is printed, in the pieces in which it would be; nothing of it is."""

    def __init__(self) -> None:
        self.renderables: list[ConsoleRenderable] = []

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        self.renderables += renderables
        return []


class _Styles:
    """The styles of a file: each is a class of its own."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, style: Style | None) -> str:
        """Return ` class="…"` for *style*, or nothing if it is plain."""
        if not style:
            return ""
        if style.dim and not style.color:
            style += _GREY
        rule = style.get_html_style(_PAPER)
        if not rule:
            return ""
        name = self._names.setdefault(rule, f"r{len(self._names) + 1}")
        return f' class="{name}"'

    def sheet(self, element: str = "") -> str:
        """Return the rules of all styles that were named; for every *element* or any."""
        return "\n".join(f"{element}.{name} {{ {rule} }}" for rule, name in self._names.items())


def _span(segment: Segment, styles: _Styles) -> str:
    """Return a run of text for a web page."""
    shown = escape(segment.text)
    if link := _link(segment):
        return f'<a href="{escape(link)}"{styles.name(segment.style)}>{shown}</a>'
    name = styles.name(segment.style)
    return f"<span{name}>{shown}</span>" if name else shown


def _pieces(row: int, line: Sequence[Segment], styles: _Styles) -> Iterator[str]:
    """Yield the pieces of a line for a picture, each at the place of its first cell."""
    column, y = 0, _MARGIN + row * _LEADING + _SIZE
    for segment in line:
        link = _link(segment)
        for match in _PIECE.finditer(segment.text):
            x = _MARGIN + (column + cells(segment.text[: match.start()])) * _CELL
            name = styles.name(segment.style)
            piece = _piece(match[0], x, y, name)
            yield f'<a href="{escape(link)}">{piece}</a>\n' if link else f"{piece}\n"
        column += cells(segment.text)


def _piece(text: str, x: float, y: int, name: str) -> str:
    length = cells(text) * _CELL
    return f'<text x="{x:g}" y="{y}" textLength="{length:g}"{name}>{escape(text)}</text>'


def _link(segment: Segment) -> str:
    """Return the address behind a run of text, if it is one of the web."""
    link = segment.style.link if segment.style else None
    return link if link and leads_to_web(link) else ""


def _title(lines: Lines) -> str:
    """Return the first line that says something."""
    return next((said for line in lines if (said := _plain(line).strip())), "")


def _plain(line: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in line)


def _shown(text: str) -> str:
    """Return *text* with signs for what is no letter; its lines and blanks stay."""
    if text.isprintable():
        return text
    return "".join(map(_shown_char, text)).translate(_NO_CHARACTERS)


def _shown_char(char: str) -> str:
    if char.isprintable() or char == "\n":
        return char
    return visible(char) or " "
