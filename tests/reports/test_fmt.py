"""A file in order: its text says the same as before, or nothing comes of it."""

import pytest

from timeline.editing.canonical import Formatting
from timeline.errors import TimelineError
from timeline.reports import fmt

MESSY = "- {date: 2020, title: Later}\n- {date: 2019, title: Earlier}\n"
NEAT = "- {date: 2019, title: Earlier}\n- {date: 2020, title: Later}\n"


def test_the_events_are_in_order():
    """And what is in order stays as it is."""
    assert fmt.formatted("f.yaml", MESSY) == Formatting(NEAT)
    assert fmt.formatted("f.yaml", NEAT) == Formatting(NEAT)


def test_a_text_that_would_say_something_else_is_refused(monkeypatch):
    """Whatever the canonical order makes of it: it is looked at before anybody writes it."""
    another = Formatting(NEAT.replace("Later", "Another"))
    monkeypatch.setattr(fmt.canonical, "formatting", lambda _: another)
    with pytest.raises(TimelineError, match="would not say the same"):
        fmt.formatted("f.yaml", MESSY)


def test_a_file_that_needs_another_is_read_with_it(tmp_path):
    """It links to an event there; alone it has a problem, which is said."""
    other, mine = tmp_path / "other.yaml", tmp_path / "mine.yaml"
    other.write_text("- {id: first, date: 2018, title: First}\n", encoding="utf-8")
    text = "- {date: 2019, title: Second, links: [{denies: first}]}\n"
    with pytest.raises(TimelineError, match="first"):
        fmt.formatted(str(mine), text)
    assert fmt.formatted(str(mine), text, [str(other), str(mine)]).text == text
