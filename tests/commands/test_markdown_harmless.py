"""Markdown to be pasted anywhere: whatever a file says is text there, and nothing else."""

import json
import re

import pytest
from markdown_it import MarkdownIt

from tests.walk import WALK, line

# What Python-Markdown, which knows no footnotes unless asked, takes for the address of a link.
_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[([^\[\]]*)\]:[ ]*([^\s]+)[ ]*((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""", re.MULTILINE
)
_URL = "https://good.example/a?b=1"
_PAYLOADS = [
    "javascript:alert(document.domain)//",
    "Reuters",
    "[x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "[^1]: javascript:alert(1)",
    "[^1]",
    "![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!-- x",
    "<javascript:alert(1)>",
    "<https://evil.example>",
    "https://evil.example",
    "WWW.evil.example www.evil.example",
    "a@evil.example",
    "| a | b |",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "```",
    "---",
    "===",
    "{: onclick=alert(1)}",
    "{onclick=alert(1)}",
    "&lt;b&gt;&#60;",
    "\\",
    "a\\",
    "*_~`",
    "\t    code",
]


def _file(text):
    """Return an event file in which every text is *text*, and one address is good."""
    one, other = f"{text}", f"{text} {text}"
    event = {"title": one, "summary": other, "note": one, "actors": ["union"], "tags": [one]}
    event |= {"places": [one, "Rome"], "status": "claimed"}
    cited = [{"source": "s", "note": one, "credibility": "3"}, "t", "u"]
    data = {
        "timeline": {"title": one, "summary": other},
        "arcs": {"north": {"title": one}, "south": {"title": other}},
        "actors": {"union": {"name": one}},
        "sources": {
            "s": {"publisher": one},
            "t": {"publisher": one, "title": one, "note": one, "url": text},
            "u": {"publisher": other, "url": _URL},
        },
        "events": [
            {**event, "id": "war", "date": "2018-03/2019", "arc": "north", "sources": cited},
            {**event, "id": "landing", "date": "2018-06-01", "arc": "south", "sources": ["s"]},
        ],
    }
    return json.dumps(data)


@pytest.fixture(name="page", params=_PAYLOADS)
def _page(request, run, tmp_path):
    """Return what a command writes as Markdown about a file that says such things."""
    (tmp_path / "f.json").write_text(_file(request.param), encoding="utf-8")
    (tmp_path / "g.json").write_text(_file(f"{request.param}!"), encoding="utf-8")

    def page(*args):
        result = run(*(arg.replace("FILE", str(tmp_path)) for arg in args))
        assert result.exit_code == 0 or "has no form 'md'" in result.stderr
        return result.stdout, request.param

    return page


def _tokens(tokens):
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


def _check(text, payload):
    """Check that a reader of *text* sees no link, picture or HTML that is not ours."""
    assert not _DEFINITION.search(text)
    for reader in (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable("table")):
        environment = {}
        found = list(_tokens(reader.parse(text, environment)))
        assert not environment.get("references")
        links = {token.attrs["href"] for token in found if token.type == "link_open"}
        assert links <= {_URL, *([payload] if payload.startswith("https://") else [])}
        assert not {token.type for token in found} & {"image", "html_inline", "html_block", "fence"}
        assert not {token.type for token in found} & {
            "code_block",
            "code_inline",
            "blockquote_open",
        }


def test_answers_are_text(page):
    """Every command that has Markdown, and the export."""
    for walked in WALK:
        _check(*page(*line(walked, "-f", "FILE/f.json", "-o", "md")))
    _check(*page("export", "md", "-f", "FILE/f.json"))
    _check(*page("diff", "FILE/f.json", "FILE/g.json", "-o", "md"))
