"""A selection as a database: all that it says, in tables that other programs can ask."""

import datetime as dt

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests import databases
from tests.timelines import timelines
from timeline import edtf
from timeline.errors import TimelineError
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.sqlite import tables, views, writer
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Citation, Event, Link, Place, Source
from timeline.model.timeline import Timeline

HOSTILE = (
    "'); DROP TABLE events; --",
    '"; ATTACH "x" AS y',
    "=1+1",
    "a\0b",
    "\x1b[2J\u202e",
    "\U0001f6a2 \u0301",
    "1e5",
    "0044",
    "NULL",
    "x" * 100_000,
)


def _written(timeline, selection=None, **rest):
    losses = Losses()
    data = writer.write(Export(timeline, selection or timeline.select(), **rest), losses)
    assert not losses
    return data


@pytest.fixture(name="data", scope="module")
def _data(small):
    return _written(small)


def _event(id_, **rest):
    given = {"date": edtf.parse("2019"), "title": "t", "place": Place("f", 1)}
    return Event(id=id_, **{**given, **rest})


def test_the_whole_of_a_small_timeline(golden, data):
    """Its tables, and every row."""
    golden("export-sqlite.txt", f"{databases.schema(data)}\n{databases.text(data)}")


def test_a_vague_date_keeps_its_bounds(data):
    """As ISO 8601, and as numbers of which 1 is 0001-01-01."""
    bounds = "earliest_start, latest_start, earliest_end, latest_end"
    query = f"SELECT date, {bounds}, earliest_start_day FROM events WHERE id = 'landing'"
    first = dt.date(2018, 4, 1).toordinal()
    end = ("2018-04-01", "2018-04-09")
    assert databases.asked(data, query) == [("2018-04-0X", *end, *end, first)]


def test_what_about_then_may_reach(data):
    """`1998~` is written as 1998, and may be a year before and after."""
    query = "SELECT {0}, {1}, {0}_day, {1}_day, approximate FROM events WHERE id = 'old-quarrel'"
    written = query.format("earliest_start", "latest_end")
    days = dt.date(1998, 1, 1).toordinal(), dt.date(1998, 12, 31).toordinal()
    assert databases.asked(data, written) == [("1998-01-01", "1998-12-31", *days, 1)]
    days = dt.date(1997, 1, 1).toordinal(), dt.date(1999, 12, 31).toordinal()
    possible = query.format("possible_from", "possible_until")
    assert databases.asked(data, possible) == [("1997-01-01", "1999-12-31", *days, 1)]


def test_an_open_end_is_null(data):
    """It went on at least until the day on which its file closes."""
    query = "SELECT earliest_end, latest_end, latest_end_day, end_kind FROM events WHERE id = ?"
    assert databases.asked(data, query, "occupation") == [("2020-06-30", None, None, "open")]
    query = "SELECT as_of, as_of_day FROM timeline"
    assert databases.asked(data, query) == [("2020-06-30", dt.date(2020, 6, 30).toordinal())]


def test_a_year_before_our_era_is_a_number_too():
    """44 BCE is -0043; its days count down from 0, the last day before 0001-01-01."""
    data = _written(Timeline([_event("ides", date=edtf.parse("-0043-03-15"))]))
    query = "SELECT earliest_start, earliest_start_day FROM events"
    # 44 years, of which those of -40, -36 … 0 have a leap day, less the days to 15 March -43.
    days = 44 * 365 + 11 - (31 + 28 + 15) + 1
    assert databases.asked(data, query) == [("-0043-03-15", 1 - days)]


def test_who_is_found_with_whom(data, small):
    """An actor with all who are of it, at any remove."""
    query = "SELECT member FROM actor_members WHERE actor = ? ORDER BY member"
    assert databases.asked(data, query, "union") == [("army",), ("general",), ("union",)]
    for actor in small.actors:
        found = {member for (member,) in databases.asked(data, query, actor)}
        assert found == small.members(actor)


def test_where_is_found_with_what(curated):
    """A place with the names of all that lie in it."""
    data = _written(curated)
    query = "SELECT member FROM place_members WHERE place = ?"
    assert curated.places
    for id_ in curated.places:
        found = {name for (name,) in databases.asked(data, query, id_)}
        assert found == set(curated.geography.inner(id_))


def test_the_listing_is_a_line_for_each_event(data):
    """In the order of time, names in words."""
    rows = databases.asked(data, "SELECT * FROM listing")
    assert rows[1] == (
        *("certain", "2018-03/2019-01-05", "confirmed"),
        *("War of the Union [sic] with the rebels [/b]", "The north"),
        *("The Union; Army of the Union; Rebels", "Old Town; Harbour", "war"),
    )
    order = ["old-quarrel", "war", "landing", "general-speaks", "rebels-deny", "some-year"]
    assert [row[-1] for row in rows] == [*order, "occupation"]


def test_a_part_says_what_was_asked_and_how_sure_it_is(small):
    """A link that leads out of it stays; entries that nobody names do not."""
    landing = Selection([Match(small.get("landing"), Verdict.MAYBE)])
    data = _written(small, landing, query="2018")
    assert databases.asked(data, "SELECT query FROM timeline") == [("2018",)]
    assert databases.asked(data, "SELECT id, position, verdict FROM events") == [
        ("landing", 1, "possible")
    ]
    assert databases.asked(data, "SELECT type, target FROM links") == [("part-of", "war")]
    assert databases.asked(data, "SELECT id FROM actors ORDER BY rowid") == [("union",), ("army",)]
    assert databases.asked(data, "SELECT id FROM sources") == [("gazette",)]


def test_what_an_event_rests_on_is_counted_by_origins():
    """A paper, its reprint and a site that relays it are one; what denies is counted apart."""
    sources = {
        "paper": Source("paper", "The Paper", firsthand=True),
        "reprint": Source("reprint", "Elsewhere", copy_of="paper"),
        "site": Source("site", "The Site", relays=("paper",)),
        "unsaid": Source("unsaid", "Another"),
    }
    for_it = [Citation(id_) for id_ in ("paper", "reprint", "site")]
    told = _event("told", sources=(*for_it, Citation("unsaid", stance="denies")))
    perhaps = _event("perhaps", sources=(Citation("paper"), Citation("unsaid")))
    mentioned = _event("mentioned", sources=(Citation("paper", stance="mentions"),))
    data = _written(Timeline([told, perhaps, mentioned], sources=sources))
    rows = databases.asked(data, "SELECT * FROM evidence ORDER BY event, stance")
    assert rows == [
        ("perhaps", "supports", 2, 1, 2),
        ("told", "denies", 1, 1, 1),
        ("told", "supports", 3, 1, 1),
    ]


def test_texts_are_data():
    """Whatever they look like: to SQL, a spreadsheet or a terminal; and numbers stay texts."""
    events = [
        _event(f"e{at}", title=text, tags=(text,), note=text, places=(text,))
        for at, text in enumerate(HOSTILE)
    ]
    data = _written(Timeline(events))
    query = """SELECT title, tag, note, event_places.place, typeof(title) FROM events
        JOIN event_tags ON event_tags.event = id JOIN event_places ON event_places.event = id
        ORDER BY events.position"""
    assert databases.asked(data, query) == [(text,) * 4 + ("text",) for text in HOSTILE]


def test_a_timeline_of_nothing_is_empty_tables():
    """All of them are there, and can be asked."""
    data = _written(Timeline(()))
    with databases.opened(data) as database:
        names = databases.tables(database)
        assert names == [table.name for table in tables.every()]
        counts = {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchone() for name in names
        }
    assert {name for name, (count,) in counts.items() if count} == {"timeline"}


@given(timeline=timelines())
def test_all_that_an_event_says_is_in_its_rows(timeline):
    """And every id in a row is that of another."""
    data = _written(timeline)
    assert data == _written(timeline), "the same each time"
    with databases.opened(data) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

        def of(event, columns, table):
            query = f"SELECT {columns} FROM {table} WHERE event = ? ORDER BY position"
            return database.execute(query, (event.id,)).fetchall()

        said_of = "source", "credibility", "stance", "locator", "quote", "note"
        keys = "date", "title", "summary", "kind", "arc", "status", "note"
        for at, match in enumerate(timeline.select(), 1):
            event = match.event
            row = database.execute(
                f"SELECT position, {', '.join(keys)} FROM events WHERE id = ?", (event.id,)
            )
            said = [event.date.text, *(getattr(event, key) or None for key in keys[1:])]
            assert row.fetchone() == (at, *said)
            assert tuple(of(event, "actor", "event_actors")) == tuple(
                (id_,) for id_ in event.actors
            )
            assert tuple(of(event, "place", "event_places")) == tuple(
                (id_,) for id_ in event.places
            )
            assert tuple(of(event, "tag", "event_tags")) == tuple((id_,) for id_ in event.tags)
            cited = [
                Citation(**{key: cell or "" for key, cell in zip(said_of, row, strict=True)})
                for row in of(event, ", ".join(said_of), "citations")
            ]
            assert tuple(cited) == tuple(replace(each, relays=()) for each in event.sources)
            linked = [Link(type_, target) for type_, target in of(event, "type, target", "links")]
            assert tuple(linked) == event.links


def test_a_source_may_be_dated_vaguely():
    """Its bounds have columns as those of an event."""
    source = Source("s", date=edtf.parse("2018-03"))
    event = _event("e", sources=(Citation("s"),))
    data = _written(Timeline([event], sources={"s": source}))
    query = "SELECT date, date_text, earliest_start, latest_end, publisher FROM sources"
    assert databases.asked(data, query) == [
        ("2018-03", "Mar 2018", "2018-03-01", "2018-03-31", None)
    ]


def test_it_is_known_by_its_head(data):
    """By an application id of its own, and the version of its shape."""
    assert databases.asked(data, "PRAGMA application_id") == [(writer.APPLICATION,)]
    assert databases.asked(data, "PRAGMA user_version") == [(tables.FORMAT,)]
    assert data[68:72] == b"tlne"


def test_every_table_and_view_says_what_it_is(data):
    """In its schema, so does every column."""
    for table in tables.every():
        for told in (table, *table.columns):
            assert told.means.endswith(".")
            assert "\n" not in told.means
    said = [sql for (sql,) in databases.asked(data, "SELECT sql FROM sqlite_master")]
    for name in views.VIEWS:
        assert any(f"{sql}".startswith(f"CREATE VIEW {name} AS\n-- ") for sql in said)
    columns = [f" {column.name} " for table in tables.every() for column in table.columns]
    assert sum(f"{sql}".count(" -- ") for sql in said) > len(columns)


def test_no_room_is_an_error_of_ours(small, monkeypatch, tmp_path):
    """It is made in a folder for what is temporary."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    with pytest.raises(TimelineError, match="cannot make the database: No such file or directory"):
        writer.write(Export(small, small.select()), Losses())
