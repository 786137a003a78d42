"""`timeline cite`: the bibliography of a selection."""

import json


def test_in_a_pipe_each_source_is_a_line_by_date(run, curated):
    """Of the whole timeline: every source once, the dated ones in order, the undated last."""
    result = run("cite")
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    dated = [bool(line[3]) for line in lines]
    assert len(lines) == len({line[0] for line in lines}) == len(curated.sources)
    assert dated == sorted(dated, reverse=True)
    assert lines[0][0] == "kremlin-2001-05-14"
    assert result.stderr == f"{len(lines)} sources\n"


def test_a_page_numbers_them(run, small_file):
    """With grade, note, address, and how many events rest on each."""
    text = run("cite", "-f", small_file, "--format", "table").stdout
    for words in (
        "7 events · 2 sources",
        " 1  The Gazette, War begins, 2 Mar 2018\n    B usually reliable · 5 events\n",
        "    https://gazette.example/war?a=1\n",
        " 2  Rumours\n    F reliability cannot be judged · 3 events\n    in Latin\n",
    ):
        assert words in text


def test_csl_is_a_list_of_items(run, small_file):
    """Of the selection only, with the ids of the file; nothing found is an empty list."""
    items = json.loads(run("cite", "-f", small_file, "treaty", "--csl").stdout)
    assert [item["id"] for item in items] == ["gazette"]
    assert json.loads(run("cite", "-f", small_file, "year:2005", "--csl").stdout) == []


def test_csl_is_a_form_of_its_own(run, small_file):
    """Two forms at once are wrong use, before or behind the command."""
    for args in (("cite", "--csl", "--format", "md"), ("--format", "md", "cite", "--csl")):
        result = run(*args, "-f", small_file) if args[0] == "cite" else run("-f", small_file, *args)
        assert result.exit_code == 2
        assert result.stderr == "timeline: --csl is a form of its own\nleave out --format md\n"
