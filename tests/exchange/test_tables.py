"""Tables with any header: the columns are understood, every row is read or refused."""

import csv
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.exchange.files_read import events_in
from timeline.errors import TimelineError, UsageError
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
from timeline.exchange.tables import delimited

# The shape of a table of incidents: month/day/year, three dates a row, many unknown, cells
# of several lines.
INCIDENTS = """\
initial_date,detection_date,report_date,attacks,technology,description,reference,comments
1/2/2003,1/2/2003,1/3/2003,1,Penguin,A server was broken into.,https://lists.example/1,
unknown,8/15/2008,8/22/2008,1,Hat,"Servers, two of them, were entered.",https://lists.example/2,
unknown,unknown,1/12/2010,20,Force,A mail.,"https://wire.example/a
https://blog.example/b",rough
,,,,,,,
unknown,unknown,unknown,3,Unknown,Nobody knows when.,,
"""


def _refused(losses: Losses) -> list[tuple[str, list[str]]]:
    return [
        (loss.what, [place.split(":")[-2] for place in loss.places])
        for loss in losses
        if loss.kind == "refused"
    ]


def test_columns_are_guessed_and_told(tmp_path):
    """The fullest date, the first short text as title; what is not used is named."""
    events, losses, found = events_in(tmp_path, INCIDENTS, order="mdy")
    used, unused = losses.remarks[0].split("; not used: ")
    assert used == (
        "read as: date ← report_date, title ← technology, summary ← description, "
        "sources ← reference, note ← comments"
    )
    assert unused == "initial_date, detection_date, attacks"
    assert [(event.title, event.date.text) for event in events] == [
        ("Penguin", "2003-01-03"),
        ("Hat", "2008-08-22"),
        ("Force", "2010-01-12"),
    ]
    assert losses.count("guessed") == 5
    assert losses.count("dropped") == 12, "unknown is a value that is not used, too"
    assert _refused(losses) == [("no date", ["7"])]
    urls = [found.sources[citation.source].url for citation in events[2].sources]
    assert urls == ["https://wire.example/a", "https://blog.example/b"]
    assert events[2].place.line == 4


@pytest.mark.parametrize(
    ("cells", "are_links"),
    [
        (("", "denies a"), True),
        (("", '"follows-from a; denies a"'), True),
        (("", ""), False),
        (("https://x.example/", "denies a"), False),
        (("", "a"), False),
        (("", "denies"), False),
        (("", "contradicts a"), False),
    ],
)
def test_links_are_guessed_where_all_are_as_we_write_them(tmp_path, cells, are_links):
    """In other tables a column of this name has addresses, or ids of their own."""
    first, second = cells
    text = f"id,when,what,links\na,2019,War,{first}\nb,2020,Peace,{second}\n"
    events, losses, _ = events_in(tmp_path, text)
    assert ("links ← links" in losses.remarks[0]) is are_links
    assert losses.count("guessed") == 3 + are_links
    assert bool(events[1].links) is are_links
    assert not events_in(tmp_path, text, columns={"links": ""})[0][1].links


def test_columns_can_be_stated(tmp_path):
    """What is stated is no guess, and goes first; "" is no column at all."""
    stated = {"date": "initial_date", "title": "description", "note": "", "tags": "technology"}
    events, losses, _ = events_in(tmp_path, INCIDENTS, order="mdy", columns=stated)
    assert [(event.title, event.date.text) for event in events] == [
        ("A server was broken into.", "2003-01-02")
    ]
    assert events[0].tags == ("Penguin",)
    assert losses.count("guessed") == 1
    assert "sources ← reference; not used" in losses.remarks[0]
    assert "comments" in losses.remarks[0]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"date": "report_dat"}, "did you mean 'report_date'?"),
        ({"titel": "technology"}, "did you mean 'title'"),
        ({"places": "technology+nowhere"}, "there is no column 'nowhere'"),
    ],
)
def test_a_wrong_name_gets_a_suggestion(tmp_path, columns, said):
    """A column of the file, or a key of an event."""
    with pytest.raises(UsageError) as refused:
        events_in(tmp_path, INCIDENTS, columns=columns)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("header", "lacking"), [("what,size", "date"), ("day,size", "title"), ("a,b", "date or the")]
)
def test_a_table_without_date_or_title_says_which_columns_there_are(tmp_path, header, lacking):
    """And how to say which is meant."""
    with pytest.raises(UsageError) as refused:
        events_in(tmp_path, f"{header}\n1,2\n")
    assert f"no column is known to be the {lacking}" in str(refused.value)
    assert "--map" in str(refused.value)


def test_every_key_has_its_column(tmp_path):
    """Lists are parted by semicolons; tags also by commas; a name beside an address is its own."""
    text = (
        "Start Date;End Date;Headline;Notes;Actor1;Actor2;City;Country;Category;Source;URL;ID;"
        "Status\n"
        '2019-03-01;2019-03-04;War;"a, b";Union;"Rebels; Army";Old Town;Utopia;"war, arms";Gazette;'
        "https://gazette.example/1;e1;Confirmed\n"
        "2019;present;Peace;;;;;;;;;;done\n"
    )
    events, losses, found = events_in(tmp_path, text)
    war, peace = sorted(events, key=lambda event: event.place.line)
    assert (war.id, war.date.text, war.title, war.summary) == (
        *("e1", "2019-03-01/2019-03-04", "War", "a, b"),
    )
    assert [found.actor_name(id_) for id_ in war.actors] == ["Union", "Rebels", "Army"]
    assert (war.places, war.tags, war.status) == (
        ("Old Town", "Utopia"),
        ("war", "arms"),
        "confirmed",
    )
    source = found.sources[war.sources[0].source]
    assert (source.publisher, source.url) == ("Gazette", "https://gazette.example/1")
    assert peace.date.text == "2019/.."
    assert [(loss.kind, loss.example) for loss in losses if loss.kind == "dropped"] == [
        ("dropped", "done")
    ]


def test_a_date_in_several_columns(tmp_path):
    """Year, month and day; a month may be missing or named; a time joins its day."""
    text = "year,month,day,title\n2019,3,5,a\n2019,,,b\n2019,March,,c\n2019,13,1,d\n,1,1,e\n"
    events, losses, _ = events_in(tmp_path, text)
    assert {event.title: event.date.text for event in events} == {
        "a": "2019-03-05",
        "b": "2019",
        "c": "2019-03",
    }
    assert losses.refused == 2
    timed, _, _ = events_in(tmp_path, "date,time,title\n2019-03-05,10:30,a\n2019,10:30,b\n")
    assert [event.date.text for event in timed] == ["2019", "2019-03-05T10:30"]


def test_a_month_that_may_be_another_word_is_refused_with_its_language(tmp_path):
    """All rows with it together, apart from those that are no date at all."""
    text = "date,title\n5 mars 2019,a\n7 mars 2019,b\nfoo 2019,c\n2019,d\n"
    _, losses, _ = events_in(tmp_path, text)
    refused = [(loss.what, loss.count, loss.hint) for loss in losses if loss.kind == "refused"]
    assert refused[0] == ("'mars' is French for March", 2, "write 5 Mar 2019")
    assert [what for what, _, _ in refused[1:]] == ["the date cannot be read"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("date,title\n2019,a\n2020,b\n", "comma"),
        ("date;title\n2019;a\n2020;b\n", "semicolon"),
        ("date\ttitle\n2019\ta\n2020\tb\n", "tab"),
        ("date,title\r\n2019,a\r\n2020,b\r\n", "CRLF"),
        ("date,title\r2019,a\r2020,b", "CR alone"),
        ("date,title\r\n2019,a\r2020,b\n", "mixed line ends"),
        ("\ufeffdate,title\n2019,a\n2020,b", "byte order mark, no last line end"),
        ("\n\ndate; title\n\n2019; a\n;\n2020; b\n\n", "blank lines and blanks"),
        ('"date","title"\n"2019","a"\n"2020","b"\n', "quotation marks everywhere"),
    ],
)
def test_any_dialect(tmp_path, text, shape):
    """What parts the cells is seen in the header."""
    events, losses, _ = events_in(tmp_path, text)
    assert [(event.date.text, event.title) for event in events] == [("2019", "a"), ("2020", "b")]
    assert losses.refused == 0, shape


def test_rows_with_too_many_cells_are_refused_each_with_its_line(tmp_path):
    """And never stop the others, also behind a cell of several lines."""
    text = 'date,title\n2019,"a\nb"\n2020,b,c,d\n2021,c,d\n2022,"e ""f"""\n'
    events, losses, _ = events_in(tmp_path, text)
    assert [event.title for event in events] == ["a b", 'e "f"']
    assert _refused(losses) == [("a row has more cells than the header", ["4", "5"])]


def test_blank_cells_at_the_end_may_be_left_out_or_added(tmp_path):
    """Excel leaves them out, and writes commas for columns without a name; the first is told."""
    text = "date,title,place,note\n2019,a\n2020,b,Rome,x,,\n2021,c,Bonn\n2022\n"
    events, losses, _ = events_in(tmp_path, text)
    assert [(event.title, event.places) for event in events] == [
        ("a", ()),
        ("b", ("Rome",)),
        ("c", ("Bonn",)),
    ]
    assert _refused(losses) == [("no title", ["5"])]
    said = "a row has fewer cells than the header: the last are empty"
    places = next(loss.places for loss in losses if loss.what == said)
    assert [place.split(":")[-2] for place in places] == ["2", "4", "5"]


@pytest.mark.parametrize("head", ["sep=;", '"sep=;"', "SEP=;\n", "\nsep=;"])
def test_a_line_above_the_header_may_say_what_parts_the_cells(tmp_path, head):
    """Excel writes it, and no other program reads it; lines are counted with it."""
    text = f"{head}\ndate;title\n2019;a\n;b\n"
    events, losses, _ = events_in(tmp_path, text)
    assert [event.title for event in events] == ["a"]
    assert _refused(losses) == [("no date", [str(text.count("\n"))])]


def test_a_cell_of_five_megabytes_is_refused(tmp_path):
    """It alone; a value may have 100,000 characters."""
    text = f"date,title\n2019,{'x' * 5_000_000}\n2020,b\n2021,{'y' * 100_000}\n"
    events, losses, _ = events_in(tmp_path, text)
    assert [event.date.text for event in events] == ["2020", "2021"]
    assert _refused(losses) == [("a cell has more than 100,000 characters", ["2"])]
    assert csv.field_size_limit() == 131_072, "left as it was"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('date,title\n2019,a\n2020,"b\n2021,c\n', ":3:1: a quotation mark is opened in this row"),
        ('date,title\n2019,"' + "x\n" * 60_000 + '"\n2021,c\n', ":2:1: this row of several lines"),
        ("\n\n \n", ":1:1: there is no header"),
        ("", "is empty"),
        (b"date,title\n2019,a\0b\n", "is not a text file (a zero byte at offset 17)"),
        (b"date,title\n2019,caf\xe9\n", "is not UTF-8: byte 0xe9 at offset 19, in line 2"),
        ("date,title\n2019,a\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_broken_is_refused_with_the_place(tmp_path, text, said):
    """Where the rows below cannot be told, none is read."""
    with pytest.raises(TimelineError) as refused:
        events_in(tmp_path, text)
    assert said in refused.value.message


def test_columns_without_a_name_or_with_the_same(tmp_path):
    """Neither is guessed; both can hold anything."""
    events, losses, _ = events_in(tmp_path, "date,title,,date\n2019,a,b,c\n")
    assert [(event.date.text, event.title) for event in events] == [("2019", "a")]
    assert losses.remarks == ["read as: date ← date, title ← title; not used: date (2)"]


_CELL = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@examples(150)
@given(rows=st.lists(st.lists(_CELL, min_size=3, max_size=3), max_size=8))
def test_any_cells_are_read_or_refused(tmp_path_factory, rows):
    """Whatever a table holds: every row is counted once, and none is missing."""
    path = tmp_path_factory.mktemp("any") / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["date", "title", "tags"], *rows])
    losses = Losses()
    found = reader("csv")(str(path), Choices(), losses)
    assert losses.read == losses.written + losses.refused
    assert losses.read == sum(any(map(str.strip, row)) for row in rows)
    assert losses.written == len(found)


@examples(150)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    """With a message, and no other exception; as CSV, as JSON, as JSON Lines."""
    path = tmp_path_factory.mktemp("bytes") / "any"
    path.write_bytes(b"date,title\n" + data)
    for format_ in ("csv", "json", "jsonl"):
        losses = Losses()
        with suppress(TimelineError):
            reader(format_)(str(path), Choices(), losses)
            assert losses.read == losses.written + losses.refused


def test_a_header_of_one_name_is_numbered(tmp_path):
    """Each name once, also where a number is taken already; in one pass."""
    path = tmp_path / "d.csv"
    path.write_text("date,title,a,a (2),a,a,,\n2019,x,1,2,3,4,5,6\n", encoding="utf-8")
    found = delimited.table(str(path), Losses())
    assert found.columns == ["date", "title", "a", "a (2)", "a (3)", "a (4)"]
    many = f"date,title{',a' * 20_000}\n2019,x{',' * 20_000}\n"
    path.write_text(many, encoding="utf-8")
    assert delimited.table(str(path), Losses()).columns[-1] == "a (20000)"


@pytest.mark.parametrize(
    ("header", "row", "title"),
    [
        ("Incident ID,Date,What happened,Notes", "INC-1,2020,A fire,none were hurt", "A fire"),
        ("Date,Case no,Vessel,Notes", "2020,C-1,Aurora,seized", "Aurora"),
        ("Date,Ref,Notes", "2020,R-1,A fire broke out", "A fire broke out"),
        ("Date,Case number", "2020,C-1", "C-1"),
    ],
)
def test_a_number_is_a_title_only_where_there_is_nothing_else(tmp_path, header, row, title):
    """A code says nothing to a reader; what happened does."""
    events, _, _ = events_in(tmp_path, f"{header}\n{row}\n")
    assert [event.title for event in events] == [title]
