"""Keys that stand where they do not belong, but elsewhere in the same file: where that is."""

from collections.abc import Collection

from timeline.model.evidence import ACCOUNT, CITATION, SOURCE
from timeline.model.schema import EVENT, HEADER


def belongs(key: str, known: Collection[str]) -> str:
    """Return where to write a *key* that is not *known* where it stands; "" where nobody can say.

    In an event are meant what says its order, what is said of the use of a source or in an
    account; there and in a citation, what is said of a source. Beside the sections, what is
    said of the whole timeline, or of an event.
    """
    if "timeline" in known:
        return _beside_sections(key)
    if "links" in known and key in EVENT["links"].choices:
        return f"write links: [{{{key}: ID}}]"
    if "accounts" in known and key in ACCOUNT.names and key not in CITATION.names:
        return f"write it in an account: accounts: [{{by: [ID], {key}: …}}]"
    if "sources" in known and key in _OF_USE:
        return f"write it where a source is cited: sources: [{{source: ID, {key}: …}}]"
    if not {"source", "sources"}.isdisjoint(known) and key in _OF_SOURCES:
        return "it is said of a source: write it in its entry under 'sources'"
    return ""


def _beside_sections(key: str) -> str:
    if key in HEADER.names:
        return f"it is said of the timeline: write timeline: {{{key}: …}}"
    if key in EVENT.names:
        return "it is said of an event: write events: [{date: 2019-01-23, title: What happened}]"
    return ""


_OF_USE = frozenset(CITATION.names) - {"source"}
_OF_SOURCES = frozenset(SOURCE.names) - {"type"}  # that of an event is its kind, perhaps
