"""Why an event matches → a tree of terms, each with its answer and what decided it."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from timeline.inference.chains import Narrowing
from timeline.inference.order import narrowing
from timeline.inference.origins import origins
from timeline.inference.reasons import lines as steps
from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.query.logic import AllOf, Reason, leaves
from timeline.query.witnesses import Independent
from timeline.text import enumerated, few, visible
from timeline.views.parts.evidence_data import chains_data
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.parts.look import Look
from timeline.views.parts.order_data import narrowing_data
from timeline.views.parts.origin_words import Where, nowhere
from timeline.views.view import View

WORDS: Final = ("no", "maybe", "yes")
_MOST_NAMED: Final = 3  # terms that the answer names
_SIGNS: Final = {False: "✕≈✓", True: "x~+"}
# What joins a term to the one it is part of: before the last and at it, below and after.
_JOINTS: Final = {False: ("├ ", "└ ", "│ ", "  "), True: ("|- ", "`- ", "|  ", "   ")}

# The signs of dates and quotations in what is said of a term.
_ASCII: Final = str.maketrans(
    {"–": "-", "→": "->", "…": "...", "“": '"', "”": '"', "≈": "~", "−": "-"}
)


class WhyView(View):
    """Why an event answers a query as it does."""

    def __init__(
        self,
        timeline: Timeline,
        query: AllOf,
        event: Event,
        today: int | None = None,
        *,
        ascii: bool,  # noqa: A002  as `When` has it
        where: Where = nowhere,
    ) -> None:
        """Explain *event* of *timeline*; with *ascii*, lines have no other signs.

        What nobody says to close earlier is followed to *today*. *where* has the places of what
        leads to its origins.
        """
        self.timeline = timeline
        self.query = query
        self.event = event
        self.reason = _without_frame(query.explain(_asked(timeline, query, event)))
        self.narrowing = narrowing(event, timeline, today)
        self.ascii = ascii
        self.where = where
        asked = any(isinstance(leaf, Independent) for leaf in leaves(query))
        self.origins = origins(event, timeline.sources) if asked else None

    @property
    def verdict(self) -> str:
        """The answer in a word."""
        return WORDS[self.reason.verdict]

    @property
    def told(self) -> Narrowing | None:
        """What order makes of the date, where something was asked of that; data has it anyway."""
        asked = any(leaf.about_time for leaf in leaves(self.query))
        return self.narrowing if asked else None

    @property
    def ordered(self) -> str:
        """What order makes of the date: narrower, or all that there is."""
        return "by order" if self.event.undated else "narrower"

    def lines(self) -> Iterator[str]:
        """Yield a line for each term, then one for each step that makes the date narrower."""
        look = Look(ascii=self.ascii)
        yield from reason_lines(self.reason, look)
        for said, place in narrowing_steps(self.told, look):
            yield f"{self.ordered}\t{said}\t{place}"

    def json(self) -> Object:
        """Return the whole answer."""
        return answer_data(
            self.timeline,
            str(self.query),
            event=self.event.id,
            verdict=self.verdict,
            reason=reason_data(self.reason),
            narrower=narrowing_data(self.narrowing) if self.narrowing else None,
            **self._origins_data(),
        )

    def _origins_data(self) -> Object:
        """Return the origins of the event, if the query asks how many it has."""
        if not self.origins:
            return {}
        return {"origins": chains_data(self.origins, self.event, self.where)}

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each term."""
        return reason_rows(self.reason)

    def remark(self) -> str:
        """Return the answer in a word."""
        return self.verdict


def _asked(timeline: Timeline, query: AllOf, event: Event) -> Event:
    """Return *event* with the date that decides: a narrower one counts where it would be open."""
    if query.matches(event) is Verdict.MAYBE:
        return timeline.narrowed(event)
    return event


def _without_frame(reason: Reason) -> Reason:
    """Return the reason of the only term that there is, else of all together."""
    return reason.parts[0] if len(reason.parts) == 1 else reason


class Row(msgspec.Struct, frozen=True):
    """A term of the tree: what joins it to the one above, and what stands below that."""

    joint: str
    below: str
    reason: Reason


def tree(reason: Reason, look: Look) -> Iterator[Row]:
    """Yield the terms from the top, each below the one that it is part of."""
    yield from _rows(reason, ("", ""), _JOINTS[look.ascii])


def sign(verdict: Verdict, look: Look) -> str:
    """Return the sign of a verdict."""
    return _SIGNS[look.ascii][verdict]


def deciding(reason: Reason) -> list[Reason]:
    """Return the terms without parts that made the answer what it is, in their order.

    Of terms that must all match, those that have the least answer; of alternatives,
    those that have the greatest.
    """
    if not reason.parts:
        return [reason]
    parts = reason.parts
    if len(parts) > 1:
        parts = tuple(part for part in parts if part.verdict is reason.verdict)
    return [each for part in parts for each in deciding(part)]


def answer(reason: Reason) -> str:
    """Return in a sentence whether the event matches, and which terms decided it."""
    if reason.verdict is Verdict.YES:
        return "It matches."
    terms = [visible(each.term) for each in deciding(reason)]
    named = enumerated(few(terms, _MOST_NAMED))
    if reason.verdict is Verdict.MAYBE:
        return f"It possibly matches: {named} may hold, or not."
    return f"It does not match because of {named}."


def because(reason: Reason, look: Look) -> str:
    """Return what decided a term, with signs that *look* allows."""
    return in_signs(visible(reason.because), look)


def in_signs(said: str, look: Look) -> str:
    """Return what is *said* with signs that *look* allows."""
    return said.translate(_ASCII) if look.ascii else said


def narrowing_steps(found: Narrowing | None, look: Look) -> Iterator[tuple[str, str]]:
    """Yield what makes a date narrower, step by step, and the file and line of each."""
    chains = found.reasons if found else ()
    for chain in chains:
        for said, place in steps(chain):
            yield in_signs(visible(said), look), visible(place)


def reason_lines(reason: Reason, look: Look) -> Iterator[str]:
    """Yield a line for each term: `yes`, `maybe` or `no`, the term in the tree, and why."""
    for row in tree(reason, look):
        cells = (WORDS[row.reason.verdict], row.joint + visible(row.reason.term))
        yield "\t".join((*cells, because(row.reason, look)))


def reason_data(reason: Reason) -> Object:
    """Return the tree: a term with its answer, what decided it, and its parts."""
    return {
        "term": reason.term,
        "verdict": WORDS[reason.verdict],
        "because": reason.because or None,
        "parts": [reason_data(part) for part in reason.parts],
    }


def reason_rows(reason: Reason, depth: int = 0) -> Iterator[Object]:
    """Yield the data of each term from the top, with how deep in the tree it stands."""
    verdict, why = WORDS[reason.verdict], reason.because or None
    yield {"depth": depth, "term": reason.term, "verdict": verdict, "because": why}
    for part in reason.parts:
        yield from reason_rows(part, depth + 1)


def _rows(reason: Reason, margins: tuple[str, str], joints: Sequence[str]) -> Iterator[Row]:
    """Yield a term and its parts; *margins* are its joint, and what stands below that."""
    joint, below = margins
    yield Row(joint, below, reason)
    between, last, beside, nothing = joints
    for number, part in enumerate(reason.parts, 1):
        ends = number == len(reason.parts)
        step = (last, nothing) if ends else (between, beside)
        yield from _rows(part, (below + step[0], below + step[1]), joints)
