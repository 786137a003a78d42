"""What is said of a source wherever it stands: who, when, how good, and what rests on it."""

from timeline.model.records import Citation, Source
from timeline.model.words import credibility_words, event_numbers, reliability_words
from timeline.reports.sources import Reference


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
    parts = (credibility_words(citation.credibility), citation.note)
    return "; ".join(filter(None, parts))


def judgements(source: Source) -> list[str]:
    """Return what stands in brackets behind a source: its grade and its note, if it has them."""
    return [*filter(None, (grade(source), source.note))]


def resting(reference: Reference) -> str:
    """Return how many events rest on a source: "3 events (+1 possibly)"."""
    return event_numbers(reference.certain, reference.possible)
