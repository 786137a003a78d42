"""Bibliographies: BibTeX, RIS and CSL-JSON, in and out."""

import json
from textwrap import dedent

import pytest
from bibtexparser import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry, Field
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import edtf
from timeline.errors import TimelineError
from timeline.exchange.bibliography.bibtex import is_plain
from timeline.exchange.contract import Choices
from timeline.exchange.formats import format_of, reader
from timeline.exchange.losses import Losses
from timeline.model import languages
from timeline.model.records import Source
from timeline.model.scales import SOURCE_TYPES
from timeline.model.timeline import Timeline
from timeline.views.parts.bibliography import KINDS
from timeline.views.parts.bibtex import entries
from timeline.views.parts.csl import csl_items
from timeline.views.parts.ris import records

BIBTEX = dedent(
    r"""
    @string{gaz = "The Gazette"}
    @comment{jabref-meta: grouping}
    @article{w2019, author={Writer, Ana and {Ministry of Works} and G{\"o}del, Kurt},
      title={No {W}ay across \& back}, journal=gaz, year=2019, month=mar, day=29,
      pages={12--15}, doi={10.1000/182}, url={https://g.example/a_b%20c}, keywords={x,y}}
    @article{j, title={A study}, journal={Bridges}, volume={3}, year={2018}}
    @book{b, title = "A book
     on lines", publisher={Press}, year = {2019}, isbn={978-0-306-40615-7}}
    @misc{c, title={A page}, howpublished={\url{https://x.example/a_b}}, year={c. 2019}}
    @online{d, title={Spans}, date={2019-03~/2019-05}, urldate={2020-01-02}, langid={spanish}}
    @misc{c, title={Twice}}
    @misc{e, note={nothing that it is called}}
    @misc{f, title={When?}, year={in spring}}
    @book{g, title = "broken
    """
).lstrip()
RIS = dedent(
    """\
    TY  - NEWS
    ID  - w2019
    AU  - Writer, Ana
    AU  - Ministry of Works
    TI  - No way across
    T2  - The Gazette
    DA  - 2019/03/29/early edition
    SP  - 12
    EP  - 15
    SN  - 1234-5679
    UR  - https://g.example/a_b
    LA  - en
    N1  - reliability: B usually reliable; on paper
    KW  - bridges
    ER  -\x20

    TY  - BOOK
    TI  - A book
    PB  - Press
    PY  - 2019
    ER  -\x20

    TY  - BOOK
    TI  - Without an end
    """
)
CSL = [
    {
        "id": "w2019",
        "type": "article-newspaper",
        "author": [
            {"family": "Writer", "given": "Ana"},
            {"literal": "Ministry of Works"},
            {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        ],
        "title": "No way across",
        "container-title": "The Gazette",
        "issued": {"date-parts": [[2019, 3, 29]]},
        "page": "12–15",
        "volume": "3",
    },
    {"id": "b", "type": "treaty", "title": "Peace", "issued": {"date-parts": [[-44, 3]]}},
    {"id": "c", "type": "webpage", "URL": "https://x.example/", "issued": {"literal": "2019"}},
    {
        "id": "d",
        "type": "dataset",
        "title": "Data",
        "issued": {"date-parts": [["2019"], ["2020", "2"]], "circa": True},
    },
    "nothing",
]


def imported(tmp_path, text, name):
    """Return the sources in a text by id, and the losses."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    losses = Losses()
    format_ = format_of(str(path), text)
    found = reader(format_)(str(path), Choices(), losses)
    assert len(found) == 0
    assert losses.read == losses.written + losses.refused
    assert losses.written == len(found.sources)
    return found.sources, losses


def said(losses):
    """Return each loss as (kind, what, lines)."""
    return {
        (loss.kind, loss.what, *(int(place.split(":")[-2]) for place in loss.places))
        for loss in losses
    }


def test_bibtex_is_read(tmp_path):
    """Strings, LaTeX, names, old and new dates; addresses are not taken for LaTeX."""
    found, losses = imported(tmp_path, BIBTEX, "a.bib")
    assert found == {
        "w2019": Source(
            "w2019",
            "The Gazette",
            "No Way across & back",
            edtf.parse("2019-03-29"),
            "https://g.example/a_b%20c",
            author=("Writer, Ana", "Ministry of Works", "Gödel, Kurt"),
            type="article",
            pages="12–15",
            doi="10.1000/182",
        ),
        "j": Source("j", "Bridges", "A study", edtf.parse("2018"), type="paper"),
        "b": Source(
            "b",
            "Press",
            "A book on lines",
            edtf.parse("2019"),
            type="book",
            isbn="978-0-306-40615-7",
        ),
        "c": Source("c", title="A page", date=edtf.parse("2019~"), url="https://x.example/a_b"),
        "d": Source(
            "d",
            title="Spans",
            date=edtf.parse("2019-03~/2019-05"),
            type="page",
            accessed=edtf.parse("2020-01-02"),
            language="es",
        ),
        "f": Source("f", title="When?"),
    }
    assert losses.noun == "source"
    assert said(losses) == {
        ("refused", "an entry whose key stands twice", 11),
        ("refused", "an entry without a title, a publisher and an address", 12),
        ("refused", "an entry that is not BibTeX", 14),
        ("dropped", "keywords: sources have no place for it", 3),
        ("dropped", "volume: sources have no place for it", 6),
        ("dropped", "a date that cannot be read", 13),
    }


def test_ris_is_read(tmp_path):
    """A record without an end is refused, and stops no other."""
    found, losses = imported(tmp_path, RIS, "a.ris")
    assert found == {
        "w2019": Source(
            "w2019",
            "The Gazette",
            "No way across",
            edtf.parse("2019-03-29"),
            "https://g.example/a_b",
            "B",
            "on paper",
            author=("Writer, Ana", "Ministry of Works"),
            type="article",
            pages="12–15",
            isbn="1234-5679",
            language="en",
        ),
        "press-2019": Source("press-2019", "Press", "A book", edtf.parse("2019"), type="book"),
    }
    assert said(losses) == {
        ("refused", "a record that has no end", 23),
        ("dropped", "keywords: sources have no place for it", 1),
        ("dropped", "the words behind a date: sources have no place for it", 1),
    }


def test_records_of_ris_stand_where_they_begin(tmp_path):
    """Lines are counted from the top of the file, whatever stands between records."""
    record = "TY  - BOOK\nTI  - {}\nKW  - x\nER  - \n"
    text = "Exported.\n\n" + record.format("One") + "\n\n\n" + record.format("Two")
    _, losses = imported(tmp_path, text, "a.ris")
    assert said(losses) == {("dropped", "keywords: sources have no place for it", 3, 10)}


def test_csl_is_read(tmp_path):
    """Numbers or texts; a year before 1 is one less than EDTF has it."""
    found, losses = imported(tmp_path, json.dumps(CSL), "a.json")
    assert found == {
        "w2019": Source(
            "w2019",
            "The Gazette",
            "No way across",
            edtf.parse("2019-03-29"),
            author=("Writer, Ana", "Ministry of Works", "van Gogh, Vincent"),
            type="article",
            pages="12–15",
        ),
        "b": Source("b", title="Peace", date=edtf.parse("-0043-03"), type="law"),
        "c": Source("c", date=edtf.parse("2019"), url="https://x.example/", type="page"),
        "d": Source("d", title="Data", date=edtf.parse("2019~/2020-02~"), type="dataset"),
    }
    assert {loss.what for loss in losses} == {
        "a value is no object",
        "volume: sources have no place for it",
    }


@pytest.mark.parametrize(
    ("text", "format_"),
    [(BIBTEX, "bibtex"), (RIS, "ris"), (json.dumps(CSL), "csl"), ("@book{a,\n", "bibtex")],
)
def test_a_text_is_known_by_how_it_begins(text, format_):
    """As standard input is."""
    assert format_of("-", text) == format_


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.bib", "nothing here", "there is no entry of BibTeX in it"),
        ("a.ris", "nothing here", "no record of RIS begins in it"),
        ("a.csljson", "{}", "this is no list of objects"),
    ],
)
def test_what_is_no_bibliography_is_refused(tmp_path, name, text, message):
    """With what it should look like."""
    with pytest.raises(TimelineError, match=message) as refused:
        imported(tmp_path, text, name)
    assert refused.value.hint


_plain = st.text("abcdefghij ÄöñЖ'.:&%$#_~^\\{}", min_size=1, max_size=12).map(
    lambda text: "A" + " ".join(text.split())
)
_names = st.lists(st.sampled_from(["Writer, Ana", "Ministry of Works", "Gödel, Kurt", "Bo"]))
_sources = st.builds(
    Source,
    st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    publisher=_plain,
    title=_plain,
    date=st.sampled_from(["2019", "2019-03", "2019-03-29", "1999-12"]).map(edtf.parse),
    url=st.sampled_from(["", "https://g.example/a_b%20c?d=e&f=~g#h"]),
    reliability=st.sampled_from(["", "A", "F"]),
    note=st.sampled_from(["", "on paper", "50% & more"]),
    author=_names.map(lambda names: tuple(dict.fromkeys(names))),
    type=st.sampled_from(sorted(SOURCE_TYPES)),
    language=st.sampled_from(["", "ru", "es-VE"]),
    pages=st.sampled_from(["", "3", "12–15"]),
    isbn=st.sampled_from(["", "978-0-306-40615-7"]),
    doi=st.sampled_from(["", "10.1000/182_(a)"]),
    accessed=st.sampled_from(["2020", "2020-01-02"]).map(edtf.parse),
)


def bibtex(sources):
    """Return *sources* as BibTeX."""
    return "\n".join(entries(sources, Timeline(())))


def ris(sources):
    """Return *sources* as RIS."""
    return "\n".join(records(sources, Timeline(())))


def csl(sources):
    """Return *sources* as CSL-JSON."""
    return json.dumps(csl_items(sources, Timeline(())))


@given(st.lists(_sources, min_size=1, max_size=3, unique_by=lambda source: source.id))
def test_ris_and_csl_come_back_as_they_went(tmp_path_factory, sources):
    """Whatever has a field there; a note has the rest, and is read again."""
    expected = {source.id: source for source in sources}
    for name, text in (("a.ris", ris(sources)), ("a.json", csl(sources))):
        found, losses = imported(tmp_path_factory.mktemp("a"), text, name)
        assert found == expected, name
        assert not losses


_NEAR_LATEX = st.text("aZé9 .,:;()/+=@*'-!?<>[]`\"~&%$#^_{}\\\n", max_size=12)


@given(_NEAR_LATEX | st.text(max_size=12))
def test_what_is_no_latex_is_read_as_it_stands(text):
    """A value that is not decoded would have been left as it is (pylatexenc)."""
    if is_plain(text):
        fields = [Field("title", text)]
        LatexDecodingMiddleware().transform_entry(Entry("book", "a", fields), Library())
        assert fields[0].value == text


@pytest.mark.parametrize("text", ["Caf\\'e", "a--b", "``a''", "a~b", "50\\%", "{A}", "a_b", "$x$"])
def test_what_may_be_latex_is_decoded(text):
    """Signs that LaTeX reads as others are never left to stand."""
    assert not is_plain(text)


@given(st.lists(_sources, min_size=1, max_size=3, unique_by=lambda source: source.id))
def test_bibtex_comes_back_as_it_went(tmp_path_factory, sources):
    """But for types that BibTeX has no word for, and papers without a volume."""
    found, losses = imported(tmp_path_factory.mktemp("a"), bibtex(sources), "a.bib")
    assert not losses
    for source in sources:
        kept = source.type in ("article", "book", "chapter", "report", "thesis")
        type_ = {"paper": "article"}.get(source.type, source.type if kept else "")
        assert found[source.id] == replace(source, type=type_)


def test_the_curated_bibliography_comes_back(tmp_path, curated):
    """Every source, in all three: id, publisher, title, address and type."""
    sources = list(curated.sources.values())
    for name, text in (
        ("a.ris", "\n".join(records(sources, curated))),
        ("a.json", json.dumps(csl_items(sources, curated))),
        ("a.bib", "\n".join(entries(sources, curated))),
    ):
        found, losses = imported(tmp_path, text, name)
        assert set(found) == set(curated.sources)
        assert losses.refused == 0
        for source in sources:
            read = found[source.id]
            assert (read.publisher, read.title) == (source.publisher, source.title)
            assert (read.url, read.reliability) == (source.url, source.reliability)


def test_each_type_has_its_word_in_every_format():
    """So that none is lost on the way; the words of CSL and RIS stand for one type each."""
    assert set(KINDS) == set(SOURCE_TYPES)
    assert len({kind.csl for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.ris for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize(
    ("text", "is_tag"),
    [
        ("ru", True),
        ("es-VE", True),
        ("zh-Hant", True),
        ("sr-Latn-RS", True),
        ("de-CH-1996", True),
        ("es-419", True),
        ("x-private", True),
        ("gsw", True),
        ("qq", False),
        ("Russian", False),
        ("ru_RU", False),
        ("", False),
    ],
)
def test_what_is_a_tag_of_a_language(text, is_tag):
    """As BCP 47 forms it, with the languages of ISO 639-1."""
    assert languages.is_tag(text) is is_tag
