"""What stands on the screen is what its command prints, wherever keys have led."""

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from timeline.errors import TimelineError
from timeline.exploring import keys, line
from timeline.exploring.ground import Ground
from timeline.exploring.key_rows import KEYS
from timeline.exploring.seat import QUERY, CannotAct, Seat

QUERIES = (
    *("rebels", "-rebels", "army or general", "actor:union", "=union", "year:2018", "2018"),
    *("status:claimed or status:denied", "not tag:war", "date:2018-04..", "before:2018-04-05"),
    *("no:arc", "note:second", '"War of the"', '"', "actor:nobody", "sources>=2", "(", "--certain"),
    *("known:2018", "reliability>=C", "id:=war", "sic]", "'", "", "  ", "$HOME", "a;b"),
)
PRESSED = sorted({key for row in KEYS if row.press for key in row.keys})
STEPS = st.one_of(st.sampled_from(PRESSED), st.sampled_from(QUERIES).map(lambda text: (text,)))


def walked(steps, ground):
    """Return the seat that keys, and queries that are typed, lead to; what cannot act does not."""
    seat = Seat()
    for step in steps:
        try:
            if isinstance(step, tuple):
                opened = seat if seat.pane == QUERY else line.opened(seat, ground)
                seat = line.typed(opened, ground, step[0])
            else:
                seat = keys.press(seat, step, ground)
        except (CannotAct, TimelineError):
            continue
    return seat


@pytest.fixture(name="printed")
def _printed(run, small_file):
    """Return the ids that a command prints, given its words."""

    @cache
    def printed(*words):
        name, *rest = words
        done = run("-f", small_file, name, "-o", "jsonl", *rest)
        assert done.exit_code == 0, (words, done.stderr)
        return [json.loads(row)["id"] for row in done.stdout.splitlines()]

    return printed


@examples(1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=25))
def test_the_command_prints_what_is_on_the_screen(steps, ground, printed):
    """The same events in the same order; of a view without rows those that it is drawn from."""
    seat = walked(steps, ground)
    assert_same(seat, ground, printed)


def assert_same(seat, ground, printed):
    """Compare the screen at *seat* with what its command prints."""
    if not ground.view(seat).has_rows:
        seat = replace(seat, view="list")
    assert printed(*ground.words(seat)) == list(ground.shown(seat).places)


@pytest.mark.parametrize("view", ["chart", "lanes", "thread", "evidence", "known", "list"])
def test_the_command_of_every_view_can_be_run(view, ground, run, small_file):
    """With a query that begins with a dash too, and when nothing is found."""
    for query in ("", "-rebels", "no:arc", "rebels or army"):
        seat = Seat(view=view, query=query, focus="war")
        done = run("-f", small_file, *ground.words(seat))
        assert done.exit_code == 0, done.stderr


def test_a_command_that_is_copied_is_one_of_the_shell(small):
    """Whatever is asked: signs of the shell are quoted."""
    ground = Ground(small, 737_000, origin=("-f", "my file.yaml"))
    assert ground.command(Seat(query='"$HOME; rm"')) == (
        """timeline -f 'my file.yaml' list '"$HOME; rm"'"""
    )
