"""Links lead somewhere: those of the pages, and those in docstrings and comments."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SOURCES = [
    path
    for folder in ("timeline", "tests", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "node_modules" not in path.parts
]


def anchors(page: Path) -> set[str]:
    """Return what the headings of a *page* are called in links, as GitHub makes them."""
    text = re.sub(
        r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(links: list[tuple[Path, str]]) -> list[str]:
    """Return those of *links* whose page or heading is not there."""
    return [
        f"{path.name}#{anchor}"
        for path, anchor in links
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_links_of_a_page_lead_somewhere(page):
    """To files, and to headings of pages."""
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", text)
    assert broken([(page.parent / path if path else page, to) for path, to in links]) == []


def cited(path: Path) -> list[tuple[Path, str]]:
    """Return the pages that a module cites: `docs/dates.md#order`, from the top of a checkout."""
    found = re.findall(r"\b((?:docs/)?\w+\.md)(?:#([\w-]+))?", path.read_text(encoding="utf-8"))
    return [(ROOT / page, to) for page, to in found if to or page.startswith("docs/")]


def test_what_a_module_cites_is_there():
    """In docstrings, comments and messages."""
    found = {str(path): broken(cited(path)) for path in SOURCES}
    assert {path: links for path, links in found.items() if links} == {}
    assert sum(bool(cited(path)) for path in SOURCES) > 15


def test_nothing_is_cited_that_no_reader_has():
    """No section of a text that is not in the checkout."""
    elsewhere = re.compile(r"\bdesign, sections? \d|[Rr]eference dates|\(dates\.md")
    assert [str(path) for path in SOURCES if elsewhere.search(path.read_text("utf-8"))] == []
