"""CSL-JSON: what reference managers accept, no more exact than the file is."""

import pytest

from timeline import edtf
from timeline.model.records import Source
from timeline.reports.sources import references
from timeline.views.parts.csl import csl_items, issued

# Of the schema `csl-data.json`: no other property is allowed, these types are among its types.
PROPERTIES = {
    *("id", "type", "author", "title", "container-title", "publisher", "issued", "page", "ISBN"),
    *("DOI", "URL", "accessed", "language", "note"),
}
TYPES = {
    *("article", "article-journal", "article-newspaper", "book", "broadcast", "chapter", "dataset"),
    *("document", "graphic", "interview", "legislation", "post", "report", "speech", "thesis"),
    "webpage",
}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2019-01-23", {"date-parts": [[2019, 1, 23]]}),
        ("2019-01", {"date-parts": [[2019, 1]]}),
        ("2019", {"date-parts": [[2019]]}),
        ("2020-02", {"date-parts": [[2020, 2]]}),
        ("2019~", {"date-parts": [[2019]], "circa": True}),
        ("2019-01-23?", {"date-parts": [[2019, 1, 23]], "circa": True}),
        ("2019-01-23/2019-02", {"date-parts": [[2019, 1, 23], [2019, 2]]}),
        ("[2025-10-21..2025-10-31]", {"date-parts": [[2025, 10]], "circa": True}),
        ("201X", {"date-parts": [[2010], [2019]], "circa": True}),
        ("2019-21", {"date-parts": [[2019]], "circa": True}),
        ("[2025-11-01..]", {"date-parts": [[2025, 11, 1]], "circa": True}),
        # A side without a limit is left out, and says nothing of the other.
        ("2019/..", {"date-parts": [[2019]], "circa": True}),
        ("2019/", {"date-parts": [[2019]], "circa": True}),
        ("2019-05/..", {"date-parts": [[2019, 5]], "circa": True}),
        ("2019-05-07/..", {"date-parts": [[2019, 5, 7]], "circa": True}),
        ("../2013-05", {"date-parts": [[2013, 5]], "circa": True}),
        ("/2019", {"date-parts": [[2019]], "circa": True}),
        ("[..2013]", {"date-parts": [[2013]], "circa": True}),
        ("[2015..]", {"date-parts": [[2015]], "circa": True}),
        ("[..2013-05]", {"date-parts": [[2013, 5]], "circa": True}),
        ("[2011,..2013]", {"date-parts": [[2013]], "circa": True}),
        ("[..2013,2011]", {"date-parts": [[2013]], "circa": True}),
        ("{2015..}", {"date-parts": [[2015]], "circa": True}),
        ("2019~/..", {"date-parts": [[2019]], "circa": True}),
        ("2019/2019-03", {"date-parts": [[2019], [2019, 3]]}),
        ("2019-01-23T10:00:00", {"date-parts": [[2019, 1, 23]]}),
        ("-0043-03-15", {"date-parts": [[-44, 3, 15]]}),
        ("../1985", {"date-parts": [[1985]], "circa": True}),
        ("2018/2020", {"date-parts": [[2018], [2020]]}),
    ],
)
def test_a_date_is_as_exact_as_it_is(date, expected):
    """Year, month and day as far as they are known; `circa` for what is vaguer than its parts."""
    assert issued(edtf.parse(date)) == expected


def test_an_item_keeps_its_id_and_leaves_out_what_is_not_known(small):
    """A page of the web, and an article of which little is known."""
    found = [each.source for each in references(small.select(), small)]
    assert csl_items(found, small) == [
        {
            "id": "gazette",
            "type": "webpage",
            "title": "War begins",
            "container-title": "The Gazette",
            "issued": {"date-parts": [[2018, 3, 2]]},
            "URL": "https://gazette.example/war?a=1",
            "note": "reliability: B usually reliable",
        },
        {
            "id": "rumour",
            "type": "article",
            "publisher": "Rumours",
            "note": "reliability: F reliability cannot be judged; in Latin",
        },
    ]
    assert csl_items([Source("bare")], small) == [{"id": "bare", "type": "article"}]


def test_the_curated_bibliography_is_valid(curated):
    """Every item by the rules of the schema: types, properties, one or two dates of integers."""
    sources = [each.source for each in references(curated.select(), curated)]
    items = csl_items(sources, curated)
    assert len({item["id"] for item in items}) == len(items) == len(curated.sources)
    for item in items:
        assert set(item) <= PROPERTIES
        assert item["type"] in TYPES
        dates = item.get("issued", {"date-parts": [[1]]})["date-parts"]
        assert 1 <= len(dates) <= 2
        assert all(1 <= len(date) <= 3 and all(type(n) is int for n in date) for date in dates)
