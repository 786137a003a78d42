"""Explore cited chronologies in a terminal, or from Python.

import timeline
story = timeline.load("mine.yaml")              # or, without a path, the curated one
for match in story.select("actor:russia year:2019"):
    print(match.event.date.describe(), match.event.title, match.certain)
story.get("letter-to-putin")
story.select("status:denied").rows()            # plain dictionaries, for tables of data
"""

from importlib import import_module

TYPE_CHECKING = False  # as `typing` has it, which takes longer to load than all of this

if TYPE_CHECKING:  # what `_DOORS` lead to, for those who check types
    from timeline import edtf, errors
    from timeline.views.story import load

__version__ = "0.1.0"
__all__ = ["__version__", "edtf", "errors", "load"]

# Each is loaded when somebody asks for it: the command line starts without them, and before
# anything can import late.
_DOORS = {"edtf": "timeline.edtf", "errors": "timeline.errors", "load": "timeline.views.story"}


def __getattr__(name: str) -> object:
    """Return what stands behind a door of this package: a room, or `load`."""
    if name not in _DOORS:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    room = import_module(_DOORS[name])
    return getattr(room, name, room)
