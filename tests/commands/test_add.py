"""`timeline add`: an event in its place, or a file as it was and a sentence why."""

import os
import shlex
import subprocess
import sys

import pytest

from timeline.commands.support import prompts
from timeline.editing import events
from timeline.loading import load
from timeline.model.records import Citation

FILE = """\
# A file with a comment.
arcs:
  north: {title: The north}
actors:
  capital: {name: The Union, kind: state, aliases: [Union]}
  jose-nuno: {name: José Nuño, kind: person, of: [capital]}
  ana-nuno: {name: Ana Nuño, kind: person}
sources:
  gazette-2018: {publisher: The Gazette, title: War begins, url: 'https://g.example/war'}
events:
  - id: first
    date: 2018
    title: What came first
    sources: [gazette-2018]

  - id: second  # a comment that stays
    date: 2019-02~
    title: What came second
"""
BASE = ("--date", "late oct 2018", "--title", "What came between")
DATED = "dated late Oct 2018 ([2018-10-21..2018-10-31]), certainly within 21–31 Oct 2018"


@pytest.fixture(name="add")
def _add(run, file):
    """Add to the file; return (exit code, standard error)."""

    def add(*args):
        result = run("add", "-f", str(file), *args)
        assert result.stdout == ""
        return result.exit_code, result.stderr

    return add


def _added(file, id_="what-came-between"):
    return load.load(str(file)).get(id_)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("aug 2025", "dated Aug 2025 (2025-08)"),
        ("2019", "dated 2019"),
        ("winter 2018/19", "dated winter 2018–19 (2018-24), certainly within Dec 2018 – Feb 2019"),
        ("1932–33", "dated 1932–33 (1932/1933)"),
        ("12/2014", "dated Dec 2014 (2014-12)"),
    ],
)
def test_it_says_how_the_date_was_understood(add, file, typed, said):
    """In words, and as it stands in the file now."""
    code, remark = add("--date", typed, "--title", "X")
    assert code == 0
    assert remark.endswith(f", {said}\n")
    assert _added(file, remark.split()[1]).title == "X"


@pytest.mark.parametrize(
    ("typed", "canonical"), [("?2019", "2019?"), ("2019?-05?", "2019-05?"), ("~2019", "2019~")]
)
def test_a_date_in_another_spelling_of_edtf_is_canonical_in_the_file(add, file, typed, canonical):
    """As `fmt` would have it; that of an account and of a source too."""
    told = f"ana-nuno,says=No,date={typed}"
    new = f"publisher=P,title=T,date={typed},id=p"
    args = ("--title", "X", "--id", "x", "--account", told, "--new-source", new)
    assert add("--date", typed, *args)[0] == 0
    event = _added(file, "x")
    assert event.date.text == event.accounts[0].date.text == canonical


def test_two_years_are_never_written_as_a_season(add, file):
    """Refused with both readings, and the file is as it was."""
    before = file.read_text()
    code, said = add("--date", "1932-33", "--title", "Famine")
    assert (code, file.read_text()) == (2, before)
    assert said == (
        "timeline: '1932-33' may be the years 1932 to 1933, or Q1 1932\n"
        "write 1932..1933 or Q1 1932\n"
    )


def test_date_and_title_are_enough(add, file):
    """It stands in its place by date, in the file's style, and nothing else is touched."""
    code, said = add(*BASE)
    assert (code, said) == (0, f"added what-came-between at {file}:16, {DATED}\n")
    block = (
        "  - id: what-came-between\n"
        '    date: "[2018-10-21..2018-10-31]"\n'
        "    title: What came between\n\n"
    )
    assert file.read_text().replace(block.replace('"', "'"), block) == FILE.replace(
        "  - id: second", f"{block}  - id: second"
    )


def test_everything_can_be_said(add, file):
    """Names, aliases and parts of ids become ids; each list keeps its order."""
    code, _ = add(
        *("--date", "2018-11", "--title", "All of it", "--summary", "One: two.", "--kind"),
        *("Statement", "--actor", "union", "--actor", "jose nuno", "--place", "Old Town, north"),
        *("--place", "Harbour", "--arc", "The north", "--tag", "war", "--tag", "no"),
        *("--status", "Claimed", "--source", "gazette,credibility=2,note=p. 3, top"),
        *("--link", "denies=first", "--link", "follows-from: second", "--note", "# no comment"),
        *("--id", "all"),
    )
    event = _added(file, "all")
    assert code == 0
    assert (event.date.text, event.title, event.summary) == ("2018-11", "All of it", "One: two.")
    assert (event.kind, event.status, event.arc) == ("statement", "claimed", "north")
    assert event.actors == ("capital", "jose-nuno")
    assert event.places == ("Old Town, north", "Harbour")
    assert event.tags == ("war", "no")
    [cited] = event.sources
    assert (cited.source, cited.credibility, cited.note) == ("gazette-2018", "2", "p. 3, top")
    assert [(each.type, each.target) for each in event.links] == [
        ("denies", "first"),
        ("follows-from", "second"),
    ]
    assert event.note == "# no comment"


@pytest.mark.parametrize(
    "name", ["gazette-2018", "The Gazette", "war begins", "https://g.example/war"]
)
def test_a_source_has_several_names(add, file, name):
    """Its id, its publisher, its title and its address, if one source is called so."""
    add(*BASE, "--source", name)
    assert [each.source for each in _added(file).sources] == ["gazette-2018"]


def test_a_new_source_is_added_with_the_event(add, file):
    """It is cited too; its id is made as curators make them, and may be said."""
    new = "publisher=The Daily, title=One, two, date=1 nov 2018, url=https://d.example/?a=1"
    assert add(*BASE, "--new-source", f"{new}, reliability=b")[0] == 0
    timeline = load.load(str(file))
    source = timeline.sources["daily-2018-11-01"]
    assert (source.publisher, source.title) == ("The Daily", "One, two")
    assert (source.date.text, source.url, source.reliability) == (
        "2018-11-01",
        "https://d.example/?a=1",
        "B",
    )
    assert [each.source for each in _added(file).sources] == ["daily-2018-11-01"]
    again = ("--new-source", "id=own, publisher=X", "--source", "own,credibility=4")
    assert add("--date", "2020", "--title", "Later", *again)[0] == 0
    [cited] = _added(file, "later-2020").sources
    assert (cited.source, cited.credibility) == ("own", "4")


def test_new_actors_and_arcs_are_added_too(add, file):
    """And the event has them."""
    actor = "name=Rosa Díaz, kind=Person, aliases=Rosa; La Jefa, of=union"
    assert add(*BASE, "--new-actor", actor, "--actor", "Union", "--new-arc", "title=The south") == (
        0,
        f"added what-came-between at {file}:18, {DATED}\n",
    )
    timeline, event = load.load(str(file)), _added(file)
    rosa = timeline.actors["rosa-diaz"]
    assert (rosa.kind, rosa.aliases, rosa.of) == ("person", ("Rosa", "La Jefa"), ("capital",))
    assert (event.actors, event.arc) == (("capital", "rosa-diaz"), "the-south")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--actor", "nuno"), "2 actors are called 'nuno'\nwrite 'jose-nuno' or 'ana-nuno'\n"),
        (
            ("--actor", "unoin"),
            "did you mean 'Union'?\nor add it: --new-actor 'name=",
        ),
        (("--actor", "an"), "no actor is called 'an'\n"),
        (("--arc", "nroth"), "no arc is called 'nroth'\ndid you mean 'north'?\n"),
        (("--status", "clamed"), "no status is called 'clamed'\ndid you mean 'claimed'?\n"),
        (("--kind", "x"), "no kind is called 'x'\nthere is statement\n"),
        (("--source", "daily"), "or add it: --new-source 'publisher=…, title=…"),
        (("--source", "gazette,credibility=7"), "no credibility is called '7'\n"),
        (("--link", "deny=first"), "'deny' is no type of link\ndid you mean 'denies'?\n"),
        (("--link", "denies"), "the link 'denies' names no event\nwrite denies=ID\n"),
        (("--link", "denies=frist"), "no event is called 'frist'\ndid you mean 'first'?\n"),
        (("--id", "first"), "there is an event 'first' already\n"),
        (("--new-source", "title=x"), "the new source has no publisher\nwrite publisher=…\n"),
        (("--new-source", "publischer=x"), "did you mean 'publisher'?\n"),
        (("--new-source", "publisher=x, date=soon"), "'soon'"),
        (("--new-source", "publisher=x, reliability=G"), "no reliability is called 'G'\n"),
        (("--new-source", "id=gazette-2018, publisher=x"), "is there already"),
        (("--new-source", "publisher=x, publisher=y"), "has 'publisher' twice"),
        (("--new-actor", "kind=state"), "the new actor has no name\nwrite name=…\n"),
        (("--into", "other.yaml"), "'other.yaml' is not among the files"),
    ],
)
def test_what_cannot_be_is_refused(add, file, args, message):
    """Exit 2, what to write instead, and the file as it was."""
    code, said = add(*BASE, *args)
    assert code == 2
    assert message in said
    assert file.read_text() == FILE


@pytest.mark.parametrize("date", ["10/11/2018", "soon", "2018-13", ""])
def test_what_is_no_date_is_refused(add, file, date):
    """In the words of the dates; none is guessed."""
    assert add("--date", date, "--title", "x")[0] == 2
    assert file.read_text() == FILE


def test_yesterday_is_a_day(add, file):
    """It is counted from today, which can be set; the file gets the day."""
    add("--date", "yesterday", "--title", "x", "--today", "2020-03-01", "--id", "x")
    assert _added(file, "x").date.text == "2020-02-29"


def test_without_a_terminal_nothing_is_asked(add, file):
    """It says what is missing."""
    hint = "write --date 2025-10 --title 'What happened'; on a terminal you are asked\n"
    order = "where no date is known, say its order: --after ID, --before ID or --during ID\n"
    assert add() == (2, f"timeline: there is no --date and no --title\n{hint}{order}")
    assert add("--title", "X") == (2, f"timeline: there is no --date\n{hint}{order}")
    assert add("--date", "2018") == (2, f"timeline: there is no --title\n{hint}")
    assert add(*BASE, "--ask") == (2, f"timeline: there is no terminal to ask on\n{hint}")
    assert file.read_text() == FILE


def test_a_dry_run_shows_the_difference(run, file):
    """As `diff -u` has it, on standard output; the file stays."""
    result = run("add", "-f", str(file), "--date", "2018-05", "--title", "x\x1b[31m", "--dry-run")
    assert (result.exit_code, result.stderr, file.read_text()) == (0, "", FILE)
    lines = result.stdout.splitlines()
    assert lines[:2] == [f"--- {file}", f"+++ {file}"]
    assert "+    date: 2018-05" in lines
    assert "\x1b" not in result.stdout


def test_a_file_that_does_not_load_is_not_added_to(add, file):
    """Its own problems come first."""
    broken = FILE.replace("2019-02~", "2019-13")
    file.write_text(broken)
    code, said = add(*BASE)
    assert (code, file.read_text()) == (1, broken)
    assert "not a date" in said


def test_a_file_that_is_not_there(run, tmp_path):
    """It says how to begin one."""
    path = tmp_path / "new.yaml"
    result = run("add", "-f", str(path), *BASE)
    assert (result.exit_code, path.exists()) == (2, False)
    assert f"there is no file '{path}'\nto begin one: timeline new {path}\n" in result.stderr


def test_the_curated_timeline_of_an_installed_program_is_not_added_to(run, monkeypatch):
    """It says how to have a copy of one's own."""
    monkeypatch.setattr("timeline.commands.support.target.is_shipped", lambda _: True)
    result = run("add", *BASE)
    assert result.exit_code == 2
    assert "timeline export yaml -o mine.yaml, then add `-f mine.yaml`" in result.stderr


def test_of_several_files_one_is_named(run, file, tmp_path):
    """Names of the others are known; they stay as they are."""
    other = tmp_path / "other.yaml"
    other.write_text("- {id: third, date: 2020, title: Another}\n")
    both = ("add", "-f", str(file), "-f", str(other), *BASE, "--link", "reports=third")
    result = run(*both)
    assert (result.exit_code, "say which with --into" in result.stderr) == (2, True)
    assert run(*both, "--into", str(file)).exit_code == 0
    assert "reports: third" in file.read_text()
    assert other.read_text() == "- {id: third, date: 2020, title: Another}\n"


def test_in_a_bare_list_names_stand_for_themselves(run, tmp_path):
    """No registry is asked for."""
    path = tmp_path / "bare.yaml"
    path.write_text("- date: 2018\n  title: One\n  actors: [Someone]\n")
    args = ("add", "-f", str(path), *BASE)
    assert run(*args, "--actor", "Nobody", "--actor", "someone").exit_code == 0
    assert _added(path).actors == ("Nobody", "Someone")


def test_two_at_once_lose_nothing(file):
    """Eight processes add an event each: ten are there in the end, and the comment."""
    command = [sys.executable, "-m", "timeline", "add", "-f", str(file), "--date", "2018-06"]
    running = [
        subprocess.Popen([*command, "--title", f"Number {number}"], stderr=subprocess.DEVNULL)
        for number in range(8)
    ]
    assert [each.wait(timeout=120) for each in running] == [0] * 8
    assert len(load.load(str(file))) == 10
    assert "# a comment that stays" in file.read_text()
    assert list(file.parent.iterdir()) == [file]


def test_completion_knows_beginnings_and_words():
    """Accents and case make no difference; behind a comma it begins anew."""
    known = ["José Nuño", "Ana Nuño", "The Union"]
    assert prompts.completions("jo", known, several=False) == ["José Nuño"]
    assert prompts.completions("nun", known, several=False) == ["José Nuño", "Ana Nuño"]
    assert prompts.completions("x, the", known, several=True) == ["x, The Union"]
    assert prompts.completions("x, the", known, several=False) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
class TestOnTerminal:
    """Step by step."""

    def test_an_event_is_asked_for(self, asked, file):
        """Words become EDTF before they are accepted; what is wrong is asked again."""
        session = asked("add", "-f", str(file))
        session.answer("Date ", "")
        session.answer("By order ", "")
        session.answer("An event needs a date", "late oct 2018")
        session.wait_for("[2018-10-21..2018-10-31] · late Oct 2018")
        session.answer("Is that the date? [Y/n] ", "")
        session.answer("Title ", "What came between")
        session.answer("Summary ", "It is said.")
        session.answer("Kind ", "")
        session.answer("Actors ", "union, Nuno")
        session.wait_for("capital · The Union")
        session.wait_for("write 'jose-nuno' or 'ana-nuno'")
        session.answer("> ", "")
        session.answer("Places ", "Old Town, north")
        session.answer("> ", "")
        session.answer("Arc ", "no\t")
        session.answer("Tags ", "war, peace")
        session.answer("> ", "")
        session.answer("Status ", "clamed")
        session.wait_for("did you mean 'claimed'?")
        session.answer("Status ", "claimed")
        session.answer("Said by ", "")
        session.answer("Sources ", "The Daily")
        session.answer("as a new source? [y/N] ", "y")
        session.answer("publisher ", "")
        session.answer("title ", "One, two")
        session.answer("date ", "1 nov 2018")
        session.answer("url ", "")
        session.answer("reliability ", "x")
        session.answer("reliability ", "b")
        session.answer("more ", "")
        session.answer("id ", "")
        session.answer("more ", "")
        session.answer("> ", "")
        session.answer("Links ", "denies=first")
        session.answer("> ", "")
        session.answer("Note ", "")
        session.answer("Id ", "")
        session.wait_for("  - id: what-came-between")
        session.answer("Add it? [Y]es, [n]o, [e]dit it first: ", "")
        session.wait_for("added what-came-between at ")
        assert session.ended() == 0
        event, timeline = _added(file), load.load(str(file))
        assert (event.date.text, event.actors) == ("[2018-10-21..2018-10-31]", ("capital",))
        assert (event.places, event.tags) == (("Old Town, north",), ("war", "peace"))
        assert (event.status, event.summary, event.arc) == ("claimed", "It is said.", "north")
        assert [each.source for each in event.sources] == ["daily-2018-11-01"]
        assert timeline.sources["daily-2018-11-01"].reliability == "B"
        assert "# a comment that stays" in file.read_text()

    def test_what_is_given_is_not_asked(self, asked, file):
        """Only the rest; without --ask a date and a title are added at once."""
        session = asked("add", "-f", str(file), *BASE, "--ask", "--actor", "union")
        session.wait_for("Summary ")
        assert "Title " not in session.shown
        assert "Date        > [2018-10-21..2018-10-31] · late Oct 2018" in session.shown
        session.type("\x03")
        assert session.ended() == 130

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_whoever_stops_loses_nothing_that_was_typed(self, asked, file, key):
        """The file is as it was, and the command that is shown says it all again."""
        session = asked("add", "-f", str(file))
        session.answer("Date ", "2018-11")
        session.answer("Title ", "What's between")
        session.answer("Summary ", "")
        session.answer("Kind ", "")
        session.answer("Actors ", "union")
        session.wait_for("The Union")
        session.wait_for("> ")
        session.type(key)
        assert session.ended() == 130
        assert file.read_text() == FILE
        assert "mine.yaml is as it was." in session.shown
        command = shlex.split(session.shown.partition("To go on from here:")[2])
        assert command == [
            *("timeline", "add", "--ask", "-f", str(file)),
            *("--date", "2018-11", "--title", "What's between", "--actor", "capital"),
        ]

    def test_no_means_no(self, asked, file):
        """Nothing is added, and nothing that was typed is lost."""
        session = asked(
            "add",
            "-f",
            str(file),
            "--ask",
            *BASE,
            "--summary",
            "x",
            "--kind",
            "statement",
            "--actor",
            "union",
        )
        for label in ("Places ", "Arc ", "Tags ", "Status ", "Said by ", "Sources ", "Links "):
            session.answer(label, "")
        for label in ("Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "n")
        assert session.ended() == 130
        assert file.read_text() == FILE
        assert "--kind statement" in session.shown

    def test_the_event_can_be_edited_first(self, asked, file, tmp_path_factory):
        """In the person's editor, in its place in the file."""
        script = tmp_path_factory.mktemp("editor") / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "path.write_text(path.read_text().replace('came between', 'lay between'))\n"
        )
        session = asked(
            *("add", "-f", str(file), "--date", "2018-11"),
            EDITOR=f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}",
        )
        session.answer("Title ", "What came between")
        for label in ("Summary ", "Kind ", "Actors ", "Places ", "Arc ", "Tags ", "Status "):
            session.answer(label, "")
        for label in ("Sources ", "Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "e")
        assert session.ended() == 0
        assert _added(file, "what-came-between-2018").title == "What lay between"
        assert list(file.parent.iterdir()) == [file]

    def test_a_wrong_option_is_refused_before_the_questions_end(self, asked, file):
        """Nobody answers ten questions for nothing."""
        session = asked("add", "-f", str(file), "--date", "soon")
        assert session.ended() == 2
        assert "Title" not in session.shown
        assert "mine.yaml is as it was." in session.shown


def test_a_file_is_read_no_more_often_than_it_must_be(add, work):
    """Before and after, and once to find the place."""
    assert add(*BASE)[0] == 0
    assert work == {"loaded": 2, "taken apart": 1}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: What came first", "title: What came last"),
        ("sources: [gazette-2018]", "sources: []"),
        ("    title: What came between", "    title: What did not come"),
        ("name: Ana Nuño", "name: Ana"),
        ("  ana-nuno: {name: Ana Nuño, kind: person}\n", ""),
        ("arcs:\n", "timeline: {title: T}\narcs:\n"),
    ],
)
def test_what_would_change_more_than_it_adds_is_refused(add, file, monkeypatch, old, new):
    """Whatever else the text with the event says: nothing is written."""
    with_event = events.with_event

    def careless(*args, **rest):
        text = with_event(*args, **rest)
        assert old in text
        return text.replace(old, new)

    monkeypatch.setattr("timeline.commands.add.text.with_event", careless)
    code, said = add(*BASE)
    assert code == 1
    assert "the event cannot be put into this file without changing it" in said
    assert file.read_text() == FILE


def test_evidence_can_be_said(run, tmp_path):
    """Who says it, on which side, after whom; of a new source whose account it is."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        "actors:\n  mayor: {name: The mayor}\nsources:\n  gazette: {publisher: The Gazette}\n"
        "events:\n  - {date: 2018, title: a, sources: [gazette]}\n",
        encoding="utf-8",
    )
    citation = "gazette,stance=denies,relays=Radio North; gazette,locator=p. 3,quote=It is open."
    source = "publisher=The Echo, author=A. Writer; B. Writer, firsthand=yes, copy-of=gazette"
    said = ("--by", "the mayor", "--source", citation, "--new-source", source)
    result = run("add", "-f", str(path), "--date", "2019", "--title", "b", *said)
    assert result.exit_code == 0, result.stderr
    timeline = load.load(str(path))
    event = timeline.get("b-2019")
    assert event.by == ("mayor",)
    assert event.sources[0] == Citation(
        "gazette",
        stance="denies",
        relays=("Radio North", "gazette"),
        locator="p. 3",
        quote="It is open.",
    )
    echo = timeline.sources[event.sources[1].source]
    assert (echo.author, echo.firsthand) == (("A. Writer", "B. Writer"), True)
    assert echo.copy_of == "gazette"


@pytest.mark.parametrize(
    ("option", "text", "error"),
    [
        ("--source", "gazette,stance=against", "no stance is called 'against'\nthere are supports"),
        ("--new-source", "publisher=P, firsthand=no", "no firsthand is called 'no'\nthere is yes"),
        ("--source", f"gazette,quote={'a' * 501}", "'quote' has 501 characters\nit may have 500"),
    ],
)
def test_evidence_that_cannot_be_is_refused(run, tmp_path, option, text, error):
    """Before anything is written, and without offering to add a source."""
    path = tmp_path / "mine.yaml"
    path.write_text("sources: {gazette: {publisher: The Gazette}}\nevents: []\n", encoding="utf-8")
    result = run("add", "-f", str(path), "--date", "2019", "--title", "b", option, text)
    assert result.exit_code == 2
    assert error in result.stderr
    assert "or add it" not in result.stderr
