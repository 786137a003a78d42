"""What becomes a link: in a terminal, in pages that are kept, and in what is written for others."""

import io

import pytest
from rich.console import Console
from rich.style import Style
from rich.text import Text

from timeline import edtf
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.model.records import Citation, Event, Place, Source
from timeline.model.timeline import Timeline
from timeline.pages import saved
from timeline.pages.parts import linked

ELSEWHERE = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://a.example/x",
    "data:text/html,x",
    "vscode://a.example/x",
    "mailto:a@a.example",
    "xhttps://a.example/x",
]
WEB = "https://a.example/x"
LINKS = {  # format → what stands around the address of a link
    "html": 'href="{}"',
    "md": "<{}>",
    "timelinejs": "<a href=&quot;{}",
    "markwhen": "]({})",
}


def _saved(form, url):
    paper = Console(file=io.StringIO(), width=80, force_terminal=True, _environ={})
    return form(saved.lines_of(paper, [Text("x", Style(link=url))]))


def _written(name, url):
    cited = (Citation("s"),)
    event = Event(id="e", date=edtf.parse("2019"), title="t", sources=cited, place=Place("f", 1))
    timeline = Timeline([event], sources={"s": Source("s", "P", url=url)})
    text = writer(name)(Export(timeline, timeline.select()), Losses())
    return text.replace('\\"', "&quot;")


@pytest.mark.parametrize("url", ELSEWHERE)
def test_only_the_web_is_a_link_in_a_terminal(url):
    """A click on anything else would start a program of the reader's machine."""
    assert linked(url).style == ""
    assert linked(url).plain == url
    assert linked(WEB).style.link == WEB


@pytest.mark.parametrize("form", [saved.svg, saved.html])
@pytest.mark.parametrize("url", ELSEWHERE)
def test_only_the_web_is_a_link_in_a_page_that_is_kept(form, url):
    """Whatever the page on the terminal has behind its words."""
    assert f'href="{WEB}"' in _saved(form, WEB)
    assert "href" not in _saved(form, url)


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("url", ELSEWHERE)
def test_only_the_web_is_a_link_in_what_is_written(name, url):
    """Another address of a source is text, and may be left out, but never leads anywhere."""
    assert LINKS[name].format(WEB) in _written(name, WEB)
    assert LINKS[name].format(url) not in _written(name, url)
