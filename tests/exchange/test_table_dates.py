"""Dates in the columns of tables, where one cell or one row does not say it all."""

from tests.exchange.reading import read, told


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
