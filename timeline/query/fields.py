"""What a query can ask about: each field's way from what was typed to a term."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import msgspec

from timeline import phrases
from timeline.errors import UsageError
from timeline.model.scales import CREDIBILITIES, RELIABILITIES, STANCES
from timeline.model.schema import COUNTED, EVENT
from timeline.model.timeline import Timeline
from timeline.phrases import PhraseError, Window
from timeline.query import absence, names, values, witnesses
from timeline.query.called import UnknownName
from timeline.query.logic import Term
from timeline.query.matches import bare, sought
from timeline.query.measures import Grade, Measure, Number
from timeline.query.terms import During, Has, Known, Lacks, Words
from timeline.query.values import Values
from timeline.text import fold, listed, quoted

_MOST_DIGITS = 9  # of a number in a query


class Context(msgspec.Struct, frozen=True):
    """What names and dates are understood in: the timeline, and today as a day number.

    With *starts*, questions about time ask when events began. *saved* are the queries that have
    a name.
    """

    timeline: Timeline
    today: int
    starts: bool = False
    saved: Mapping[str, str] = {}

    def with_saved(self, more: Mapping[str, str]) -> "Context":
        """Return the same with *more* saved queries."""
        return msgspec.structs.replace(self, saved={**self.saved, **more})


# From the field's name, what was typed, and the context, to a term.
Build: TypeAlias = Callable[[str, str, Context], Term]
# From the field's name, the comparison, what was typed, and the context, to a term.
BuildMeasure: TypeAlias = Callable[[str, str, str, Context], Term]


def words(typed: str, context: Context) -> Term:
    """Return the term for words that stand alone: anywhere in the text of an event."""
    return Words("", typed, sought(typed), values.texts, context.timeline)


def _named(resolve: names.Resolve, of: Values) -> Build:
    """Return the builder for a field whose names are in a registry."""

    def build(field: str, typed: str, context: Context) -> Term:
        said, wanted = resolve(typed, context.timeline)
        if not values.any_of(wanted, of, context.timeline):
            every = resolve(bare(typed), context.timeline)[1]
            by_members = values.any_of(every, of, context.timeline)
            raise names.UnusedName(field, typed, by_members=by_members)
        return Has(field, typed, said, wanted, of, context.timeline)

    return build


def _valued(of: Values) -> Build:
    """Return the builder for a field whose names are what events say."""

    def build(field: str, typed: str, context: Context) -> Term:
        wanted = names.values(field, typed, values.every(of, context.timeline))
        return Has(field, typed, bare(typed), wanted, of, context.timeline)

    return build


def _of_id(field: str, typed: str, context: Context) -> Term:
    """Return the term that asks for an id, of which a part is enough."""
    wanted = names.ids(typed, context.timeline)
    return Has(field, typed, bare(typed), wanted, values.of_key("id"), context.timeline)


def _chosen(known: Iterable[str], of: Values) -> Build:
    """Return the builder for a field with a few words to choose from."""
    choices = tuple(known)

    def build(field: str, typed: str, context: Context) -> Term:
        wanted = names.choices(field, typed, choices)
        return Has(field, typed, bare(typed), wanted, of, context.timeline)

    return build


def _dated(window: Callable[[str, int], Window]) -> Build:
    """Return the builder for a field that asks about time."""

    def build(field: str, typed: str, context: Context) -> Term:
        try:
            return During(field, typed, window(typed, context.today), context.starts)
        except PhraseError as error:
            raise _several(field, typed, context, window) or error from None

    return build


def _several(
    field: str, typed: str, context: Context, window: Callable[[str, int], Window]
) -> UsageError | None:
    """Return the refusal of `year:2018,2020`, with a question for each of the dates."""
    dates = re.split(r",\s*|\s+or\s+", typed.strip("[{}] "))
    try:
        terms = [During(field, date, window(date, context.today)) for date in dates]
    except PhraseError:
        return None
    if len(terms) == 1:
        return None
    hint = f"write ({' or '.join(map(str, terms))})"
    return UsageError(f"{quoted(typed)} are several dates", hint)


def _known(field: str, typed: str, context: Context) -> Term:
    return Known(field, typed, phrases.span(typed, context.today), context.timeline)


def _written(of: Values) -> Build:
    """Return the builder for a field whose text is searched."""
    return lambda field, typed, context: Words(field, typed, sought(typed), of, context.timeline)


def _counted(of: Values, term: type[Measure] = Number) -> BuildMeasure:
    """Return the builder for how many values a field has, or may have as *term* counts them."""

    def build(field: str, mark: str, typed: str, context: Context) -> Term:
        if not (typed.isascii() and typed.isdigit()):
            raise UsageError(f"{quoted(typed)} is not a number", f"write {field}{mark}2")
        if len(typed) > _MOST_DIGITS:
            hint = f"write one of {_MOST_DIGITS} digits at most"
            raise UsageError(f"{quoted(typed)} is too large a number", hint)
        return term(field, mark, typed, of, context.timeline)

    return build


def _graded(grades: Iterable[str], of: Values) -> BuildMeasure:
    """Return the builder for a grade of the sources; of *grades*, the last is unknown."""
    scale = tuple(grades)

    def build(field: str, mark: str, typed: str, context: Context) -> Term:
        grade = typed.upper()
        if grade not in scale:
            raise UsageError(f"{quoted(typed)} is not a {field}", f"write {listed(scale)}")
        term = Grade(field, mark, grade, of, context.timeline, "".join(scale[:-1]))
        if grade == scale[-1] and mark not in ("=", ":"):
            message = f"{grade} says that nobody can judge: it is neither better nor worse"
            or_better = ">=" if grade.isalpha() else "<="
            all_others = f"{field}{or_better}{scale[-2]}"
            raise UsageError(message, f"write {field}={grade}, or {all_others} for any other grade")
        if not any(term.fits(each) for each in scale[:-1]) and grade != scale[-1]:
            edge = "best" if grade == scale[0] else "worst"
            raise UsageError(f"{grade} is the {edge} {field}", f"write {field}={grade}")
        return term

    return build


def _said_by(field: str, typed: str, context: Context) -> Term:
    said, wanted = names.actors(typed, context.timeline)
    if not values.any_of(wanted, witnesses.speakers, context.timeline):
        raise names.SilentName(typed, values.every(witnesses.speakers, context.timeline))
    return Has(field, typed, said, wanted, witnesses.speakers, context.timeline)


def _relaying(field: str, typed: str, context: Context) -> Term:
    known = values.every(witnesses.relayed, context.timeline)
    wanted = names.relayed(typed, known, context.timeline)
    return Has(field, typed, bare(typed), wanted, witnesses.relayed, context.timeline)


def _lacking(field: str, typed: str, context: Context) -> Term:
    name = fold(bare(typed))
    if name in absence.ALWAYS:
        hint = f"these may be missing: {', '.join(absence.SHORTEST)}"
        raise UsageError(f"every event has its {name}", hint)
    if name not in absence.LACKED:
        raise UnknownName("field", typed, absence.SHORTEST)
    return Lacks(field, name, absence.LACKED[name], context.timeline)


def _of_key(name: str) -> Build:
    """Return the builder for a key of events as its kind has it: words, choices or values."""
    key, of = EVENT[name], values.of_key(name)
    if key.kind == "text":
        return _written(of)
    return _chosen(key.choices, of) if key.choices else _valued(of)


# What stands before a colon; also the keys that have a field and no line here.
FIELDS: dict[str, Build] = {
    "actor": _named(names.actors, values.of_key("actors")),
    "place": _named(names.places, values.of_key("places")),
    "tag": _of_key("tags"),
    "arc": _named(names.arcs, values.of_key("arc")),
    "status": _of_key("status"),
    "kind": _of_key("kind"),
    "source": _named(names.sources, values.sources),
    "by": _said_by,
    "stance": _chosen(STANCES, witnesses.stances),
    "relays": _relaying,
    "id": _of_id,
    "title": _of_key("title"),
    "text": _written(values.texts),
    "note": _written(values.notes),
    "date": _dated(phrases.span),
    "year": _dated(phrases.span),
    "on": _dated(phrases.span),
    "since": _dated(phrases.since),
    "until": _dated(phrases.until),
    "before": _dated(phrases.before),
    "after": _dated(phrases.after),
    "known": _known,
    "no": _lacking,
}
FIELDS |= {
    key.field: _of_key(key.name) for key in EVENT.keys if key.field and key.field not in FIELDS
}

TEXTS = {"text", "note"} | {key.field for key in EVENT.keys if key.kind == "text"}
"""The fields in which words are sought."""

CHOICES = {key.field: tuple(key.choices) for key in EVENT.keys if key.field and key.choices}
"""The fields with a few words to choose from: field → these words."""

NUMBERS: dict[str, Values] = {
    "sources": values.sources,
    "accounts": witnesses.accounts,
    "links": values.links,
    **{name: values.of_key(name) for name in COUNTED},
}
"""The fields whose values are counted."""

GRADES: dict[str, tuple[Iterable[str], Values]] = {
    "reliability": (RELIABILITIES, values.reliabilities),
    "credibility": (CREDIBILITIES, values.credibilities),
}
"""The fields of grades: those that there are, the last being unknown, and those of an event."""

# What stands before a comparison.
MEASURES: dict[str, BuildMeasure] = {
    "sources": _counted(NUMBERS["sources"]),
    **{side: _counted(witnesses.names_of(side), witnesses.Independent) for side in witnesses.SIDES},
    **{name: _counted(of) for name, of in NUMBERS.items()},
    **{name: _graded(grades, of) for name, (grades, of) in GRADES.items()},
}
