"""What an event may lack: `no:arc`, `no:place`. A key is called as a file or a query calls it."""

from collections.abc import Iterator, Mapping
from typing import Final

from timeline.model.keys import Key
from timeline.model.schema import EVENT
from timeline.query import values, witnesses
from timeline.query.values import Values

ALWAYS: Final = ("id", *(key.name for key in EVENT.keys if key.required))
"""The keys that no event lacks."""


def _names(key: Key) -> Iterator[str]:
    """Yield what a key is called: `place` before `places`."""
    yield from dict.fromkeys(name for name in (key.field, key.one, key.name) if name)


LACKED: Final[Mapping[str, Values]] = {
    **{
        name: values.of_key(key.name)
        for key in EVENT.keys
        if key.name not in ALWAYS
        for name in _names(key)
    },
    "reliability": values.reliabilities,
    "credibility": values.credibilities,
    "origins": witnesses.names_of("origins"),
    "against": witnesses.names_of("against"),
    "relays": witnesses.relayed,
}
"""The values of what an event may lack, by each name of it."""

SHORTEST: Final = (
    *(next(_names(key)) for key in EVENT.keys if key.name not in ALWAYS),
    *("reliability", "credibility", "origins", "against", "relays"),
)
"""One name of each, the one that a query has."""
