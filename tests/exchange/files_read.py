"""What tests of formats share: a text → its timeline, and back, and what was lost on the way."""

from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import reader, writer
from timeline.exchange.losses import Losses
from timeline.model.records import Event
from timeline.model.timeline import Timeline


def read(folder, text, name="table.csv", format_="", **choices) -> tuple[Timeline, Losses]:
    """Return the timeline in *text*, by the ending of *name* unless *format_* is given."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    losses = Losses()
    found = reader(format_ or path.suffix[1:])(str(path), Choices(**choices), losses)
    assert losses.read == losses.written + losses.refused
    assert losses.written == len(found)
    return found, losses


def events_in(folder, text, *args, **choices) -> tuple[list[Event], Losses, Timeline]:
    """Return the events in *text* too; all is as for `read`."""
    found, losses = read(folder, text, *args, **choices)
    return [match.event for match in found.select()], losses, found


def written(timeline, selection=None, *, format_) -> tuple[str | bytes, Losses]:
    """Return what is written of a *selection*, without one of all, and what was lost."""
    losses = Losses()
    export = Export(timeline, timeline.select() if selection is None else selection)
    return writer(format_)(export, losses), losses


def cited(timeline: Timeline) -> dict[str, list[tuple[str, str, str]]]:
    """Return, by title, the (publisher, address, note of the citation) of each source."""
    return {
        match.event.title: [
            (timeline.sources[each.source].publisher, timeline.sources[each.source].url, each.note)
            for each in match.event.sources
        ]
        for match in timeline.select()
    }


def counts(losses: Losses) -> dict[tuple[str, str], int]:
    """Return how often each thing was lost, by the kind of the loss and its words."""
    return {(loss.kind, loss.what): loss.count for loss in losses}


def told(losses: Losses, kind: str) -> list[str]:
    """Return what was lost in a way of this *kind*, in the words of the report."""
    return [loss.what for loss in losses if loss.kind == kind]
