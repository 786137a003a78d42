"""`timeline thread`: the tree around an event, and the stories of a file."""

import json

_DEEP = ("--depth", "3")


def _rows(result):
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_the_letter_its_story_its_denial_and_the_delivery_claim(run):
    """The chains as the curated file has them."""
    rows = _rows(run("thread", "maduro-letter-to-putin-2025", *_DEEP))
    places = {row[5]: (row[0], row[1], row[3]) for row in rows if row[6] == "first"}
    assert rows[0][5] == "maduro-letter-to-putin-2025"
    assert places["washington-post-reports-maduro-letter-2025"] == (
        "1",
        "reported by",
        "confirmed",
    )
    assert places["lavrov-denies-venezuelan-request-2025"] == ("1", "denied by", "denied")
    assert places["moscow-times-ally-at-risk-article-2025"] == ("1", "reported by", "confirmed")
    assert places["zhuravlev-claims-pantsir-buk-delivery-2025"] == ("2", "reports", "claimed")
    assert places["russian-il76-lands-caracas-2025"] == ("3", "responds-to", "confirmed")


def test_who_says_so_stands_under_the_title(run):
    """The status in a word, and the actors."""
    page = run("thread", "letter-to-putin", "--depth", "1", "-o", "table", "--width", "112").stdout
    lines = page.splitlines()
    at = next(
        number for number, line in enumerate(lines) if "← denied by ✕ Minister Lavrov" in line
    )
    assert lines[at].lstrip().startswith("11 Nov 2025")
    assert "denial · Sergei Lavrov, Russian Ministry of Foreign Affairs" in lines[at + 1]


def test_depth_and_what_lies_beyond(run, small_file):
    """One link from the landing, without being asked: three of five events. Two reach all."""
    result = run("thread", "-f", small_file, "landing")
    assert [row[5] for row in _rows(result)] == ["landing", "war", "general-speaks"]
    assert result.stderr == "3 of 5 linked events, 2 links; --depth 2 shows more\n"
    deeper = run("thread", "-f", small_file, "landing", "--depth", "2")
    assert (len(_rows(deeper)), deeper.stderr) == (5, "5 events, 4 links\n")


def test_a_query_leaves_out_of_the_tree_what_it_does_not_match(run, small_file):
    """Without 2019 the occupation is gone."""
    result = run("thread", "-f", small_file, "landing", "year:2018", "--depth", "2")
    assert [row[5] for row in _rows(result)] == ["landing", "war", "general-speaks", "rebels-deny"]


def test_an_event_without_links_is_alone(run, small_file):
    """Said in the count."""
    result = run("thread", "-f", small_file, "some-year")
    assert (len(_rows(result)), result.stderr) == (1, "1 event, no links\n")


def test_json_is_nested(run, small_file):
    """What hangs on an event is inside it."""
    document = json.loads(run("thread", "-f", small_file, "landing", *_DEEP, "-o", "json").stdout)
    root = document["thread"]
    assert (document["links_away"], root["id"], root["status"]) == (3, "landing", "disputed")
    claim = root["linked"][1]
    assert [child["id"] for child in claim["linked"]] == ["rebels-deny"]
    rows = run("thread", "-f", small_file, "landing", *_DEEP, "-o", "jsonl").stdout.splitlines()
    assert [json.loads(row)["depth"] for row in rows] == [0, 1, 2, 1, 2]


def test_all_lists_the_stories_of_the_file_or_of_a_selection(run, small_file):
    """By size; the first word is a query then, not an id."""
    result = run("thread", "-f", small_file, "--all")
    assert [(row[0], row[5]) for row in _rows(result)] == [("5", "war")]
    assert result.stderr == "1 story, 2 events without links\n"
    part = run("thread", "-f", small_file, "--all", "actor:army", "year:2018")
    assert _rows(part)[0][0] == "3"
    document = json.loads(run("thread", "-f", small_file, "--all", "-o", "json").stdout)
    assert (document["unlinked"], document["stories"][0]["size"]) == (2, 5)


def test_all_on_a_page_says_where_to_start(run, small_file):
    """The title, and the id to copy."""
    page = run("thread", "-f", small_file, "--all", "-o", "table").stdout
    assert "1 story, 2 events without links" in page
    assert "War of the Union [sic]" in page
    assert page.rstrip().endswith("war")


def test_what_is_missing_is_said(run, small_file):
    """No id, an id that is not there, a selection without events."""
    nothing = run("thread", "-f", small_file)
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert f"write `timeline -f {small_file} thread EVENT`, or --all" in nothing.stderr
    assert run("thread", "-f", small_file, "lnding").exit_code == 2
    assert run("thread", "-f", small_file, "landing", "--depth", "0").exit_code == 2
    empty = run("thread", "-f", small_file, "--all", "--year", "1803")
    assert empty.stderr.startswith("No event matches 1803.")
