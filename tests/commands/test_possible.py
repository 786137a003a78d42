"""--possible leaves the maybes alone, as --certain leaves them out."""

import pytest

# "In April or May 2018": the landing (one of 1 to 9 April) and the general are surely there, the
# war goes on; of what is dated 2019 or c. 1998 nothing may be.
SPRING = "date:2018-04..2018-05"


def _ids(result):
    return [line.split("\t")[5] for line in result.stdout.splitlines()]


def test_what_is_certain_and_what_is_possible_make_up_the_whole(run, small_file):
    """Before 6 April 2018 the landing is only possible; the war had begun, the quarrel too."""
    asked = ("list", "-f", small_file, "until:2018-04-05")
    assert _ids(run(*asked, "--possible")) == ["landing"]
    assert _ids(run(*asked, "--certain")) == ["old-quarrel", "war"]
    assert _ids(run(*asked)) == ["old-quarrel", "war", "landing"]


def test_they_are_counted_as_ever(run, small_file):
    """So many for certain, and so many possibly."""
    result = run("list", "-f", small_file, "until:2018-04-05", "--possible")
    assert result.stderr == "0 events (+1 possibly)\n"


@pytest.mark.parametrize(
    ("option", "asked", "words"),
    [
        ("--possible", SPRING, "No event matches only possibly, 3 for certain: "),
        ("--certain", "on:2018-04-03 arc:south", "No event matches for certain, 1 possibly: "),
    ],
)
def test_where_none_is_left_it_is_said_what_the_others_do(run, small_file, option, asked, words):
    """Exit 0: an empty answer is one."""
    result = run("list", "-f", small_file, asked, option)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(words)


def test_both_leave_nothing(run):
    """To ask for both at once is wrong use."""
    result = run("list", "--certain", "--possible")
    assert result.exit_code == 2
    assert result.stderr == (
        "timeline: nothing is certain and only possible\n"
        "write --certain or --possible, or neither for both\n"
    )


def test_near_a_date(run, small_file):
    """Within 5 days of 11 April is from the 6th on: of 1 to 9 April some days are."""
    asked = ("around", "2018-04-11", "--within", "5d", "-f", small_file)
    assert "landing" in run(*asked, "--possible").stdout
    assert "landing" not in run(*asked, "--certain").stdout


def test_beside_another(run, small_file):
    """Of both sides, what only may be."""
    sides = ("compare", "arc:north", "arc:south", "-f", small_file, "until:2018-04-05")
    assert run(*sides, "--possible").stderr.startswith("A: 0 events; B: 0 events (+1 possibly)")


def test_on_a_day_of_the_year(run, small_file):
    """The denial is of 1 June for certain."""
    asked = ("on", "06-01", "-f", small_file)
    assert "rebels-deny" in run(*asked, "--certain").stdout
    assert "rebels-deny" not in run(*asked, "--possible").stdout


def test_a_part_of_what_is_only_possible(run):
    """Nothing is certain, so nothing is a part of what is: 2 of 3 are shown."""
    events = "".join(f"- {{date: 2019~, title: Event {at}}}\n" for at in range(3))
    done = run("list", "date:2019-03-01", "--limit", "2", "-f", "-", input=events)
    assert done.stderr == "2 of 3 possible events\n"
