"""A timeline in which every key says something that nothing else says, made from the table."""

from itertools import count
from typing import NamedTuple

from hypothesis import strategies as st

from timeline import edtf
from timeline.model.evidence import ACCOUNT, CITATION, SOURCE
from timeline.model.records import Account, Citation, Event, Link, Place
from timeline.model.registries import ENTRIES
from timeline.model.schema import ACTOR, ARC, EVENT, HEADER, PLACE, REGISTRIES
from timeline.model.timeline import Timeline

RECORDS = (HEADER, ARC, ACTOR, PLACE, SOURCE, CITATION, ACCOUNT, EVENT)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Said(NamedTuple):
    """What a key of a record was given, and the texts of which one shows that it is said."""

    record: str
    key: str
    marks: tuple[str, ...]


class Filled(NamedTuple):
    """A timeline with an event called *full*, and all that was said in it."""

    timeline: Timeline
    said: tuple[Said, ...]
    full: str = "full"


@st.composite
def filled(draw):
    """Draw a timeline in which every key of every record has a value."""
    return _Maker(draw).made()


class _Maker:
    """Makes values by the kind of a key, no two alike, and notes each."""

    def __init__(self, draw):
        self._draw = draw
        self._numbers = count(10)
        self._years = count(10)
        self._words = {"statement"}  # the one kind of an event; no source is one
        self.said = []

    def made(self):
        group = self._entry("actors", of=())
        voice, speaker, teller = (self._entry("actors", of=()) for _ in range(3))
        area = self._entry("places", **{"in": ()})
        origin = self._entry("sources", of=(), copy_of="", relays=())
        self.said.clear()  # they are there to be named alone
        entries = {
            "actors": self._entry("actors", of=(group.id,)),
            "speakers": speaker,
            "tellers": teller,
            "arcs": self._entry("arcs"),
            "places": self._entry("places", **{"in": (area.id,)}),
            "sources": self._entry(
                "sources", of=(voice.id,), copy_of=origin.id, relays=(self._word(), origin.id)
            ),
        }
        self._note(SOURCE, "of", voice.id, voice.name)
        self._note(SOURCE, "copy-of", origin.id, origin.publisher)
        self._note(SOURCE, "relays", entries["sources"].relays[0])
        self._note(ACTOR, "of", group.id, group.name)
        self._note(PLACE, "in", area.id, area.name)
        other = Event(id=self._word(), date=edtf.parse("1999"), title=self._word(), place=_place(1))
        full = self._event(entries, other)
        header = self._values(HEADER)
        others = (group, voice, entries.pop("speakers"), entries.pop("tellers"))
        named = {name: {entry.id: entry} for name, entry in entries.items()}
        named["actors"] |= {other.id: other for other in others}
        named["places"][area.id] = area
        named["sources"][origin.id] = origin
        return Filled(Timeline([full, other], **header, **named), tuple(self.said), full.id)

    def _event(self, entries, other):
        actor, arc, place, source = (
            entries[name] for name in ("actors", "arcs", "places", "sources")
        )
        speaker, teller = entries["speakers"], entries["tellers"]
        citation = Citation(**self._values(CITATION, source=source.id, relays=(self._word(),)))
        self._note(CITATION, "source", source.id, source.publisher)
        self._note(CITATION, "relays", citation.relays[0])
        account = Account(**self._values(ACCOUNT, by=(teller.id,), sources=(citation,)))
        self._note(ACCOUNT, "by", teller.id, teller.name)
        self._note(ACCOUNT, "sources", source.id)
        type_, *_ = self._choice(EVENT["links"])
        given = {
            "actors": (actor.id,),
            "places": (place.name,),
            "arc": arc.id,
            "sources": (citation,),
            "by": (speaker.id,),
            "accounts": (account,),
            "links": (Link(type_, other.id),),
        }
        values = self._values(EVENT, **given)
        self._note(EVENT, "by", speaker.id, speaker.name)
        self._note(EVENT, "accounts", account.says)
        self._note(EVENT, "actors", actor.id, actor.name)
        self._note(EVENT, "places", place.name)
        self._note(EVENT, "arc", arc.id, arc.title)
        self._note(EVENT, "sources", source.id, source.publisher)
        self._note(EVENT, "links", type_, type_.replace("-", " "))
        return Event(**values, place=_place(2), as_of=None)

    def _entry(self, section, **given):
        registry = REGISTRIES[section]
        return ENTRIES[section](id=self._word(), **self._values(registry.record, **given))

    def _values(self, record, **given):
        return {
            key.attribute: given[key.attribute]
            if key.attribute in given
            else self._value(record, key)
            for key in record.keys
        }

    def _value(self, record, key):
        value, *marks = getattr(self, f"_{key.kind}")(key)
        self._note(record, key.name, *marks)
        return value

    def _note(self, record, key, *marks):
        self.said.append(Said(record.noun, key, marks))

    def _word(self):
        """Return a word that no other begins or ends with."""
        letters = self._draw(st.text(_LETTERS, min_size=3, max_size=6))
        return f"q{letters}{next(self._numbers)}z"

    def _text(self, _):
        word = self._word()
        return word, word

    _id = _text

    def _texts(self, _):
        words = self._word(), self._word()
        return words, words[0]

    def _url(self, _):
        url = f"https://{self._word()}.example/"
        return url, url

    def _urls(self, _):
        url, mark = self._url(_)
        return (url,), mark

    def _flag(self, _):
        return True, "firsthand", '"firsthand":true'

    def _date(self, _):
        day = f"20{next(self._years)}-0{self._draw(st.integers(1, 9))}-15"
        date = edtf.parse(day)
        year = day[:4]
        parted = f'"year": {year}', f"section {year}"  # a slide; a period of a diagram
        return date, day, date.describe(), day.replace("-", ""), *parted

    def _day(self, _):
        date = edtf.parse(f"21{next(self._years)}-05-06")
        return date.earliest_start, date.text, date.describe()

    def _choice(self, key):
        left = [word for word in key.choices if word not in self._words]
        word = self._draw(st.sampled_from(left or [*key.choices]))
        self._words.add(word)
        told = {"denied": ["denial"]}  # where the event is itself what denies another
        return word, word, *told.get(word, ())

    def _grade(self, key):
        """Return a sign; one alone stands everywhere: its words show it, or its key before it."""
        sign = self._draw(st.sampled_from([*key.choices]))
        told = f'"{key.name}":"{sign}"', f"{key.name}: {sign}", f",{sign},"
        return sign, key.choices[sign], *told


def _place(line):
    return Place("filled.yaml", line)
