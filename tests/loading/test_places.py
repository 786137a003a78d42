"""The section `places`: optional, partial, nested, and never in a circle."""

import pytest

from timeline.loading import load


@pytest.fixture(name="told")
def _told(tmp_path):
    """Return the problems of a file's text, as message and hint."""

    def told(text):
        path = tmp_path / "f.yaml"
        path.write_text(text, encoding="utf-8")
        problems = load.examine(str(path)).problems
        return [(each.message, each.hint) for each in problems]

    return told


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "places: {a: {in: [b]}, b: {in: [c]}, c: {in: [a]}}",
            "'a' lies in itself",
            "by way of 'b' and 'c': take one 'in' out",
        ),
        ("places: {a: {in: [a]}}", "'a' lies in itself", "take it out of its 'in'"),
        (
            "places: {a: {name: X}, b: {name: X}}",
            "'X' is what the place 'a' is called too",
            "give one of them a fuller name, or make one place of both",
        ),
        (
            "places: {a: {name: Port}, b: {in: [Port]}}",
            "no place is called 'Port'",
            "write 'a'",
        ),
        ("places: {a: {in: b}, b: {}}", "'in' must be a list", "write in: [b]"),
    ],
)
def test_what_is_wrong_is_told(told, text, message, hint):
    """With what to write instead."""
    assert told(f"{text}\nevents: []\n") == [(message, hint)]


def test_a_file_need_not_know_all_its_places(told):
    """They are free words, as without the section."""
    assert told("places: {a: {}}\nevents: [{date: 2019, title: t, places: [x, a]}]") == []


def test_a_place_of_several_files_is_one(tmp_path):
    """What one leaves out another says; an event of either may give its id or its name."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(
        "places: {p: {name: Port, aliases: [Haven]}}\n"
        "events: [{id: a, date: 2019, title: t, places: [p, Port]}]"
    )
    two.write_text(
        "places: {p: {in: [land]}, land: {name: Land}}\n"
        "events: [{id: b, date: 2020, title: t, places: [Haven]}]"
    )
    timeline = load.load(str(one), str(two))
    assert timeline.get("a").places == timeline.get("b").places == ("Port",)
    assert timeline.geography.outer("Port") == ["Port", "Land"]
    assert timeline.places["p"].names == ("p", "Port", "Haven")
