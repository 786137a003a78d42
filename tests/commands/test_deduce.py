"""`--deduce`: what is certain by the order of events, marked, and explained."""

import json
from pathlib import Path

import pytest

import timeline

FILE = """\
timeline: {title: The bridge, as_of: 2026-01-01}
events:
  - {id: cracks, date: 2019-03, title: Cracks are found}
  - {id: closed, date: 2019-03-18, title: It is closed, links: [{responds-to: cracks}]}
  - {id: repaired, date: 2019, title: It is repaired, links: [{after: closed}]}
"""


@pytest.fixture
def ask(run, tmp_path, monkeypatch):
    """Return a function that gives id → verdict of what is listed of a file of its own."""
    monkeypatch.chdir(tmp_path)
    Path("bridge.yaml").write_text(FILE, encoding="utf-8")

    def found(*args):
        rows = run("-f", "bridge.yaml", "list", *args, "-o", "jsonl").stdout.splitlines()
        return {row["id"]: row["verdict"] for row in map(json.loads, rows)}

    return found


@pytest.mark.parametrize(
    ("query", "plain", "deduced"),
    [
        ("until:2019-03-20 id:cracks", {"cracks": "possible"}, {"cracks": "deduced"}),
        ("since:2019-03-19 id:cracks", {"cracks": "possible"}, {}),
        ("not since:2019-03-19 id:cracks", {"cracks": "possible"}, {"cracks": "deduced"}),
        ("until:2019-03-10 id:cracks", {"cracks": "possible"}, {"cracks": "possible"}),
        ("year:2019 id:cracks", {"cracks": "certain"}, {"cracks": "certain"}),
        ("since:2019-03-18 id:repaired", {"repaired": "deduced"}, {"repaired": "deduced"}),
        ("until:2019-03-17 id:repaired", {}, {}),
    ],
)
def test_what_is_open_is_decided_by_order(ask, query, plain, deduced):
    """A yes is marked as deduced, a no is not found; pure order counts without being asked."""
    assert ask(query) == plain
    assert ask(query, "--deduce") == deduced


def test_the_mark_is_explained(run, ask):
    """The sign stands before the date on a page and in Markdown; below, what it means."""
    del ask
    query = ("-f", "bridge.yaml", "list", "until:2019-03-20", "id:cracks", "--deduce")
    run(*query, "--save", "page.txt")
    page = Path("page.txt").read_text(encoding="utf-8")
    assert any(line.startswith("⊢") and "Mar" in line for line in page.splitlines())
    assert "⊢ certain by its order: `timeline why` says how" in page
    run(*query, "--ascii", "--save", "ascii.txt")
    page = Path("ascii.txt").read_text(encoding="utf-8")
    assert "| certain by its order" in page
    assert page.isascii()
    said = run(*query, "-o", "md").stdout
    assert "- ⊢ **Mar 2019**" in said
    assert "⊢ certain by its order" in said
    assert run(*query, "-o", "csv").stdout.splitlines()[1].startswith("deduced,cracks,")


def test_why_asks_the_narrower_date_as_well(run, ask):
    """The answer is the same, and the steps of the order stand below."""
    del ask
    asked = ("-f", "bridge.yaml", "why", "cracks", "until:2019-03-20")
    assert run(*asked).stdout.startswith("maybe\t")
    lines = run(*asked, "--deduce").stdout.splitlines()
    assert lines[0].startswith("yes\tuntil:2019-03-20\t")
    assert lines[1].startswith("narrower\t")


def test_it_can_be_set_for_all(run, ask):
    """In `timeline.toml`, for every command; `--no-deduce` undoes it."""
    Path("timeline.toml").write_text("deduce = true\n", encoding="utf-8")
    assert ask("until:2019-03-20 id:cracks") == {"cracks": "deduced"}
    assert ask("until:2019-03-20 id:cracks", "--no-deduce") == {"cracks": "possible"}
    assert run("-f", "bridge.yaml", "save", "q", "id:cracks", "--deduce").exit_code == 2


def test_from_python_pure_order_counts(ask):
    """The same door: what is said for its order alone need not be asked for."""
    del ask
    story = timeline.load("bridge.yaml")
    (match,) = story.select("since:2019-03-18 id:repaired")
    assert match.certain
    assert match.deduced
    assert not next(iter(story.select("until:2019-03-20 id:cracks"))).certain
