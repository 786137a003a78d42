"""Timelines whose events are in an index: the same timeline, moved there."""

import tempfile
from pathlib import Path

from timeline.indexing import indexed

TODAY = 739_943  # 2026-11-23


def moved(timeline, today=TODAY, *, change=None, again=None):
    """Return *timeline* with its events in an index, whose file *change* may have touched.

    *again* gives what is read where the index proves odd; without it nothing may.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.index"
        path.touch()
        indexed.write(timeline, str(path), path.name)
        if change:
            path.write_bytes(change(path.read_bytes()))
        names = {event.place.file: event.place.file for event in timeline}
        head = indexed.head(timeline)
        return indexed.timeline(str(path), head, today, names, again or _refused)


def _refused():
    raise AssertionError("the index is odd")
