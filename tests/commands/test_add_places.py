"""Places of a new event: called as the file calls them, and new ones with what they lie in."""

import pytest

from timeline.loading import load

BASE = ("--date", "2020", "--title", "Talks")
NESTED = """\
places:
  union: {name: The Union}
  north: {name: Northport, aliases: [The Port], in: [union]}
events:
- {date: 2019, title: A strike, places: [Northport]}
"""
UNKNOWN = """\
no place is called 'Nothport'
did you mean 'Northport', 'The Port' or 'north'?
or add it too, before: --new-place name=Nothport
"""
PLAIN = "- {date: 2019, title: A strike, places: [Northport, Łódź]}\n"


@pytest.fixture(name="file")
def _file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "t.yaml"


@pytest.fixture(name="add")
def _add(run):
    def add(*args):
        result = run("-f", "t.yaml", "add", *BASE, *args)
        assert result.exit_code == 0, result.output
        return load.load("t.yaml")

    return add


@pytest.mark.parametrize("typed", ["north", "northport", "NORTHPORT", "the port", "The Port"])
def test_a_place_may_be_called_by_id_name_or_alias(file, add, typed):
    """The event has its name; case does not count."""
    file.write_text(NESTED)
    assert add("--place", typed).get("talks-2020").places == ("Northport",)


@pytest.mark.parametrize(("typed", "name"), [("lodz", "Łódź"), ("Elsewhere", "Elsewhere")])
def test_without_a_registry_too(file, add, typed, name):
    """As other events call it, if they do."""
    file.write_text(PLAIN)
    assert add("--place", typed).get("talks-2020").places == (name,)


@pytest.mark.parametrize("outer", ["union", "The Union", "the union"])
def test_a_new_place_lies_in_one_that_is_there(file, add, outer):
    """It is the place of the event, unless another is."""
    file.write_text(NESTED)
    found = add("--new-place", f"name=Harbour, in={outer}, aliases=Docks; Quay, note=Old")
    assert found.get("talks-2020").places == ("Harbour",)
    place = found.places["harbour"]
    assert (place.outer, place.aliases, place.note) == (("union",), ("Docks", "Quay"), "Old")


def test_a_new_place_lies_in_another_new_one(file, add):
    """Which is not the place of the event."""
    file.write_text(NESTED)
    found = add("--new-place", "name=The Isles, in=union", "--new-place", "name=Cay, in=The Isles")
    assert found.get("talks-2020").places == ("Cay",)
    assert found.geography.outer("Cay") == ["Cay", "The Isles", "The Union"]


def test_the_registry_is_made_where_there_is_none(file, add):
    """With the plain name that the new place lies in, and without those that nothing needs."""
    file.write_text(PLAIN)
    found = add("--new-place", "name=Old Mill, in=lodz")
    assert {id_: place.name for id_, place in found.places.items()} == {
        "lodz": "Łódź",
        "old-mill": "Old Mill",
    }
    assert found.geography.outer("Old Mill") == ["Old Mill", "Łódź"]


def test_a_new_place_may_be_what_events_call_otherwise(file, add):
    """Its alias then stands for it in them."""
    file.write_text(PLAIN)
    found = add("--new-place", "name=The Port, aliases=Northport")
    assert found.get("a-strike-2019").places == ("The Port", "Łódź")
    assert PLAIN in file.read_text()


def test_an_actor_may_belong_to_a_new_one(file, add):
    """The group is not an actor of the event."""
    events = "events:\n- {date: 2019, title: x, actors: [ann]}\n"
    file.write_text(f"actors:\n  ann: {{name: Ann}}\n{events}")
    found = add("--new-actor", "name=The Guild", "--new-actor", "name=Bob, of=the guild")
    assert found.get("talks-2020").actors == ("bob",)
    assert found.actors["bob"].of == ("the-guild",)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("in=union", "the new place has no name\nwrite name=…\n"),
        ("nam=X", "the new place has no 'nam'\ndid you mean 'name'?\n"),
        ("name=X, in=Nothport", UNKNOWN),
        ("name=X, id=north", "the place 'north' is there already\nname it with --place\n"),
    ],
)
def test_what_cannot_be_is_refused(file, run, said, error):
    """The file is as it was."""
    file.write_text(NESTED)
    result = run("-f", "t.yaml", "add", *BASE, "--new-place", said)
    assert (result.exit_code, result.stderr) == (2, f"timeline: {error}")
    assert file.read_text() == NESTED
