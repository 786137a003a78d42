"""Families of options: classes whose fields are options of a command."""

from timeline.commands.support.family import Family, defaults, hints, is_family


class Place(Family):
    """Where."""

    town: str | None = None
    far: bool = False


class Journey(Place):
    """Where to, and how."""

    by: str = "train"
    far: bool = True


def test_what_is_not_given_is_as_it_is_declared():
    """The nearest class decides."""
    journey = Journey(town="Caracas")
    assert (journey.town, journey.far, journey.by) == ("Caracas", True, "train")


def test_another_one_keeps_the_rest():
    """The first stays as it was."""
    journey = Journey(town="Caracas", by="ship")
    other = journey.but(by="air")
    assert (other.town, other.by) == ("Caracas", "air")
    assert (journey.by, type(other)) == ("ship", Journey)


def test_its_options_stand_in_the_order_of_their_declaration():
    """Those of what it stands on first, each where it was declared first."""
    assert list(defaults(Journey).items()) == [("town", None), ("far", True), ("by", "train")]


def test_each_option_has_its_type():
    """As it is declared: Typer reads it."""
    assert hints(Journey) == {"town": str | None, "far": bool, "by": str}


def test_other_classes_are_no_families():
    """A file, a number."""
    assert is_family(Place)
    assert not any(map(is_family, (int, "Place", None)))
