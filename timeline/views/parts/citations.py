"""What is said of a source wherever it stands: who, when, how good, and what rests on it."""

from typing import Final

from timeline.model.evidence import CITATION, SOURCE
from timeline.model.keys import Key, Record
from timeline.model.records import Citation, Source
from timeline.model.timeline import Timeline
from timeline.model.words import credibility_words, event_numbers, reliability_words, values_of
from timeline.reports.sources import Reference


def _further(record: Record, *own: str) -> tuple[Key, ...]:
    return tuple(key for key in record.keys if key.name not in own)


_OF_SOURCES: Final = _further(
    SOURCE, "publisher", "title", "date", "url", "archive", "reliability", "note"
)
_OF_CITATIONS: Final = _further(CITATION, "source", "credibility", "note")
ARCHIVED: Final = SOURCE["archive"].words
_ALONE: Final = ("type", "stance")  # words that say themselves what they are about


def publisher(source: Source) -> str:
    """Return who published a source; its id where the file does not say."""
    return source.publisher or source.id


def published(source: Source) -> str:
    """Return when a source was published, in words; "" where the file does not say."""
    return source.date.describe() if source.date else ""


def grade(source: Source) -> str:
    """Return the reliability with its word, such as "B usually reliable"; "" for none."""
    return reliability_words(source.reliability)


def remarks(citation: Citation, timeline: Timeline) -> str:
    """Return what is said of a source for one event: credibility, note; "" for nothing."""
    parts = (credibility_words(citation.credibility), *further(citation, timeline), citation.note)
    return "; ".join(filter(None, parts))


def judgements(source: Source, timeline: Timeline) -> list[str]:
    """Return what stands in brackets behind a source: its grade first, its note last."""
    return [*filter(None, (grade(source), *further(source, timeline), source.note))]


def further(said: Source | Citation, timeline: Timeline) -> list[str]:
    """Return what is said under the keys that have no place of their own: "author A. Writer"."""
    keys = _OF_SOURCES if isinstance(said, Source) else _OF_CITATIONS
    told = ((key, values_of(key, said, timeline)) for key in keys)
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
    return value if key.name in _ALONE else f"{key.words} {value}"


def resting(reference: Reference) -> str:
    """Return how many events rest on a source: "3 events (+1 possibly)"."""
    return event_numbers(reference.certain, reference.possible)
