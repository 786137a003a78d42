"""`-word` on a command line is no option with its value glued on; options are what they were."""

import pytest
from typer.core import TyperArgument
from typer.main import get_command

from timeline.commands.support import command_line
from timeline.commands.support.app import app
from timeline.errors import UsageError

QUERY_COMMANDS = [
    *("list", "actors", "years", "places", "tags", "arcs", "sources", "chart", "lanes", "cite"),
    *("gaps", "on"),
]


@pytest.fixture(name="arranged", scope="module")
def _arranged():
    """Return what the arguments of `list` become."""
    command = get_command(app).get_command(None, "list")
    params = [each for each in command.params if not isinstance(each, TyperArgument)]
    return command_line.Options(params, ["-h", "--help"]).arranged


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        # Words, whatever letter they begin with.
        (["-assad"], ["--", "-assad"]),
        (["-fleet", "-year:2019"], ["--", "-fleet", "-year:2019"]),
        (["-(a or b)", '-"a b"', "-né"], ["--", "-(a or b)", '-"a b"', "-né"]),
        (["-0043", "-0043-03-15"], ["--", "-0043", "-0043-03-15"]),
        (["-n5a", "-no", "-oil", "-ran", "-yes"], ["--", "-n5a", "-no", "-oil", "-ran", "-yes"]),
        (["oil", "-"], ["--", "oil", "-"]),
        # Options, wherever they stand, and what belongs to them.
        (["oil", "-a", "-assad", "gas"], ["-a", "-assad", "--", "oil", "gas"]),
        (["--year", "-0043", "-x9"], ["--year", "-0043", "--", "-x9"]),
        (["--year=-0043", "-a=x", "-f=a b"], ["--year=-0043", "-ax", "-fa b"]),
        (["-n5", "-n", "5", "-y2019..2021"], ["-n5", "-n", "5", "-y2019..2021"]),
        (["-y-0043", "-y-x"], ["-y-0043", "--", "-y-x"]),
        (["-ojson", "-ojsonl", "-ojs"], ["-ojson", "-ojsonl", "--", "-ojs"]),
        (["-rn", "5", "-rn5", "-rh"], ["-r", "-n", "5", "-r", "-n5", "-r", "-h"]),
        (["--certain", "oil", "-r"], ["--certain", "-r", "--", "oil"]),
        (["-a"], ["-a"]),
        (["-a=--since", "x", "-a=", "y"], ["-a--since", "-a", "", "--", "x", "y"]),
        (["--nonsense", "x"], ["--nonsense", "--", "x"]),
        # All that follows `--` is a word.
        (["-r", "--", "-r", "--certain"], ["-r", "--", "-r", "--certain"]),
        ([], []),
    ],
)
def test_options_come_first_and_words_keep_their_dashes(arranged, args, expected):
    """A short option alone, with `=`, or glued to what begins no word; all else is a word."""
    assert arranged(args) == expected


@pytest.mark.parametrize(
    ("arg", "hint"),
    [
        ("-year", "write --year for the option, or `not year` for the word"),
        ("-since=2019", "write --since for the option, or `not since` for the word"),
        ("-5", "write -n 5 for so many, or `not 5` for the word"),
        ("-x", "write `not x` for the word"),
        ("-fa/b.yaml", "write -f a/b.yaml for the file, or `not fa/b.yaml` for the word"),
    ],
)
def test_what_may_be_either_is_refused(arranged, arg, hint):
    """With both forms."""
    with pytest.raises(UsageError) as caught:
        arranged([arg, "2019"])
    assert caught.value.hint == hint


def test_a_file_that_is_there_is_not_left_out_in_silence(arranged, tmp_path, monkeypatch):
    """`-fmine.yaml` was an option with its value elsewhere."""
    monkeypatch.chdir(tmp_path)
    assert arranged(["-fmine.yaml"]) == ["--", "-fmine.yaml"]
    (tmp_path / "mine.yaml").touch()
    with pytest.raises(UsageError, match="may be an option or a word"):
        arranged(["-fmine.yaml"])


@pytest.mark.parametrize("command", QUERY_COMMANDS)
@pytest.mark.parametrize(
    "word",
    [
        *("army", "actor:rebels"),
        *(
            pytest.param(word, marks=pytest.mark.thorough)
            for word in ("year:2019", "status:denied", "fleet")
        ),
    ],
)
def test_a_dash_is_not_everywhere(run, small_file, command, word):
    """`-word` says on every command with a query what `not word` says."""
    dashed = run(command, f"-{word}", "-f", small_file)
    written = run(command, f"not {word}", "-f", small_file)
    assert (dashed.exit_code, dashed.stdout) == (0, written.stdout)


@pytest.mark.parametrize(
    ("dashed", "written"),
    [
        (["around", "war", "-army"], ["around", "war", "not army"]),
        (["why", "war", "-army"], ["why", "war", "not army"]),
        (["compare", "-army", "-rebels"], ["compare", "not army", "not rebels"]),
        (["thread", "war", "-army"], ["thread", "war", "not army"]),
        (["export", "csv", "-army"], ["export", "csv", "not army"]),
        (["around", "-0043-03-15"], ["around", "15 March 44 BC"]),
        (["list", "--since", "-0043"], ["list", "--since", "44 BC"]),
        (["list", "year:-0043..2018"], ["list", "year:'44 BC to 2018'"]),
    ],
)
def test_a_dash_is_not_beside_an_argument(run, small_file, dashed, written):
    """Dates before the year 0 are dates, in arguments and options."""
    one, other = run(*dashed, "-f", small_file), run(*written, "-f", small_file)
    assert (one.exit_code, one.stdout) == (0, other.stdout)
    assert one.stdout


def test_where_a_word_cannot_begin_with_a_dash_it_is_said_how_it_can(run):
    """A date before our era names an event too."""
    refused = run("show", "-0043-03-15")
    assert refused.exit_code == 2
    assert refused.stderr.endswith(
        "a word that begins with - goes behind --: timeline show -- -0043-03-15\n"
    )
    assert "no event lies in 15 Mar 44 BCE" in run("show", "--", "-0043-03-15").stderr
    assert "goes behind --" not in run("show", "--nosuch").stderr


def test_an_event_whose_id_begins_with_a_dash_can_be_named(run, tmp_path):
    """Where it is taken for an option, the hint says how, and that works."""
    file = tmp_path / "f.yaml"
    file.write_text("- {date: 2019, title: Odd, id: -x}\n- {date: 2020, title: Even, id: b}\n")
    refused = run("show", "-x", "-f", str(file))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.endswith(f"goes behind --: timeline show -f {file} -- -x\n")
    for name in ("around", "thread", "why", "order"):
        refused = run(name, "-x", "b", "-f", str(file))
        assert "write `not x` for the word, or -- -x for an event" in refused.stderr
    for args in (["show", "--", "-x"], ["around", "--", "-x"], ["why", "--", "-x", "odd"]):
        shown = run("-f", str(file), *args)
        assert (shown.exit_code, "Odd" in shown.stdout or "yes" in shown.stdout) == (0, True)


def test_an_option_of_two_values_does_not_take_the_words_for_one(run, small_file):
    """The other is asked for."""
    refused = run("compare", "war", "truce", "-f", small_file, "--align", "war")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == ("timeline: --align needs 2 values: --align EVENT EVENT\nwar is one\n")


def test_an_option_of_others_is_none_here(run, small_file):
    """`-n` of a bibliography is hardly a word."""
    refused = run("cite", "-f", small_file, "-n", "1")
    assert refused.stderr == (
        "timeline: there is no option '-n'\n"
        "write --help for the options there are, or `not n` for the word\n"
    )


def test_around_takes_a_date_before_our_era(run):
    """And a query may begin with what is not wanted."""
    assert "around 15 Mar 44 BCE" in run("around", "-0043-03-15").stderr
    assert run("list", "-status:confirmed").stdout == run("list", "not status:confirmed").stdout
