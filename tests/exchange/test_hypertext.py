"""HTML in the values of other formats: text and links, however broken it is."""

import subprocess
import sys

import pytest

from timeline.exchange.hypertext import from_html

_PATIENCE = 60  # seconds: a hundred times what is needed, and a thousandth of the square


def test_html_becomes_text_and_links():
    """Scripts are no text, entities are characters, only web addresses are links."""
    found = from_html(
        '<p class="lead">A <a href="https://x.example/a">link &amp; b</a>.<script>alert(1)</script>'
        '<br>c</p><a href="javascript:x">d</a> &lt;i&gt; 1 < 2'
    )
    assert found.text == "A link & b. c d <i> 1 < 2"
    assert found.links == (("https://x.example/a", "link & b"),)
    assert from_html("no marks\n at all") == ("no marks at all", (), False)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a < b > c, 1<2, a <3", "a < b > c, 1<2, a <3"),
        ("x <y and so on", "x <y and so on"),
        ("a<!-- <b>c</b> -->d<!---->e<!-->f", "adef"),
        ("b<!-- never closed &amp;", "b<!-- never closed &"),
        ("<![CDATA[x]]>y<!DOCTYPE html>z<?php?>.", "yz."),
        ("a<![x>b<![if !IE]>c<![endif]>", "abc"),
        ("<p title='a>b' lang=en>c</p>d", "c d"),
        ("<b title='5\" x'>c</b>", "c"),
        ("<p it's>a</p>", "a"),
        ("a</ x>b</>c", "abc"),
        ("<BR/>x<br />y<hr>z", "x y z"),
        ("<SCRIPT>if (a<b) x()</ScRiPt >d", "d"),
        ("a<style>b{}", "a"),
        ("&lt;b&gt; &amp;amp; &#x1b;&nbsp;&unknown;", "<b> &amp; &unknown;"),
        ("<a href=x", "<a href=x"),
        ('a <b title="c', 'a <b title="c'),
        ("", ""),
        ("<", "<"),
        ("&", "&"),
    ],
)
def test_the_text_of_html(markup, text):
    """What is never closed stays text; comments and declarations go."""
    assert from_html(markup).text == text


@pytest.mark.parametrize(
    ("markup", "links"),
    [
        ("<a href=https://e.org/a>b</a>", (("https://e.org/a", "b"),)),
        ("<a\nHREF = 'https://e.org/?a=1&amp;b=2'>b <i>c</i></a>d",
         (("https://e.org/?a=1&b=2", "b c"),)),
        ("<a href=https://e.org/ href=https://evil.org/>b</a>", (("https://e.org/", "b"),)),
        ("<a name=x>b</a><a href=javascript:x>c</a><a href='//e.org'>d</a>", ()),
        ("<abbr href=https://e.org/>b</abbr>", ()),
    ],
)  # fmt: skip
def test_the_links_of_html(markup, links):
    """Addresses of the web with the words between; the first address counts."""
    assert from_html(markup).links == links


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<", "</", "<!--", "<!", "<?", "<![", "<a href='", '<a href="', "<a b='\" ", "<p>",
     "<script>", "<title>", "</script", "&amp", "&#", "<a =", "< a", "<a / ", "<b ='x"],
)  # fmt: skip
def test_html_is_read_in_one_pass(piece):
    """A million characters of whatever is never closed: the square would take days."""
    code = f"from timeline.exchange.hypertext import from_html; from_html({piece!r} * 250_000)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=_PATIENCE)
