"""Notes that say in words what a key says to programs: whose account a source tells."""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from timeline.checking.rule import Case, Fault, entry, on
from timeline.inference.origins import witness
from timeline.model.timeline import Timeline
from timeline.text import fold, quoted

_NAME: Final = r"(?P<name>(?:(?!\s(?:for|on|as|in|and|that|which|from)\s)[^,.;:()])+)"
_RELAYS: Final = re.compile(
    rf"\b(?P<verb>relay(?:s|ing)|cit(?:es|ing)|quotes|quoting)\s+{_NAME}", re.IGNORECASE
)
_COPY: Final = re.compile(
    rf"\b(?P<verb>reprint(?:s|ed)?|mirror(?:s|ed)?|cop(?:y|ied)|translation|translated)"
    rf"\s+(?:of|from)\s+{_NAME}",
    re.IGNORECASE,
)


def unrecorded_lineage(case: Case) -> Iterator[Fault]:
    """Find notes that say relays, cites or reprint, where no key does."""
    for source in case.timeline.sources.values():
        if source.note and not (source.copy_of or source.relays or source.firsthand):
            spot = entry("sources", source.id, "note", source.note)
            for message, key in _said(source.note, case.timeline):
                yield Fault(spot, message, f"write {key} in this entry")
    for event in case.citing(attrgetter("note")):
        for citation in event.sources:
            if not citation.note:
                continue
            source = case.timeline.sources[citation.source]
            if citation.relays or source.relays or source.copy_of:
                continue
            spot = on(event, "sources", citation.source)
            for message, key in _said(citation.note, case.timeline):
                where = "in this citation"
                if key.startswith("copy-of"):
                    where = f"in the entry of {quoted(source.id)}"
                yield Fault(spot, message, f"write {key} {where}")


def _said(note: str, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Yield what a note says of where a source has it from, and the key that says so."""
    for key, pattern in (("relays", _RELAYS), ("copy-of", _COPY)):
        for found in pattern.finditer(note):
            name = found["name"].strip()
            if not name[:1].isupper() or _is_actor(name, timeline):
                continue
            origin = _origin(name, timeline)
            value = f"[{origin}]" if key == "relays" else origin
            yield f"the note says {quoted(found[0].strip())}, and no key does", f"{key}: {value}"


def _is_actor(name: str, timeline: Timeline) -> bool:
    """Return whether *name* is somebody's whose own words a source gives."""
    wanted = fold(name)
    names = (fold(each) for actor in timeline.actors.values() for each in actor.names)
    return any(wanted == each or wanted in each.split() for each in names)


def _origin(name: str, timeline: Timeline) -> str:
    """Return the one source that is of the publisher *name*, else the name in quotation marks."""
    sources = timeline.sources
    key = witness(name, sources)
    found = [id_ for id_ in sources if witness(id_, sources) == key]
    return found[0] if len(found) == 1 else f'"{name}"'
