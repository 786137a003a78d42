"""What an event rests on in labelled parts: for it, against it, accounts, reasons."""

from collections.abc import Iterator

import msgspec

from timeline.inference.origins import Origins
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import origin_numbers
from timeline.reports.evidence import Evidence
from timeline.text import enumerated
from timeline.views.parts.look import Look
from timeline.views.parts.origin_words import Branch, Tree, Where
from timeline.views.parts.reason_words import reason_text, step_text


class Section(msgspec.Struct, frozen=True):
    """A part of what an event rests on: its label, how much it is, and its rows."""

    label: str
    count: str = ""
    rows: tuple[Branch, ...] = ()


def sections(each: Evidence, timeline: Timeline, look: Look, where: Where) -> Iterator[Section]:
    """Yield both sides, what only mentions it, accounts, reasons, and what would change it."""
    denials = tuple(_event_row("denied by", event, look) for event in each.deniers)
    yield from sides(each.event, each.origins, Tree(timeline, look, where), denials)
    yield Section("only mentions", "", tuple(_mentioned(each, timeline)))
    yield Section("accounts", "", tuple(_accounts(each, timeline, look)))
    for label, reasons in (("doubt", each.doubts), ("trust", each.trusts)):
        rows = tuple(_row_of(reason.name, reason_text(reason)) for reason in reasons)
        yield Section(label, "" if rows else "nothing listed", rows)
    yield Section("would change it", "; ".join(map(step_text, each.steps)))


def sides(
    event: Event, found: Origins, tree: Tree, denials: tuple[Branch, ...] = ()
) -> Iterator[Section]:
    """Yield the origins that were *found* for *event* and against it, with other *denials*."""
    for label, side, more in (("for", found.support, ()), ("against", found.against, denials)):
        count = origin_numbers(side.least, side.most)
        yield Section(label, count, (*tree.branches(event, side), *more))


def _event_row(words: str, event: Event, look: Look) -> Branch:
    date = event.date.describe(ascii=look.ascii)
    return _row_of(f"{words} {event.title}", f"{date}{look.dot}{event.id}")


def _mentioned(each: Evidence, timeline: Timeline) -> Iterator[Branch]:
    for id_ in dict.fromkeys(citation.source for citation in each.origins.mentions):
        yield _row_of(timeline.sources[id_].publisher or id_)


def _accounts(each: Evidence, timeline: Timeline, look: Look) -> Iterator[Branch]:
    for account in each.event.accounts:
        names = enumerated(list(map(timeline.actor_name, account.by))) or "somebody"
        date = f", {account.date.describe(ascii=look.ascii)}" if account.date else ""
        stance = "" if account.side == "supports" else account.side
        yield _row_of(f"{names}{date}: {account.says or 'nothing recorded'}", stance)


def _row_of(text: str, *facts: str) -> Branch:
    return Branch("", "", text, tuple(filter(None, facts)))
