"""Dates in the columns of tables, where one cell or one row does not say it all."""

import json

import pytest

from tests.exchange.files_read import read, told


def _dates(found) -> dict[str, str]:
    return {match.event.title: match.event.date.text for match in found.select()}


def test_a_double_year_may_stand_in_a_column_of_its_own(tmp_path):
    """With the month beside it, as a number or a name; after 24 March there is none."""
    text = (
        "year,month,day,title\n1699/00,2,11,A\n1637/1638,Mar,12,B\n1743/4,1,,C\n"
        "1743/4,5,20,D\n1711/1715,2,5,E\n1711/12,2,x,F\n"
    )
    found, losses = read(tmp_path, text)
    assert _dates(found) == {"A": "1700-02-11", "B": "1638-03-12", "C": "1744-01"}
    assert told(losses, "refused") == [
        "a double year after 24 March, when both have begun",
        "a double year whose second is not the next",
        "the year and the day are not whole numbers",
    ]


def _table(folder, *rows: str, header: str = "date,title", **choices):
    lines = [header, *(f"{row},e{at}" for at, row in enumerate(rows))]

    found, losses = read(folder, "\n".join(lines) + "\n", **choices)
    return _dates(found), losses


def _said(order: str, text: str, line: int) -> str:
    return f"dates such as 3/4/2020 are read {order}: '{text}' in line {line} can be nothing else"


@pytest.mark.parametrize(
    ("rows", "expected", "said"),
    [
        (["3/4/2020", "25/3/2020"], ["2020-04-03", "2020-03-25"], ("day first (dmy)", 1)),
        (["3/4/2020", "3/25/2020"], ["2020-03-04", "2020-03-25"], ("month first (mdy)", 1)),
        (["25.03.2020"], ["2020-03-25"], ("day first (dmy)", 0)),
        (["03-04-2020", "2019-05", "31-12-2020"], ["2020-04-03", "2019-05", "2020-12-31"], None),
        (["3/4/2020 10:30", "25/3/2020"], ["2020-04-03T10:30", "2020-03-25"], None),
        (["3/4/2020", "25/3/85"], ["2020-04-03"], ("day first (dmy)", 1)),
        (["3/4/2020", "31/31/2020", "25/3/2020"], ["2020-04-03", "2020-03-25"], None),
    ],
)
def test_the_dates_of_a_column_show_their_order(tmp_path, rows, expected, said):
    """A number above 12 is no month: then all are known, no guess, and by which value is said."""
    found, losses = _table(tmp_path, *rows)
    assert list(found.values()) == sorted(expected)
    if said:
        order, at = said
        assert losses.settled == [_said(order, rows[at], at + 2)]
    assert len(losses.settled) == 1
    assert told(losses, "guessed") == ["what a column says, by its name"]


def test_the_order_is_known_before_the_first_row_wherever_it_is_shown(tmp_path):
    """The row that tells may be the last of a long table, and the first needs it."""
    rows = [*["2019-01-01"] * 300, *["3/4/2020"] * 300, "25/3/2020"]
    found, losses = _table(tmp_path, *rows)
    assert losses.refused == 0
    assert found["e300"] == "2020-04-03"


def test_the_column_of_ends_is_asked_too(tmp_path):
    """31 March rules out that the day comes first in the starts."""
    rows = ["03/01/1946,03/31/1946", "05/06/1947,"]
    found, losses = _table(tmp_path, *rows, header="date,end_date,title")
    assert found == {"e0": "1946-03-01/1946-03-31", "e1": "1947-05-06"}
    assert losses.settled == [_said("month first (mdy)", "03/31/1946", 2)]


def test_columns_that_contradict_are_refused_and_both_named(tmp_path):
    """One of them may be read wrongly by any order."""
    rows = ["25/03/1946,03/31/1946", "05/06/1947,"]
    found, losses = _table(tmp_path, *rows, header="date,end_date,title")
    assert (found, losses.settled) == ({}, [])
    assert next(iter(losses)).hint == (
        "no order fits all: mdy is ruled out by 1 such as 25/03/1946 in 'date', "
        "dmy by 1 such as 03/31/1946 in 'end_date'"
    )


@pytest.mark.parametrize(
    ("rows", "hint"),
    [
        (["1/2/2003", "3/4/2003"], "import it with --order dmy or --order mdy"),
        (["1/2/2003", "25.3.2003"], "import it with --order dmy, which fits 1 such as 25.3.2003"),
        (["1/2/2003", "31/4/2003"], "import it with --order dmy or --order mdy"),
        (["1/2/2003", "29/2/2003"], "import it with --order dmy or --order mdy"),
    ],
)
def test_what_shows_nothing_leaves_the_order_to_a_person(tmp_path, rows, hint):
    """Dates with other signs may be another's; 31 April is a date in no order."""
    found, losses = _table(tmp_path, *rows)
    assert "e0" not in found
    assert next(iter(losses)).hint.startswith(hint)


def test_a_day_that_is_the_same_in_both_orders_is_known(tmp_path):
    """3/3/2020 is 3 March, whoever wrote it."""
    found, losses = _table(tmp_path, "3/3/2020", "3/4/2020")
    assert found == {"e0": "2020-03-03"}
    assert losses.refused == 1


def test_what_a_person_says_goes_before_what_the_dates_show(tmp_path):
    """Then a date that is none in that order is refused."""
    found, losses = _table(tmp_path, "3/4/2020", "25/3/2020", order="mdy")
    assert found == {"e0": "2020-03-04"}
    assert (losses.refused, losses.settled) == (1, [])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["2022-04-03 00:00:00"], ["2022-04-03"]),
        (["2022-04-03T00:00:00.000Z", "2022-04-05T00:00:00Z"], ["2022-04-03", "2022-04-05"]),
        (["2022-04-03T00:00", "2022-04-05", "2022"], ["2022-04-03", "2022-04-05", "2022"]),
        (["2022-04-03T00:00:00+02:00"], ["2022-04-03"]),
        (["4/3/2022 12:00:00 AM", "4/13/2022 12:00 am"], ["2022-04-03", "2022-04-13"]),
    ],
)
def test_midnight_in_every_row_is_no_time_of_day(tmp_path, rows, expected):
    """Programs write it for a day; it is dropped, and that is told for each."""
    found, losses = _table(tmp_path, *rows)
    assert list(found.values()) == sorted(expected, key=lambda date: (date, len(date)))
    (dropped,) = [loss for loss in losses if loss.kind == "dropped"]
    assert dropped.what == "the time of day, which is midnight in every row"
    assert dropped.count == sum(":" in row for row in rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["2022-04-03 00:00:00", "2022-04-04 00:00:01"],
        ["2022-04-03T00:00:00Z", "2022-04-04T00:00:00.5Z"],
        ["2022-04-03 00:00", "2022-04-04 14:30"],
    ],
)
def test_midnight_among_other_times_is_one(tmp_path, rows):
    """There it may well be meant."""
    found, losses = _table(tmp_path, *rows)
    assert found["e0"].startswith("2022-04-03T00:00")
    assert "the time of day, which is midnight in every row" not in told(losses, "dropped")


def test_a_time_at_an_end_makes_the_midnights_of_the_starts_times(tmp_path):
    """A night shift begins at midnight and ends at half past twelve."""
    rows = ["2022-04-03 00:00,2022-04-03 12:30", "2022-04-05 00:00,"]
    found, _ = _table(tmp_path, *rows, header="date,end,title")
    assert found == {"e0": "2022-04-03T00:00", "e1": "2022-04-05T00:00"}


def test_midnight_in_a_column_of_its_own_is_no_time_either(tmp_path):
    """As where a table has been filled with zeros."""
    found, _ = _table(tmp_path, "2022-04-03,00:00", "2022-04-05,00:00:00", header="date,time,title")
    assert found == {"e0": "2022-04-03", "e1": "2022-04-05"}


def test_lists_of_objects_are_read_alike(tmp_path):
    """In JSON: the order that is shown, and midnights that say nothing."""
    rows = [{"when": "3/4/2020", "what": "a"}, {"when": "25/3/2020", "what": "b"}]
    found, losses = read(tmp_path, json.dumps(rows), "x.json")
    assert _dates(found) == {"a": "2020-04-03", "b": "2020-03-25"}
    assert losses.settled == [_said("day first (dmy)", "25/3/2020", 1)]
    lines = '{"when": "2024-12-01T00:00:00.000Z", "what": "a"}\n'
    found, _ = read(tmp_path, lines, "x.jsonl")
    assert _dates(found) == {"a": "2024-12-01"}


def test_what_was_guessed_is_shown_as_it_was_written(tmp_path):
    """Not as what it became."""
    _, losses = _table(tmp_path, "2 March 2020", "late May 2020", "1 Jan 1750/51")
    examples = [loss.example for loss in losses if loss.kind == "guessed"]
    assert examples == ["", "late May 2020", "1 Jan 1750/51"]


def test_a_month_and_its_year_may_have_a_slash_between(tmp_path):
    """`Sept/1988`, `12/2014` and `2022/04` are months; `2010/11` may be two years."""
    found, losses = _table(tmp_path, "Sept/1988", "12/2014", "2022/04", "1988/Oct", "2010/11")
    assert list(found.values()) == ["1988-09", "1988-10", "2014-12", "2022-04"]
    assert told(losses, "refused") == ["there is no such date"]
