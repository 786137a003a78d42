"""What pages are made of: headings, legends, wrapping, links, bars."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Final, TypeVar

from rich.console import Console, ConsoleOptions
from rich.style import Style
from rich.text import Text

from timeline.model.answers import Selection
from timeline.model.records import Event
from timeline.model.words import status_words
from timeline.pages.breaks import breaks, is_unspaced
from timeline.reports.answer import Answer
from timeline.text import cells, leads_to_web, together, visible, widest
from timeline.views.parts.look import Look

_Before = TypeVar("_Before")
_Line = TypeVar("_Line")

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"

_LEAST = 8  # cells in which a text can still be read
_DATE = 14  # the most cells of a column of dates
_SHORT_DATE = 10  # likewise on a narrow page
ROOMY = 72
"""From so many cells of a page on there is room for the longer dates."""


def heading(title: str, asked: str, count: str, look: Look) -> Text:
    """Return the heading: the title, and below it the question and the *count*."""
    text = Text()
    over = titled(title, look)
    if over.plain:
        text.append_text(over).append("\n")
    said = (Text(visible(asked)), Text(visible(count), "dim"))
    return text.append_text(dotted((part for part in said if part.plain), look))


def dotted(parts: Iterable[Text], look: Look) -> Text:
    """Return *parts*, each in its own style, with dim dots between them.

    `Text.join` would give all of them the style of what joins them.
    """
    text = Text()
    for part in parts:
        text.append(look.dot if text.plain else "", "dim").append_text(part)
    return text


def titled(title: str, look: Look) -> Text:
    """Return a *title* with the file beside it that nobody would guess, or below it."""
    text = Text(visible(title), "bold")
    file = Text(visible(look.file), "not bold dim")
    if not (title and look.file):
        return text if title else file
    space = "  "
    if text.cell_len + len(space) + file.cell_len + 1 > look.page:
        space = "\n"
    return Text.assemble(text, space, file)


def file_line(look: Look) -> Iterator[Text]:
    """Yield the file that nobody would guess, for a page whose heading is no title."""
    if look.file:
        yield Text(f" {visible(look.file)}", "dim")


def answer_heading(answer: Answer, look: Look, part: str = "", *, before: str = "") -> Text:
    """Return the heading of an *answer*: how many events it has, and a *part* beside it.

    What is said *before* the question narrowed it.
    """
    asked = together(look.dot, before, answer.asked(ascii=look.ascii))
    count = together(look.dot, answer.count(), part)
    return heading(answer.timeline.title, asked, count, look)


def legend(selection: Selection, look: Look) -> Iterator[str]:
    """Yield what the signs on a page mean: only those that are on it."""
    yield from status_legend((match.event for match in selection), look)
    yield from dates_legend((match.event for match in selection), look)
    if selection.possible:
        yield look.vague
    if selection.deduced:
        yield look.by_order


def status_legend(events: Iterable[Event], look: Look) -> Iterator[str]:
    """Yield what the signs of *events* mean, each once and in their own order."""
    told = status_words(events).items()
    return (f"{look.status(status)} {words}" for status, words in told if status)


def dates_legend(events: Iterable[Event], look: Look) -> Iterator[str]:
    """Yield what the sign before a date of *events* means, if one of them has it."""
    if any(event.undated for event in events):
        yield look.dated


def with_handle(title: Text, handle: str) -> Text:
    """Return a *title* with the *handle* of its event behind it, quietly."""
    return title.append(f" {handle}", "not bold dim")


def linked(url: str) -> Text:
    """Return *url*, as a link where it leads to the web and hides nothing."""
    if not leads_to_web(url):
        return Text(visible(url))
    return Text(visible(url), Style(link=url))


def bar(value: int, most: int, width: int, *, ascii: bool) -> str:  # noqa: A002  as `When` has it
    """Return a bar for *value*, *width* cells being *most*; above 0 there is always a sliver."""
    if not value:
        return ""
    if ascii:
        return "#" * max(1, round(width * value / most))
    eighths = max(1, round(8 * width * value / most))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def wrapped(console: Console, text: Text, width: int) -> Iterator[Text]:
    """Yield the lines of *text* in *width* cells, or in the few that it needs at least.

    A line that is then longer than the page is broken once more, and nothing is lost.
    """
    room = max(_LEAST, width)
    for line in _lines(console, text, room):
        line.rstrip()
        yield line


def _lines(console: Console, text: Text, room: int) -> Iterable[Text]:
    if fits(text, room):
        return [text.copy()]
    if not is_unspaced(text.plain):
        return text.wrap(console, room)
    each = text.split(allow_blank=True)
    return chain.from_iterable(line.divide(breaks(line.plain, room)) for line in each)


def fits(text: Text, width: int) -> bool:
    """Return whether *text* is one line of *width* cells, as most are: then nothing is wrapped."""
    return text.cell_len <= width and not (set("\n\t") & set(text.plain))


def date_column(
    dates: Iterable[str], look: Look, most: int = _DATE, short: int = _SHORT_DATE
) -> int:
    """Return the cells of the column of *dates* on the left; long ones take a second line.

    They are *most* at the most, or *short* on a narrow page.
    """
    if look.page < ROOMY:
        most = short
    return left_column(widest(dates), most, look.page)


def in_column(text: Text, width: int) -> Text:
    """Return the beginning of a line: *text* at the right edge of a left column of *width*."""
    return Text(" " * (1 + width - text.cell_len)).append_text(text)


def left_column(widest: int, most: int, page: int) -> int:
    """Return the cells of a column on the left of a *page*, whose texts have *widest*.

    They are *most* at the most, and leave three quarters of the page for the rest.
    """
    return min(widest, most, page // 4)


def indented(console: Console, text: Text, width: int) -> Iterator[Text]:
    """Yield the lines of *text*, wrapped to *width* cells, one cell in from the left."""
    if not text.plain:
        return
    for line in wrapped(console, text, width):
        yield Text(" ").append_text(line)


def kept_together(parts: Iterable[str], width: int, style: str) -> Iterator[Text]:
    """Yield *parts* in lines of at most *width* cells, broken only between them."""
    line = ""
    for part in parts:
        longer = f"{line}   {part}"
        if line and cells(longer) <= width:
            line = longer
            continue
        if line:
            yield Text(line, style)
        line = f" {part}"
    yield Text(line, style)


def prefixed(
    first: _Before, below: _Before, lines: Iterable[_Line]
) -> Iterator[tuple[_Before, _Line]]:
    """Yield *lines*, each with what stands before it: *first*, then always *below*."""
    return zip(chain([first], repeat(below)), lines, strict=False)


def cut(text: Text, room: int, look: Look) -> Text:
    """Return *text* in *room* cells, with dots for what is left out."""
    if text.cell_len <= room:
        return text
    text.truncate(room - len(look.dots))
    text.rstrip()
    return text.append(look.dots)


def pointer(look: Look) -> Text:
    """Return what stands before the event or the date that others lie around."""
    return Text(">" if look.ascii else "▸", "bold")


def trimmed(line: Text) -> Text:
    """Return *line* without blanks at its end."""
    line.rstrip()
    return line


def date_lines(console: Console, date: Text, width: int) -> Iterator[Text]:
    """Yield a *date* in lines of *width* cells; a long one is broken after its dash first."""
    least = max(2, width)
    if date.cell_len <= width:
        yield date
        return
    dash = "–" if "– " in date.plain else "-"
    *parts, last = date.split(f"{dash} ")
    for part in parts:
        yield from part.append(dash).wrap(console, least)
    yield from last.wrap(console, least)


class Steps:
    """What is said step by step, each with the file and line where it stands, as a renderable."""

    def __init__(self, steps: Iterable[tuple[str, str]], look: Look, indent: int = 2) -> None:
        """Show *steps*, so many cells in from the left; their places stand behind them, dim."""
        self._steps = list(steps)
        self._look = look
        self._indent = indent

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the lines of each step; what goes on below its first is set in by two cells."""
        margin = " " * self._indent
        room = self._look.page - self._indent - 2
        for said, place in self._steps:
            text = Text.assemble(said, "  ", (place, "dim"))
            lines = wrapped(console, text, room)
            for before, line in prefixed(margin, f"{margin}  ", lines):
                yield trimmed(Text(before).append_text(line))
