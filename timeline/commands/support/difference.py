"""What a command changes in an event file, and that it changes nothing else."""

from collections.abc import Collection

from msgspec.structs import replace

from timeline.commands.support import streams
from timeline.files import difference
from timeline.files.content import shown
from timeline.model.records import NO_DATE, Event, Place
from timeline.model.timeline import Timeline
from timeline.text import visible

_NOWHERE = Place("", 0)


def show(file: str, before: str, after: str) -> None:
    """Write the difference between two texts of *file* to standard output, as `diff -u` has it."""
    name = visible(shown(file))
    for line in difference.unified(before.splitlines(), after.splitlines(), (name, name), end=""):
        streams.write(f"{visible(line)}\n")


def events_but(timeline: Timeline, ids: Collection[str]) -> list[Event]:
    """Return the events that have none of these *ids*, wherever they stand in a file.

    Those without a date of their own come last, by their ids: theirs follows from others.
    """
    found = [replace(event, place=_NOWHERE) for event in timeline if event.id not in ids]
    undated = [replace(event, date=NO_DATE) for event in found if event.undated]
    undated.sort(key=lambda event: event.id)
    return [*(event for event in found if not event.undated), *undated]
