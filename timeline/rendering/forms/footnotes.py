"""Sources → numbered footnotes of Markdown: each source once, in the order of its first use."""

from collections.abc import Iterator

from timeline.model.records import Event, Source
from timeline.model.timeline import Timeline
from timeline.rendering.forms.citations import grade, publisher, remarks
from timeline.rendering.forms.markdown import address, escaped


class Footnotes:
    """The footnotes of a page: `marks` gives the numbers, `lines` what they stand for."""

    def __init__(self, timeline: Timeline) -> None:
        """Begin without a footnote; the sources are those of *timeline*."""
        self._sources = timeline.sources
        self._numbers: dict[str, int] = {}

    def marks(self, event: Event) -> str:
        """Return the marks of an event's sources: `[^1] [^2] (4 doubtful; page 3)`."""
        marks = []
        for citation in event.sources:
            number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
            said = remarks(citation)
            marks.append(f"[^{number}]" + (f" ({escaped(said)})" if said else ""))
        return " ".join(marks)

    def lines(self) -> Iterator[str]:
        """Yield a line for each source that has a mark, after an empty one."""
        if self._numbers:
            yield ""
        for id_, number in self._numbers.items():
            yield f"[^{number}]: {_not_an_address(source_text(self._sources[id_]))}"


def _not_an_address(text: str) -> str:
    """Return what a note says, in more than one word.

    Readers that know no footnotes take `[^1]: javascript:…` for the address of a link, also
    with a title behind it, in brackets or quotation marks: hence the full stop at its end.
    """
    return text if " " in text else f"Source: {text}"


def source_text(source: Source) -> str:
    """Return a source as Markdown: publisher, title, date, grade, note and address."""
    title = f"*{escaped(source.title)}*" if source.title else ""
    date = source.date.describe() if source.date else ""
    said = ", ".join(filter(None, (escaped(publisher(source)), title, escaped(date))))
    judged = "; ".join(escaped(part) for part in (grade(source), source.note) if part)
    text = f"{said} ({judged})" if judged else said
    where = address(source.url)
    if where.startswith("<"):
        return f"{text}. {where}"
    return f"{text}. {where}." if where else f"{text}."
