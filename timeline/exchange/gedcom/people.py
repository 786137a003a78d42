"""The persons and sources of a GEDCOM file, as entries of the registries."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exchange.builder import Builder
from timeline.exchange.gedcom.lines import Record
from timeline.exchange.gedcom.titles import name_of
from timeline.exchange.losses import Losses
from timeline.model.records import Actor, Citation, Ids
from timeline.text import one_line, said_once, slug

QUALITIES: Final = {
    "0": "unreliable evidence or estimated data",
    "1": "questionable evidence",
    "2": "secondary evidence",
    "3": "direct and primary evidence",
}
_CITED: Final = frozenset(("PAGE", "QUAY", "NOTE"))


class People:
    """Persons by their xref; two of the same name stay two."""

    def __init__(self, records: Mapping[str, Record], builder: Builder) -> None:
        """Know the *records*, and register with *builder* whoever is asked for."""
        self._records = records
        self._builder = builder
        self._ids = Ids()
        self._known: dict[str, str] = {}

    def actor(self, xref: str) -> str:
        """Return the id of the person *xref*, "" for one who is not in the file."""
        if xref not in self._known:
            record = self._records.get(xref)
            if record is None or record.tag != "INDI":
                return ""
            self._known[xref] = self._registered(record)
        return self._known[xref]

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return what these actors are called."""
        return [self._builder.actors[id_].name for id_ in ids]

    def of_family(self, family: Record) -> list[str]:
        """Return the ids of the partners of a family."""
        partners = (self.actor(part.pointer) for part in family.all("HUSB", "WIFE"))
        return list(said_once(partners))

    def _registered(self, record: Record) -> str:
        said = said_once(one_line(name_of(name.value)) for name in record.all("NAME"))
        names = said or (f"unnamed person {record.xref}",)
        id_ = self._ids.free(slug(names[0]) or slug(record.xref) or "person")
        self._builder.actors[id_] = Actor(id_, names[0], "person", names[1:])
        return id_


class Sources:
    """Citations of the sources in a file, by their xref or in their own words."""

    def __init__(self, records: Mapping[str, Record], builder: Builder, losses: Losses) -> None:
        """Know the *records*; register with *builder*, and note with *losses*."""
        self._records = records
        self._builder = builder
        self._losses = losses

    def citation(self, cited: Record) -> Citation | None:
        """Return the citation of a SOUR; None for a source that is not in the file."""
        source = self._source(cited)
        if not source.source:
            self._losses.drop("a source that is not in the file", cited.place, cited.value)
            return None
        for part in cited.parts:
            if part.tag not in _CITED:
                named = part.tag if part.tag.isalpha() else "a part"
                self._losses.drop(f"{named} of a citation", part.place, part.value)
        return replace(source, note=self._remark(cited))

    def _source(self, cited: Record) -> Citation:
        record = self._records.get(cited.pointer)
        if record is None:
            return self._builder.source(title="" if cited.pointer else cited.value)
        author, publication = record.text("AUTH"), record.text("PUBL")
        note = ""
        if author and publication:
            note = f"by {author}"
        title = record.text("TITL") or record.text("ABBR") or record.xref
        return self._builder.source("", publication or author, title, note, key=record.xref)

    def _remark(self, cited: Record) -> str:
        quality, told = cited.text("QUAY"), ""
        if quality:
            what = "the quality of a citation (QUAY): only in words"
            self._losses.widen(what, cited.place, quality)
            told = QUALITIES.get(quality, f"quality {quality}")
        notes = [note.value for note in cited.all("NOTE") if not note.pointer]
        return "; ".join(one_line(part) for part in (cited.text("PAGE"), told, *notes) if part)


def texts(notes: Sequence[Record], records: Mapping[str, Record]) -> list[str]:
    """Return what NOTE and SNOTE say, there or in the records they point to."""
    found = [records[n.pointer].value if n.pointer in records else n.value for n in notes]
    return [one_line(text) for text in found if text.strip()]
