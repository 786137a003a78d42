"""docs/scale.md: its tables are those of a database, and what it asks is answered as it says."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests import scale_page
from timeline.exchange.sqlite.views import VIEWS

PAGE = (Path(__file__).parents[1] / "docs" / "scale.md").read_text(encoding="utf-8")
MADE = re.findall(r"\[\[\[cog\n(.*?)\]\]\] -->\n(.*?)<!-- \[\[\[end", PAGE, re.DOTALL)


@pytest.mark.parametrize(("code", "shown"), MADE)
def test_what_is_made_from_the_code_is_fresh(code, shown):
    """Whoever adds a key runs `make fix`."""
    call = re.sub(r"^from .*\n", "", code)
    with contextlib.redirect_stdout(io.StringIO()) as made:
        exec(call, vars(scale_page))  # noqa: S102  it is our own page
    assert shown == made.getvalue()


def test_what_it_asks_in_sql_is_what_a_query_finds(curated, run):
    """The first question says which query it stands for."""
    question = re.search(r"What `timeline (.*?)` finds", PAGE)[1]
    lines = run(*question.split()).stdout.splitlines()
    query = re.search(r"```sql\n(.*?)```", PAGE, re.DOTALL)[1]
    assert scale_page.asked(query) == [tuple(line.split("\t")[0:3:2]) for line in lines]
    assert len(lines) > 1
    assert curated.title


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_columns_of_the_page(view):
    """In their order."""
    row = re.search(rf"\| `{view}` \| (.*?) \|", PAGE)[1]
    names = [name for (name,) in scale_page.asked(f"SELECT name FROM pragma_table_info('{view}')")]
    assert names == re.findall("`(.*?)`", row)


@pytest.mark.parametrize("command", re.findall(r'`sqlite3 t.db "(.*?)"`', PAGE))
def test_the_shell_of_sqlite_is_given_what_it_can_read(command):
    """By the library here: it is the same language."""
    assert scale_page.asked(command)


@pytest.mark.parametrize("query", re.findall(r'read_(?:sql|database)\("(.*?)"', PAGE))
def test_a_table_of_data_reads_a_view(query):
    """Any program that takes a connection of the standard library does."""
    assert len(scale_page.asked(query)[0]) == 8
