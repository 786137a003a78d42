"""Words that were probably meant as a date or a file: the answer stands, and a remark beside it."""

import re
import shlex

import pytest

from timeline.commands.support.options import Format


def test_a_word_that_is_a_date_says_how_to_ask_for_it(run, small_file):
    """`list 2018` seeks the word; five events are of that year."""
    result = run("list", "-f", small_file, "2018")
    command = f"timeline -f {small_file} list year:2018"
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == (
        f"'2018' is sought as a word; {command} finds 4 events"
    )
    assert "date:2018-06-01 finds 2 events" in run("list", "-f", small_file, "2018-06-01").stderr


@pytest.mark.parametrize("said", ["between 2017 and 2018", "Between 2 may 2017 and 30 june 2018"])
def test_a_span_whose_and_was_taken_for_the_querys_is_one_all_the_same(run, small_file, said):
    """`list between 2017 and 2018` seeks three words."""
    told = run("list", "-f", small_file, *said.split()).stderr.splitlines()[-1]
    asked = shlex.quote(f'date:"{said}"')
    assert told.startswith(f"{said!r} are sought as words; timeline -f {small_file} list {asked} ")


@pytest.mark.parametrize("asked", ["1850", "war", "'2018 war'", "title:2018", "20180"])
def test_what_is_no_date_with_events_is_not_remarked_upon(run, small_file, asked):
    """No event is of 1850; and nobody is told what they did not ask."""
    assert "sought as a word" not in run("list", "-f", small_file, asked).stderr


def test_a_file_that_is_not_there_is_told(run, small_file):
    """`list mine.yaml` seeks a word; a name that no file could have is a word and no more."""
    told = run("list", "-f", small_file, "mine.yaml").stderr.splitlines()
    assert told[-1] == "'mine.yaml' is sought as a word, and there is no file of that name"
    assert "no file" not in run("list", "-f", small_file, "mine.zz").stderr
    assert "no file" not in run("list", "-f", small_file, "war.csv or war").stderr


def test_a_handle_in_a_query_is_told(run, small_file):
    """It names an event where one is named; a number alone is a word."""
    told = run("list", "-f", small_file, "e1").stderr.splitlines()
    assert told[-1] == (
        f"'e1' is sought as a word; the event of that handle: timeline -f {small_file} show e1"
    )
    assert "handle" not in run("list", "-f", small_file, "1").stderr
    assert "handle" not in run("list", "-f", small_file, "e999").stderr


def test_a_glued_option_that_leaves_nothing_out_is_told(run, small_file):
    """`-aunion` is `not aunion`, which no event has; `-army` leaves some out."""
    assert run("list", "-f", small_file, "-aunion").stderr.splitlines()[-1] == (
        "no event has 'aunion', and nothing is left out; for the option write -a union"
    )
    assert "option" not in run("list", "-f", small_file, "-army").stderr
    assert "option" not in run("list", "-f", small_file, "-zzz").stderr


def test_a_year_before_1_is_no_word_that_is_left_out(run, tmp_path):
    """`list -0043` asks for no word; of -2018 there is nothing, and 2018 is left out."""
    path = tmp_path / "old.yaml"
    path.write_text("- {date: -0043-03-15, title: Ides}\n- {date: 2018, title: x}\n")
    said = run("list", "-f", str(path), "-0043").stderr.splitlines()[-1]
    assert said == (
        f"'-0043' is sought as a word; timeline -f {path} list year:-0043 finds 1 event"
    )
    assert "list 'not year:2018' finds 1 event" in run("list", "-f", str(path), "-2018").stderr


def test_data_has_no_remarks(run, small_file):
    """Programs read it."""
    for form in (Format.json, Format.jsonl, Format.csv):
        assert run("list", "-f", small_file, "2018", "-o", form).stderr == ""


def test_a_word_that_is_a_file_says_how_to_read_it(run, tmp_path, monkeypatch):
    """`timeline list mine.yaml` is told of -f."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my file.yaml").write_text("- {date: 2019, title: x}\n")
    listed = run("list", '"my file.yaml"').stderr.splitlines()
    assert listed[-1] == (
        "'my file.yaml' is sought as a word; to read the file: timeline -f 'my file.yaml' list"
    )


FILE = """
timeline: {title: The harbour}
arcs: {strike-1931: {title: The strike}}
actors:
  guild: {name: The Dockers' Guild, aliases: [ADG]}
  ana: {name: Ana Núñez, of: [guild]}
sources: {g: {publisher: The Gazette}, h: {publisher: The Herald}}
events:
  - {date: 1931-03-01, title: Dockers stop work, status: confirmed, arc: strike-1931, sources: [g]}
  - {date: 1931-03-02, title: Missiles of coal are thrown, status: claimed, actors: [ana]}
  - {date: 1931-04-05, title: A missile hits the oil company, status: claimed, sources: [g]}
  - {date: 1932-01-09, title: Ana Núñez claimed back pay, status: disputed, actors: [ana]}
"""


@pytest.fixture(name="ask")
def _ask(run, tmp_path, monkeypatch):
    """Ask a file of its own; return the remarks."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f.yaml").write_text(FILE, encoding="utf-8")
    (tmp_path / "talk").write_text(FILE, encoding="utf-8")
    return lambda command, *args: run("-f", "f.yaml", command, *args).stderr.splitlines()


NEAR = [
    ("missle", "Did you mean 'missile'?"),  # which finds missiles too
    ("nunes", "Did you mean 'Núñez'?"),
    ('"oil compny"', "Did you mean '\"oil company\"'?"),
    ('"oli compny"', "Did you mean '\"oil company\"'?"),
    ("oli", "Did you mean 'oil'?"),  # two letters of a short word are swapped
    ("ol", ""),
    ("=missiled", "Did you mean '=missile'?"),
    ("title:dokers", "Did you mean 'title:dockers'?"),
    ("stirke", ""),  # titles of arcs are no words of an event
    ("zebra", ""),
    ("missile!", "Did you mean 'missile'?"),
    ("+missile", "Did you mean 'missile'?"),
    ("+missle", "Did you mean 'missile'?"),
    ("/oil/", "Did you mean 'oil'?"),
    ("+zebra", ""),
    ("oil missle", "No event has 'missle'; did you mean 'missile'?"),
    ("oil zebra", "No event has 'zebra'."),
    ("oil or dokcers", "No event has 'dokcers'; did you mean 'dockers'?"),
    ("not missle", "no event has 'missle', and nothing is left out; did you mean 'not missile'?"),
]


@pytest.mark.parametrize(("asked", "said"), NEAR)
def test_a_word_that_no_event_has_names_near_ones_that_some_have(ask, asked, said):
    """The first remark is the answer itself; what is offered can be typed, and finds something."""
    remark = [*ask("list", asked)[1:], ""][0]
    assert remark == said.replace("'dockers'", "'Dockers'").replace(
        "title:dockers", "title:Dockers"
    )
    for offer in re.findall(r"'((?:not |=|title:)?[^']+)'", remark.partition("mean")[2]):
        assert not ask("list", offer)[0].startswith("No event")


NUMBERED = "".join(f"  - {{date: 1931, title: Report {4700 + number}}}\n" for number in range(60))


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("reoprt", "Report"),
        ("4171", "4711"),
        ("4711x", "4711"),
        ("rep0rt", "Report"),
    ],
)
def test_numbers_are_offered_for_what_has_a_digit(run, tmp_path, asked, offered):
    """However many there are, none of them stands before a word for which one was meant."""
    (tmp_path / "f.yaml").write_text(f"events:\n{NUMBERED}")
    listed = run("-f", str(tmp_path / "f.yaml"), "list", asked)
    assert f"'{offered}'" in listed.stderr.splitlines()[-1]


VALUES = [
    ("claimed", "'claimed' is sought as a word; L list status:claimed finds 2 events"),
    ("claimed oil", "'claimed' is sought as a word; L list 'status:claimed oil' finds 1 event"),
    (
        "unconfirmed",
        "'unconfirmed' is sought as a word; L list 'not status:confirmed' finds 3 events",
    ),
    (
        "not confirmed",
        "'not confirmed' is sought as a word; L list 'not status:confirmed' finds 3 events",
    ),
    (
        '"not claimed"',
        "'not claimed' is sought as a word; L list 'not status:claimed' finds 2 events",
    ),
    ("strike-1931", "'strike-1931' is sought as a word; L list arc:strike-1931 finds 1 event"),
    ("the strike", "'the strike' are sought as words; L list 'arc:\"the strike\"' finds 1 event"),
    ("ADG", "'ADG' is sought as a word; L list actor:ADG finds 2 events"),
    (
        "the gazette",
        "'the gazette' are sought as words; L list 'source:\"the gazette\"' finds 2 events",
    ),
    ("1931", "'1931' is sought as a word; L list year:1931 finds 3 events"),
    ("march 1931", "'march 1931' are sought as words; L list 'date:\"march 1931\"' finds 2 events"),
    ("not 1931", "'not 1931' is sought as a word; L list 'not year:1931' finds 1 event"),
    ("ana 1931", "'1931' is sought as a word; L list 'ana year:1931' finds 1 event"),
    ("ana", ""),  # its name in part, and words find names
    ("the herald", "No event has 'herald'."),  # a source that nothing cites
    ("denied", ""),  # no event is
    ("talk", "'talk' is sought as a word; to read the file: timeline -f talk list"),
]


@pytest.mark.parametrize(("asked", "said"), VALUES)
def test_a_word_that_is_a_value_or_a_time_says_what_that_finds(run, ask, asked, said):
    """Counted by hand in the file; the line that is told finds so many."""
    remark = [*ask("list", asked)[1:], ""][0]
    assert remark == said.replace("L list", "timeline -f f.yaml list")
    if found := re.search(r"; (timeline .*) finds (\d+ events?)$", remark):
        assert run(*shlex.split(found[1])[1:]).stderr.splitlines()[0] == found[2]


def test_what_only_began_is_counted_so(ask):
    """The line that is told asks the same way."""
    assert ask("list", "1931", "--starts")[1] == (
        "'1931' is sought as a word; timeline -f f.yaml list --starts year:1931 finds 3 events"
    )


@pytest.mark.parametrize(
    "command",
    [
        *(["around", "1931", "missle"], ["on", "03-01", "missle"], ["compare", "missle", "ana"]),
        *([each, "missle"] for each in ("chart", "lanes", "gaps", "cite", "actors", "sources")),
        *(["export", "csv", "missle"], ["thread", "--all", "missle"], ["years", "missle"]),
    ],
    ids=" ".join,
)
def test_every_answer_that_is_empty_because_of_a_word_says_so(ask, command):
    """Whatever was asked for."""
    assert "Did you mean 'missile'?" in ask(*command)


@pytest.mark.parametrize(
    "typed", ["unconfirmed", "not confirmed", "Non-confirmed", "unconfirmd", "=unconfirmed"]
)
def test_a_status_is_never_taken_for_its_opposite(ask, typed):
    """What is told asks for all others."""
    assert ask("list", "--status", typed)[-1] == "for all others write not status:confirmed"
    assert ask("list", "not", "status:confirmed") == ["3 events"]


NINES = "9" * 5000


@pytest.mark.parametrize(
    "args",
    [
        ("list", f"sources>={NINES}"),
        ("list", f"links<={NINES}"),
        ("list", f"year:{NINES}"),
        ("list", f"year:Y{NINES}"),
        ("list", f"before:Y-{NINES}"),
        ("list", f"known:..{NINES} BC"),
        ("list", f"year:'last {NINES} days'"),
        ("list", f"credibility<={NINES}"),
        ("list", "--year", f"{NINES}th century"),
        ("list", f"-n{NINES}"),
        ("list", "-n", NINES),
        ("list", NINES),
        ("list", "=" * 9000),
        ("list", "*" * 9000),
        ("list", "'" * 9000),
        ("list", "‘ " * 4000),
        ("list", "-" * 90 + "war"),
        ("list", "!" * 9000 + "war"),
        ("list", "war|" * 2000 + "war"),
        ("around", NINES),
        ("around", "2019", "--within", f"{NINES}d"),
        ("on", NINES),
        ("on", f"{NINES}-{NINES}"),
        ("chart", "--from", NINES),
        ("thread", "war", "--depth", NINES),
        ("list", "--today", NINES),
    ],
    ids=lambda args: " ".join(args)[:20],
)
def test_whatever_is_huge_is_answered_or_refused(run, small_file, args):
    """No traceback, and no line that is longer than what may be typed."""
    result = run(args[0], "-f", small_file, *args[1:])
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert max(map(len, result.stderr.splitlines()), default=0) < 11_000  # at most the query
