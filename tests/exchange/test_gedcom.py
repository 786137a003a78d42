"""GEDCOM: the dated events of persons and families become events in words."""

import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.files_read import read
from timeline.errors import TimelineError

# A small file of 5.5.1 with the shapes that real ones have.
_FILE = """\
0 HEAD
1 SOUR Some Program
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Ada /Lovelace/
1 NAME Augusta Ada /Byron/
1 SEX F
1 BIRT
2 DATE 10 DEC 1815
2 PLAC London, England
2 SOUR @S1@
3 PAGE fol. 12
3 QUAY 3
1 DEAT Y
2 DATE BEF DEC 1852
2 CAUS cancer
2 NOTE @N1@
2 NOTE She wished to lie beside her
3 CONC  father,
3 CONT whom she had not known.
1 OCCU mathematician
2 DATE FROM 1835 TO 1852
2 SOUR A letter by Babbage
1 EDUC at home
1 EVEN
2 TYPE Presentation at court
2 DATE (when she was young)
1 EVEN Analytical Engine
2 TYPE Publication
2 DATE CAL 1843
1 BURI
1 FAMS @F1@
0 @I2@ INDI
1 NAME William /King/
1 NAME /King-Noel/
1 BIRT
2 DATE @#DJULIAN@ 21 FEB 1805
2 AGE 0
0 @I3@ INDI
1 NAME William /King/
1 RESI
2 DATE 1850
2 ADDR 1 High Street
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
1 CHIL @I9@
1 MARR
2 DATE 8 JUL 1835
2 _APID 1,2
0 @F2@ FAM
1 DIV
2 DATE 1900
0 @S1@ SOUR
1 TITL Register of St Mary
1 AUTH The parish
1 PUBL London, 1900
0 @N1@ NOTE Known from letters; write to a@@b.example
0 @R1@ REPO
1 NAME A library
0 TRLR
"""


_read = partial(read, name="t.ged", format_="gedcom")


def _places(losses):
    return {
        (loss.kind, loss.what): [place.rpartition("t.ged:")[2] for place in loss.places]
        for loss in losses
    }


def test_events_have_titles_in_words(tmp_path):
    """What happened, to whom, and when, in the order of time."""
    timeline, losses = _read(tmp_path, _FILE)
    assert [(match.event.date.text, match.event.title) for match in timeline.select()] == [
        ("1805-03-05", "Birth of William King"),
        ("1815-12-10", "Birth of Ada Lovelace"),
        ("1835/1852", "Occupation of Ada Lovelace: mathematician"),
        ("1835-07-08", "Marriage of William King and Ada Lovelace"),
        ("1843~", "Publication: Ada Lovelace (Analytical Engine)"),
        ("1850", "Residence of William King"),
        ("[..1852-11]", "Death of Ada Lovelace"),
        ("1900", "Divorce"),
    ]
    assert (losses.read, losses.written, losses.refused) == (10, 8, 2)


def test_persons_are_actors_and_two_of_one_name_stay_two(tmp_path):
    """A person is known by the record, not by the name; other names are aliases."""
    actors = _read(tmp_path, _FILE)[0].actors
    assert [(actor.id, actor.name, actor.kind, actor.aliases) for actor in actors.values()] == [
        ("ada-lovelace", "Ada Lovelace", "person", ("Augusta Ada Byron",)),
        ("william-king", "William King", "person", ("King-Noel",)),
        ("william-king-2", "William King", "person", ()),
    ]


def test_notes_places_and_sources(tmp_path):
    """Notes are the summary, there or in their own record; a citation keeps page and quality."""
    timeline, _ = _read(tmp_path, _FILE)
    birth = timeline.get("birth-of-ada-lovelace-1815")
    death = next(m.event for m in timeline.select() if m.event.title.startswith("Death"))
    assert birth.places == ("London, England",)
    assert birth.tags == ("birth",)
    (cited,) = birth.sources
    source = timeline.sources[cited.source]
    assert (source.title, source.publisher, source.note) == (
        "Register of St Mary",
        "London, 1900",
        "by The parish",
    )
    assert (cited.credibility, cited.note) == ("", "fol. 12; direct and primary evidence")
    assert death.summary == (
        "Known from letters; write to a@b.example "
        "She wished to lie beside her father, whom she had not known."
    )
    assert death.note == "Cause: cancer"
    (letter,) = timeline.get("occupation-of-ada-lovelace").sources
    assert timeline.sources[letter.source].title == "A letter by Babbage"


def test_a_line_goes_on_within_a_word(tmp_path):
    """CONC adds no blank of its own: programs cut their lines wherever these are full."""
    cut = _FILE.replace("3 CONC  father,", "3 CONC  fat\n3 CONC her,")
    assert cut != _FILE
    found = [_read(tmp_path, text)[0].select() for text in (_FILE, cut)]
    whole, parted = [[match.event.summary for match in each] for each in found]
    assert parted == whole


def test_everything_else_is_reported_where_it_stands(tmp_path):
    """Each part without a counterpart has its line in the report; nothing is silently gone."""
    assert _places(_read(tmp_path, _FILE)[1]) == {
        ("refused", "the date is a phrase, and no date"): ["29:1"],
        ("refused", "no date"): ["33:1"],
        ("dropped", "a person's SEX"): ["9:1"],
        ("dropped", "a fact without a date"): ["26:1"],
        ("dropped", "a person's FAMS"): ["34:1"],
        ("dropped", "an event's AGE"): ["40:1"],
        ("dropped", "an event's ADDR"): ["45:1"],
        ("dropped", "a family's CHIL"): ["49:1"],
        ("dropped", "an event's tag of a program's own"): ["52:1"],
        ("dropped", "a record of another kind"): ["61:1"],
        ("widened", "the quality of a citation (QUAY): only in words"): ["13:1"],
        ("widened", "a calculated date (CAL): approximate"): ["30:1"],
        ("guessed", "a date of the Julian calendar: the same days in the Gregorian one"): ["38:1"],
    }


def test_version_7_has_times_phrases_and_dates_that_hold_their_own(tmp_path):
    """`BEF 1852` of 7.0 may be 1852; TIME belongs to a day; PHRASE is a note."""
    text = (
        "\ufeff0 HEAD\n1 GEDC\n2 VERS 7.0.14\n0 @I1@ INDI\n1 NAME A /B/\n"
        "1 DEAT\n2 DATE BEF 1852\n1 BIRT\n2 DATE 10 DEC 1815\n3 TIME 13:05:09Z\n"
        "3 PHRASE by candlelight\n1 NATU\n2 DATE 1830\n3 TIME 10:00\n0 TRLR\n"
    )
    timeline, losses = _read(tmp_path, text)
    found = {match.event.title: match.event for match in timeline.select()}
    assert found["Death of A B"].date.text == "[..1852]"
    assert found["Birth of A B"].date.text == "1815-12-10T13:05:09Z"
    assert found["Birth of A B"].note == "Date: by candlelight"
    assert _places(losses) == {("dropped", "a time of day"): ["14:1"]}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\r", "\n\n"])
def test_line_ends_of_any_kind(end, tmp_path):
    """A file from any machine and any year reads the same."""
    expected = [match.event.title for match in _read(tmp_path, _FILE)[0].select()]
    found = _read(tmp_path, _FILE.replace("\n", end))[0]
    assert [match.event.title for match in found.select()] == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"0 HEAD\n1 CHAR ANSEL\n0 @I@ INDI\n1 NAME \xe1a\n0 TRLR\n", "says that it is ANSEL"),
        (b"0 HEAD\r1 CHAR IBMPC\r0 @I@ INDI\r1 NAME \x81\r0 TRLR\r", "says that it is IBMPC"),
        (b"0 HEAD\n1 CHAR UTF-8\n0 @I@ INDI\n1 NAME \xff\n0 TRLR\n", "is not UTF-8"),
        ("\ufeff0 HEAD\n1 CHAR UNICODE\n".encode("utf-16-le"), "is UTF-16 text"),
        (b"0 HEAD\n1 CHAR UTF-8\n\0\0", "is not a text file"),
        (b"Dear Ada,\n", "is no GEDCOM file"),
        (b"", "is empty"),
        (b"0 @I1@ INDI\n1 NAME A\n0 TRLR\n", "is no GEDCOM file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(data, message, tmp_path):
    """Another encoding is named; it is never read as if it were UTF-8."""
    with pytest.raises(TimelineError, match=message):
        _read(tmp_path, data)


def test_an_encoding_makes_no_difference_to_plain_letters(tmp_path):
    """A file that says ANSEL and has only ASCII in it is read."""
    text = "0 HEAD\n1 CHAR ANSEL\n0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE 1830\n0 TRLR\n"
    assert len(_read(tmp_path, text)[0]) == 1


def test_a_file_that_is_cut_off_says_so(tmp_path):
    """What is there is read; the report tells that the end is missing."""
    timeline, losses = _read(tmp_path, _FILE[: _FILE.index("0 @F1@ FAM")] + "0 @F1@ F")
    assert len(timeline) == 6
    assert any("no `0 TRLR`" in loss.what for loss in losses)


def test_bad_lines_are_dropped_with_their_places(tmp_path):
    """A line that skips a level, has no tag or is no GEDCOM at all stops nothing."""
    text = (
        "0 HEAD\n0 @I1@ INDI\n1 NAME A\n5 DATE 1830\nhello\n1\n1 BIRT\n"
        f"2 DATE 1830\n99 NOTE deep\n1 NAME {'x' * 200_000}\n0 TRLR\n"
    )
    timeline, losses = _read(tmp_path, text)
    assert [match.event.title for match in timeline.select()] == ["Birth of A"]
    assert _places(losses) == {
        ("dropped", "a line below no other"): ["4:1", "9:1"],
        ("dropped", "a line that is not GEDCOM"): ["5:1", "6:1"],
    }


def test_nesting_to_the_last_level_is_no_matter(tmp_path):
    """99 levels below an event are read without recursion."""
    deep = "".join(f"{level} NOTE n{level}\n" for level in range(2, 100))
    text = f"0 HEAD\n0 @I1@ INDI\n1 NAME A\n1 BIRT\n{deep}2 DATE 1830\n0 TRLR\n"
    timeline, _ = _read(tmp_path, text)
    assert timeline.get("birth-of-a-1830").summary == "n2"


@given(
    st.lists(
        st.from_regex(
            re.compile(
                r"[0-4] (@[A-Z]1@ )?(INDI|FAM|BIRT|DATE|NAME|SOUR|NOTE|CONT)( @?\w{0,9}@?)?",
                re.ASCII,
            ),
            fullmatch=True,
        ),
        max_size=20,
    )
)
def test_any_lines_are_read_or_reported(tmp_path_factory, lines):
    """Whatever follows whatever, what is read is written or refused, and nothing breaks."""
    text = "\n".join(["0 HEAD", *lines, "0 TRLR"])
    _read(tmp_path_factory.getbasetemp(), text)
