"""Several files load as one timeline."""

from timeline.edtf import parse

A = "timeline: {title: A, as_of: 2020-01-31}\nactors: {x: {name: X}}\nevents:\n"
B = """\
timeline: {title: B, summary: of B, as_of: 2024-01-01}
actors: {x: {name: X}, y: {}}
events:
"""


def test_the_first_title_and_day_stand_and_registries_are_joined(loaded):
    """A later file adds what is missing."""
    timeline = loaded(a_yaml=A, b_yaml=B)
    assert (timeline.title, timeline.summary) == ("A", "of B")
    assert timeline.as_of == parse("2020-01-31").earliest_start
    assert list(timeline.actors) == ["x", "y"]


def test_events_of_all_files_are_in_one_order_ties_in_the_order_of_the_files(loaded):
    """Earliest start; then the wider; then the place in the files."""
    first = (
        "- {date: 2019-03, title: a}\n- {date: 2018, title: b}\n- {date: 2019-03-01, title: c}\n"
    )
    second = "- {date: 2019-03, title: d}\n- {date: 2019, title: e}\n- {date: 2018, title: b}\n"
    timeline = loaded(a_yaml=first, b_yaml=second)
    assert [match.event.id for match in timeline.select()] == [
        "b-2018",
        "b-2018-2",
        "e-2019",
        "a-2019",
        "d-2019",
        "c-2019",
    ]


def test_a_reference_may_lead_into_another_file(report):
    """Registries and events count for all files together."""
    event = "- {id: b, date: 2019, title: b, actors: [y], links: [{denies: a}]}\n"
    assert (
        report(a_yaml=f"{A}- {{id: a, date: 2019, title: a, actors: [y]}}\n", b_yaml=B + event)
        == ""
    )


def test_an_id_is_given_once_in_all_files(report):
    """The problem stands in the later file, and names the earlier."""
    text = "- {id: a, date: 2019, title: a}\n"
    assert (
        report(a_yaml=text, b_yaml=f"\n{text}")
        == """\
b.yaml:2:8: the id 'a' stands twice
    2 | - {id: a, date: 2019, title: a}
      |        ^
      | the first is at a.yaml:1; every event needs its own"""
    )


def test_an_entry_that_differs_between_files_is_a_problem(report):
    """Silence would hide one of the two."""
    assert (
        report(a_yaml=A, b_yaml=B.replace("name: X", "name: Z"))
        == """\
b.yaml:2:10: the actor 'x' is not as in a.yaml:2
    2 | actors: {x: {name: Z}, y: {}}
      |          ^
      | make both the same, or take one out"""
    )


def test_a_circle_may_go_through_several_files(report):
    """It is told once, in the first of them."""
    said = report(a_yaml="actors: {a: {of: [b]}}\n", b_yaml="actors: {b: {of: [a]}}\n")
    assert said.startswith("a.yaml:1:10: 'a' is a member of itself\n")
    assert said.count("member of itself") == 1


def test_problems_of_all_files_are_reported_file_by_file(report):
    """In the order in which the files were named."""
    said = report(b_yaml="- {date: 2019}\n", a_yaml="- {date: x, title: a}\n", c_json="[1,]")
    heads = [line for line in said.split("\n") if line[1:2] == "."]
    assert heads == [
        "b.yaml:1:3: this event has no title",
        "a.yaml:1:10: this is not a date",
        "c.json:1:3: not JSON: a comma after the last value",
    ]


def test_a_file_that_is_named_twice_is_read_once(loaded):
    """Its events are not repeated."""
    from timeline.loading import load  # noqa: PLC0415  the fixture makes the folder first

    loaded("- {id: a, date: 2019, title: a}\n")
    assert len(load("f.yaml", "f.yaml")) == 1


def test_open_ends_stop_at_as_of_or_else_today(loaded):
    """The day of the file comes first; without either they stay as they are."""
    event = "- {date: 2019/.., title: a}\n"
    today = parse("2021-01-01").earliest_start
    begin = parse("2019").earliest_start

    def still_going_on(timeline):
        return timeline.select().matches[0].event.date.earliest_end

    assert still_going_on(loaded(event)) == begin
    assert still_going_on(loaded(event, today=today)) == today
    assert still_going_on(loaded(f"{A}{event}", today=today)) == parse("2020-01-31").earliest_start
    assert still_going_on(loaded(a_yaml=event, b_yaml=B)) == parse("2024-01-01").earliest_start
