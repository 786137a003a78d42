"""`timeline add`: who says so, on which side, whose account it is; by options and when asked."""

import re
import shlex

import pytest

from timeline.loading import load
from timeline.model.evidence import ACCOUNT, CITATION, SOURCE
from timeline.model.records import Account, Citation
from timeline.model.schema import EVENT

FILE = """\
actors:
  mayor: {name: Ana Ruiz}
  union: {name: The Union}
sources:
  gazette: {publisher: The Gazette}
  post: {publisher: 'Post, The'}
events:
  - {id: closed, date: 2019-03-28, title: The bridge is closed}
"""
BASE = ("--date", "2019-04", "--title", "Talks")


@pytest.fixture(name="add")
def _add(run, file):
    """Add an event with some options; return it, as it loads, and the timeline."""

    def add(*args):
        result = run("add", "-f", str(file), *BASE, *args)
        assert result.exit_code == 0, result.stderr
        found = load.load(str(file))
        return found.get("talks-2019"), found

    return add


@pytest.mark.parametrize(
    ("typed", "account"),
    [
        ("mayor,says=It was painted", Account(("mayor",), says="It was painted")),
        (
            "Ana Ruiz; union, says=No, not at all",
            Account(("mayor", "union"), says="No, not at all"),
        ),
        ("by=mayor, stance=Denies", Account(("mayor",), stance="denies")),
        (
            "mayor,says=X,sources=gazette; post",
            Account(("mayor",), says="X", sources=(Citation("gazette"), Citation("post"))),
        ),
        (
            "mayor,source=gazette,locator=p. 3,relays=A; B,source=Post, The,quote=No, no",
            Account(
                ("mayor",),
                sources=(
                    Citation("gazette", locator="p. 3", relays=("A", "B")),
                    Citation("post", quote="No, no"),
                ),
            ),
        ),
        ("sources=gazette, says=X", Account(says="X", sources=(Citation("gazette"),))),
        (
            'mayor,says="It rained, stance=no, ""they say""",stance=denies',
            Account(("mayor",), says='It rained, stance=no, "they say"', stance="denies"),
        ),
        (
            'mayor,source=gazette,quote="No, says=no",locator=p. 3',
            Account(
                ("mayor",), sources=(Citation("gazette", quote="No, says=no", locator="p. 3"),)
            ),
        ),
        (
            'mayor,says="No", he said, "no"',
            Account(("mayor",), says='"No", he said, "no"'),
        ),
    ],
)
def test_an_account_is_one_option(add, typed, account):
    """Who tells it first, then keys; each source with its own."""
    assert add("--account", typed)[0].accounts == (account,)


def test_an_account_has_a_date_in_words(add):
    """As the event has; several accounts keep their order."""
    event, _ = add("--account", "mayor,date=late may 2019", "--account", "union,date=2019")
    assert [each.date.text for each in event.accounts] == ["[2019-05-21..2019-05-31]", "2019"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("says=X", "nobody tells the account 'says=X'\nwrite NAME,says=…,source=ID\n"),
        ("mayor,say=X", "no actor is called 'mayor,say=X'\n"),
        ("mayor,says=X,says=Y", "an account has 'says' twice\nwrite each key once\n"),
        (
            'mayor,says="No, stance=no',
            'a double quote is left open: says="No\nwrite says="…", and a double quote within it',
        ),
        ("mayro", "no actor is called 'mayro'\ndid you mean 'mayor'?\n"),
        ("mayor,stance=den", "no stance is called 'den'\ndid you mean 'denies'?\n"),
        ("mayor,date=soon", "cannot read 'soon' as a date\n"),
        (
            "mayor,source=gazete",
            "no source is called 'gazete'\ndid you mean 'gazette' or 'The Gazette'?\n",
        ),
    ],
)
def test_an_account_that_cannot_be_is_refused(run, file, typed, error):
    """With what to write, and the file as it was."""
    result = run("add", "-f", str(file), *BASE, "--account", typed)
    assert (result.exit_code, file.read_text()) == (2, FILE)
    assert error in result.stderr


def test_what_is_new_can_be_named_in_every_place(add):
    """By its name or its id; then it is no actor or source of the event besides."""
    event, found = add(
        *("--new-actor", "name=Rosa Díaz", "--by", "rosa diaz", "--new-actor", "name=The Port"),
        *("--new-source", "publisher=The Echo, of=the port", "--account", "rosa-diaz,source=echo"),
        *("--new-source", "publisher=The Mirror, copy-of=echo", "--source", "The Mirror"),
    )
    assert (event.by, event.actors) == (("rosa-diaz",), ())
    assert event.sources == (Citation("mirror"),)
    assert event.accounts == (Account(("rosa-diaz",), sources=(Citation("echo"),)),)
    assert found.sources["echo"].of == ("the-port",)


def test_every_key_of_a_source_can_be_said(add):
    """As `--new-source` lists them; those of several values with semicolons."""
    said = {
        "publisher": "The Echo",
        "author": "A. Writer; B. Writer",
        "title": "One, two",
        "date": "2 apr 2019",
        "type": "report",
        "language": "es",
        "pages": "3–4",
        "isbn": "978-0-306-40615-7",
        "doi": "10.1000/182",
        "url": "https://e.example/a",
        "archive": "https://a.example/1; https://a.example/2",
        "accessed": "2019-04-03",
        "reliability": "b",
        "of": "union",
        "firsthand": "yes",
        "copy-of": "gazette",
        "relays": "Radio North; post",
        "note": "x",
    }
    assert tuple(said) == SOURCE.names
    _, found = add("--new-source", ", ".join(f"{key}={text}" for key, text in said.items()))
    source = found.sources["echo-2019-04-02"]
    assert (source.author, source.title) == (("A. Writer", "B. Writer"), "One, two")
    assert (source.date.text, source.accessed.text) == ("2019-04-02", "2019-04-03")
    assert (source.type, source.language, source.pages) == ("report", "es", "3–4")
    assert (source.isbn, source.doi) == ("978-0-306-40615-7", "10.1000/182")
    assert source.archive == ("https://a.example/1", "https://a.example/2")
    assert (source.reliability, source.of, source.firsthand) == ("B", ("union",), True)
    assert (source.copy_of, source.relays) == ("gazette", ("Radio North", "post"))
    assert (source.url, source.note) == ("https://e.example/a", "x")


def test_every_key_has_an_option_and_help_names_it(run):
    """Of the event, and of what stands behind an option: a later key as well."""
    text = " ".join(run("add", "--help").stdout.split())
    missing = [key.name for key in EVENT.keys if f"--{key.option} " not in text]
    inner = [*SOURCE.names, *ACCOUNT.names, *CITATION.names[1:]]
    assert missing == []
    assert [name for name in inner if not re.search(rf" {name}( \(a; b\))?[,.]", text)] == []


class TestOnTerminal:
    """Step by step."""

    def _begin(self, asked, file, *args):
        session = asked("add", "-f", str(file), *BASE, "--ask", *args)
        for label in ("Summary ", "Kind ", "Actors ", "Places ", "Arc ", "Tags "):
            session.answer(label, "")
        return session

    def test_whoever_says_nothing_of_evidence_is_asked_nothing_more(self, asked, file):
        """Neither who says it nor who tells it otherwise, nor more about no source."""
        session = self._begin(asked, file)
        for label in ("Status ", "Sources ", "Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "")
        assert session.ended() == 0
        for label in ("Said by", "more", "Accounts"):
            assert label not in session.shown

    def test_more_of_a_citation_is_one_step(self, asked, file):
        """As key=value, or a key alone, which is asked; what is wrong is told."""
        session = self._begin(asked, file)
        session.answer("Status ", "")
        session.answer("Sources ", "gazette")
        session.answer("more ", "stance=den")
        session.wait_for("did you mean 'denies'?")
        session.answer("> ", "stance=denies, locator=p. 3")
        session.answer("> ", "quote")
        session.answer("quote ", "No, note=never")
        session.answer("> ", "stanse=x")
        session.wait_for("did you mean 'stance'?")
        session.answer("> ", "")
        session.answer("> ", "")
        session.answer("Accounts ", "")  # a source is against it
        for label in ("Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "")
        assert session.ended() == 0
        [cited] = load.load(str(file)).get("talks-2019").sources
        assert cited == Citation("gazette", stance="denies", locator="p. 3", quote="No, note=never")

    def test_more_of_a_new_source_is_one_step(self, asked, file):
        """By the keys that are asked of none."""
        session = self._begin(asked, file)
        session.answer("Status ", "")
        session.answer("Sources ", "The Echo")
        session.answer("as a new source? [y/N] ", "y")
        for label in ("publisher ", "title ", "date ", "url ", "reliability "):
            session.answer(label, "")
        session.answer("more ", "author=A. Writer; B. Writer, copy-of=gazette")
        session.answer("> ", "firsthand=yes")
        session.answer("> ", "")
        session.answer("id ", "")
        session.answer("more ", "")
        session.answer("> ", "")
        for label in ("Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "")
        assert session.ended() == 0
        found = load.load(str(file))
        source = found.sources["echo"]
        assert (source.author, source.copy_of) == (("A. Writer", "B. Writer"), "gazette")
        assert source.firsthand
        assert found.get("talks-2019").sources == (Citation("echo"),)

    def test_a_statement_has_a_speaker_and_a_dispute_accounts(self, asked, file):
        """One who is new may be named again; nothing that was typed is lost."""
        session = asked("add", "-f", str(file), *BASE, "--ask", "--kind", "statement")
        for label in ("Summary ", "Actors ", "Places ", "Arc ", "Tags "):
            session.answer(label, "")
        session.answer("Status ", "disputed")
        session.answer("Said by ", "Rosa Diaz")
        session.answer("as a new actor? [y/N] ", "y")
        for label in ("name ", "kind ", "aliases ", "of ", "id "):
            session.answer(label, "")
        session.answer("> ", "")
        session.answer("Sources ", "")
        session.answer("Accounts ", "rosa diaz")
        session.answer("> ", "")
        session.answer("date ", "")
        session.answer("stance ", "denies")
        session.answer("says ", "Nothing, it rained")
        session.answer("sources ", "gazette")
        session.answer("more ", "locator=p. 3")
        session.answer("> ", "")
        session.answer("> ", "")
        session.answer("Next account", "")
        for label in ("Links ", "Note ", "Id "):
            session.answer(label, "")
        session.answer("[e]dit it first: ", "n")
        assert session.ended() == 130
        command = shlex.split(session.shown.partition("To go on from here:")[2])
        assert command[command.index("--by") + 1] == "rosa-diaz"
        account = (
            "by=rosa-diaz, stance=denies, says=Nothing, it rained, source=gazette,locator=p. 3"
        )
        assert command[command.index("--account") + 1] == account
        assert command[command.index("--new-actor") + 1] == "name=Rosa Diaz, id=rosa-diaz"
