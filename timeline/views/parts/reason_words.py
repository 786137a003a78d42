"""Reasons to doubt and to trust an event, in words: what each says, and what it means."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.reports import reasons
from timeline.reports.evidence import Evidence, Step
from timeline.reports.reasons import Reason
from timeline.text import counted, enumerated, few, quoted

_MOST_NAMED: Final = 4
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_words(number: int) -> str:
    """Return a number as running text has it: in a word up to nine."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def _some(names: Sequence[str]) -> str:
    """Return some *names* in a row, and how many others there are."""
    return enumerated(few(names, _MOST_NAMED, "others"))


def reason_text(reason: Reason) -> str:
    """Return what *reason* says of its event."""
    return _SAID[reason.name](reason)


def step_text(step: Step) -> str:
    """Return what would change it: "read The Washington Post"."""
    verb = "has" if len(step.names) == 1 else "have"
    return STEPS[step.how].format(_some(step.names), verb)


def summary(found: Evidence) -> str:
    """Return in words what an event rests on, and what denies it."""
    support, against = found.origins.support, found.origins.against
    said = [f"Rests on {_origins(support.least, support.most)}."]
    if against.origins:
        said.append(f"{_origins(against.least, against.most).capitalize()} against it.")
    if found.deniers:
        said.append(f"Denied by {counted(len(found.deniers), 'other event')}.")
    unread = list(dict.fromkeys(found.unread))
    if unread:
        verb = "was not read itself" if len(unread) == 1 else "were not read themselves"
        said.append(f"{_some(unread)} {verb}.")
    return " ".join(said)


def _origins(least: int, most: int) -> str:
    if not most:
        return "no source"
    said = f"{number_words(least)} origin{'' if least == 1 else 's'}"
    if least == most:
        return said
    return f"{said}, perhaps {'' if most == least + 1 else 'up to '}{number_words(most)}"


def explanation(name: str) -> str:
    """Return what the reason called *name* means; raise `UsageError` where there is none."""
    if name not in EXPLANATIONS:
        hint = did_you_mean(name, EXPLANATIONS) or f"there are {enumerated(list(EXPLANATIONS))}"
        raise UsageError(f"no reason is called {quoted(name)}", hint)
    kind = "doubt" if name in DOUBTS else "trust"
    return f"{name}: a reason to {kind}\n\n{EXPLANATIONS[name]}"


DOUBTS: Final = tuple(map(reasons.name_of, reasons.DOUBTS))

STEPS: Final[Mapping[str, str]] = {
    "cite": "a source",
    "read": "read {}",
    "record": "record where {} {} it from",
    "second": "a second origin",
    "document": "a document",
}


def _denied(reason: Reason) -> str:
    who = [*reason.who, *map(quoted, reason.events)]
    return f"{_some(who)} {'denies' if len(who) == 1 else 'deny'} it"


_SAID: Final[Mapping[str, Callable[[Reason], str]]] = {
    "one-origin": lambda reason: f"all that is cited for it leads to {_some(reason.who)}",
    "second-hand": lambda reason: f"what was read tells the account of {_some(reason.who)}",
    "lineage-not-recorded": lambda reason: (
        f"nothing says whether {_some(reason.who)} {_has(reason)} it first-hand"
    ),
    "one-publisher": lambda reason: f"all that is cited for it is published by {_some(reason.who)}",
    "only-weak": lambda _: "no origin is graded better than D",
    "only-parties": lambda reason: f"its origins speak for a party to it: {_some(reason.who)}",
    "only-copies": lambda reason: f"one text, copied: {_some(reason.who)}",
    "denied": _denied,
    "denied-by-a-party": lambda reason: f"it is a party to it that denies it: {_some(reason.who)}",
    "reported-late": lambda reason: (
        f"first reported {counted(reason.days, 'day')} after it, or more"
    ),
    "no-copy-kept": lambda _: "no kept copy of any of its pages is known",
    "two-origins": lambda reason: f"independent of each other, first-hand: {_some(reason.who)}",
    "firsthand": lambda reason: f"read, and first-hand: {_some(reason.who)}",
    "document": lambda reason: f"read, and a document: {_some(reason.who)}",
    "against-interest": lambda reason: (
        f"{_some(reason.who)} {'says' if len(reason.who) == 1 else 'say'} what its own side denies"
    ),
    "confirmed-by": lambda reason: f"confirmed by {_some([*map(quoted, reason.events)])}",
}


def _has(reason: Reason) -> str:
    return "has" if len(reason.who) == 1 else "have"


EXPLANATIONS: Final[Mapping[str, str]] = {
    "one-origin": """\
All that is cited for the event leads to one origin, copies and relays followed to their end, and
one publisher being one witness. Ten papers that tell what one has told are no ten witnesses.

A second source that tells it first-hand would change it.
""",
    "second-hand": """\
Every source that is cited for the event tells the account of another: its citation or the source
itself says so with 'relays'. A copy of a text is the text itself.

To read what they tell, and to cite it, would change it.
""",
    "lineage-not-recorded": """\
An origin was read, and nothing says where it has it from. It may tell it first-hand, or what
another of the origins has: hence "one, perhaps two". It is neither good nor bad of the source.

Write firsthand: yes in its entry where it is its own reporting, document or act; or 'relays' with
whose account it tells.
""",
    "one-publisher": """\
At least two sources are cited for the event, and all are of one publisher. However many they are,
they are one witness.

A source of another publisher would change it, unless it relays the first.
""",
    "only-weak": """\
Every origin is graded D or E. An origin has the worst reliability along the best chain that leads
to it. It is not said where one of them cannot be judged (F, no grade, or what was not read): that
is no bad grade.

An origin of a better grade would change it, or one that cannot be judged.
""",
    "only-parties": """\
Every origin is the voice ('of') of somebody who takes part in the event or makes the claim, or of
those they belong to. It may be so none the less: parties know most.

An origin that is no party's would change it.
""",
    "only-copies": """\
At least two sources are cited for the event, and 'copy-of' says that they are one text: reprints,
mirrors, translations.

A source with a text of its own would change it.
""",
    "denied": """\
A source that is cited with stance: denies says that it is not so, or another event has the link
'denies' to it. It is told, and not weighed: neither side is thereby right.
""",
    "denied-by-a-party": """\
Who denies the event takes part in it, or belongs with somebody who does: in an account with stance:
denies, in an event that denies this one, or as the voice ('of') that a denying source is.

Parties have their reasons to deny, and may be right.
""",
    "reported-late": """\
The first report is more than 30 days later than the event, however vague dates are read. Memory
fades, and stories settle. It is not said where a source has no date, or where an origin was not
read: that one may be older.

An older source would change it.
""",
    "no-copy-kept": """\
The event rests on pages of the web, and no kept copy of any of them is known: neither a key
'archive' nor an address or a note that names one.

Keep a copy, and name it: archive: [ADDRESS]
""",
    "two-origins": """\
At least two origins are recorded to be first-hand, and they are of different publishers. Neither
has it from the other.
""",
    "firsthand": """\
An origin was read, and its entry says firsthand: yes: its own reporting, its own document, its own
act.
""",
    "document": """\
An origin was read, and its type is document, law or dataset. What a document says is not thereby
so: but what it says can be read.
""",
    "against-interest": """\
A source speaks for somebody ('of'), and says what one who belongs to the same denies: a ministry
concedes what a minister disputes. It counts only where its own text was read, or a copy of it: what
others relay never does.
""",
    "confirmed-by": """\
Another event has the link 'confirms' to this one.
""",
}
