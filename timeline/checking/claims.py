"""Rules about claims: whose they are, and what the links between events say of them."""

from collections.abc import Iterator

from timeline.checking.rule import Case, Fault, certainly_after, on
from timeline.model.records import Event
from timeline.text import quoted

_SAID = {"claimed", "denied"}
_WEIGH = (
    "weigh both: write status: disputed, or keep it and say why: "
    "# timeline: ignore status-link-mismatch: …"
)
_UNKNOWN = ("", "F")
_LATER = {"denies", "confirms", "responds-to", "reports", "follows-from"}


def unattributed_claim(case: Case) -> Iterator[Fault]:
    """Find claims and denials without anyone who makes them, or anything denied."""
    for event in case.events:
        if event.status not in _SAID:
            continue
        spot = on(event, "status", event.status)
        if not _is_someones(case, event):
            verb = "claims" if event.status == "claimed" else "denies"
            hint = "say who does: by: [ID], or link the event that reports it"
            yield Fault(spot, f"nobody {verb} this", hint)
        elif event.status == "denied" and not _says_what_is_denied(case, event):
            hint = "add links: [{denies: ID}], or status: claimed"
            yield Fault(spot, "no link says what is denied", hint)


def _is_someones(case: Case, event: Event) -> bool:
    """Whether somebody says it, tells it or takes part, or does so in its whole or its report."""
    wholes = [case.timeline.get(each.target) for each in event.links if each.type == "part-of"]
    reports = [other for type_, other in case.timeline.links_to(event) if type_ == "reports"]
    is_told = any(account.by for account in event.accounts)
    return is_told or any(each.by or each.actors for each in (event, *wholes, *reports))


def _says_what_is_denied(case: Case, event: Event) -> bool:
    """Whether a link does, or the event itself is what a source or an account denies."""
    sides = [each.side for each in event.citations] + [each.side for each in event.accounts]
    return "denies" in sides or "denies" in _linked(case, event)


def _linked(case: Case, event: Event) -> set[str]:
    """Return the types of the links that begin or end at *event*."""
    return {link.type for link in event.links} | {t for t, _ in case.timeline.links_to(event)}


def status_link_mismatch(case: Case) -> Iterator[Fault]:
    """Find confirmed events that another event denies on sources that are no worse.

    A denial alone disputes nothing: one on worse sources is passed over, and so is one of
    an event that another event confirms.
    """
    for event in case.events:
        if event.status != "confirmed":
            continue
        links = case.timeline.links_to(event)
        if any(type_ == "confirms" for type_, _ in links):
            continue
        denials = (other for type_, other in links if type_ == "denies")
        counted = next((other for other in denials if not _is_weaker(case, other, event)), None)
        if counted:
            message = f"confirmed, but {quoted(counted.id)} denies it"
            yield Fault(on(event, "status", event.status), message, _WEIGH)


def _is_weaker(case: Case, denial: Event, event: Event) -> bool:
    """Whether the best source of the *denial* is graded worse than the best of the *event*."""
    grades = (_best_grade(case, event), _best_grade(case, denial))
    return all(grades) and grades[0] < grades[1]


def _best_grade(case: Case, event: Event) -> str:
    """Return the best reliability of the sources of *event*, A to E; "" where none is known."""
    sources = (case.timeline.sources.get(each.source) for each in event.sources)
    grades = [each.reliability for each in sources if each]
    return min((grade for grade in grades if grade not in _UNKNOWN), default="")


def backward_link(case: Case) -> Iterator[Fault]:
    """Find links against time: an answer to, or a report of, what was still to come."""
    for event in case.events:
        latest = event.date.possible[1] if event.links else None
        for link in event.links:
            if link.type not in _LATER or latest is None:
                continue
            if certainly_after(case.timeline.get(link.target).date, latest):
                message = f"{quoted(link.target)} is later than this event"
                hint = "check both dates, and which of the two should have the link"
                yield Fault(on(event, "links", link.target), message, hint)
