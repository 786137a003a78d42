"""Text → Markdown (CommonMark, with the tables and footnotes of GitHub), safely.

Whatever a file says is shown as it was written: `escaped` leaves nothing in it
for Markdown to interpret, and only an address of the web becomes a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.model.records import Citation, Event, Source
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.text import together, visible
from timeline.views.parts.citations import ARCHIVED, Part, called, judgements, remarks

# Characters with a meaning in running text, `$ ^ ~ =` among them for the dialects that have
# formulas, sub- and superscript, braces for those that have attributes; a colon only where it
# makes a picture, such as :boom:, or a link of what looks like an address, as the dot of www.
_SPECIAL: Final = re.compile(
    r"[\\`*_\[\]<>|~^$&#@{}]|!(?=\[)|==|:(?=[\w+-]+:|//)|(?<=www)\.|--(?=-)", re.IGNORECASE
)
# What begins a list, a heading, a definition or a rule when it begins a line.
_START: Final = re.compile(r"[-+=:]|\d+(?=[.)])")
_STROKE: Final = re.compile(r"(?<!\\)\|")
_LINK: Final = re.compile(r"https?://[^\s<>\\]+")


def escaped(text: str) -> str:
    """Return *text*, on one line, as Markdown that shows exactly this text."""
    plain = _SPECIAL.sub(_with_backslashes, visible(text).strip())
    if start := _START.match(plain):
        return _start_escaped(plain, start[0])
    return plain


def address(url: str) -> str:
    """Return an address of the web as a link, any other as text."""
    if url.isprintable() and _LINK.fullmatch(url):
        return f"<{url}>"
    return escaped(url)


def heading(title: str, asked: str, count: str) -> Iterator[str]:
    """Yield the lines above a page: its title, the question, and how many answer."""
    yield f"# {escaped(title)}"
    yield ""
    yield " · ".join(escaped(part) for part in (asked, count) if part)


def answer_page(answer: Answer, body: Iterable[str], part: str = "") -> Iterator[str]:
    """Yield a page: the heading that a page on a terminal has, with a *part* of it, and *body*."""
    count = together(" · ", answer.count(), part)
    yield from heading(answer.timeline.heading, answer.asked(), count)
    yield from body


def table(
    head: Sequence[str], numeric: Sequence[bool], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    """Yield the lines of a table whose cells are Markdown; *numeric* columns stand to the right."""
    yield _row(head)
    yield _row(["--:" if number else ":--" for number in numeric])
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    """Return a row; a stroke within an address would part its cell."""
    return f"| {' | '.join(_STROKE.sub(_with_backslashes, cell) for cell in cells)} |"


def _with_backslashes(match: re.Match[str]) -> str:
    return "".join(f"\\{char}" for char in match[0])


def _start_escaped(plain: str, start: str) -> str:
    number = start if start.isdigit() else ""
    return f"{number}\\{plain[len(number) :]}"


def number_text(number: int) -> str:
    """Return a number for a cell; 0 leaves it empty."""
    return str(number) if number else ""


class Footnotes:
    """The footnotes of a page: `marks` gives the numbers, `lines` what they stand for."""

    def __init__(self, timeline: Timeline) -> None:
        """Begin without a footnote; the sources are those of *timeline*."""
        self._timeline = timeline
        self._numbers: dict[str, int] = {}

    def marks(self, event: Event) -> str:
        """Return the marks of an event's sources: `[^1] [^2] (4 doubtful; page 3)`."""
        return " ".join(map(self._mark, event.sources))

    def _mark(self, citation: Citation) -> str:
        number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
        if said := remarks(citation, self._timeline):
            return f"[^{number}] ({escaped(said)})"
        return f"[^{number}]"

    def lines(self) -> Iterator[str]:
        """Yield a line for each source that has a mark, after an empty one."""
        if self._numbers:
            yield ""
        for id_, number in self._numbers.items():
            told = source_text(self._timeline.sources[id_], self._timeline)
            yield f"[^{number}]: {_not_an_address(told)}"


def _not_an_address(text: str) -> str:
    """Return what a note says, in more than one word.

    Readers that know no footnotes take `[^1]: javascript:…` for the address of a link, also
    with a title behind it, in brackets or quotation marks: hence the full stop at its end.
    """
    return text if " " in text else f"Source: {text}"


def source_text(source: Source, timeline: Timeline) -> str:
    """Return a source as Markdown: as people cite it, then grade, note and addresses."""
    said = ", ".join(_part(part) for part in called(source))
    judged = "; ".join(map(escaped, judgements(source, timeline)))
    text = f"{said} ({judged})" if judged else said
    where = address(source.url)
    if not where:
        return f"{text}.{_archived(source)}"
    if where.startswith("<"):
        return f"{text}. {where}{_archived(source)}"
    return f"{text}. {where}.{_archived(source)}"


def _part(part: Part) -> str:
    return f"*{escaped(part.text)}*" if part.key == "title" else escaped(part.text)


def _archived(source: Source) -> str:
    """Return where copies are kept: " (archived at <URL>)"; "" for nowhere."""
    kept = ", ".join(map(address, source.archive))
    return f" ({ARCHIVED} {kept})" if kept else ""
