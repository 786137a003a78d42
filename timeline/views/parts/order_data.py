"""What follows from the order of events → plain values for JSON (docs/json.md)."""

from timeline.edtf import Span
from timeline.inference.chains import Chain, Narrowing, Step
from timeline.inference.narrowed import edtf
from timeline.inference.reasons import days, root, said
from timeline.views.parts.json_data import Object, iso_day


def narrowing_data(found: Narrowing) -> Object:
    """Return narrower bounds: their EDTF or null, in words, as days, and what they follow from."""
    return {
        "edtf": edtf(found) or None,
        "text": days(found),
        **_bounds("start", found.start),
        **_bounds("end", found.end),
        "because": [chain_data(chain) for chain in found.reasons],
    }


def _bounds(name: str, span: Span) -> Object:
    return {f"earliest_{name}": iso_day(span[0]), f"latest_{name}": iso_day(span[1])}


def chain_data(chain: Chain) -> Object:
    """Return the date from which something follows, where it stands, and the steps from there."""
    return {
        "day": iso_day(chain.day),
        "event": chain.root.id,
        "source": chain.source.id if chain.source else None,
        "text": root(chain),
        "file": chain.root.place.file,
        "line": chain.root.place.line,
        "steps": [step_data(step) for step in chain.steps],
    }


def step_data(step: Step) -> Object:
    """Return a link, where it stands, and what it says."""
    return {
        "event": step.event.id,
        "type": step.link.type,
        "to": step.other.id,
        "text": said(step),
        "file": step.event.place.file,
        "line": step.event.place.line,
    }
