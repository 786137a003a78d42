"""The page in a browser: it filters as the command line does, and nothing runs but its script."""

import json
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.commands.support.app import app

AXE = Path(__file__).parents[1] / "peers/node_modules/axe-core/axe.min.js"

# Every kind of date, and texts that would like to be more than that.
DATES = [
    *("2019-03-01", "2019-03-1X", "2019-03", "2019-XX", "2019", "2019~", "2018?", "201X", "20XX"),
    *("2018/2020", "2018-12-31/2019-01-01", "2018~/2019-06", "2019-06/..", "../2019", "2017/"),
    *("/2021", "[2017,2019]", "[2018-05,2018-07]", "{2017,2019}", "[..2018]", "2019-24", "-0043"),
    *("-0043-03-15", "Y-50000", "1700/2019", "2020-02-29", "2019-12-30~", "1985?/2001~"),
    *("[2018~,2019]", "{2018~,2021}", "[2018?..2020~]", "[..2018~]", "[2019?..]", "[2019~]"),
    *("2019~/", "/2019~", "2018-10?/2018", "2018~/2018-10", "2019-X2", "{2017..2019}", "20X9"),
]
TEXTS = [
    "<script>document.title='run'</script>",
    "</script><img src=x onerror=alert(1)>",
    "' \" ` & &lt; -->",
    "Guaidó in Maiquetía–Caracas",
    "Straße, ΣΊΣΥΦΟΣ, İstanbul",
    "हिन्दी में कु",
    "عنوان \u202e الخبر",
    "=exactly (this) or not",
    "plain words",
]
ODD = "\n".join(
    [
        "timeline: {title: '<b>Odd</b> & \"quoted\" </title><script>alert(1)</script>'}",
        "actors:",
        "  union: {name: The Union, kind: state}",
        "  army: {name: Army, of: [union]}",
        '  general: {name: "Ge\'neral <i>", of: [army]}',
        "  rebels: {name: Rebels}",
        "arcs: {one: {title: '<One>'}, two: {title: Two}}",
        "events:",
        *(
            f"  - {{id: e{at}, date: {json.dumps(date)},"
            f" title: {json.dumps(TEXTS[at % len(TEXTS)])},"
            f" actors: [{('union', 'army', 'general', 'rebels')[at % 4]}],"
            f" arc: {('one', 'two')[at % 2]}, tags: [{('war', 'su-30', 'a b')[at % 3]}],"
            f" status: {('confirmed', 'reported', 'claimed', 'disputed', 'denied')[at % 5]}}}"
            for at, date in enumerate(DATES)
        ),
    ]
)

# What is put into the controls → the same on a command line.
CURATED = [
    ({"actor": "russia", "from": "2019", "to": "2019"}, "--actor russia --year 2019"),
    ({"actor": "vladimir-putin"}, "--actor vladimir-putin"),
    ({"from": "2024"}, "--since 2024"),
    ({"to": "2013"}, "--until 2013"),
    ({"from": "2013", "to": "2013"}, "--year 2013"),
    ({"from": "2013", "to": "2013", "certain": True}, "--year 2013 --certain"),
    ({"from": "2020", "to": "2022"}, "--year 2020..2022"),
    ({"arc": "letter-2025", "status": "claimed"}, "--arc letter-2025 --status claimed"),
    ({"tag": "su-30"}, "--tag su-30"),
    ({"place": "Venezuela"}, "--place Venezuela"),
    ({"place": "New York", "actor": "russia"}, "--actor russia --place 'New York'"),
    ({"words": "guaido"}, "guaido"),
    ({"words": "PUTIN missiles"}, "PUTIN missiles"),
    ({"words": '"maximum pressure"'}, "'\"maximum pressure\"'"),
    ({"words": "no such word"}, "no such word"),
]
QUERIES = [
    *({"from": year} for year in ("2018", "2019", "44 BCE")),
    *({"to": year} for year in ("2017", "2019", "44 BCE")),
    *({"from": year, "to": year} for year in ("2016", "2018", "2019", "2020", "2021", "44 BCE")),
    {"from": "44 BCE", "to": "2019"},
    {"from": "2019", "to": "2019", "certain": True},
    *({"actor": actor} for actor in ("union", "army", "general", "rebels")),
    *({"words": word} for word in ("strasse", "σισυφος", "ISTANBUL", "maiquetia-caracas", "कु")),
    *(
        {"words": word}
        for word in ("<script>", "ge'neral", "(this)", "-->", "or", '"or not"', "=army")
    ),
    {"words": "क", "actor": "union", "tag": "su-30"},
    {"status": "denied", "arc": "two", "from": "2017"},
    {"tag": "a b", "certain": True},
    {"words": "=or"},
    {"words": "*or"},
    {"words": "ee*"},
    {"words": '"=a b"'},
    {"words": "a|b"},
]


@pytest.fixture(name="curated_page", scope="module")
def _curated_page(tmp_path_factory):
    return _exported(tmp_path_factory.mktemp("page") / "curated.html")


@pytest.fixture(name="odd_file", scope="module")
def _odd_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("odd") / "odd.yaml"
    path.write_text(ODD, encoding="utf-8")
    return str(path)


@pytest.fixture(name="odd_page", scope="module")
def _odd_page(tmp_path_factory, odd_file):
    return _exported(tmp_path_factory.mktemp("page") / "odd.html", "-f", odd_file)


def _exported(path, *args):
    result = CliRunner().invoke(app, ["export", "html", *args, "-o", str(path)])
    assert result.exit_code == 0, result.output
    return path


def _fill(page, controls):
    page.keyboard.press("Escape")
    for name, value in controls.items():
        control = page.locator(f"[id='page:{name}']")
        if name == "words":
            control.fill(value)
        elif name == "certain":
            control.check()
        else:
            control.select_option(value)


def _shown(page):
    """Return the ids of the events that can be seen, with a sign behind the possible ones."""
    return page.evaluate("""() => [...document.querySelectorAll("li.event")]
        .filter((each) => each.offsetParent !== null)
        .map((each) => each.id + (each.querySelector(".maybe").offsetParent ? "≈" : ""))""")


def _listed(run, *args):
    """Return the same from the command line, and how many it says there are."""
    result = run("list", *args)
    assert result.exit_code == 0, result.output
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    ids = [id_ + ("≈" if sure == "possible" else "") for *_, id_, sure in rows]
    return ids, result.stderr.strip().splitlines()[-1]


def _same(page, run, *args):
    ids, count = _listed(run, *args)
    assert _shown(page) == ids
    said = page.locator("[id='page:count']").inner_text()
    assert said == ("No event matches." if not ids else count)


@pytest.mark.parametrize(("controls", "typed"), CURATED, ids=[typed for _, typed in CURATED])
def test_filters_as_the_command_line_does(opened, run, curated_page, controls, typed):
    """The same events, the same maybes, the same count; and the page says the command."""
    page = opened(curated_page)
    _fill(page, controls)
    _same(page, run, *shlex.split(typed))
    command = shlex.split(page.locator("[id='page:command'] code").inner_text())
    assert command[:2] == ["timeline", "list"]
    assert sorted(command[2:]) == sorted(shlex.split(typed))


def test_filters_every_kind_of_date(opened, run, odd_page, odd_file):
    """On every kind of date and text, the command that the page names gives what it shows."""
    page = opened(odd_page)
    assert len(_shown(page)) == len(DATES)
    for controls in QUERIES:
        _fill(page, controls)
        command = shlex.split(page.locator("[id='page:command'] code").inner_text())
        _same(page, run, *command[2:], "-f", odd_file)


def test_every_choice_gives_what_it_says(opened, run, curated_page):
    """Each actor, place, arc, status and tag finds as many events as its name promises."""
    page = opened(curated_page)
    for name in ("actor", "place", "arc", "status", "tag"):
        options = page.locator(f"[id='page:{name}'] option").all()[1:]
        for option in options[:: max(1, len(options) // 4)]:
            value, said = option.get_attribute("value"), option.inner_text()
            _fill(page, {name: value})
            assert said.endswith(f"({len(_shown(page))})")
            assert _shown(page) == _listed(run, f"--{name}", value)[0]


def test_filters_within_a_selection(opened, run, tmp_path):
    """A page of a query filters what is in it; its maybes stay maybes."""
    path = _exported(tmp_path / "part.html", "year:2013 or year:2025")
    page = opened(path)
    assert _shown(page) == _listed(run, "year:2013 or year:2025")[0]
    _fill(page, {"actor": "russia"})
    _same(page, run, "actor:russia (year:2013 or year:2025)")
    typed = page.locator("[id='page:command'] code").inner_text()
    assert typed == "timeline list '(year:2013 or year:2025)' --actor russia"
    _, _, *args = shlex.split(typed)
    assert _shown(page) == _listed(run, *args)[0]


def test_text_never_runs(opened, odd_page):
    """Titles with scripts and tags are read as they were written; `opened` sees any fault."""
    page = opened(odd_page)
    titles = page.locator(".title").all_inner_texts()
    assert "<script>document.title='run'</script>" in titles
    assert "</script><img src=x onerror=alert(1)>" in titles
    assert page.title().startswith("<b>Odd</b>")
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0


def test_policy_stops_what_would_get_in(chromium, odd_page, tmp_path):
    """Even markup that was put into the page by hand does not run or load anything."""
    text = odd_page.read_text(encoding="utf-8")
    bad = "<script>document.title='run'</script><img src='https://a.example/x'><p onclick=alert(1)>"
    path = tmp_path / "bad.html"
    path.write_text(text.replace("<footer>", f"{bad}<footer>"), encoding="utf-8")
    page = chromium.new_page()
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    page.locator("p[onclick]").dispatch_event("click")
    assert page.title() != "run"
    assert sum("Content Security Policy" in each for each in refused) >= 2
    page.close()


def test_keys(opened, curated_page, how_many):
    """Skip links come first, / goes to the words, Escape clears, Tab reaches what is below."""
    page = opened(curated_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the events"
    assert page.locator(":focus").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "permalink"
    page.keyboard.press("/")
    page.keyboard.type("assad/")
    assert page.locator(":focus").input_value() == "assad/"
    assert _shown(page) == []
    page.keyboard.press("Backspace")
    assert 0 < len(_shown(page)) < how_many
    page.keyboard.press("Escape")
    assert len(_shown(page)) == how_many
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "page:actor"


def test_an_address_holds_the_question(opened, curated_page):
    """A filtered page has an address that shows the same again, and a link finds its event."""
    page = opened(curated_page)
    _fill(page, {"actor": "russia", "from": "2019", "to": "2019", "words": "caracas é"})
    fragment = page.evaluate("location.hash")
    found = _shown(page)
    again = opened(curated_page, fragment)
    assert _shown(again) == found
    assert again.locator("[id='page:words']").input_value() == "caracas é"
    again.evaluate("location.hash = '#maduro-letter-to-putin-2025'")
    again.wait_for_function("document.querySelectorAll('li.event[hidden]').length === 0")
    assert again.locator("li:target h3").is_visible()


def test_years_keep_their_order(opened, curated_page):
    """A first year after the last takes it along."""
    page = opened(curated_page)
    _fill(page, {"to": "2013", "from": "2019"})
    assert page.locator("[id='page:to']").input_value() == "2019"


def test_marks_follow_the_filter(opened, curated_page):
    """In the picture, what is not shown is faint, and a mark leads to its event."""
    page = opened(curated_page)
    _fill(page, {"arc": "syria-assad"})
    assert page.locator("a.mark.arc-3:not(.off)").count() > 0
    assert page.locator("a.mark.arc-0:not(.off)").count() == 0
    page.locator("a.mark.arc-3").first.click()
    assert page.locator("li:target").is_visible()


def test_whole_without_scripts(opened, curated_page, curated, how_many):
    """Without scripts all events, sources and the picture are there, and no dead controls."""
    page = opened(curated_page, java_script_enabled=False)
    assert page.locator("li.event").count() == how_many
    assert page.locator("li.event").last.is_visible()
    assert page.locator(".footnotes li").count() == len(curated.sources)
    assert page.locator("figure svg").first.is_visible()
    assert not page.locator("form").is_visible()
    assert page.locator("[id='page:count']").inner_text() == f"{how_many} events"


def test_print_shows_all(opened, curated_page):
    """On paper there are all events, whatever is filtered, with addresses and no controls."""
    page = opened(curated_page)
    _fill(page, {"actor": "russia", "from": "2019", "to": "2019"})
    page.emulate_media(media="print")
    assert page.locator("li.event").last.is_visible()
    assert not page.locator("form").is_visible()
    after = "getComputedStyle(document.querySelector('a[rel]'), '::after').content"
    assert "http" in page.evaluate(after)


@pytest.mark.parametrize("width", [320, 375, 768, 1024, 1600])
def test_no_page_scrolls_sideways(opened, curated_page, odd_page, width):
    """From a telephone to a wide screen nothing sticks out of the page."""
    for path in (curated_page, odd_page):
        page = opened(path, viewport={"width": width, "height": 800})
        sizes = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_it(chromium, odd_page, tmp_path, scheme):
    """axe-core finds no fault, filtered or not, folded or not, light or dark."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make peers")
    part = _exported(tmp_path / "part.html", "year:2019", "actor:russia")
    for path, folded in ((part, False), (odd_page, True)):
        # axe is put into the page from outside: for that alone, the policy is set aside.
        context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(path.as_uri())
        _fill(page, {"from": "2019"})
        if not folded:
            page.evaluate("document.querySelectorAll('details').forEach((e) => e.open = true)")
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run()")
        faults = [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]
        assert faults == []
        context.close()
