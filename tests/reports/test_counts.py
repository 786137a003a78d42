"""Counts, with maybes apart."""

from timeline.edtf import day_number
from timeline.loading.load import load
from timeline.query.fields import Context
from timeline.query.grammar import ask, parse
from timeline.reports.counts import by_actor, by_arc, by_year, year_list

TODAY = day_number(2026, 11, 23)


def test_an_actor_counts_what_listing_it_would_show(small):
    """The count of each actor is the length of the list for it, members included."""
    counts = by_actor(small.select(), small)
    assert {count.key: count.total for count in counts} == {
        "union": 6,
        "army": 4,
        "rebels": 4,
        "general": 1,
    }
    for count in counts:
        query = ask({"actor": [count.key]}, "", Context(small, TODAY))
        assert len(small.select(query)) == count.total


def test_the_first_and_last_date_are_those_of_its_events(small):
    """In order of the timeline."""
    [rebels] = [count for count in by_actor(small.select(), small) if count.key == "rebels"]
    assert (rebels.first.text, rebels.last.text) == ("1998~", "2019")


def test_maybes_are_counted_apart(small):
    """In April 2018 the war is certain, the landing too; from the 5th on it is possible."""
    asked = {"year": ["2018-04-05..2018-04-30"]}
    found = small.select(ask(asked, "", Context(small, TODAY)))
    counts = {count.key: (count.certain, count.possible) for count in by_arc(found, small)}
    assert counts == {"north": (1, 0), "south": (0, 1)}


def test_arcs_stand_in_the_order_of_the_file(small):
    """Not by their number of events."""
    assert [count.name for count in by_arc(small.select(), small)] == ["The north", "The south"]


def test_a_span_counts_in_each_of_its_years(small):
    """The war in 2018 and 2019; the open end until mid-2020; about 1998 in three years possibly."""
    counts = {count.key: (count.certain, count.possible) for count in by_year(small.select())}
    about_1998 = {"1997": (0, 1), "1998": (0, 1), "1999": (0, 1)}
    assert counts == {**about_1998, "2018": (4, 0), "2019": (3, 0), "2020": (1, 0)}


def test_years_are_listed_as_people_list_them(small):
    """Runs are joined."""
    assert year_list(small.select()) == "1997–1999 and 2018–2020"


def test_a_date_without_limits_leaves_the_years_alone(tmp_path):
    """What may be in any of thousands of years says nothing about one."""
    path = tmp_path / "wide.yaml"
    path.write_text("- {date: XXXX-12-25, title: A feast}\n- {date: Y-17E7, title: Long ago}\n")
    timeline = load(str(path))
    assert [count.key for count in by_year(timeline.select())] == ["Y-170000000"]


def test_the_key_of_a_year_asks_for_it_again(tmp_path):
    """Years are astronomical, as dates are: `-0043` is 44 BCE; what is counted is found."""
    path = tmp_path / "old.yaml"
    dates = ["-0043-03-15", "-0499", "0044", "2019", "Y12345", "Y-12344", "0000-05"]
    path.write_text("".join(f"- {{date: {date}, title: x}}\n" for date in dates))
    timeline = load(str(path))
    years = by_year(timeline.select())
    keys = ["Y-12344", "-0499", "-0043", "0000", "0044", "2019", "Y12345"]
    assert [each.key for each in years] == keys
    for each in years:
        found = timeline.select(parse(f"year:{each.key}", Context(timeline, 0)))
        assert len(found) == each.certain == 1
