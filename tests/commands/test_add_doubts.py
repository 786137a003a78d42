"""`timeline add`: what another reader may doubt is asked, or said."""

import pytest

FILE = "events:\n- {id: old, date: 2019-03-02, title: The bridge is closed}\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "c. autumn 1932",
            "dated c. autumn 1932 (1932-23~), certainly within Jun 1932 – Feb 1933",
        ),
        ("between 1940 and 1943", "dated some year between 1940 and 1943 ([1940..1943])"),
        ("perhaps 2019", "dated 2019?"),
        ("2 mar 2018", "dated 2 Mar 2018 (2018-03-02)"),
    ],
)
def test_it_says_what_is_certain_of_a_date(run, file, typed, said):
    """Where its own words do not."""
    result = run("add", "-f", str(file), "--date", typed, "--title", "X")
    assert result.exit_code == 0
    assert result.stderr.endswith(f", {said}\n")


def test_an_event_told_already_is_refused_in_a_pipe(run, file):
    """Case does not count; --yes adds it, another date needs nothing."""
    said = ("add", "-f", str(file), "--title", "The Bridge is  closed", "--date")
    result = run(*said, "2 mar 2019")
    assert (result.exit_code, file.read_text()) == (2, FILE)
    assert result.stderr == (
        "timeline: there is an event of that date and title already: old\n"
        f"`timeline -f {file} show old` shows it; add --yes if it is another one\n"
    )
    assert run(*said, "2 mar 2019", "--yes").exit_code == 0
    assert run(*said, "3 mar 2019").exit_code == 0
    assert file.read_text().count("title:") == 3


def _on(asked, file, date, title="X", *more):
    return asked("add", "-f", str(file), "--date", date, "--title", title, *more)


def test_words_that_can_be_read_otherwise_are_asked_about(asked, file):
    """With what is certain; Enter says yes."""
    opened = _on(asked, file, "late oct 2018")
    opened.wait_for("late Oct 2018 ([2018-10-21..2018-10-31]), certainly within 21–31 Oct 2018")
    opened.answer("Is that the date? [Y/n] ", "")
    assert opened.ended() == 0
    assert "[2018-10-21..2018-10-31]" in file.read_text()


@pytest.mark.parametrize("typed", ["n\n", "\x03"])
def test_no_leaves_the_file_as_it_was(asked, file, typed):
    """Exit 130."""
    opened = _on(asked, file, "c. 2014")
    opened.wait_for("Is that the date? [Y/n] ")
    opened.type(typed)
    opened.wait_for("Nothing was added")
    assert (opened.ended(), file.read_text()) == (130, FILE)


@pytest.mark.parametrize("date", ["2 mar 2018", "2018-11~", "aug 2018"])
def test_a_plain_date_and_edtf_are_not_asked_about(asked, file, date):
    """Nor anything with --yes."""
    assert _on(asked, file, date).ended() == 0
    assert _on(asked, file, "late oct 2018", "Y", "--yes").ended() == 0
    assert file.read_text().count("title:") == 3


@pytest.mark.parametrize(("typed", "events"), [("", 1), ("y", 2)])
def test_an_event_told_already_is_asked_about(asked, file, typed, events):
    """Enter says no."""
    opened = _on(asked, file, "2019-03-02", "The bridge is closed")
    opened.wait_for("there is an event of that date and title already: old")
    opened.answer("Add another one? [y/N] ", typed)
    assert opened.ended() == (0 if events > 1 else 130)
    assert file.read_text().count("title:") == events
