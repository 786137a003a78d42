"""What is said of a source wherever it stands: its grade, and how many events rest on it."""

from timeline.model.records import Citation, Source
from timeline.model.words import credibility_words, reliability_words
from timeline.reports.sources import Reference
from timeline.text import counted


def publisher(source: Source) -> str:
    """Return who published a source; its id where the file does not say."""
    return source.publisher or source.id


def grade(source: Source) -> str:
    """Return the reliability with its word, such as "B usually reliable"; "" for none."""
    return reliability_words(source.reliability)


def remarks(citation: Citation) -> str:
    """Return what is said of a source for one event: credibility, note; "" for nothing."""
    parts = (credibility_words(citation.credibility), citation.note)
    return "; ".join(part for part in parts if part)


def resting(reference: Reference) -> str:
    """Return how many events rest on a source: "3 events (+1 possibly)"."""
    possibly = f" (+{reference.possible:,} possibly)" if reference.possible else ""
    return counted(reference.certain, "event") + possibly
