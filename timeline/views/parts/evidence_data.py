"""What an event rests on → plain values for JSON (docs/json.md)."""

from timeline.inference.lineage import Chain, Step
from timeline.inference.origins import Origin, Origins, Side, origins
from timeline.model.records import Account, Event
from timeline.model.timeline import Timeline
from timeline.reports.evidence import Evidence
from timeline.reports.reasons import Reason
from timeline.views.parts.json_data import Object, when_data
from timeline.views.parts.origin_words import Where, called, nowhere, spot
from timeline.views.parts.reason_words import reason_text, step_text, summary


def evidence_data(each: Evidence, timeline: Timeline, where: Where = nowhere) -> Object:
    """Return all that an event rests on, what is against it, and the reasons."""
    event = each.event
    return {
        "id": event.id,
        "date": when_data(event.date),
        "title": event.title,
        "status": event.status or None,
        "says": summary(each),
        **chains_data(each.origins, event, where),
        "mentions": [citation.source for citation in each.origins.mentions],
        "denied_by": [other.id for other in each.deniers],
        "confirmed_by": [other.id for other in each.confirmers],
        "accounts": [account_data(account, timeline) for account in event.accounts],
        "doubt": [_reason_data(reason) for reason in each.doubts],
        "trust": [_reason_data(reason) for reason in each.trusts],
        "would_change": [step_text(step) for step in each.steps],
    }


def origins_data(event: Event, timeline: Timeline) -> Object:
    """Return how many origins are for an event, and how many against it."""
    found = origins(event, timeline.sources)
    return {"for": side_data(found.support), "against": side_data(found.against)}


def chains_data(found: Origins, event: Event, where: Where) -> Object:
    """Return the origins that were *found* for *event* and against it, and what leads to them."""
    return {
        "for": _side_data(found.support, event, where),
        "against": _side_data(found.against, event, where),
    }


def side_data(side: Side) -> Object:
    """Return how many origins a side has, at least and at most."""
    return {"least": side.least, "most": side.most}


def _side_data(side: Side, event: Event, where: Where) -> Object:
    origins = [_origin_data(origin, event, where) for origin in side.origins]
    return {**side_data(side), "origins": origins}


def _origin_data(origin: Origin, event: Event, where: Where) -> Object:
    return {
        "name": origin.name,
        "read": origin.read,
        "firsthand": origin.firsthand or None,
        "circle": origin.circle,
        "reliability": origin.grade or None,
        "of": origin.of,
        "chains": [_chain_data(chain, event, where) for chain in origin.chains],
    }


def _chain_data(chain: Chain, event: Event, where: Where) -> list[Object]:
    return [_step_data(chain, step, event, where) for step in chain.steps]


def _step_data(chain: Chain, step: Step, event: Event, where: Where) -> Object:
    place = where(spot(event, chain, step))
    return {
        "how": step.how,
        "source": step.name if step.source else None,
        "name": called(step),
        "file": place.file if place else None,
        "line": place.line if place else None,
    }


def account_data(account: Account, timeline: Timeline) -> Object:
    """Return an account: whose it is, since when, on which side, what it says, its sources."""
    return {
        "by": [{"id": id_, "name": timeline.actor_name(id_)} for id_ in account.by],
        "date": account.date.text if account.date else None,
        "stance": account.side,
        "says": account.says or None,
        "sources": [citation.source for citation in account.sources],
    }


def _reason_data(reason: Reason) -> Object:
    events, who = list(reason.events), list(reason.who)
    return {"reason": reason.name, "says": reason_text(reason), "who": who, "events": events}
