"""Nested places from the command line: counted, completed, written out again."""

import json

import pytest

NESTED = """\
timeline: {title: Ports}
places:
  land: {name: The Land}
  port: {name: Puerto Añil, in: [land], aliases: [Haven]}
  cape: {name: Cape, in: [land]}
  moon: {name: Moon}
events:
  - {id: first, date: 2019, title: The first, places: [port]}
  - {id: second, date: 2020, title: The second, places: [Cape]}
  - {id: third, date: 2021, title: The third, places: [port, Sea]}
"""


@pytest.fixture(name="ports")
def _ports(tmp_path):
    path = tmp_path / "ports.yaml"
    path.write_text(NESTED, encoding="utf-8")
    return str(path)


def test_a_page_of_places_shows_the_nesting(run, ports):
    """The outer one counts what lies in it, which stands below it, moved in."""
    lines = run("places", "-f", ports, "-o", "table", "--width", "60").stdout.splitlines()
    named = [line[1:14].rstrip() for line in lines[-4:]]
    assert named == ["The Land", "  Puerto Añil", "  Cape", "Sea"]


def test_counts_of_places_say_where_each_lies(run, ports):
    """By name; and in a pipe they stand in the same order."""
    document = json.loads(run("places", "-f", ports, "--format", "json").stdout)
    counts = [(each["name"], each["certain"], each["in"]) for each in document["counts"]]
    assert counts == [
        ("The Land", 3, []),
        ("Puerto Añil", 2, ["The Land"]),
        ("Cape", 1, ["The Land"]),
        ("Sea", 1, []),
    ]
    lines = run("places", "-f", ports, "--sort", "name").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Sea", "The Land", "Cape", "Puerto Añil"]


def test_a_selection_is_exported_with_all_around_its_places(run, ports):
    """And with no others."""
    text = run("export", "yaml", "-f", ports, "id:first").stdout
    assert "in: [land]" in text
    assert "name: The Land" in text
    assert "Cape" not in text
    assert "Moon" not in text


@pytest.mark.parametrize("form", ["csv", "ics", "mermaid"])
def test_what_a_format_leaves_out_is_named(run, ports, form, tmp_path):
    """That a place lies in another, and its other names."""
    out = str(tmp_path / "out")
    told = run("export", form, "-f", ports, "-o", out).stderr
    assert "dropped 2 × place in" in told
    assert "dropped 1 × place aliases" in told


def test_a_web_page_says_what_is_where(run, ports, tmp_path):
    """Below who is who."""
    out = tmp_path / "page.html"
    run("export", "html", "-f", ports, "-o", str(out))
    page = out.read_text(encoding="utf-8")
    assert "What is where: 2 places" in page
    assert "in The Land; also Haven" in page
