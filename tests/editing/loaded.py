"""What a text says as an event file, by loading it."""

from timeline.editing.event_file import EventFile
from timeline.editing.whole import pieces
from timeline.loading import load
from timeline.model.file_fields import event_fields, file_fields


def loaded(text):
    """Return the timeline of a text, which may begin with a byte order mark."""
    return load.load("t.yaml", instead={"t.yaml": text.removeprefix("\ufeff")})


def events_of(text):
    """Return the plain data of the events of a text, in the order of the timeline."""
    return [event_fields(match.event) for match in loaded(text).select()]


def said(text):
    """Return all that a text says: dates canonical, without the places."""
    timeline = loaded(text)
    return file_fields(timeline, [match.event for match in timeline.select()])


def written(fields):
    """Return the text of a whole event file of plain data."""
    return "".join(pieces(fields))


def event_line(text, id_):
    """Return the line, from 1, in which an event begins: that of its hyphen."""
    file = EventFile(text)
    return file.parts()[file.ids().index(id_)].line + 1
