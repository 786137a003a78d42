"""What is known of an event, as the reasons to doubt and to trust it look at it."""

from collections.abc import Iterable
from functools import cached_property

from timeline.inference.lineage import Chain
from timeline.inference.origins import Origins, origins
from timeline.model.records import Event, Source
from timeline.model.timeline import Timeline


class Grounds:
    """An event with its origins, and with who denies and who confirms it."""

    def __init__(self, event: Event, timeline: Timeline) -> None:
        """Look at *event* of *timeline*."""
        self.event = event
        self.timeline = timeline
        self.origins: Origins = origins(event, timeline.sources)

    @cached_property
    def chains(self) -> list[Chain]:
        """The chains of all that is cited for it."""
        return list(self.origins.support.chains)

    @cached_property
    def cited(self) -> dict[str, Source]:
        """The sources that are cited for it, each once."""
        sources = self.timeline.sources
        return {each.source: sources[each.source] for each in self.origins.support.citations}

    @cached_property
    def deniers(self) -> list[Event]:
        """The events that deny it."""
        return self._linked("denies")

    @cached_property
    def confirmers(self) -> list[Event]:
        """The events that confirm it."""
        return self._linked("confirms")

    @cached_property
    def denying(self) -> dict[str, None]:
        """The actors who deny it: in an account, in an event of theirs, by their own voice."""
        told = [each.by for each in self.event.accounts if each.side == "denies"]
        told += [each.by or each.actors for each in self.deniers]
        told += [origin.of for origin in self.origins.against.origins]
        return dict.fromkeys(actor for actors in told for actor in actors)

    def is_party(self, actor: str) -> bool:
        """Return whether *actor* takes part or makes the claim, or belongs with who does."""
        parties = (*self.event.actors, *self.event.by)
        return any(self.is_within(actor, each) or self.is_within(each, actor) for each in parties)

    def is_within(self, actor: str, whole: str) -> bool:
        """Return whether *actor* is *whole*, or belongs to it."""
        return actor == whole or actor in self.timeline.members(whole)

    def names(self, actors: Iterable[str]) -> tuple[str, ...]:
        """Return what *actors* are called."""
        return tuple(map(self.timeline.actor_name, actors))

    def _linked(self, wanted: str) -> list[Event]:
        return [event for type_, event in self.timeline.links_to(self.event) if type_ == wanted]
