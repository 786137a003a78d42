"""What is known of the order of events, as people and programs are told of it."""

import json
from pathlib import Path

import pytest

FILE = """\
timeline: {title: The bridge, as_of: 2026-01-01}
sources:
  gazette: {publisher: The Gazette, date: 2019-03-29}
events:
  - {id: cracks, date: 2019-03, title: Cracks are found}
  - {id: closed, date: 2019-03-18, title: It is closed, links: [{responds-to: cracks}]}
  - {id: told, date: 2019, title: The mayor is told, links: [{before: closed}, {after: cracks}]}
  - {id: repaired, date: 2019~, title: It is repaired, links: [{after: closed}]}
  - {id: seen, date: 2019-03, title: A gap is seen, sources: [gazette]}
"""


@pytest.fixture
def bridge(tmp_path, monkeypatch):
    """Return the name of a file in which order narrows dates, in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.yaml").write_text(FILE, encoding="utf-8")
    return "bridge.yaml"


@pytest.mark.parametrize(
    ("id_", "days", "because"),
    [
        ("cracks", "1–18 Mar 2019", ["'It is closed' is of 18 Mar 2019 (responds-to)"]),
        ("seen", "1–29 Mar 2019", ["The Gazette is of 29 Mar 2019 (source)"]),
        (
            "told",
            "1–18 Mar 2019",
            [
                "'Cracks are found' is of Mar 2019 (after)",
                "'It is closed' is of 18 Mar 2019 (before)",
            ],
        ),
        ("repaired", "18 Mar 2019 – 31 Dec 2020", ["'It is closed' is of 18 Mar 2019 (after)"]),
    ],
)
def test_show_says_what_is_left_and_why(run, bridge, id_, days, because):
    """A line on the page and in Markdown, by hand from docs/order.md; without it none."""
    page = run("-f", bridge, "show", id_, "--width", "200").stdout
    assert f"narrower {days}: {'; '.join(because)}" in " ".join(page.split())
    assert f"- narrower: {days}" in run("-f", bridge, "show", id_, "--format", "md").stdout
    assert "narrower" not in run("-f", bridge, "show", "closed").stdout


def test_why_tells_each_step_with_its_place(run, bridge):
    """From the date from which it follows to the link, each with file and line."""
    said = run("-f", bridge, "why", "cracks", "until:2019-03-18").stdout.splitlines()
    assert said[1:] == [
        "narrower\t'It is closed' is of 18 Mar 2019\tbridge.yaml:6",
        "narrower\t'It is closed' responds-to 'Cracks are found'\tbridge.yaml:6",
    ]
    data = json.loads(run("-f", bridge, "why", "cracks", "2019", "-o", "json").stdout)
    assert data["narrower"]["edtf"] == "[2019-03-01..2019-03-18]"
    (chain,) = data["narrower"]["because"]
    assert (chain["day"], chain["event"], chain["line"]) == ("2019-03-18", "closed", 6)
    assert [(step["type"], step["to"]) for step in chain["steps"]] == [("responds-to", "cracks")]


def test_links_of_pure_order_are_said_both_ways(run, bridge):
    """After from one side is before from the other; what goes on during it is meanwhile."""
    data = json.loads(run("-f", bridge, "thread", "closed", "-o", "json").stdout)
    words = [each["relations"][0]["words"] for each in data["thread"]["linked"]]
    assert sorted(words) == ["after", "before", "responds-to"]


def test_a_contradiction_is_told_whole(run, tmp_path, monkeypatch):
    """Each event and link that has a part in it, at its place; it is an error."""
    monkeypatch.chdir(tmp_path)
    text = FILE.replace("date: 2019~", "date: 2019-03-17")
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    result = run("check", "wrong.yaml", "--select", "order-conflict")
    assert result.exit_code == 1
    assert (
        "'It is repaired' is of 17 Mar 2019, but 'It is closed' is of 18 Mar 2019" in result.stdout
    )
    for step in (
        "wrong.yaml:6:24: 'It is closed' is of 18 Mar 2019",
        "wrong.yaml:8:77: 'It is repaired' is after 'It is closed'",
        "wrong.yaml:8:26: 'It is repaired' is of 17 Mar 2019",
    ):
        assert step in result.stdout
    data = json.loads(run("check", "wrong.yaml", "--select", "order-conflict", "-o", "json").stdout)
    assert [step["line"] for step in data["findings"][0]["steps"]] == [6, 8, 8]


@pytest.mark.parametrize(
    ("names", "verdicts", "sentence"),
    [
        (("closed", "repaired"), ("maybe", "maybe", "no"), "possible; the same day is possible"),
        (("cracks", "closed"), ("maybe", "maybe", "no"), "possible; the same day is possible"),
        (("closed", "seen"), ("maybe", "maybe", "maybe"), "possible; the same day or after is"),
        (("closed", "later"), ("yes", "no", "no"), "certain"),
        (("later", "closed"), ("no", "no", "yes"), "impossible; A is after B"),
        (("closed", "that-day"), ("no", "yes", "no"), "impossible; they share a day"),
    ],
)
def test_which_of_two_came_first(run, bridge, names, verdicts, sentence):
    """In a pipe the ids and yes, maybe or no; on the page in a sentence."""
    more = """\
  - {id: later, date: 2021, title: Later}
  - {id: that-day, date: 2019-03-18, title: That day}
"""
    Path(bridge).write_text(FILE + more, encoding="utf-8")
    line = run("-f", bridge, "order", *names).stdout.splitlines()[0].split("\t")
    assert tuple(line[:5]) == (*names, *verdicts)
    page = run("-f", bridge, "order", *names, "--save", "page.txt")
    assert page.exit_code == 0
    assert f"A is before B: {sentence}" in Path("page.txt").read_text(encoding="utf-8")
    data = json.loads(run("-f", bridge, "order", *names, "-o", "json").stdout)
    assert [data["order"][0][way] for way in ("before", "same_day", "after")] == [*verdicts]


def test_why_one_came_first_has_its_place(run, bridge):
    """Links that decide are told with the file and line of the event that has them."""
    data = json.loads(run("-f", bridge, "order", "closed", "repaired", "-o", "json").stdout)
    assert data["order"][0]["because"] == [
        {"text": "'It is repaired' is after 'It is closed'", "place": "bridge.yaml:8"}
    ]
    said = run("-f", bridge, "order", "closed", "repaired", "-o", "md").stdout
    assert "  - 'It is repaired' is after 'It is closed' (bridge.yaml:8)" in said


def test_several_have_a_table(run, bridge):
    """A row and a column for each; what a sign means stands below."""
    names = ("cracks", "closed", "repaired")
    run("-f", bridge, "order", *names, "--save", "page.txt")
    page = Path("page.txt").read_text(encoding="utf-8")
    assert " A  -   <=  <=\n B  >=  -   <=\n C  >=  >=  -\n" in page
    assert "<= before, or on the same day" in page
    assert len(run("-f", bridge, "order", *names).stdout.splitlines()) == 3


def test_a_drawing_leaves_out_what_follows(run, bridge):
    """From cracks to the repair an arrow would say nothing new: there is one by the closing."""
    text = run(
        "-f", bridge, "order", "id:cracks or id:closed or id:repaired", "-o", "mermaid"
    ).stdout
    assert text.splitlines() == [
        "flowchart LR",
        '    e1["c. 2019 · It is repaired"]',
        '    e2["Mar 2019 · Cracks are found"]',
        '    e3["18 Mar 2019 · It is closed"]',
        "    e2 -.-> e3",
        "    e3 -.-> e1",
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "which events?"),
        (("closed",), "an event has no order to itself"),
        (("closed", "closed"), "an event has no order to itself"),
        (("closed", "seen", "--year", "2019"), "--year asks a query, and events are named here"),
    ],
)
def test_what_has_no_order_is_refused(run, bridge, args, said):
    """In a line, with what to write instead."""
    result = run("-f", bridge, "order", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
