"""Rules about sources: that there are enough, that they can be, that they can be found."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from timeline.checking.rule import Case, Fault, certainly_after, entry, on
from timeline.model.records import Event, Source
from timeline.text import quoted

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id)"
    r"(?:=[^&#]*)?",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"\b(?:archive\.(?:org|ph|is|today|li|md|vn|fo)|perma\.cc|ghostarchive\.org"
    r"|webcitation\.org|archived)\b",
    re.IGNORECASE,
)


def unsourced(case: Case) -> Iterator[Fault]:
    """Find events that cite no source."""
    for event in case.events:
        if not event.citations:
            hint = "cite one: sources: [ID], and its entry under 'sources'"
            yield Fault(on(event, "sources"), "this event has no source", hint)


def source_before_event(case: Case) -> Iterator[Fault]:
    """Find sources that were out before their event could have begun."""
    sources = case.timeline.sources
    latest = {id_: source.date.possible[1] for id_, source in sources.items() if source.date}
    out = {id_: day for id_, day in latest.items() if day is not None}
    if not out:
        return
    for event in case.beginning_after(min(out.values())):
        for citation in event.sources:
            day = out.get(citation.source)
            if day is not None and certainly_after(event.date, day):
                yield _out_before(event, sources[citation.source])


def _out_before(event: Event, source: Source) -> Fault:
    told = source.date.describe() if source.date else ""
    message = f"this source is dated {told}, before the event could have begun"
    hint = "check both dates; ignore it where the source is cited for what came before"
    return Fault(on(event, "sources", source.id), message, hint)


def unused_source(case: Case) -> Iterator[Fault]:
    """Find sources that no event cites, and that are no origin of another."""
    used = set(map(attrgetter("source"), case.citations))
    used.update(*map(attrgetter("relays"), case.citations))
    used.update(name for source in case.timeline.sources.values() for name in source.origins)
    for id_ in case.timeline.sources:
        if id_ not in used:
            yield Fault(entry("sources", id_), "no event cites this source", "cite it or remove it")


def repeated_url(case: Case) -> Iterator[Fault]:
    """Find sources with one address: a publication that counts twice."""
    first: dict[str, str] = {}
    for source in case.timeline.sources.values():
        address = source.url.rstrip("/")
        if address and first.setdefault(address, source.id) != source.id:
            message = f"{quoted(first[address])} has the same address"
            spot = entry("sources", source.id, "url", source.url)
            yield Fault(spot, message, "make one source of both, or two events rest on one page")


def uneven_grade(case: Case) -> Iterator[Fault]:
    """Find sources that are graded otherwise than most of their publisher."""
    graded: dict[str, dict[str, list[Source]]] = defaultdict(lambda: defaultdict(list))
    for source in case.timeline.sources.values():
        if source.publisher and source.reliability:
            graded[source.publisher.casefold()][source.reliability].append(source)
    for grades in graded.values():
        usual = max(grades, key=lambda grade: len(grades[grade]))
        for source in chain.from_iterable(grades.values()):
            if source.reliability == usual:
                continue
            message = f"{source.reliability} here, but {usual} elsewhere for this publisher"
            spot = entry("sources", source.id, "reliability", source.reliability)
            yield Fault(spot, message, "grade a publisher alike, or say in a comment why not")


def dead_link_form(case: Case) -> Iterator[Fault]:
    """Find addresses that are not http(s), have blanks, or carry tracking parameters."""
    for source in case.timeline.sources.values():
        if not (source.url or source.archive):
            continue
        addresses = [("url", source.url), *(("archive", url) for url in source.archive)]
        for key, url in addresses:
            if url and (found := _fault_of(url)):
                yield Fault(entry("sources", source.id, key, url), *found)


def _fault_of(url: str) -> tuple[str, str] | None:
    if not _ADDRESS.match(url):
        return "this is no web address", "begin it with https:// and a host"
    if not _ADDRESS.fullmatch(url):
        return "a web address has no blanks", "write %20 for a blank"
    if (bare := without_tracking(url)) != url:
        return "this address tells who shared it", f"write {bare}"
    return None


def without_tracking(url: str) -> str:
    """Return *url* without the parameters that follow a reader about."""
    address, mark, fragment = url.partition("#")
    path, _, query = address.partition("?")
    given = query.split("&")
    kept = [each for each in given if each and not _TRACKING.fullmatch(each)]
    if len(kept) == len(list(filter(None, given))):
        return url
    if kept:
        path = f"{path}?{'&'.join(kept)}"
    return f"{path}{mark}{fragment}"


def no_archive(case: Case) -> Iterator[Fault]:
    """Find addresses of pages of which no archived copy is known."""
    for source in case.timeline.sources.values():
        if _ADDRESS.match(source.url) and not is_kept(source):
            hint = "save it at web.archive.org, and name the copy: archive: [https://…]"
            spot = entry("sources", source.id, "url", source.url)
            yield Fault(spot, "no archived copy of this page is known", hint)


def is_kept(source: Source) -> bool:
    """Return whether an archived copy of *source* is known."""
    return bool(source.archive or _ARCHIVE.search(f"{source.url} {source.note}"))
