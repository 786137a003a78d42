"""Sources as other programs name them: no name gets an address that is not its own."""

import json

import pytest

from tests.exchange.files_read import cited, read, told
from timeline.exchange.tables.citations import PAIRED, UNPAIRED
from timeline.views.parts.csv_table import csv_lines, event_columns

_A, _B = "https://a.example/1", "https://b.example/2"
_HOSTS = ("a.example", _A, ""), ("b.example", _B, "")


def _of(folder, *columns: str, cells: tuple[str, ...], **choices):
    """Return the citations of the one event of a table, and what was guessed of them."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    text = f"date,title,{','.join(columns)}\n2020-01-01,x,{','.join(quoted)}\n"
    found, losses = read(folder, text, **choices)
    guesses = [what for what in told(losses, "guessed") if what in {PAIRED, UNPAIRED}]
    return cited(found)["x"], guesses


@pytest.mark.parametrize("cell", [f"Reuters; {_A}", f"{_A}; Reuters", f"Reuters\n{_A}"])
def test_a_name_and_an_address_in_one_cell_are_two_sources(tmp_path, cell):
    """Nobody has said that the one is the other's."""
    found, guesses = _of(tmp_path, "sources", cells=(cell,))
    assert sorted(found) == [("Reuters", "", ""), ("a.example", _A, "")]
    assert guesses == []


def test_a_name_and_an_address_in_one_list_are_two_sources(tmp_path):
    """In JSON as in CSV."""
    event = {"date": "2020", "title": "x", "body": "", "sources": ["A press release", _A]}
    found, _ = read(tmp_path, json.dumps([event]), "x.json")
    assert cited(found)["x"] == [("A press release", "", ""), ("a.example", _A, "")]


@pytest.mark.parametrize(
    ("names", "urls", "expected"),
    [
        ("Reuters", _A, [("Reuters", _A)]),
        ("Reuters; AP", f"{_A}; {_B}", [("Reuters", _A), ("AP", _B)]),
        ("Reuters; Reuters", f"{_A}; {_B}", [("Reuters", _A), ("Reuters", _B)]),
        ("Reuters; AP", f"{_A} {_B}", [("Reuters", _A), ("AP", _B)]),
        ("Reuters; AP", f"{_A};", None),
        ("Reuters; ; AP", f"{_A}; ; {_B}", [("Reuters", _A), ("AP", _B)]),
        ("; AP", f"{_A}; {_B}", [("a.example", _A), ("AP", _B)]),
        ("Reuters; AP", f"; {_B}", [("Reuters", ""), ("AP", _B)]),
        ("Reuters;", f"{_A};", [("Reuters", _A)]),
        ("Reuters; AP", "", [("Reuters", ""), ("AP", "")]),
        ("", f"{_A}; {_B}", [("a.example", _A), ("b.example", _B)]),
        (_A, _B, [("a.example", _A), ("b.example", _B)]),
        (_A, _A, [("a.example", _A)]),
    ],
)
def test_a_column_of_names_and_one_of_addresses_are_paired(tmp_path, names, urls, expected):
    """Member by member, blanks in their places; and it is told as guessed."""
    found, guesses = _of(tmp_path, "source", "url", cells=(names, urls))
    if expected is None:
        expected = [("Reuters", ""), ("AP", ""), ("a.example", _A)]
        assert guesses == [UNPAIRED]
    else:
        paired = any(name not in {"a.example", "b.example"} and url for name, url in expected)
        assert guesses == [PAIRED] * paired
    assert found == [(*source, "") for source in expected]


@pytest.mark.parametrize(
    ("names", "urls"),
    [("Reuters; AP; AFP", f"{_A}; {_B}"), (f"Reuters; {_A}", _B), ("Reuters", f"{_A}; {_B}")],
)
def test_unequal_numbers_are_not_paired(tmp_path, names, urls):
    """All stay, each for itself, and that is told."""
    found, guesses = _of(tmp_path, "source", "url", cells=(names, urls))
    assert sorted(set(found) & set(_HOSTS)) == list(_HOSTS)
    assert [name for name, url, _ in found if not url] == [
        name for name in names.split("; ") if name != _A
    ]
    assert guesses == [UNPAIRED]


def test_of_several_columns_only_stated_ones_are_paired(tmp_path):
    """Whose address the one column holds, nobody can tell from the names of three columns."""
    columns, cells = ("source", "reference", "url"), ("Reuters", "", _A)
    found, guesses = _of(tmp_path, *columns, cells=cells)
    assert found == [("Reuters", "", ""), ("a.example", _A, "")]
    assert guesses == [UNPAIRED]
    stated = {"sources": "p+q", "urls": "u+v"}
    cells = ("Reuters", "AP", "", _B)
    found, guesses = _of(tmp_path, "p", "q", "u", "v", cells=cells, columns=stated)
    assert found == [("Reuters", "", ""), ("AP", _B, "")]
    assert guesses == [PAIRED]


def test_what_is_no_address_stays_with_the_name_beside_it(tmp_path):
    """A column of addresses may hold a page or a shelf mark."""
    text = "date,title,source,url\n2020,x,Gazette,p. 3\n"
    found, _ = read(tmp_path, text)
    (source,) = found.sources.values()
    assert (source.publisher, source.url, source.note) == ("Gazette", "", "p. 3")


def test_each_event_cites_who_published_it(tmp_path):
    """The same address under another name is another source, never credited to the first."""
    text = (
        f"date,title,source,url\n2020-01-01,A,Reuters,{_A}\n2020-01-02,B,Associated Press,{_A}\n"
        f"2020-01-03,C,Reuters,{_A}\n2020-01-04,D,Reuters,{_B}\n2020-01-05,E,,{_A}\n"
    )
    found, _ = read(tmp_path, text)
    assert cited(found) == {
        "A": [("Reuters", _A, "")],
        "B": [("Associated Press", _A, "")],
        "C": [("Reuters", _A, "")],
        "D": [("Reuters", _B, "")],
        "E": [("a.example", _A, "")],
    }
    assert len(found.sources) == 4


def _slide(year, **media):
    return {"start_date": {"year": year}, "text": {"headline": year}, "media": media}


def test_each_slide_keeps_its_credit_and_its_caption(tmp_path):
    """A credit is who made it; another caption is noted where the picture is cited again."""
    slides = [
        _slide("2020", url=_A, caption="First", credit="Photo: One"),
        _slide("2021", url=_A, caption="Second", credit="Photo: Two"),
        _slide("2022", url=_A, caption="Third", credit="Photo: One"),
    ]
    found, _ = read(tmp_path, json.dumps({"events": slides}), "x.json", "timelinejs")
    assert cited(found) == {
        "2020": [("Photo: One", _A, "")],
        "2021": [("Photo: Two", _A, "")],
        "2022": [("Photo: One", _A, "Third")],
    }
    assert [source.title for source in found.sources.values()] == ["First", "Second"]


def test_each_link_keeps_its_words(tmp_path):
    """Of markwhen, and of HTML in TimelineJS: in the source, or in the note of a citation."""
    text = f"2020: A\n[The report]({_A})\n\n2021: B\n[A second name]({_A})\n"
    found, _ = read(tmp_path, text, "x.mw", "markwhen")
    assert cited(found) == {
        "A": [("a.example", _A, "")],
        "B": [("a.example", _A, "A second name")],
    }
    assert [source.title for source in found.sources.values()] == ["The report"]
    words = f'<a href="{_A}">here</a> and <a href="{_A}">there</a>'
    slide = {"start_date": {"year": "2020"}, "text": {"headline": "x", "text": words}}
    found, _ = read(tmp_path, json.dumps({"events": [slide]}), "x.json", "timelinejs")
    (source,) = found.sources.values()
    (citation,) = found.get("x-2020").sources
    assert {source.title, citation.note} == {"here", "there"}


def test_our_own_csv_tells_another_name_of_a_source(tmp_path, small):
    """Somebody has changed a cell: the id is the same, and what is dropped is told."""
    events = [match.event for match in small.select()]
    lines = list(csv_lines(event_columns(small), events))
    changed = [lines[0], lines[1], *(line.replace("Rumours", "Gossip") for line in lines[2:])]
    found, losses = read(tmp_path, "\n".join(changed) + "\n")
    assert found.sources["rumour"].publisher == "Rumours"
    what = "another publisher or address of a source that rows above name as well"
    assert [loss.example for loss in losses if loss.what == what] == ["Gossip"]


@pytest.mark.parametrize("nothing", ["n/a", "N/A", "NA", "null", "None", "-", "–", "#N/A", "nan"])
def test_what_says_that_there_is_nothing_is_no_source(tmp_path, nothing):
    """Nor an actor, a place, a tag, an arc; a cell of it is told."""
    columns = ("source", "url", "actors", "places", "tags", "arc", "summary")
    text = f"date,title,{','.join(columns)}\n2020,x{f',{nothing}' * len(columns)}\n"
    found, losses = read(tmp_path, text)
    event = found.get("x-2020")
    assert (event.sources, event.actors, event.places, event.tags) == ((), (), (), ())
    assert (event.arc, event.summary) == ("", "")
    (dropped,) = [loss for loss in losses if loss.kind == "dropped"]
    assert (dropped.what, dropped.count) == ("a cell that says that there is nothing", 7)
    found, _ = _of(tmp_path, "source", "url", cells=(f"Reuters; {nothing}", f"{nothing}; {_B}"))
    assert found == [("Reuters", "", ""), ("b.example", _B, "")]


def test_words_that_may_be_meant_stay(tmp_path):
    """Namibia's code in small letters is nobody's; somebody unknown may have done it."""
    found, _ = read(tmp_path, "date,title,actors,tags\n2020,x,Unknown,na\n")
    event = found.get("x-2020")
    assert (event.actors, event.tags) == (("unknown",), ("na",))


def test_two_records_of_sources_stay_two(tmp_path):
    """GEDCOM keeps them apart, though all is alike that they say; one cited twice is one."""
    births = "".join(
        f"0 @I{at}@ INDI\n1 NAME P{at}\n1 BIRT\n2 DATE 185{at}\n2 SOUR @S{source}@\n"
        for at, source in enumerate((1, 2, 1))
    )
    records = "".join(f"0 @S{at}@ SOUR\n1 TITL Parish register\n" for at in (1, 2))
    text = f"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n{births}{records}0 TRLR\n"
    found, _ = read(tmp_path, text, "x.ged", "gedcom")
    cites = [match.event.sources[0].source for match in found.select()]
    assert cites == ["parish-register", "parish-register-2", "parish-register"]
