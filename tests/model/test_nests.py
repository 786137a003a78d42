"""What belongs to what, through others too."""

from timeline.model.nests import Geography, reached, turned
from timeline.model.registries import ENTRIES

_made = ENTRIES["places"]
PLACES = {
    "state": _made("state", "The State"),
    "union": _made("union", "The Union"),
    "province": _made("province", "North", **{"in": ("state",)}),
    "port": _made("port", "Port", aliases=("Haven", "Port Royal"), **{"in": ("province", "union")}),
    "old": _made("old", "Old Port", aliases=("Haven",)),
}


def test_the_nearest_come_first_and_each_once():
    """Also in a circle."""
    steps = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["a"]}
    assert reached(["a"], steps) == ["a", "b", "c", "d"]
    assert reached(["x"], steps) == ["x"]
    assert turned(steps) == {"b": ["a"], "c": ["a"], "d": ["b", "c"], "a": ["d"]}


def test_a_place_is_said_by_id_name_or_an_alias_of_its_own():
    """An alias that two bear is neither."""
    called = Geography(PLACES)
    said = ("port", "Port", "Port Royal", "Haven", "Elsewhere")
    assert [*map(called.name, said)] == ["Port", "Port", "Port", "Haven", "Elsewhere"]


def test_what_lies_where():
    """By name, through others too; an unknown place lies in nothing."""
    geography = Geography(PLACES)
    assert geography.outer("Port") == ["Port", "North", "The Union", "The State"]
    assert geography.inner("The State") == ["The State", "North", "Port"]
    assert geography.beside("Port") == ("North", "The Union")
    assert geography.outer("Elsewhere") == geography.inner("Elsewhere") == ["Elsewhere"]
    assert geography.beside("Elsewhere") == ()
