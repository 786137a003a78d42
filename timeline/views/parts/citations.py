"""What is said of a source wherever it stands: who, when, how good, and what rests on it."""

from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from timeline.model import languages
from timeline.model.evidence import CITATION, SOURCE
from timeline.model.keys import Key, Record
from timeline.model.records import Citation, Source
from timeline.model.timeline import Timeline
from timeline.model.words import credibility_words, event_numbers, reliability_words, values_of
from timeline.reports.sources import Reference
from timeline.text import enumerated, together


def _further(record: Record, *own: str) -> tuple[Key, ...]:
    return tuple(key for key in record.keys if key.name not in own)


_CALLED: Final = ("author", "publisher", "title", "date", "pages")
_OF_SOURCES: Final = _further(SOURCE, *_CALLED, "url", "archive", "reliability", "note")
_OF_CITATIONS: Final = _further(CITATION, "source", "credibility", "note")
ARCHIVED: Final = SOURCE["archive"].words
_ALONE: Final = ("type", "stance")  # words that say themselves what they are about


def publisher(source: Source) -> str:
    """Return who published a source; its id where the file does not say."""
    return source.publisher or source.id


class Part(NamedTuple):
    """A part of what a source is called: under which key it stands, and its text."""

    key: str
    text: str


def called(source: Source, *, ascii: bool = False) -> Iterator[Part]:  # noqa: A002
    """Yield how people cite a source: authors, title, publisher, date, pages.

    What nobody signed goes by its publisher, and where that is not said, by its id.
    """
    title = Part("title", source.title)
    house = Part("publisher", source.publisher)
    date = Part("date", source.date.describe(ascii=ascii) if source.date else "")
    pages = Part("pages", pages_words(source.pages))
    parts = [Part("publisher", publisher(source)), title, date, pages]
    if source.author:
        parts = [Part("author", authors(source)), title, house, date, pages]
    return (part for part in parts if part.text)


def authors(source: Source) -> str:
    """Return who wrote a source: "Ana Writer and Ben Writer"; "" where the file does not say.

    Names that have a comma in them are parted by semicolons.
    """
    if any("," in name for name in source.author):
        return "; ".join(source.author)
    return enumerated(source.author)


def pages_words(pages: str) -> str:
    """Return pages as they are cited: "p. 3", "pp. 12–15"; what begins with a word stays."""
    if not pages[:1].isdigit():
        return pages
    return f"p. {pages}" if pages.isdigit() else f"pp. {pages}"


def published(source: Source) -> str:
    """Return when a source was published, in words; "" where the file does not say."""
    return source.date.describe() if source.date else ""


def grade(source: Source) -> str:
    """Return the reliability with its word, such as "B usually reliable"; "" for none."""
    return reliability_words(source.reliability)


def remarks(citation: Citation, timeline: Timeline) -> str:
    """Return what is said of a source for one event: credibility, note; "" for nothing."""
    parts = (credibility_words(citation.credibility), *further(citation, timeline), citation.note)
    return together("; ", *parts)


def judgements(source: Source, timeline: Timeline) -> list[str]:
    """Return what stands in brackets behind a source: its grade first, its note last."""
    return [*filter(None, (grade(source), *further(source, timeline), source.note))]


def further(said: Source | Citation, timeline: Timeline, without: Container[str] = ()) -> list[str]:
    """Return what is said under the keys that have no place of their own: "relays The Echo".

    *without* are keys that have one in the form in question.
    """
    keys = _OF_SOURCES if isinstance(said, Source) else _OF_CITATIONS
    told = ((key, values_of(key, said, timeline)) for key in keys if key.name not in without)
    return [_told(key, ", ".join(values)) for key, values in told if values]


def archived(source: Source) -> str:
    """Return where copies of a source are kept, as text: "archived at URL"; "" for nowhere."""
    return f"{ARCHIVED} {', '.join(source.archive)}" if source.archive else ""


def _told(key: Key, value: str) -> str:
    """Return a value behind the words for its key, which some values do not need."""
    if key.kind == "flag":
        return key.words
    if key.name == "quote":
        return f"“{value}”"
    if key.name == "language":
        return f"in {languages.called(value)}"
    return value if key.name in _ALONE else f"{key.words} {value}"


def resting(reference: Reference) -> str:
    """Return how many events rest on a source: "3 events (+1 possibly)"."""
    return event_numbers(reference.certain, reference.possible)
