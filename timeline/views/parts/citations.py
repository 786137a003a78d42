"""What is said of a source wherever it stands: who, when, how good, and what rests on it."""

from collections.abc import Iterable
from typing import Final

from timeline.model.keys import Key, Record
from timeline.model.records import Citation, Source
from timeline.model.schema import CITATION, SOURCE
from timeline.model.words import credibility_words, event_numbers, reliability_words
from timeline.reports.sources import Reference


def _further(record: Record, *own: str) -> tuple[Key, ...]:
    plain = record.of_kind("text", "texts", "choice")
    return tuple(record[name] for name in plain if name not in own)


_OF_SOURCES: Final = _further(SOURCE, "publisher", "title", "note")
_OF_CITATIONS: Final = _further(CITATION, "note")


def publisher(source: Source) -> str:
    """Return who published a source; its id where the file does not say."""
    return source.publisher or source.id


def published(source: Source) -> str:
    """Return when a source was published, in words; "" where the file does not say."""
    return source.date.describe() if source.date else ""


def grade(source: Source) -> str:
    """Return the reliability with its word, such as "B usually reliable"; "" for none."""
    return reliability_words(source.reliability)


def remarks(citation: Citation) -> str:
    """Return what is said of a source for one event: credibility, note; "" for nothing."""
    parts = (credibility_words(citation.credibility), *further(citation), citation.note)
    return "; ".join(filter(None, parts))


def judgements(source: Source) -> list[str]:
    """Return what stands in brackets behind a source: its grade first, its note last."""
    return [*filter(None, (grade(source), *further(source), source.note))]


def further(said: Source | Citation) -> list[str]:
    """Return what is said under the keys that have no words of their own: "author A. Writer"."""
    keys = _OF_SOURCES if isinstance(said, Source) else _OF_CITATIONS
    values = ((key.words, getattr(said, key.name)) for key in keys)
    return [f"{label} {_text(value)}" for label, value in values if value]


def _text(value: str | Iterable[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def resting(reference: Reference) -> str:
    """Return how many events rest on a source: "3 events (+1 possibly)"."""
    return event_numbers(reference.certain, reference.possible)
