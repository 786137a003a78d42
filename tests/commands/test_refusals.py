"""What Typer refuses: what is wrong, and what to type, in the form of all other errors."""

from pathlib import Path

import pytest

from timeline.commands.support.app import command
from timeline.commands.support.catalogue import entries

NAMES = list(entries())


def options(name):
    """Return the options of a command with the longest name of each."""
    params = [param for param in command(name).params if param.param_type_name == "option"]
    return {max(param.opts, key=len): param for param in params}


@pytest.fixture(name="refused")
def _refused(run):
    """Return what is said of a line that is refused: one to three lines, and nothing else."""

    def said(*args):
        result = run(*args)
        lines = result.stderr.splitlines()
        assert (result.exit_code, result.stdout) == (2, "")
        assert lines[0].startswith("timeline: ")
        assert len(lines) <= 3
        return lines[0].removeprefix("timeline: "), "\n".join(lines[1:])

    return said


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        # No such option: near ones, or who has it.
        (
            "list --actr x",
            "list has no option '--actr'",
            "did you mean '--actor'?",
        ),
        ("list --Year 2019", "list has no option '--Year'", "did you mean '--year'?"),
        ("list --zzzz", "list has no option '--zzzz'", "for those it has: timeline list --help"),
        (
            "list --sort name",
            "list has no option '--sort'",
            "--sort is an option of actors, years, places, tags, arcs, sources and evidence",
        ),
        (
            "schema --dry-run",
            "schema has no option '--dry-run'",
            "--dry-run is an option of add and remove",
        ),
        # What other programs call so, and what a query asks for.
        ("list --json", "list has no option '--json'", "write --format json"),
        ("list --from 2019 x", "list has no option '--from'", "write --since 2019"),
        (
            "actors --country=peru",
            "actors has no option '--country'",
            "write --actor peru or --place peru",
        ),
        (
            "chart --before 2019",
            "chart has no option '--before'",
            "write it in the query: before:2019",
        ),
        ("list --grep oil", "list has no option '--grep'", "write the words alone: oil"),
        ("list --not oil", "list has no option '--not'", "write it in the query: 'not oil'"),
        (
            "list --kind statement",
            "list has no option '--kind'",
            "write it in the query: kind:statement",
        ),
        ("list --no-color", "list has no option '--no-color'", "write --color never"),
        ("export --to csv", "export has no option '--to'", "write the format alone: csv"),
        ("check --json", "check has no option '--json'", "write --format json"),
        ("add --when 2019", "add has no option '--when'", "for those it has: timeline add --help"),
        ("cite --format bibtex", "--format cannot be 'bibtex'", "write --bibtex alone"),
        ("check --format csv", "--format cannot be 'csv'", "it is text, json or github"),
        # Before the command.
        ("--json list", "there is no option '--json' before a command", "write --format json"),
        (
            "--year 2019 list",
            "there is no option '--year' before a command",
            "write it behind one: timeline list --year 2019",
        ),
        (
            "-f mine.yaml --brief list war",
            "there is no option '--brief' before a command",
            "write it behind one: timeline -f mine.yaml list --brief war",
        ),
        (
            "--year 2019",
            "there is no option '--year' before a command",
            "write it behind one: timeline list --year 2019",
        ),
        # Without its dashes, where words have no place.
        (
            "-f mine.yaml add date=2019 title:Closed",
            "add has no place for 'date=2019' and 'title:Closed'",
            (
                "an option begins with two dashes: "
                "timeline -f mine.yaml add --date 2019 --title Closed"
            ),
        ),
        (
            "add dry-run=yes",
            "add has no place for 'dry-run=yes'",
            "an option begins with two dashes: timeline add --dry-run",
        ),
        (
            "cache clear",
            "cache has no place for 'clear'",
            "an option begins with two dashes: timeline cache --clear",
        ),
        (
            "add date=2019 closed",
            "add has no place for 'date=2019' and 'closed'",
            "it is typed so: timeline add [OPTIONS]",
        ),
        # A value that is missing, or is none.
        ("list --limit", "--limit needs a value: --limit N", "No more than N events."),
        ("list -n", "-n needs a value: -n N", "No more than N events."),
        (
            "list --by",
            "--by needs a value: --by date|known",
            "By date, or by when a source first told it, with the lag.",
        ),
        (
            "list --by --year 2019",
            "--by needs a value: --by date|known",
            "By date, or by when a source first told it, with the lag.",
        ),
        ("list --brief=3", "--brief takes no value", "write --brief alone"),
        ("--ascii=1", "--ascii takes no value", "write --ascii alone"),
        # A value that cannot be.
        ("list --limit -3", "--limit cannot be '-3'", "it is a whole number from 1 on"),
        ("list -n x", "--limit cannot be 'x'", "it is a whole number from 1 on"),
        ("list --limit 3.5", "--limit cannot be '3.5'", "it is a whole number from 1 on"),
        ("list --width 5", "--width cannot be '5'", "it is a whole number from 20 to 1000"),
        ("--width 5", "--width cannot be '5'", "it is a whole number from 20 to 1000"),
        ("list --color blue", "--color cannot be 'blue'", "it is auto, always or never"),
        ("list --color nevr", "--color cannot be 'nevr'", "did you mean 'never'?"),
        ("list --format html", "--format cannot be 'html'", "to write it: timeline export html"),
        ("export htm", "FORMAT cannot be 'htm'", "did you mean 'html'?"),
        # An argument that is missing, or is too much.
        (
            "show",
            "show needs EVENT",
            "A part of its id, words of its title, its handle (e17), or a date.",
        ),
        (
            "schema a b",
            "schema has no place for 'a' and 'b'",
            "it is typed so: timeline schema [OPTIONS]",
        ),
        (
            "edit a b",
            "edit has no place for 'b'",
            "it is typed so: timeline edit [OPTIONS] [EVENT]",
        ),
        (
            "import table.csv mine.yaml",
            "import has no place for 'mine.yaml'",
            "to write a file: timeline import table.csv --output mine.yaml",
        ),
        (
            "config width=60",
            "config has no 'width=60'",
            "write it so: timeline config width 60",
        ),
        # A word that begins with a dash.
        (
            "show -0043-03-15",
            "there is no option '-0043-03-15'",
            "a word that begins with - goes behind --: timeline show -- -0043-03-15",
        ),
        (
            "-f mine.yaml show -0043",
            "there is no option '-0043'",
            "a word that begins with - goes behind --: timeline -f mine.yaml show -- -0043",
        ),
        ("show -format json war", "'-format' is read letter by letter", "write --format"),
    ],
    ids=lambda line: line if line.startswith(("list", "show", "-")) else "",
)
def test_each_kind_of_refusal(refused, line, message, hint):
    """What is wrong, and the nearest right thing."""
    assert refused(*line.split()) == (message, hint)


@pytest.mark.parametrize(
    ("typed", "meant"), [("--ascci", "--ascii"), ("--lmit", "--limit"), ("--yaer=2019", "--year")]
)
def test_a_slip_before_the_command_is_seen(refused, typed, meant):
    """The nearest is what may stand there, or behind the command that follows."""
    message, hint = refused(typed, "list")
    assert message == f"there is no option '{typed.partition('=')[0]}' before a command"
    assert hint.startswith(f"did you mean '{meant}'")


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("-status:confirmed", "timeline list -status:confirmed"),
        ("-f mine.yaml -assad", "timeline -f mine.yaml list -assad"),
        ("-0043", "timeline list -0043"),
        ("-y2019 chart", "timeline chart -y2019"),
    ],
)
def test_a_word_with_a_dash_before_the_command_is_asked_behind_it(refused, line, asks):
    """Where it is a part of the query."""
    assert refused(*line.split())[1] == f"write it behind one: {asks}"


@pytest.mark.parametrize("typed", ["-v", "-V", "version"])
def test_the_version_is_asked_by_an_option(refused, typed):
    """Other programs have other names for it."""
    assert "'--version'" in refused(typed)[1]


def test_a_file_too_much_is_named_with_an_option(refused, tmp_path, monkeypatch):
    """Where a command reads it so."""
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text("- {date: 2019, title: x}\n")
    assert refused("edit", "x", "mine.yaml") == (
        "edit has no place for 'mine.yaml'",
        "to name a file: -f mine.yaml",
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_command_knows_an_option_that_is_none(refused, name):
    """Whatever begins with two dashes is an option."""
    message, hint = refused(name, "--nosuchoption=3")
    assert message == f"{name} has no option '--nosuchoption'"
    assert hint


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_which_value_it_needs_or_that_it_takes_none(refused, name):
    """With what is told of it in help."""
    for option, param in options(name).items():
        if param.is_flag:
            assert refused(name, f"{option}=x") == (
                f"{option} takes no value",
                f"write {option} alone",
            )
        else:
            message, hint = refused(name, option)
            assert message.startswith(f"{option} needs a value: {option} ")
            assert hint == param.help


@pytest.mark.parametrize("name", NAMES)
def test_every_choice_says_what_there_is(refused, name):
    """All words of which it is one."""
    for option, param in options(name).items():
        choices = getattr(param.type, "choices", None)
        if choices:
            message, hint = refused(name, option, "zzzz")
            assert message == f"{option} cannot be 'zzzz'"
            assert hint.removeprefix("it is ").replace(" or ", ", ").split(", ") == [*choices]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_command_needs_is_named(refused, name):
    """The first argument that is not there, with what is told of it."""
    needed = [param for param in command(name).params if param.required]
    if needed:
        message, hint = refused(name)
        assert message == f"{name} needs {needed[0].metavar.removesuffix('...')}"
        assert hint == needed[0].help


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("list limit=5", "for the option write --limit 5"),
        ("list russia format:json", "for the option write --format json"),
        ("list reverse=true", "for the option write --reverse"),
        ("lanes by=actor", "for the option write --by actor"),
        ("chart by:month", "for the option write --by month"),
        ("list year=2019", "write year:2019"),
        ("list (limit=5)", 'for a text with = in it, put it in quotes: "a=b"'),
        ("list nobody=5", 'for a text with = in it, put it in quotes: "a=b"'),
    ],
)
def test_an_option_without_its_dashes_is_known_in_a_query(run, line, hint):
    """Where no term of a query is meant."""
    result = run(*line.split())
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, hint)


def test_by_may_be_a_field_of_a_query(run):
    """What it asks is who said something, also where there is an option of that name."""
    assert run("chart", "by:lavrov").exit_code == 0
