"""Both ways of reading event files, side by side."""

from timeline.errors import TimelineError
from timeline.loading import load


def outcome(read):
    """Return all that there is in a timeline, or what is told instead."""
    try:
        timeline = read()
    except TimelineError as error:
        return str(error)
    registries = timeline.actors, timeline.arcs, timeline.places, timeline.sources
    about = timeline.title, timeline.summary, timeline.as_of
    return [match.event for match in timeline.select()], [*map(dict, registries)], about


def is_the_same(file, text, today=None):
    """Say whether both ways come to the same, and return what it is."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
    found = outcome(lambda: load.load(str(file), today=today))
    assert found == outcome(lambda: load.examine(str(file), today=today).sound())
    return found
