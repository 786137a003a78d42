"""What may be typed next: the fields of a query, and the values of the file in use.

A name with blanks is offered with hyphens, which the query reads as well. A file is opened only
for what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from timeline.checking import rules
from timeline.model import scales, schema
from timeline.query import absence, called, meanings, values, witnesses
from timeline.reports import counts
from timeline.reports.candidates import Candidate, matching
from timeline.text import slug

if TYPE_CHECKING:
    from timeline.model.keys import Key, Registry
    from timeline.model.records import Event
    from timeline.model.timeline import Timeline

Open: TypeAlias = "Callable[[], Timeline]"
"""What opens the file in use, once it is asked for."""

_PLAIN: Final = re.compile(r"[\w.,:/+-]+")
_TERM: Final = re.compile(
    r'(?P<sign>[-−!]?)(?:(?P<field>[^\W\d_][\w-]*)(?P<mark>:?[<>]=?|:?=\*?|:\*?))?(?P<quote>"?)'
)
_COUNTED: Final = ("sources", "origins", "against", "accounts", "links", *schema.COUNTED)
_COMPARED: Final = {"reliability": ">=", "credibility": "<=", **dict.fromkeys(_COUNTED, ">=")}


class Term(NamedTuple):
    """The last term of a query that is being typed: what stands before its value, and that."""

    before: str
    sign: str
    field: str
    mark: str
    quote: str
    typed: str


def candidates(field: str, typed: str, opened: Open) -> list[Candidate]:
    """Return the values of *field* that fit *typed*, in the file that *opened* opens.

    There are none for other fields.
    """
    return matching(typed, _known(field, typed, opened))


def _known(field: str, typed: str, opened: Open) -> Iterable[Candidate]:
    """Return the values of *field*; of events at least those that fit *typed*."""
    if field in _FIXED:
        return _FIXED[field]()
    if field == "id":
        found = _events(opened().named(typed))
    else:
        found = _KNOWN[field](opened()) if field in _KNOWN else _said(field, opened)
    return (each for each in found if each.text.isprintable())


def _said(field: str, opened: Open) -> Iterable[Candidate]:
    """Return what the key behind *field* may say: its choices, for which no file is opened."""
    key = next((key for key in schema.EVENT.keys if key.field == field), None)
    if key is None:
        return ()
    if key.choices:
        return (Candidate(*each) for each in key.choices.items())
    return _of_key(key, opened())


def words(field: str, typed: str, opened: Open) -> list[Candidate]:
    """Return the values of *field* that fit *typed*, as they are typed for an option."""
    found = candidates(field, typed, opened)
    return [each._replace(text=_hyphened(each.text)) for each in found]


def query(typed: str, opened: Open) -> list[Candidate]:
    """Return the query *typed* with its last word made a field, or `field:` with a value."""
    term = last_term(typed)
    if not term.field:
        found = [] if term.quote else _begun(term.typed)
        start = term.before + term.sign
        return [each._replace(text=start + each.text) for each in found]
    found = candidates(term.field, term.typed, opened)
    return [each._replace(text=_with_value(term, each.text)) for each in found]


def saved(typed: str, queries: Mapping[str, str]) -> list[Candidate]:
    """Return the query *typed* with its last word, which begins with @, made one of *queries*."""
    term = last_term(typed)
    if term.field or term.quote or not term.typed.startswith("@"):
        return []
    start = term.before + term.sign
    known = [Candidate(f"@{name}", text) for name, text in queries.items()]
    found = [each for each in known if each.text.lower().startswith(term.typed.lower())]
    return [each._replace(text=start + each.text) for each in found]


def last_term(typed: str) -> Term:
    """Return the last term of a query, whose quotation mark may be open.

    >>> last_term("arc:letter (actor:ru")
    Term(before='arc:letter (', sign='', field='actor', mark=':', quote='', typed='ru')
    """
    end = typed.rfind('"') if typed.count('"') % 2 else len(typed)
    at = max(typed.rfind(sign, 0, end) for sign in " \t(|&") + 1
    found = _TERM.match(typed, at)
    if found is None:  # never: every part of it may be empty
        return Term(typed, "", "", "", "", "")
    sign, field, mark, quote = (found[name] or "" for name in ("sign", "field", "mark", "quote"))
    return Term(typed[:at], sign, field, mark, quote, typed[found.end() :])


def rule_names(typed: str) -> list[Candidate]:
    """Return the rules of `check` by the last of the names *typed*: `unsourced,si`."""
    before, comma, last = typed.rpartition(",")
    known = [Candidate(rule.name) for rule in rules.RULES]
    return [each._replace(text=before + comma + each.text) for each in matching(last, known)]


def _begun(typed: str) -> list[Candidate]:
    """Return the fields that begin with *typed*, with the mark that follows them."""
    found = meanings.begun(typed.lower()).items()
    return [Candidate(f"{name}{_COMPARED.get(name, ':')}", meaning) for name, meaning in found]


def _with_value(term: Term, value: str) -> str:
    """Return the query with *value* in its last term, in quotation marks where it needs them."""
    start = f"{term.before}{term.sign}{term.field}{term.mark}"
    plain = _hyphened(value)
    if not term.quote and _PLAIN.fullmatch(plain):
        return start + plain
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{start}"{escaped}"'


def _hyphened(name: str) -> str:
    """Return *name* as one word: with hyphens, if nothing but blanks keeps it from being one."""
    return slug(name) if _PLAIN.fullmatch("".join(name.split())) and " " in name else name


def _of_key(key: Key, timeline: Timeline) -> Iterable[Candidate]:
    """Return what a key may say in a file: the entries of its registry, or what events say."""
    if key.registry:
        entries = getattr(timeline, key.registry).items()
        return (_entry(id_, entry, schema.REGISTRIES[key.registry]) for id_, entry in entries)
    if key.kind == "text":
        return ()
    return map(Candidate, values.every(values.of_key(key.name), timeline))


def _entry(id_: str, entry: object, registry: Registry) -> Candidate:
    """Return an entry of a registry by its id, with what it is called."""
    name = getattr(entry, registry.naming) or ""
    told = dict.fromkeys((name, getattr(entry, "title", "")))
    tells = ", ".join(each for each in told if each not in ("", id_))
    return Candidate(id_, tells, (name, *getattr(entry, "aliases", ())))


def _places(timeline: Timeline) -> Iterable[Candidate]:
    """Return the places by name, with where they lie; those of a registry as it has them."""
    for name, names in called.names_of_places(timeline).items():
        outer = timeline.geography.beside(name)
        tells = f"in {', '.join(outer)}" if outer else ""
        yield Candidate(name, tells, tuple(names))


def _events(found: Iterable[Event]) -> Iterable[Candidate]:
    for event in found:
        yield Candidate(event.id, f"{event.date.describe()} {event.title}", (event.title,))


def _relayed(timeline: Timeline) -> Iterable[Candidate]:
    """Return those whose account a source tells: by id, or by name where nobody read them."""
    for name in values.every(witnesses.relayed, timeline):
        source = timeline.sources.get(name)
        yield _entry(name, source, schema.REGISTRIES["sources"]) if source else Candidate(name)


def _years(timeline: Timeline) -> Iterable[Candidate]:
    return (Candidate(count.key) for count in counts.by_year(timeline.select()))


# What opens no file, and what is not as the table of keys has it.
_FIXED: Final[Mapping[str, Callable[[], Iterable[Candidate]]]] = {
    "reliability": lambda: (Candidate(*each) for each in scales.RELIABILITIES.items()),
    "credibility": lambda: (Candidate(*each) for each in scales.CREDIBILITIES.items()),
    "stance": lambda: (Candidate(*each) for each in scales.STANCES.items()),
    "no": lambda: map(Candidate, absence.SHORTEST),
    **dict.fromkeys(_COUNTED, lambda: map(Candidate, "0123")),
}
_DATES: Final = ("year", "date", "on", "since", "until", "before", "after", "known")
_KNOWN: Final[Mapping[str, Callable[[Timeline], Iterable[Candidate]]]] = {
    **dict.fromkeys(_DATES, _years),
    "place": _places,
    "relays": _relayed,
}
