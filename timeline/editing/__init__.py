"""Changes to an event file as text: comments, order and layout of the rest survive."""

from timeline.editing.entries import with_entry
from timeline.editing.events import (
    event_line,
    event_style_of,
    no_room,
    with_event,
    without_event,
)
from timeline.editing.formatting import Formatting, formatted, formatting
from timeline.editing.refusing import CannotEdit
from timeline.editing.style import CANONICAL, Style
from timeline.editing.writing import event_block, written

__all__ = [
    "CANONICAL",
    "CannotEdit",
    "Formatting",
    "Style",
    "event_block",
    "event_line",
    "event_style_of",
    "formatted",
    "formatting",
    "no_room",
    "with_entry",
    "with_event",
    "without_event",
    "written",
]
