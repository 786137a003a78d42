"""An event is named by whatever somebody has in front of them."""

import pytest

from timeline.edtf import day_number
from timeline.errors import UsageError
from timeline.loading import load
from timeline.query import events

TODAY = day_number(2026, 11, 23)

FLEET = """\
- {id: russian-il76-lands-2025, date: 2025-10-26, title: 'An Il-76 lands: the second'}
- {id: ship, date: 2025-10-26~, title: A ship lands nothing}
- {id: war, date: 2025-08/.., title: "War, José says"}
- {id: war-ends, date: 2025-12, title: War}
- {id: e-2024-b, date: 2019, title: The file 2024 is opened}
"""


@pytest.fixture(name="fleet", scope="module")
def _fleet(tmp_path_factory):
    path = tmp_path_factory.mktemp("fleet") / "fleet.yaml"
    path.write_text(FLEET, encoding="utf-8")
    return load.load(str(path), today=TODAY)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ship", ["ship"]),
        ("SHIP", ["ship"]),
        ("war", ["war"]),  # whole, though it is a title and a part of another id
        ("An Il-76 lands: the second", ["russian-il76-lands-2025"]),
        ("an  IL‑76\nlands: the second", ["russian-il76-lands-2025"]),
        ("Il-76", ["russian-il76-lands-2025"]),
        ("il76", ["russian-il76-lands-2025"]),
        ("lands second", ["russian-il76-lands-2025"]),
        ("second lands", ["russian-il76-lands-2025"]),
        ("An Il-76 lan…", ["russian-il76-lands-2025"]),
        # In order: the file 2024, the war, the Il-76, the ship (from the 25th on), War.
        ("e1", ["e-2024-b"]),
        ("E5", ["war-ends"]),
        ("5", ["war-ends"]),
        ("War e5", ["war-ends"]),
        ("War, José says e2", ["war"]),
        ("War e9", []),
        ("War e4", []),
        ("e6", []),
        ("e0", []),
        ("e05", []),
        ("land", ["russian-il76-lands-2025", "ship"]),
        ("il76-lands", ["russian-il76-lands-2025"]),
        ("ssian", ["russian-il76-lands-2025"]),
        ("jose", ["war"]),
        ("ands", ["russian-il76-lands-2025"]),  # in an id anywhere; in a title from its start
        ("nothing second", []),
        ("…", []),
        ("", []),
        (" ", []),
        ("zzz", []),
    ],
)
def test_an_id_a_title_words_or_a_part(fleet, text, ids):
    """What comes first in the order of precedence decides."""
    assert [each.id for each in events.named(text, fleet, TODAY).events] == ids


@pytest.mark.parametrize(
    ("text", "ids", "others"),
    [
        # Of that day alone; the ship only about then, the war goes on.
        ("2025-10-26", ["russian-il76-lands-2025"], 2),
        ("26 Oct 2025", ["russian-il76-lands-2025"], 2),
        # What may begin there stands first.
        ("2025-10-27", ["ship", "war"], 0),
        ("2025", ["war", "russian-il76-lands-2025", "ship", "war-ends"], 0),
        ("2019", ["e-2024-b"], 0),
        # No event is of that year: a part of an id.
        ("2024", ["e-2024-b"], 0),
        ("1990", [], 0),
    ],
)
def test_a_date(fleet, text, ids, others):
    """What lies on it or may, and how many more than the one that is of it alone."""
    found = events.named(text, fleet, TODAY)
    assert ([each.id for each in found.events], found.others) == (ids, others)


def test_without_today_nothing_is_a_date(fleet):
    """For what goes into a file, a date is no name."""
    assert not events.named("26 Oct 2025", fleet, None).events


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("shup", "no event is called 'shup'", "did you mean 'ship'?"),
        ("secnd", "no event is called 'secnd'", "did you mean 'second'?"),
        ("An secnd", "no event is called 'An secnd'", "did you mean 'an second'?"),
        (
            "zzz",
            "no event is called 'zzz'",
            "write words of its title, a part of its id, its handle, or a date",
        ),
        (
            "1990-05",
            "no event lies in May 1990",
            "`timeline around 1990-05` shows what is nearest",
        ),
    ],
)
def test_nothing_found_is_a_sentence(fleet, text, message, hint):
    """What is offered finds something."""
    error = events.none(text, fleet, TODAY)
    assert (error.message, error.hint) == (message, hint)
    for word in hint.split("'")[1:-1]:
        assert events.named(word, fleet, TODAY).events


def test_a_date_that_is_none_is_told_as_such(fleet):
    """There is no month 13."""
    assert "month 13" in events.none("2019-13", fleet, TODAY).message


def test_of_many_eight_are_listed(tmp_path):
    """With date, title and id; how many more is said."""
    path = tmp_path / "many.yaml"
    lines = [f"- {{id: 'n-{at}', date: 2019-03-{at:02}, title: Night {at}}}" for at in range(1, 12)]
    path.write_text("\n".join(lines), encoding="utf-8")
    timeline = load.load(str(path), today=TODAY)
    with pytest.raises(UsageError) as caught:
        events.one("night", events.named("night", timeline, TODAY).events)
    first, *rest = caught.value.hint.splitlines()
    assert caught.value.message == "'night' may be any of 11 events"
    assert first == "  1 Mar 2019  Night 1  n-1"
    assert len(rest) == 8
    assert rest[-1] == "  and 3 more: write more words, or an id"


@pytest.mark.parametrize("text", ["Oct 26", "26 October", "8 Dec"])
def test_a_day_without_a_year_leads_to_every_year(fleet, text):
    """No event is of it alone; its figures are no misspelt word."""
    error = events.none(text, fleet, TODAY)
    assert error.message == f"no event is called '{text}', and a date needs a year"
    assert error.hint == f"for that day of every year: `timeline on '{text}'`"
