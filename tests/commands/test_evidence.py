"""`evidence` and `versions` as people type them, and what they must never do."""

import csv
import json
import re
import socket
from pathlib import Path

import pytest

from timeline.views.parts import reason_words

FILE = """\
timeline: {title: The bridge}
actors:
  city: {name: The City}
  mayor: {name: Ana Ruiz, of: [city]}
  union: {name: Dockers}
sources:
  gazette: {publisher: The Gazette, date: 2019-03-29, reliability: B, relays: [The Post]}
  herald: {publisher: The Herald, reliability: F, relays: [The Post]}
  hall: {publisher: City Hall, date: 2019-03-30, of: [city], firsthand: yes}
  post-office: {publisher: Post Office}
events:
  - id: closed
    date: 2019-03-28
    title: The bridge is closed
    status: disputed
    sources: [gazette, herald, {source: hall, stance: denies}, {source: post-office,
      stance: mentions}]
    accounts:
      - {by: [union], says: Cracks were found, sources: [gazette]}
      - {by: [mayor], says: It was painted, stance: denies, sources: [hall]}
  - {id: promise, date: 2019-04, title: A bridge is promised, by: [mayor], kind: statement,
     sources: [hall, post-office]}
  - {id: rumour, date: 2019-05, title: A ferry is said to come, status: claimed}
"""


@pytest.fixture(name="file")
def _file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(FILE, encoding="utf-8")
    return "b.yaml"


def _lines(run, file, *words):
    result = run(*words, "-f", file)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_one_event_is_shown_whole(run, file):
    """By its id, a part of it, its handle, words of its title, or a query that finds it alone."""
    pages = {run("evidence", *asked, "-f", file).stdout for asked in NAMES}
    (page,) = pages
    assert page.splitlines()[4:] == WHOLE.splitlines()


NAMES = (["closed"], ["e1"], ["against>=1"], ["bridge", "is", "closed"], ["clos"], ["2019-03-28"])
WHOLE = """\
 Rests on one origin. One origin against it. The Post was not read itself.

 for  1 origin
 └ The Post · not read · cannot be judged
   ├ The Gazette, 29 Mar 2019 (b.yaml:16) → relays The Post (b.yaml:7)
   └ The Herald (b.yaml:16) → relays The Post (b.yaml:8)

 against  1 origin
 └ City Hall, 30 Mar 2019 (b.yaml:16) · first-hand · cannot be judged · voice of The City

 only mentions
   Post Office

 accounts
   Dockers: Cracks were found
   Ana Ruiz: It was painted · denies

 doubt
   one-origin · all that is cited for it leads to The Post
   second-hand · what was read tells the account of The Post
   denied · City Hall and Ana Ruiz deny it

 trust  nothing listed

 would change it  read The Post; a second origin; a document

"""


def test_a_query_has_a_row_for_each(run, file):
    """Least and most, for and against; how many rest on how many stands beside it."""
    result = run("evidence", "-f", file)
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [(row[3], *row[4:9]) for row in rows] == [
        ("closed", "1", "1", "1", "1", "4"),
        ("promise", "1", "2", "0", "0", "2"),
        ("rumour", "0", "0", "0", "0", "0"),
    ]
    assert result.stderr.strip() == (
        "0 rest on two origins or more, 1 perhaps do, 1 on one, 1 on no source"
    )


def test_those_of_the_fewest_origins_come_first(run, file):
    """Also turned around, and cut."""

    def ids(*options):
        return [line.split("\t")[3] for line in _lines(run, file, "evidence", *options)]

    assert ids("--sort", "origins") == ["rumour", "closed", "promise"]
    assert ids("--sort", "origins", "-r", "-n", "1") == ["promise"]


QUERIES = {
    "origins>=1": "closed promise",
    "origins>=2": "promise?",
    "origins=1": "closed promise?",
    "origins<2": "closed promise? rumour",
    "origins>1": "promise?",
    "origins<=2": "closed promise rumour",
    "origins=0": "rumour",
    "no:origins": "rumour",
    "against>=1": "closed",
    "against=0": "promise rumour",
    "no:against": "promise rumour",
    "stance:denies": "closed",
    "stance:mentions": "closed",
    "stance:supports": "closed promise",
    "relays:post": "closed",
    'relays:="the post"': "closed",
    "no:relays": "promise rumour",
    "by:mayor": "closed promise",
    "by:city": "closed promise",
    "by:=union": "closed",
    "no:by": "closed rumour",
    "by=0": "closed rumour",
    "accounts>=2": "closed",
    "accounts=0": "promise rumour",
    "no:accounts": "promise rumour",
    "not origins>=2": "closed promise? rumour",
    "sources>=2": "closed promise",
}


@pytest.mark.parametrize("query", QUERIES)
def test_queries(run, file, query):
    """A maybe is marked with ?."""
    rows = [json.loads(line) for line in _lines(run, file, "list", query, "-o", "jsonl")]
    doubt = {"certain": "", "possible": "?"}
    assert " ".join(f"{row['id']}{doubt[row['verdict']]}" for row in rows) == QUERIES[query]


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("orgins>=2", "origins"),
        ("origins>=two", "origins>=2"),
        ("origin:2", "origins"),
        ("stance:against", "there are supports, denies, mentions"),
        ("relays:times", "The Post"),
        ("by:gazette", "there are The City, city, Ana Ruiz"),
        ("against>=", "against>="),
        ("by>=1", "by:"),
        ("stance=denies", "stance:denies"),
        ("relays=post", "relays:post"),
    ],
)
def test_slips_are_told(run, file, query, hint):
    """What to write instead, or what there is."""
    result = run("list", query, "-f", file)
    assert result.exit_code == 2
    assert hint in result.stderr, result.stderr


def test_who_says_nothing_is_not_found_in_silence(run, tmp_path):
    """Somebody is registered, and no event is said by them."""
    path = tmp_path / "c.yaml"
    path.write_text(FILE.replace("by: [union]", "by: [mayor]"), encoding="utf-8")
    result = run("list", "by:union", "-f", str(path))
    assert result.exit_code == 2
    assert "no event is said by it" in result.stderr
    assert "these say something: mayor" in result.stderr


def test_reasons_are_explained(run):
    """Each of them; a slip is told."""
    for name in reason_words.EXPLANATIONS:
        assert run("evidence", "--explain", name).stdout.startswith(f"{name}: a reason to ")
    result = run("evidence", "--explain", "one-orign")
    assert (result.exit_code, "'one-origin'" in result.stderr) == (2, True)


def test_show_has_a_line(run, file):
    """How many sources and origins, for it and against it."""
    said = [line.strip() for line in _lines(run, file, "show", "closed")]
    assert "rests on  4 sources, 1 origin; 1 origin against it" in said
    assert "rests on  2 sources, 1 origin, perhaps 2" in [
        line.strip() for line in _lines(run, file, "show", "promise")
    ]


def test_why_has_the_chains(run, file):
    """With the file and the line of every step."""
    page = run("why", "closed", "origins>=2", "-f", file, "--format", "table").stdout
    assert "The Herald (b.yaml:16) → relays The Post (b.yaml:8)" in page
    data = json.loads(run("why", "closed", "origins>=2", "-f", file, "-o", "json").stdout)
    steps = data["origins"]["for"]["origins"][0]["chains"][1]
    assert [(step["how"], step["name"], step["line"]) for step in steps] == [
        ("cites", "The Herald", 16),
        ("relays", "The Post", 8),
    ]


def test_chains_have_the_lines_of_json(run, tmp_path, monkeypatch):
    """Each that of its event, which alone is read again."""
    monkeypatch.chdir(tmp_path)
    cited = {"title": "T", "sources": ["Herald", {"source": "Gazette", "relays": ["Post"]}]}
    lines = [json.dumps({"id": f"e-{year}", "date": str(year), **cited}) for year in (2019, 2020)]
    Path("b.jsonl").write_text("\n".join(lines), encoding="utf-8")
    page = run("evidence", "e-2020", "-f", "b.jsonl").stdout
    assert "Herald (b.jsonl:2)" in page
    assert "Gazette (b.jsonl:2) → relays Post" in page


# --- versions ---------------------------------------------------------------------------


def test_accounts_stand_side_by_side(run, file):
    """Where there is room; what differs is marked."""
    wide = run("versions", "closed", "-f", file, "--width", "100", "-o", "table").stdout
    row = next(line for line in wide.splitlines() if "Cracks" in line)
    assert re.fullmatch(r" +≠ says  Cracks were found +It was painted", row)
    narrow = run("versions", "closed", "-f", file, "--width", "80", "-o", "table").stdout
    assert not any("Cracks" in line and "painted" in line for line in narrow.splitlines())
    assert "≠ says" in narrow


def test_versions_of_a_query(run, file):
    """Those that have accounts; none is said."""
    assert [line.split("\t")[0] for line in _lines(run, file, "versions")] == ["closed", "closed"]
    result = run("versions", "kind:statement or id:rumour", "-f", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.strip() == "None of these events has accounts."


def test_an_event_without_accounts_says_so(run, file):
    """It is no error."""
    piped = run("versions", "rumour", "-f", file)
    assert (piped.exit_code, piped.stdout, piped.stderr) == (0, "", "0 accounts of 1 event\n")
    page = _lines(run, file, "versions", "rumour", "-o", "table")
    assert " No account of it is recorded." in page


def test_accounts_are_data(run, file):
    """In every form: who says what, on what, when that was known, and what differs."""
    asked = ("versions", "closed", "-f", file, "-o")
    rows = list(csv.DictReader(run(*asked, "csv").stdout.splitlines()))
    told = [[row[key] for key in ("event", "by", "known", "says", "sources")] for row in rows]
    assert told == [
        ["closed", "Dockers", "2019-03-29", "Cracks were found", "gazette"],
        ["closed", "Ana Ruiz", "2019-03-30", "It was painted", "hall"],
    ]
    (event,) = map(json.loads, run(*asked, "jsonl").stdout.splitlines())
    assert (event["id"], event["date"], event["status"]) == ("closed", "2019-03-28", "disputed")
    assert [each["says"] for each in event["accounts"]] == ["Cracks were found", "It was painted"]
    assert "says" in event["differing"]
    assert json.loads(run(*asked, "json").stdout)["events"] == [event]
    page = run(*asked, "md").stdout.splitlines()
    assert page[:3] == ["# The bridge", "", "## The bridge is closed"]
    (says,) = [line for line in page if "Cracks were found" in line]
    assert [cell.strip() for cell in says.split("|")][-3:-1] == [
        "Cracks were found",
        "It was painted",
    ]
    none = run("versions", "rumour", "-f", file, "-o", "md").stdout
    assert none.endswith("\nno accounts\n")


# --- what must never be ------------------------------------------------------------------

FORMS = ("table", "json", "jsonl", "csv", "md")


@pytest.fixture(name="everything", scope="module")
def _everything():
    """Return every sentence that evidence may say: reasons, what they mean, what would change."""
    return "\n".join([*reason_words.EXPLANATIONS.values(), *reason_words.STEPS.values()])


def test_never_a_score_or_a_share(run, file, everything):
    """No percentage, no score, no number with a fraction, no grade of its own."""
    said = "".join(run("evidence", "-f", file, "-o", form).stdout for form in FORMS)
    said += run("evidence", "closed", "-f", file, "-o", "table").stdout + everything
    assert not re.search(r"\d ?%|\bscores?\b|percent|\d\.\d|\d/\d|stars?\b", said, re.IGNORECASE)


def test_never_a_scale_of_colours(run, file, everything):
    """The page of an event has no colour at all: only what is bold or dim."""
    page = run("evidence", "closed", "-f", file, "-o", "table", "--color", "always").stdout
    assert set(re.findall(r"\x1b\[([\d;]*)m", page)) <= {"0", "1", "2", "1;2", "22"}
    assert everything


def test_never_true_false_or_likely(run, file, everything):
    """Of no event is anything of the kind said."""
    page = run("evidence", "closed", "promise", "rumour", "-f", file, "-o", "table").stdout
    words = r"\b(true|false|truth|likely|unlikely|probabl[ye]|plausible|credible|reliable source)\b"
    assert not re.search(words, page + everything, re.IGNORECASE)


def test_never_a_changed_status(run, file):
    """Neither in the file, nor in what is shown."""
    rows = [json.loads(line) for line in _lines(run, file, "evidence", "-o", "jsonl")]
    assert [row["status"] for row in rows] == ["disputed", None, "claimed"]
    assert Path(file).read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize("form", FORMS)
def test_never_one_side_alone(run, file, form):
    """Who denies it stands in every form."""
    said = run("evidence", "closed", "-f", file, "-o", form).stdout
    assert "denied" in said
    assert "against" in said
    assert form == "csv" or "City Hall" in said


def test_never_lineage_from_words(run, tmp_path):
    """A note is for people: what it says of relays counts for nothing, nor do titles alike."""
    text = """\
sources:
  a: {publisher: A, title: The bridge falls, note: relays The Post}
  b: {publisher: B, title: The bridge falls, note: reprint of A}
events:
  - {date: 2019, title: T,
     sources: [{source: a, note: relays The Post}, {source: b, note: as in A}]}
"""
    path = tmp_path / "n.yaml"
    path.write_text(text, encoding="utf-8")
    row = json.loads(run("evidence", "-f", str(path), "-o", "jsonl").stdout)
    assert (row["for"]["least"], row["for"]["most"]) == (1, 2)


def test_never_the_network(run, file, monkeypatch):
    """No socket is opened."""

    def refused(*_args, **_more):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refused)
    for command in ("evidence", "versions"):
        assert run(command, "closed", "-f", file).exit_code == 0


def test_never_a_grade_for_what_cannot_be_judged(run, tmp_path):
    """F, 6 and nothing are one and the same, and no reason of either kind."""
    text = (
        "sources: {a: {publisher: A%s}}\n"
        "events:\n- {date: 2019, title: T, sources: [{source: a%s}]}\n"
    )
    said = set()
    for grade in ("", ", reliability: F"):
        for credibility in ("", ", credibility: '6'"):
            path = tmp_path / "g.yaml"
            path.write_text(text % (grade, credibility), encoding="utf-8")
            said.add(run("evidence", "-f", str(path), "-o", "json").stdout)
    assert len(said) == 1


@pytest.mark.parametrize("id_", ["wd:Q42", "a=b", "not"])
def test_an_id_is_no_query(run, tmp_path, id_):
    """Though it looks like one; `show` takes it too."""
    file = tmp_path / "own.yaml"
    file.write_text(f'- {{id: "{id_}", date: 2019, title: Found}}\n')
    for command in ("evidence", "versions", "show"):
        result = run(command, id_, "-f", str(file), "-o", "json")
        assert (result.exit_code, id_ in result.stdout) == (0, True)
