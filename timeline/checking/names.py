"""Rules about what registries hold: entries nobody uses, names that lead to two of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter

from timeline.checking.rule import Case, Fault, entry, on
from timeline.likeness import did_you_mean
from timeline.model.nests import reached
from timeline.model.records import Actor
from timeline.text import fold, quoted

_SHORT = 6  # letters; shorter names that differ by one are often two: Iran and Iraq
_LONG = 60  # nobody compares longer ones


def unused_actor(case: Case) -> Iterator[Fault]:
    """Find actors who are in no event and no source's voice, nor who belongs to them."""
    if not case.timeline.actors:
        return
    of = {id_: actor.of for id_, actor in case.timeline.actors.items()}
    named = [*_uses(case, "actors"), *_uses(case, "by")]
    told = (account for event in case.events for account in event.accounts)
    named += [each for account in told for each in account.by]
    named += [each for source in case.timeline.sources.values() for each in source.of]
    used = set(reached(named, of))
    for id_ in case.timeline.actors:
        if id_ not in used:
            message = "this actor is in no event"
            yield Fault(entry("actors", id_), message, "name it in an event, or remove it")


def unused_place(case: Case) -> Iterator[Fault]:
    """Find registered places in which no event is, nor in what lies in them."""
    if not case.timeline.places:
        return
    geography = case.timeline.geography
    used = {name for place in _uses(case, "places") for name in geography.outer(place)}
    for id_, place in case.timeline.places.items():
        if place.name not in used:
            message = "no event is in this place"
            yield Fault(entry("places", id_), message, "name it in an event, or remove it")


def unknown_place(case: Case) -> Iterator[Fault]:
    """Find places of events that 'places' does not have, where a file has that section."""
    known = {place.name for place in case.timeline.places.values()}
    if not known:
        return
    told = set(known)
    for event in case.events:
        for name in event.places:
            if name not in told:
                told.add(name)
                message = f"the place {quoted(name)} is not in 'places'"
                hint = did_you_mean(name, known) or "add it there, with what it is in"
                yield Fault(on(event, "places", name), message, hint)


def orphan_arc(case: Case) -> Iterator[Fault]:
    """Find arcs to which no event belongs."""
    used = {event.arc for event in case.events}
    for id_ in case.timeline.arcs:
        if id_ not in used:
            message = "no event belongs to this arc"
            yield Fault(entry("arcs", id_), message, f"write arc: {id_} in one, or remove it")


def alias_clash(case: Case) -> Iterator[Fault]:
    """Find names that lead to two actors."""
    owners: dict[str, str] = {}
    for actor in case.timeline.actors.values():
        for key, name in _named(actor):
            owner = owners.setdefault(name.casefold(), actor.id)
            if owner != actor.id:
                message = f"{quoted(name)} is a name of {quoted(owner)} too"
                hint = "let one of them have it, or make one actor of both"
                yield Fault(entry("actors", actor.id, key, name), message, hint)


def _named(actor: Actor) -> list[tuple[str, str]]:
    """Return what an actor is called, each name once, with the key that says it."""
    keys = {actor.id.casefold(): ("", actor.id)}
    for key, name in [("name", actor.name), *(("aliases", each) for each in actor.aliases)]:
        keys.setdefault(name.casefold(), (key, name))
    return list(keys.values())


def actor_spelling(case: Case) -> Iterator[Fault]:
    """Find actors whose names differ by an accent or one letter."""
    actors = case.timeline.actors.values()
    names = [(actor.id, name) for actor in actors for name in (actor.name, *actor.aliases)]
    for id_, name, other, alike in _alike(names):
        message = f"{quoted(name)} is spelled much like {quoted(alike)}, another actor"
        keys = "name" if case.timeline.actors[id_].name == name else "aliases"
        hint = f"if they are one, make the other spelling an alias of {quoted(other)}"
        yield Fault(entry("actors", id_, keys, name), message, hint)


def tag_spelling(case: Case) -> Iterator[Fault]:
    """Find tags that differ by an accent, by case or by one letter."""
    return _in_events(case, "tags", "tag")


def place_spelling(case: Case) -> Iterator[Fault]:
    """Find places that differ by an accent, by case or by one letter."""
    return _in_events(case, "places", "place")


def _in_events(case: Case, key: str, noun: str) -> Iterator[Fault]:
    uses, values = _uses(case, key), attrgetter(key)
    by_use = sorted(uses, key=lambda value: -uses[value])  # the rarer one is the slip
    for name, _, _, alike in _alike([(value, value) for value in by_use]):
        message = f"{quoted(name)} is spelled much like the {noun} {quoted(alike)}"
        first = next(event for event in case.events if name in values(event))
        yield Fault(on(first, key, name), message, f"write {alike} if it is the same {noun}")


def _uses(case: Case, key: str) -> Counter[str]:
    """Return how many events have each value under a *key* that has several, as they come."""
    return Counter(chain.from_iterable(map(attrgetter(key), case.events)))


def _alike(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Return (owner, name, owner before, name before) of names that are nearly those before them.

    Two names of one length, or nearly, are one letter apart if they are the same with a
    letter taken out of each, or out of the longer one. So every name is filed under what is
    left without each of its letters, and nobody compares all names with all others.
    """
    filed: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for owner, name in names:
        near = (filed[form] for form in _forms(name) if form in filed)
        other = next((each for each in near if each[0] != owner and each[1] != name), None)
        if other and (owner, other[0]) not in told:
            told.add((owner, other[0]))
            yield owner, name, *other
        for form in _forms(name):
            filed.setdefault(form, (owner, name))


def _forms(name: str) -> list[str]:
    """Return *name* as it is compared, and without each of its letters but the first.

    A figure is never a slip: F-15 and F-16 are two aircraft.
    """
    plain = fold(name)
    if not _SHORT <= len(plain) <= _LONG:
        return [plain]
    without = [
        f"{plain[:at]}{plain[at + 1 :]}" for at in range(1, len(plain)) if plain[at].isalpha()
    ]
    return [plain, *without]
