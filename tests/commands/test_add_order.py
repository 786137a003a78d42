"""`timeline add`: an event of which nothing but its order is known."""

import pytest

from timeline.loading import load
from timeline.model.records import Link

FILE = """\
events:
  - {id: warned, date: 2018-05, title: An engineer warns}
  - {id: closed, date: 2019-03-28, title: The bridge is closed}
"""
LATER = "1 May 2018 or later ([2018-05-01..])"
BETWEEN = "some day between 1 May 2018 and 28 Mar 2019 ([2018-05-01..2019-03-28])"


@pytest.fixture(name="add")
def _add(run, file):
    def add(*args):
        result = run("add", "-f", str(file), "--title", "Talks", *args)
        assert result.stdout == ""
        return result.exit_code, result.stderr

    return add


@pytest.mark.parametrize(
    ("args", "dated", "links"),
    [
        (("--after", "warned"), LATER, [("after", "warned")]),
        (
            ("--after", "warned", "--before", "bridge is closed"),
            BETWEEN,
            [("after", "warned"), ("before", "closed")],
        ),
        (("--during", "closed"), "28 Mar 2019 (2019-03-28)", [("during", "closed")]),
        (("--link", "after=warned"), LATER, [("after", "warned")]),
        (
            ("--link", "denies=closed", "--after", "warned"),
            LATER,
            [("denies", "closed"), ("after", "warned")],
        ),
    ],
)
def test_its_order_may_stand_for_its_date(add, file, args, dated, links):
    """Nothing is written for the date; what follows from the order is said."""
    code, said = add(*args)
    assert (code, said.endswith(f", dated {dated}\n")) == (0, True), said
    event = load.load(str(file)).get("talks")
    assert (event.undated, event.links) == (True, tuple(Link(*each) for each in links))
    assert file.read_text().count("date:") == 2


def test_a_date_may_stand_beside_its_order(add, file):
    """Both are written."""
    assert add("--date", "2018", "--after", "warned")[0] == 0
    event = load.load(str(file)).get("talks-2018")
    assert (event.undated, event.date.text, len(event.links)) == (False, "2018", 1)


@pytest.mark.parametrize(
    ("args", "code", "error"),
    [
        (("--after", "wrned"), 2, "no event is called 'wrned'\ndid you mean 'warned'?\n"),
        (("--after", "closed", "--before", "warned"), 1, "order leaves no day for 'talks': "),
        (("--after", "2017"), 2, "a link leads to an event: name its id; for a date, write --date"),
        (("--link", "denies=closed"), 2, "there is no --date\nwrite --date 2025-10"),
    ],
)
def test_order_that_gives_no_date_is_refused(add, file, args, code, error):
    """With what to write, and the file as it was."""
    found, said = add(*args)
    assert (found, file.read_text()) == (code, FILE)
    assert error in said


def test_the_same_is_not_added_twice_unasked(add):
    """Also where the date follows from the order."""
    assert add("--after", "warned")[0] == 0
    code, said = add("--after", "warned")
    assert (code, "there is an event of that date and title already: talks" in said) == (2, True)
    assert add("--after", "warned", "--yes")[0] == 0


class TestOnTerminal:
    """Step by step."""

    def _end(self, session):
        for label in ("Summary ", "Kind ", "Actors ", "Places ", "Arc ", "Tags ", "Status "):
            session.answer(label, "")
        for label in ("Sources ", "Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "")
        return session.ended()

    def test_no_date_asks_for_the_order(self, asked, file):
        """It is said what follows, link by link; one that leaves no day is not taken."""
        session = asked("add", "-f", str(file))
        session.answer("Date ", "")
        session.answer("By order ", "wrned")
        session.wait_for("'wrned' says no order")
        session.answer("By order ", "after=wrned")
        session.wait_for("did you mean 'warned'?")
        session.answer("By order ", "After warned")
        session.wait_for("So it is dated 1 May 2018 or later ([2018-05-01..]).")
        session.answer("> ", "before: warned")
        session.wait_for("So it is dated some day between 1 and 31 May 2018")
        session.answer("> ", "during=closed")
        session.wait_for("order leaves no day for it: 'An engineer warns' is of May 2018,")
        session.answer("> ", "")
        session.answer("Title ", "Talks")
        assert self._end(session) == 0
        event = load.load(str(file)).get("talks")
        assert event.links == (Link("after", "warned"), Link("before", "warned"))

    def test_neither_date_nor_order_is_asked_again(self, asked, file):
        """Enter goes back to the date."""
        session = asked("add", "-f", str(file))
        session.answer("Date ", "")
        session.answer("By order ", "")
        session.wait_for("An event needs a date")
        session.answer("Date ", "2018")
        session.wait_for("Title ")
        session.type("\x03")
        assert session.ended() == 130

    def test_order_may_be_typed_for_the_date(self, asked, file):
        """Where it is no date: `after 2018` is one."""
        session = asked("add", "-f", str(file), "--title", "Talks")
        session.answer("Date ", "after warned")
        session.wait_for("So it is dated 1 May 2018 or later")
        session.answer("> ", "")
        assert self._end(session) == 0
        assert load.load(str(file)).get("talks").undated

    def test_where_the_order_is_given_the_date_may_be_skipped(self, asked, file):
        """With --ask."""
        session = asked("add", "-f", str(file), "--title", "T", "--after", "warned", "--ask")
        session.answer("Date ", "")
        session.wait_for("Summary ")
        session.type("\x03")
        assert session.ended() == 130
        assert "--link after=warned" in session.shown

    def test_in_an_empty_file_there_is_no_order(self, asked, tmp_path):
        """A date is asked for again."""
        path = tmp_path / "empty.yaml"
        path.write_text("events:\n")
        session = asked("add", "-f", str(path))
        session.answer("Date ", "")
        session.wait_for("about 2014.")
        session.wait_for("Date ")
        session.type("\x03")
        assert session.ended() == 130
        assert "By order" not in session.shown
