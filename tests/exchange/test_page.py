"""The page: everything is there, everything leads somewhere, and text stays text."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.exchange.page.facets import _browser
from timeline.model.answers import Selection
from timeline.model.records import Actor, Arc, Citation, Event, Place, Source
from timeline.model.timeline import Timeline
from timeline.reports.lanes import lanes
from timeline.text import fold, visible
from timeline.views.story import load

VOID = {"meta", "link", "input", "br", "hr"}
NASTY = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "--> ]]> <!-- & &amp; &#60;",
    '"\'` onmouseover=alert(1) style="x',
    "\u202egnorts \x1b[31m\x00\u0085 \ufffe\ud800",
    "[sic] :boom: {{x}} ${y}",
]
texts = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=30)).filter(str.strip)


class Page(HTMLParser):
    """Elements with their attributes, the text within them, and how they are nested."""

    def __init__(self, text):
        """Read *text*, which must close what it opens."""
        super().__init__(convert_charrefs=True)
        self.elements, self._open = [], []
        self.feed(text)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice: {names}"
        element = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        """Close the innermost element."""
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to everything around it."""
        for element in self._open:
            element["text"] += data

    def all(self, tag="", class_=""):
        """Return the elements with this name and class."""
        return [
            each
            for each in self.elements
            if (not tag or each["tag"] == tag)
            and (not class_ or class_ in (each.get("class") or "").split())
        ]


def _page_of(timeline, query=None):
    selection = timeline.select(query)
    return Page(writer("html")(Export(timeline, selection, query or ""), Losses()))


@pytest.fixture(name="small_page")
def _small_page(run, small_file):
    return Page(run("export", "html", "-f", small_file).stdout)


@pytest.fixture(name="curated_text", scope="module")
def _curated_text():
    story = load(today="2026-11-23")
    selection = story.select()
    made = lanes(selection, story)
    return writer("html")(Export(story, selection, lanes=made), Losses())


@pytest.fixture(name="curated_page", scope="module")
def _curated_page(curated_text):
    return Page(curated_text)


@given(texts, texts, texts, texts)
def test_any_text_stays_text(title, summary, name, url):
    """Whatever a file says can be read on the page as it is shown everywhere, and is no markup."""
    event = Event(
        id=name,
        date=edtf.parse("2019"),
        title=title,
        summary=summary,
        actors=("a",),
        places=(name,),
        tags=(title,),
        arc="x",
        note=title,
        sources=(Citation("s", "3", summary),),
        place=Place("f", 1),
    )
    timeline = Timeline(
        [event],
        title=title,
        summary=name,
        actors={"a": Actor("a", name, note=title)},
        arcs={"x": Arc("x", title, summary)},
        sources={"s": Source("s", name, title, url=url, note=summary)},
    )
    page = _page_of(timeline)

    def shown(text):
        return re.sub("[\ufffe\uffff]", "\ufffd", visible(text))

    assert [each["text"] for each in page.all(class_="title")] == [shown(title)]
    assert [each["text"] for each in page.all(class_="summary")] == [shown(summary)]
    assert [each["text"] for each in page.all(class_="actor")] == [shown(name)]
    assert page.all("h1")[0]["text"] == shown(title)
    assert len(page.all("script")) == 1
    assert not page.all("img")
    for element in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in element)
        assert not re.search("[\ufffe\uffff\u202e\ud800\x00]", json.dumps(element, default=str))


def test_nothing_comes_from_elsewhere(curated_page):
    """Only links lead away; no style, script, picture or font is fetched."""
    for element in curated_page.elements:
        assert not {"src", "srcset", "action", "data", "poster", "ping"} & set(element)
        if element["tag"] == "link":
            assert element["href"] == "data:,"
        elif address := element.get("href"):
            assert address.startswith("#") or element["rel"] == "noreferrer noopener"
    for style in curated_page.all("style"):
        assert "url(" not in style["text"]
        assert "@import" not in style["text"]


def test_policy_names_what_is_there(curated_page):
    """The policy allows the page's own style and script, by what they say, and nothing else."""
    policy = next(each["content"] for each in curated_page.all("meta") if "http-equiv" in each)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules.pop("default-src") == "'none'"
    for kind in ("style", "script"):
        said = curated_page.all(kind)[0]["text"].encode()
        digest = base64.b64encode(hashlib.sha256(said).digest()).decode()
        assert rules.pop(f"{kind}-src") == f"'sha256-{digest}'"
    assert rules == {"img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}


def test_every_address_on_the_page_leads_somewhere(curated_page):
    """Ids stand once, without spaces, and each # address has its id."""
    ids = [each["id"] for each in curated_page.elements if "id" in each]
    assert len(ids) == len(set(ids))
    assert not any(re.search(r"\s", id_) for id_ in ids)
    for element in curated_page.elements:
        if (element.get("href") or "").startswith("#"):
            assert unquote(element["href"][1:]) in ids


def test_footnotes_lead_back(small_page):
    """Each source has a number by which events cite it, and leads back to those events."""
    notes = {
        each["id"]: each["text"]
        for each in small_page.all("li")
        if "page:source" in each.get("id", "")
    }
    assert list(notes) == ["page:source:1", "page:source:2"]
    assert "Rumours (F reliability cannot be judged; in Latin)" in notes["page:source:1"]
    assert "The Gazette, War begins, 2 Mar 2018 (B usually reliable)" in notes["page:source:2"]
    assert notes["page:source:1"].endswith(
        "Cited for c. 1998, Mar 2018 – 5 Jan 2019, late May 2018"
    )
    cites = small_page.all(class_="cites")
    assert cites[1]["text"] == "Sources 2 The Gazette 1 Rumours (4 doubtful; says April)"


def test_an_event_is_told_whole(small_page):
    """What a file says of an event stands on the page."""
    told = next(each for each in small_page.all("li") if each.get("id") == "war")["text"]
    for said in (
        "Mar 2018 – 5 Jan 2019",
        "War of the Union [sic] with the rebels [/b]",
        "It is said to have begun in March.",
        "● confirmed",
        "The north",
        "Army of the Union",
        "Harbour",
        "war",
        "has part",
        "leads to",
    ):
        assert said in told
    speech = next(each for each in small_page.all("li") if each.get("id") == "general-speaks")
    assert "○ claimed · statement · The south" in speech["text"]


def test_time_for_machines_only_where_exact(small_page):
    """A vague date is no <time>: the one exact day among seven is."""
    times = small_page.all("time")
    assert [(each["datetime"], each["text"]) for each in times] == [("2018-06-01", "1 Jun 2018")]


def test_a_maybe_is_marked_and_counted(run, small_file):
    """What only possibly answers says so, and is counted apart."""
    page = Page(run("export", "html", "-f", small_file, "--year", "1998").stdout)
    assert [each["id"] for each in page.all("li", "event")] == ["old-quarrel"]
    assert "hidden" not in page.all(class_="maybe")[0]
    assert page.all(class_="event")[0]["data-verdict"] == "1"
    status = next(each for each in page.elements if each.get("id") == "page:count")
    assert status["text"] == "0 events (+1 possibly)"
    assert page.all(class_="asked")[0]["text"] == "Asked for 1998"


def test_links_out_of_the_selection_are_text(run, small_file):
    """An event that is not on the page is named, and is no link."""
    page = Page(run("export", "html", "-f", small_file, "id:landing").stdout)
    links = page.all(class_="links")[0]["text"]
    assert "part of Mar 2018 – 5 Jan 2019: War of the Union" in links
    assert not [each for each in page.all("a") if (each.get("href") or "").startswith("#war")]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/\x1b[31m", "data:text/html,x", "//a.example"]
)
def test_only_the_web_is_linked(url):
    """Other addresses, and ones with something hidden in them, stay text."""
    source = Source("s", "P", url=url)
    event = Event(
        id="e", date=edtf.parse("2019"), title="t", sources=(Citation("s"),), place=Place("f", 1)
    )
    page = _page_of(Timeline([event], sources={"s": source}))
    assert not [each for each in page.all("a") if "rel" in each]
    assert (
        visible(url)
        in next(each for each in page.elements if each.get("id") == "page:source:1")["text"]
    )


def test_odd_ids_find_their_place():
    """Ids that HTML cannot hold, or that the page uses itself, are changed, not shared."""
    ids = ["a b", "a-b", "page:count", "ä/#?"]
    events = [
        Event(id=id_, date=edtf.parse("2019"), title=id_, place=Place("f", at))
        for at, id_ in enumerate(ids)
    ]
    page = _page_of(Timeline(events))
    assert [each["id"] for each in page.all("li", "event")] == [
        "a-b",
        "a-b-2",
        "event-page:count",
        "ä/#?",
    ]


def test_nothing_is_lost(small):
    """The report says that every event was written, and nothing else."""
    losses = Losses()
    writer("html")(Export(small, small.select()), losses)
    assert (losses.read, losses.written, bool(losses)) == (7, 7, False)


def test_curated_page_is_modest(curated_page, curated_text, how_many):
    """The shipped timeline makes a page below 4 kB for each event, and has all of them."""
    assert len(curated_text.encode()) < 4_000 * how_many
    assert len(curated_page.all("li", "event")) == how_many


def test_an_empty_selection_is_a_page(small):
    """Without events there is a page all the same."""
    page = Page(writer("html")(Export(small, Selection([]), "nothing"), Losses()))
    assert page.all("h1")[0]["text"] == "A small timeline"
    assert not page.all(class_="event")


@given(st.text())
def test_a_browser_folds_letters_as_we_do(text):
    """With the odd letters that the page carries, its script folds any text as `fold` does."""
    odd = {char: fold(char) for char in text if fold(char) != _browser(char)}
    assert "".join(odd.get(char, _browser(char)) for char in text) == fold(text)
