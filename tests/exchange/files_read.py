"""What tests of readers share: a text of some format → its timeline, and what was lost."""

from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
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


def cited(timeline: Timeline) -> dict[str, list[tuple[str, str, str]]]:
    """Return, by title, the (publisher, address, note of the citation) of each source."""
    return {
        match.event.title: [
            (timeline.sources[each.source].publisher, timeline.sources[each.source].url, each.note)
            for each in match.event.sources
        ]
        for match in timeline.select()
    }


def told(losses: Losses, kind: str) -> list[str]:
    """Return what was lost in a way of this *kind*, in the words of the report."""
    return [loss.what for loss in losses if loss.kind == kind]
