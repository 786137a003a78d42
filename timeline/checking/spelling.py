"""Rules about names that are spelled in two ways: by an accent, by case, by one letter."""

from collections.abc import Iterable, Iterator

from timeline.checking.rule import Case, Fault, entry, on
from timeline.text import fold, quoted

_SHORT = 6  # letters; shorter names that differ by one are often two: Iran and Iraq
_LONG = 60  # nobody compares longer ones


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
    uses: dict[str, list[str]] = {}
    for event in case.events:
        for value in getattr(event, key):
            uses.setdefault(value, []).append(event.id)
    by_use = sorted(uses, key=lambda value: -len(uses[value]))  # the rarer one is the slip
    events = {event.id: event for event in case.events}
    for name, _, _, alike in _alike([(value, value) for value in by_use]):
        message = f"{quoted(name)} is spelled much like the {noun} {quoted(alike)}"
        spot = on(events[uses[name][0]], key, name)
        yield Fault(spot, message, f"write {alike} if it is the same {noun}")


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
