"""What each field of a query asks, in a few words: for completion, and for programs."""

from collections.abc import Mapping
from typing import Final

from timeline.model import schema

_MEANINGS: Final = {
    "actor": "who takes part, and who belongs to them",
    "place": "where: a place, and what lies in it",
    "tag": "a tag, in full",
    "arc": "a thread of the story",
    "status": "how sure it is",
    "kind": "statement: said, not done",
    "source": "a publisher, or the id of a source",
    "by": "who says or claims it, and who belongs to them",
    "stance": "what a source does: supports, denies, mentions",
    "relays": "whose account its sources tell",
    "id": "an event",
    "title": "words in the title",
    "text": "words anywhere",
    "note": "words in notes, of the event or of a source's use",
    "date": "in that time",
    "year": "in that time",
    "on": "in that time",
    "since": "from then on, included",
    "until": "up to then, included",
    "before": "before that time",
    "after": "after that time",
    "known": "first told by a source in that time",
    "no": "what it lacks: no:arc, no:place",
    "sources": "how many sources",
    "origins": "how many independent origins",
    "against": "how many of them deny it",
    "accounts": "how many accounts of it",
    "links": "how many links to other events",
    "actors": "how many actors",
    "places": "how many places",
    "tags": "how many tags",
    "reliability": "the best reliability of its sources, A to E",
    "credibility": "the best credibility, 1 to 5",
}


def begun(typed: str) -> Mapping[str, str]:
    """Return what each field that begins with *typed* asks, by its name.

    The keys of an event file, which take long to load, are asked where no others begin so.
    """
    found = {name: means for name, means in _MEANINGS.items() if name.startswith(typed)}
    if typed and found:
        return found
    return {name: means for name, means in every().items() if name.startswith(typed)}


def every() -> Mapping[str, str]:
    """Return what each field asks, by its name; what its key means, if there are no other words."""
    keys = {key.field: key.means for key in schema.EVENT.keys if key.field}
    return {**_MEANINGS, **{name: keys[name] for name in keys if name not in _MEANINGS}}
