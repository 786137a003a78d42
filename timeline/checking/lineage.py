"""Rules about who told it first: origins, copies and relays."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from timeline.checking.rule import Case, Fault, certainly_after, entry, on
from timeline.inference.lineage import Sources
from timeline.inference.origins import origins, support, witness
from timeline.model.findings import Level, Spot, Step
from timeline.model.nests import circles, reached
from timeline.model.records import Event, Source
from timeline.model.scales import SUPPORTS
from timeline.text import counted, quoted

_POOR: Final = {"D", "E"}  # F says that nobody can judge, which is not the worst
_MOST_NAMED: Final = 3


def confirmed_on_one_origin(case: Case) -> Iterator[Fault]:
    """Find confirmed events with one origin: a warning where that is graded D or worse."""
    second = {event.id for event in case.handed_on}
    for event in case.events:
        if event.status != "confirmed":
            continue
        if event.id not in second and _has_several(case, event):
            continue
        found = support(event, case.timeline.sources).origins
        if len(found) == 1:
            yield _alone(event, found[0].grade)


def _has_several(case: Case, event: Event) -> bool:
    """Whether an event rests on several witnesses, all of whom tell it at first hand."""
    sources = case.timeline.sources
    cited = {each.source for each in event.sources if each.side == SUPPORTS}
    return len({witness(each, sources) for each in cited}) > 1


def _alone(event: Event, grade: str) -> Fault:
    spot = on(event, "sources", event.citations[0].source)
    if grade not in _POOR:
        hint = "find a second one"
        return Fault(spot, "confirmed on one origin alone", hint, Level.note)
    hint = "find a better one, or write status: reported"
    return Fault(spot, f"confirmed on one origin alone, and that is graded {grade}", hint)


def circular_source(case: Case) -> Iterator[Fault]:
    """Find sources that tell one another's account in a circle."""
    sources = case.timeline.sources
    above = {id_: _before(source) for id_, source in sources.items() if _before(source)}
    told = []
    for circle in circles(above):
        told.append(set(circle))
        links = pairwise([*circle, circle[0]])
        steps = tuple(_link(sources[one], other) for one, other in links)
        yield _circle(steps[0].spot, circle, steps)
    for event in case.handed_on:
        found = origins(event, sources)
        for chain in (*found.support.chains, *found.against.chains):
            if chain.circle and set(chain.circle) not in told:
                told.append(set(chain.circle))
                steps = tuple(_told_in(event, chain.circle, sources))
                named = (step.spot for step in steps if step.spot.registry == "events")
                spot = next(named, on(event, "sources", chain.citation.source))
                yield _circle(spot, chain.circle, steps)


def _told_in(event: Event, circle: Sequence[str], sources: Sources) -> Iterator[Step]:
    """Yield where it says of each source of a *circle* that it has it from the next."""
    for one, other in pairwise((*circle, circle[0])):
        source = sources.get(one)
        if source and other in _before(source):
            yield _link(source, other)
        else:
            yield from _relayed(event, one, other, sources)


def _relayed(event: Event, one: str, other: str, sources: Sources) -> Iterator[Step]:
    """Yield where a citation says that the text of *one*, or a copy of it, relays the *other*."""
    for citation in event.citations:
        copies = _copies(citation.source, sources)
        if other in citation.relays and one in copies:
            way = copies[: copies.index(one) + 1]
            yield from (_link(sources[copy], text) for copy, text in pairwise(way))
            message = f"{quoted(citation.source)} relays {quoted(other)}, for this event"
            yield Step(on(event, "relays", other), message)
            return


def _copies(id_: str, sources: Sources) -> list[str]:
    """Return a source and those whose text it has, one after the other."""
    copy_of = {source.id: (source.copy_of,) for source in sources.values() if source.copy_of}
    return reached([id_], copy_of)


def _circle(spot: Spot, names: Sequence[str], steps: tuple[Step, ...] = ()) -> Fault:
    way = " → ".join((*names, names[0]))
    hint = "take 'relays' or 'copy-of' out of one"
    return Fault(spot, f"nobody told it first: {way}", hint, steps=steps)


def _link(source: Source, other: str) -> Step:
    """Return where it says that *source* has it from the *other*."""
    key, verb = ("copy-of", "is a copy of") if source.copy_of else ("relays", "relays")
    spot = entry("sources", source.id, key, other)
    return Step(spot, f"{quoted(source.id)} {verb} {quoted(other)}")


def _before(source: Source) -> tuple[str, ...]:
    """Return what a source is a copy of, else what it relays."""
    return (source.copy_of,) if source.copy_of else source.relays


def relay_before_origin(case: Case) -> Iterator[Fault]:
    """Find sources that were out before what they copy or relay."""
    sources = case.timeline.sources
    for source in sources.values():
        key = "copy-of" if source.copy_of else "relays"
        for other in _before(source):
            spot = entry("sources", source.id, key, other)
            yield from _too_early(spot, source, sources.get(other))
    for event in case.relaying:
        for citation in event.citations:
            for other in citation.relays:
                spot = on(event, "relays", other)
                yield from _too_early(spot, sources[citation.source], sources.get(other))


def _too_early(spot: Spot, source: Source, other: Source | None) -> Iterator[Fault]:
    if not (other and source.date and other.date and other is not source):
        return
    latest = source.date.possible[1]
    if latest is not None and certainly_after(other.date, latest):
        dates = source.date.describe(), other.date.describe()
        message = f"dated {dates[0]}, and tells what {quoted(other.id)} of {dates[1]} has"
        yield Fault(spot, message, "check both dates, and which of the two tells it first")


def unread_origin(case: Case) -> Iterator[Fault]:
    """Find origins that nobody read: names in 'relays' and 'copy-of' that are no sources."""
    sources, first = case.timeline.sources, dict[str, tuple[str, Spot]]()
    for name, spot in _origins_named(case):
        if name not in sources:
            first.setdefault(witness(name, sources), (name, spot))
    number = Counter(key for event in case.handed_on for key in _unread(event, sources))
    for key, (name, spot) in first.items():
        rest = f"{counted(number[key], 'event rests', 'events rest')} on it"
        message = f"{quoted(name)} was not read itself: {rest}"
        yield Fault(spot, message, _hint_to_read(case, key))


def _unread(event: Event, sources: Sources) -> set[str]:
    """Return the witnesses on which an event rests, for it or against it, and nobody read."""
    found = origins(event, sources)
    chains = (*found.support.chains, *found.against.chains)
    return {witness(chain.root.name, sources) for chain in chains if not chain.root.source}


def _hint_to_read(case: Case, key: str) -> str:
    sources = case.timeline.sources
    read = [id_ for id_ in sources if witness(id_, sources) == key]
    if read:
        return f"if it is the same text, name its entry: {', '.join(read[:_MOST_NAMED])}"
    return "read it, give it an entry under 'sources', and name that"


def _origins_named(case: Case) -> Iterator[tuple[str, Spot]]:
    """Yield what is named in `relays` and `copy-of`, and where."""
    for source in case.timeline.sources.values():
        if source.copy_of:
            yield source.copy_of, entry("sources", source.id, "copy-of", source.copy_of)
        for name in source.relays:
            yield name, entry("sources", source.id, "relays", name)
    for event in case.relaying:
        for citation in event.citations:
            for name in citation.relays:
                yield name, on(event, "relays", name)
