"""The manual: what help tells, as man pages are written."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.commands.support import manual, topics
from timeline.commands.support.app import command
from timeline.commands.support.catalogue import COMMANDS, TOPICS, entries
from timeline.commands.support.examples import EXAMPLES
from timeline.query import guide

ROOT = Path(__file__).parents[2]
REQUESTS = {".TH", ".SH", ".SS", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi", ".nh", ".ad"}
SIGNS = {"rs": "\\", "aq": "'", "ga": "`", "ha": "^", "ti": "~"}
SIGN = re.compile(r"\\(?:\((?P<sign>..)|\[u(?P<code>[0-9A-F]{4,6})\]|(?P<dash>-)|&|f[BR])")
RENDERERS = {
    "groff": ("groff", "-man", "-Tutf8", "-rLL=200n", "-P-c", "-P-b", "-P-u"),
    "mandoc": ("mandoc", "-man", "-Tutf8", "-Owidth=200"),
}


def read(line):
    """Return what man shows of a *line* of text."""

    def letter(found):
        if found["code"]:
            return chr(int(found["code"], 16))
        return SIGNS[found["sign"]] if found["sign"] else found["dash"] or ""

    return SIGN.sub(letter, line)


@pytest.fixture(name="page", scope="module")
def _page():
    return manual.page()


@given(
    st.text(
        st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" .'\\-`^~"), max_size=30
    )
)
def test_every_letter_is_shown_as_it_stands(text):
    """No text is a request, a font or a sign of man's own; the source is ASCII."""
    line = manual.escaped(text)
    assert read(line) == text
    assert line.isascii()
    assert not line.startswith((".", "'"))


def test_it_is_written_as_man_reads_it(page):
    """Known requests, text, and what is opened is closed."""
    lines = page.splitlines()
    requests = [line.split()[0] for line in lines if line.startswith((".", "'"))]
    assert {*requests} <= {*REQUESTS, '.\\"'}
    assert requests.count(".RS") == requests.count(".RE") == len(entries())
    kept = [each for each in requests if each in (".nf", ".fi")]
    assert kept == [".nf", ".fi"] * (len(kept) // 2)
    assert page.isascii()
    assert [line for line in lines if SIGN.sub("", line).count("\\") and line[0] != "."] == []


def test_it_tells_all_that_help_tells(page):
    """Every command with each of its options, all examples, every topic, line by line."""
    shown = [read(line) for line in page.splitlines()]
    text = "\n".join(shown)
    assert [line[4:] for line in shown if line.startswith(".SS ")][: len(COMMANDS)] == [*COMMANDS]
    for name in entries():
        assert f"timeline {name}" in text
        assert {*EXAMPLES[name]} <= {*shown}
        options = {option for param in command(name).params for option in param.opts}
        assert all(
            re.search(rf"^(-\w, )?{each}\b", text, re.MULTILINE)
            for each in options
            if each[:2] == "--"
        )
    assert "\n--install-completion [SHELL]\n" in text
    headings = {line[4:].lower() for line in shown if line.startswith(".SH ")}
    told = {"query": "queries", "exit-codes": "exit status"}
    assert {told.get(name, name) for name in TOPICS} <= headings
    for topic in (guide.GUIDE, topics.dates(), topics.FILES, topics.ENVIRONMENT, topics.EXIT_CODES):
        assert topic.strip() in text


@pytest.mark.parametrize("name", RENDERERS)
def test_man_shows_it(page, name):
    """Without a complaint, and with the signs of the query language as they are typed."""
    if not shutil.which(name):
        pytest.skip(f"there is no {name}")
    done = subprocess.run(
        RENDERERS[name], input=page, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    shown = re.sub(".\b", "", done.stdout)
    examples = [line for lines in EXAMPLES.values() for line in lines]
    assert [line for line in examples if f"  {line}\n" not in shown] == []
    for line in guide.GUIDE.splitlines():
        assert line in shown


def test_help_writes_it(run, page):
    """As it is kept for those who install the program."""
    assert run("help", "--format", "man").stdout == page
