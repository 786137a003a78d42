"""Markdown: what the file says is shown as it was written, with numbered sources."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from timeline.loading import load
from timeline.model.answers import Selection
from timeline.reports.counts import by_arc, by_year
from timeline.reports.sources import references
from timeline.text import visible
from timeline.views import counts, show, sources
from timeline.views import list as list_view
from timeline.views.parts import markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _shown(tokens):
    """Return the text that a reader sees; fail on any mark-up but paragraphs and cells."""
    text = ""
    for token in tokens:
        text += _shown(token.children) if token.children else token.content
    return text


def _kinds(tokens):
    return {kind for token in tokens for kind in (token.type, *_kinds(token.children or ()))}


@given(st.text(alphabet="\\`*_[]<>|~^$&#@!:=+-.)(1a \"'\t\né"))
@example("1. a")
@example("- a")
@example("![a](b)")
@example("&amp; <b> \\| a|b ~~c~~ ==d==")
def test_escaped_text_is_shown_as_it_was(text):
    """In a paragraph, in a list item and in a cell of a table: the text and nothing else."""
    plain = " ".join(visible(text).split())
    made = markdown.escaped(text)
    for source in (made, f"- {made}", f"| a |\n| :-- |\n| {made} |"):
        tokens = READER.parse(source)
        shown = _shown(tokens)
        shown = shown.removeprefix("a") if source.startswith("|") else shown
        assert " ".join(shown.split()) == plain
        assert not _kinds(tokens) & {"em_open", "strong_open", "link_open", "image", "html_inline"}
        assert not _kinds(tokens) & {"heading_open", "code_inline", "html_block", "s_open", "hr"}
        assert "ordered_list_open" not in _kinds(tokens)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b_c?d=1&e=2", "<https://a.example/b_c?d=1&e=2>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.example/> <b>", r"https\://a.example/\> \<b\>"),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url, shown):
    """Anything else is text."""
    assert markdown.address(url) == shown


def test_events_as_they_were_accepted(small, golden):
    """A list with bold dates, the status in a word, and footnotes."""
    golden("list.md", _text(list_view.event_page(small.select(), small)))


def test_everything_about_events_as_it_was_accepted(small, golden):
    """Two events with their links both ways, over one list of footnotes."""
    found = [small.get("general-speaks"), small.get("war")]
    golden("show.md", _text(show.detail_page(found, small)))


def test_counts_and_sources_as_they_were_accepted(small, golden):
    """Tables of counts, of years and of sources, and a numbered bibliography."""
    found = references(small.select(), small)
    pages = (
        counts.count_page(by_arc(small.select(), small), dated=True),
        counts.count_page(by_year(small.select()), dated=False),
        sources.source_page(found, small),
        sources.bibliography_page(found, small),
    )
    golden("counts.md", "\n".join(map(_text, pages)))


def test_each_source_has_one_footnote_and_each_footnote_a_mark(curated):
    """Numbered from 1 without a gap, in the order of the first mark."""
    text = _text(list_view.event_page(curated.select(), curated))
    body, _, notes = text.partition("\n[^1]: ")
    marks = list(dict.fromkeys(re.findall(r"\[\^(\d+)\]", body)))
    numbers = re.findall(r"^\[\^(\d+)\]:", f"[^1]: {notes}", re.MULTILINE)
    assert marks == numbers == [str(number) for number in range(1, 1 + len(numbers))]
    cited = {each.source for match in curated.select() for each in match.event.sources}
    assert len(numbers) == len(cited)


def test_a_maybe_is_marked_and_explained(tmp_path):
    """The mark stands before the date, and its meaning below the list."""
    path = tmp_path / "vague.yaml"
    path.write_text("- {date: 2019~, title: '# Vague *thing*'}\n")
    timeline = load.load(str(path))
    [match] = timeline.select()
    maybe = Selection([type(match)(match.event, type(match.verdict)(1))])
    lines = list(list_view.event_page(maybe, timeline))
    assert lines[1] == r"- ≈ **c. 2019** · \# Vague \*thing\*"
    assert lines[-1] == "≈ only possibly: its date is vague"


def _text(lines):
    return "".join(f"{line}\n" for line in lines)


def test_a_stroke_in_an_address_parts_no_cell(tmp_path):
    """A table has as many cells in a row as in its head."""
    path = tmp_path / "t.yaml"
    path.write_text(
        "sources: {s: {publisher: 'a | b', url: 'https://e.org/a|b'}}\n"
        "events: [{date: 2019, title: t, sources: [s]}]\n"
    )
    timeline = load.load(str(path))
    lines = list(sources.source_page(references(timeline.select(), timeline), timeline))
    assert lines[-1] == r"| 1 |  | 1 | a \| b. <https://e.org/a\|b> |"
    assert sum(each.type == "td_open" for each in READER.parse("\n".join(lines))) == 4
