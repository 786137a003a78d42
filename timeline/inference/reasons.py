"""The words for what follows from order, and for each step of why."""

from collections.abc import Iterator
from typing import Final

from timeline.edtf import Span
from timeline.inference.chains import Chain, Narrowing, Step
from timeline.inference.narrowed import edtf
from timeline.model.records import Event, Source
from timeline.model.scales import PURE_ORDER
from timeline.model.words import link_words
from timeline.phrases import Window
from timeline.text import quoted

_ASCII: Final = str.maketrans({"–": "-", "→": "->", "…": "..."})


def narrower(found: Narrowing, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
    """Return the narrower days of an event and what they follow from.

    For example: "1–18 Aug 2025: 'Maduro answers' is of 18 Aug 2025 (responds to)".
    """
    because = "; ".join(_in_short(chain, found.event) for chain in found.reasons)
    said = f"{days(found)}: {because}"
    return said.translate(_ASCII) if ascii else said


def days(found: Narrowing) -> str:
    """Return the narrower days in words: those of its beginning and its end, where these differ."""
    when = found.event.date
    if found.start == found.end:
        return _span(found.start)
    sides = (("began", found.start, when.start), ("ended", found.end, when.end))
    return ", ".join(f"{verb} {_span(span)}" for verb, span, written in sides if span != written)


def _span(span: Span) -> str:
    return Window(*span, "").describe()


def _in_short(chain: Chain, event: Event) -> str:
    """Return from which day something follows, and by which links."""
    links = ", ".join(link_words(step.link.type) for step in chain.steps)
    if chain.source and chain.root.id == event.id:
        return f"{_called(chain.source)} is of {chain.date.describe()} (source)"
    return f"{root(chain)} ({links})" if links else root(chain)


def lines(chain: Chain) -> Iterator[tuple[str, str]]:
    """Yield each step of a chain: what is written, and in which file and line.

    It begins with the date from which all follows.
    """
    yield root(chain), place(chain.root)
    yield from ((said(step), place(step.event)) for step in chain.steps)


def root(chain: Chain) -> str:
    """Return from which date a chain goes out."""
    date = chain.date.describe()
    if chain.source:
        return f"{_called(chain.source)}, which tells of {quoted(chain.root.title)}, is of {date}"
    return f"{quoted(chain.root.title)} is of {date}"


def said(step: Step) -> str:
    """Return a step in words: "'The answer' responds to 'The letter'"."""
    verb = "is " if step.link.type in PURE_ORDER else ""
    return (
        f"{quoted(step.event.title)} {verb}{link_words(step.link.type)} {quoted(step.other.title)}"
    )


def place(event: Event) -> str:
    """Return where an event stands: `events.yaml:12`."""
    return f"{event.place.file}:{event.place.line}"


def hint(found: Narrowing) -> str:
    """Return the EDTF of the narrower days, quoted where YAML needs it; "" where there is none."""
    text = edtf(found)
    return f"'{text}'" if text.startswith(("[", "{")) else text


def _called(source: Source) -> str:
    return source.publisher or source.title or source.id
