"""Where in an index each thing stands: the numbers of its cells.

Events come first, each under its place. Behind them every kind of thing has a room, which no
number of events fills.
"""

from typing import Final

from timeline.indexing.candidates import MEASURES, NAMES, WORDS

_ROOM: Final = 1 << 55
_PIECES: Final = 1 << 16  # that a text may have, one for each `bits.PIECE` of events

IDS: Final = 1 * _ROOM
"""The ids in the order of events, some in a cell."""

DAYS: Final = 2 * _ROOM
"""The events of a single day, in pieces."""

SPANS: Final = 3 * _ROOM
"""The days of all events (`spans`)."""

REGISTRIES: Final = 4 * _ROOM
"""The registries, a cell each, in the order of `ENTRIES`."""

LABELS: Final = 5 * _ROOM
"""What the events go by, in pieces (`labels`)."""

DATES: Final = 6 * _ROOM
"""The dates of events, each once (`dates`)."""

FACTS: Final = 7 * _ROOM
"""What is known of all events together (`facts`)."""

NUMBERS: Final = 8 * _ROOM
"""The number of the date of each event, in pieces."""

SPELLINGS: Final = 9 * _ROOM
"""The words of texts with their spellings, some in a cell."""

BRIEFS: Final = 10 * _ROOM
"""The lines of events, some in a cell (`briefs`)."""

ID: Final = "id"
"""The vocabulary of ids."""

KEYS: Final = (ID, *WORDS, *NAMES, MEASURES)
"""The vocabularies by their names."""

_VOCABULARIES: Final = {key: 11 + 2 * at for at, key in enumerate(KEYS)}

_SUMS: Final = 11 + 2 * len(KEYS)  # the rooms from there on


def sums(at: int) -> int:
    """Return the first number of the sums of the key *at* that place in `sums.KEYS`."""
    return (_SUMS + at) * _ROOM


def vocabulary(key: str) -> int:
    """Return the first number of a vocabulary."""
    return _VOCABULARIES[key] * _ROOM


def pieces(key: str, number: int) -> int:
    """Return the number of the first piece of events that have the text *number* of a *key*."""
    return (_VOCABULARIES[key] + 1) * _ROOM + number * _PIECES


def last_piece(first: int) -> int:
    """Return the number of the last of the pieces that begin with *first*."""
    return first + _PIECES - 1
