"""Completion: what may be typed next, from the file in use, in real shells; never an error."""

import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from tests.commands.shells import NAMES, START, Shell
from timeline.commands.support import shells
from timeline.commands.support.catalogue import TOPICS, entries
from timeline.commands.support.shell_words import escaped, typed
from timeline.loading.load import load
from timeline.query import meanings
from timeline.query.fields import FIELDS, MEASURES
from timeline.reports import completion
from timeline.reports.candidates import Candidate, literal, matching

ROOT = Path(__file__).parents[2]
BREAKS = " \t\n\"'@><=;|&(:"  # what bash breaks words at, if nobody has told it otherwise
PUTIN = "vladimir-putin"
LISTS = "63"  # the kind of Tab that lists


def _asked(shell, *args, file=""):
    """Return what the program tells *shell*, and nothing else."""
    environment = {**os.environ, "_TIMELINE_COMPLETE": shell, "TIMELINE_FILE": file}
    command = [sys.executable, "-m", "timeline", *args]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (run.stderr, run.returncode) == ("", 0)
    return run.stdout.splitlines()


def _complete(shell, *args, file=""):
    """Return what it would tell, without a process of its own."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as said:
        patch.setenv("TIMELINE_FILE", file)
        patch.chdir(ROOT)
        shells.answer(shell, args)
    return said.getvalue().splitlines()


def _bash(line, file="", kind="9"):
    return _complete("bash", line, BREAKS, kind, "80", file=file)


# `make test` asks one shell, CI all that there are.
SHELLS = [
    name if name == "bash" else pytest.param(name, marks=pytest.mark.thorough) for name in START
]


@pytest.fixture(scope="module", params=SHELLS, name="shell")
def _shell(request, tmp_path_factory):
    """Return each shell that is installed, with a file of names of many kinds."""
    name = request.param
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    folder = tmp_path_factory.mktemp(name)
    file = folder / "names.yaml"
    file.write_text(NAMES)
    opened = Shell(name, folder, str(file))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("li\t--rev\t", ["list", "--reverse"]),
        (
            "list --actor put\t--place car\t",
            ["list", "--actor", PUTIN, "--place", "Caracas"],
        ),
        ("list actor:put\tarc:le\t", ["list", f"actor:{PUTIN}", "arc:letter"]),
        ("list --actor лав\t-actor:guaid\t", ["list", "--actor", "лавров", "-actor:juan-guaidó"]),
        ("list 'arc:letter (status:cl\t", ["list", "arc:letter (status:claimed"]),
        ("list 'arc:letter stat\tcl\t", ["list", "arc:letter status:claimed"]),
        ("list reliab\tB --place=old\t", ["list", "reliability>=B", "--place=old-town"]),
        ("help exi\t", ["help", "exit-codes"]),
        ("config wid\t", ["config", "width"]),
        ("config colo\tnev\t", ["config", "color", "never"]),
        ("list --no-b\t", ["list", "--no-brief"]),
        ("-f nam\t import --preset ac\t", ["-f", "names.yaml", "import", "--preset", "acled"]),
        ("show visi\t", ["show", "the-visit"]),
    ],
)
def test_a_shell_completes_a_line(shell, line, words):
    """Each Tab makes a word whole, from the first one on; no file is made or emptied on the way."""
    before = set(shell.folder.glob("[!.]*"))
    assert shell.line(f"timeline {line}") == words
    assert set(shell.folder.glob("[!.]*")) == before


def test_a_shell_shows_titles_beside_ids(shell):
    """The first Tab types what both begin with; bash lists at the third."""
    shown = shell.listed("timeline show the\t\t\t")
    assert "the-letter" in shown
    assert "A letter is sent" in shown
    assert "A visit" in shown


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("timeline list --actor gen", ["general"]),
        ("timeline list --actor jose", ["general"]),  # whose name is José Nuño
        ("timeline list --actor capital", ["union"]),  # an alias
        ("timeline list --arc ", ["north", "south"]),
        ("timeline list --status d", ["disputed", "denied"]),
        ("timeline list --place tow", ["old-town"]),
        ("timeline list --year 199", ["1997", "1998", "1999"]),  # one event, of 1998~
        ("timeline list --source ga", ["gazette"]),
        ("timeline list tag:w", ["war"]),
        ("timeline list stat", ["status:"]),
        ("timeline list 'stat", ["status:", "status:…"]),  # else bash would close the quotation
        ("timeline show reb", ["rebels-deny"]),
        ("timeline around reb", ["rebels-deny"]),
        ("timeline compare arc:n", ["north"]),
        ("timeline why war arc:n", ["north"]),
        ("timeline list reliability\\>=", ["A", "B", "C", "D", "E", "F"]),
        ("timeline list --format j", ["json", "jsonl"]),
        ("timeline export mark", ["markwhen"]),
        ("timeline check --select unsourced,fut", ["unsourced,future"]),
        ("TIMELINE_TODAY=2019 timeline lis", ["list"]),
        ("timeline config br", ["brief"]),
        ("timeline config brief ", ["true", "false"]),
        ("timeline config --unset --own co", ["color"]),
        ("timeline config --own color n", ["never"]),
        ("timeline config width ", []),
        ("timeline nowhere ", []),
    ],
)
def test_bash_is_offered_what_the_file_has(small_file, line, offered):
    """Behind a colon, bash keeps what is typed, and takes only what follows."""
    assert _bash(line, small_file) == ["words", *offered]


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("--after", "reb", ["rebels-deny"]),
        ("--link", "den", ["denies="]),
        ("--link", "denies=reb", ["denies=rebels-deny"]),
        ("--source", "gaz", ["gazette"]),
        ("--source", "gazette,st", ["gazette,stance="]),
        ("--source", "gazette,note=x,stance=d", ["gazette,note=x,stance=denies"]),
        ("--source", "'gazette, relays=X;ga", ["gazette, relays=X;gazette"]),
        ("--source", "'gazette, relays=X, st", ["gazette, relays=X, stance="]),
        ("--account", "gen", ["general"]),
        ("--account", "general,sa", ["general,says="]),
        ("--account", "general,says=X,source=ga", ["general,says=X,source=gazette"]),
        ("--new-source", "typ", ["type="]),
        ("--new-source", "publisher=X,firsthand=", ["publisher=X,firsthand=yes"]),
        ("--new-actor", "name=X,kind=per", ["name=X,kind=person"]),
        ("--new-source", "nowhere=x", []),
    ],
)
def test_keys_within_an_option_are_offered(small_file, option, typed, offered):
    """And their values; what stands before the last of them is kept."""
    found = _complete("fish", "add", option, typed, file=small_file)
    assert [each.partition("\t")[0] for each in found] == ["words", *offered]


@pytest.mark.parametrize(
    "words",
    [("bash", "timeline list -", BREAKS, LISTS, "80"), ("zsh", "80", "list", "act"), ("fish", "")],
    ids=lambda words: words[0],
)
def test_the_program_answers_each_shell(small_file, words):
    """What is asked here is what it says when a shell asks it."""
    said = _asked(*words, file=small_file)
    assert said == _complete(*words, file=small_file)
    assert len(said) > 1


def test_reasons_are_offered():
    """Those that `evidence --explain` explains."""
    found = _complete("fish", "evidence", "--explain", "one-p")
    assert [each.partition("\t")[0] for each in found] == ["words", "one-publisher"]


def test_bash_does_not_take_back_what_is_typed(tmp_path):
    """What two names begin with is not always what is typed: then nothing is to be typed."""
    path = tmp_path / "x.yaml"
    path.write_text("- {date: 2019, title: x, actors: [x-ru, x-rumour]}\n")
    line = "timeline list --actor ru"
    assert _bash(line, str(path)) == ["words", " ", "x-ru", "x-rumour"]
    assert _bash(line, str(path), LISTS) == ["words", "x-ru", "x-rumour"]


def test_where_a_file_is_wanted_the_shell_offers_files():
    """It knows best how; so does a line whose first word is no command."""
    for line in (
        "timeline -f x",
        "timeline list --save x",
        "timeline check x",
        "timeline xyz",
        "timeline config default_file ",
    ):
        assert _bash(line) == ["files"]


def test_the_file_of_the_line_counts(small_file):
    """Before the command or after it, by its option or as the first word."""
    for line in (
        f"timeline -f {small_file} list --actor gen",
        f"timeline list --file={small_file} --actor gen",
        f"timeline {small_file} list --actor gen",
    ):
        assert _bash(line) == ["words", "general"]


def test_fish_and_zsh_are_told_what_a_word_is(small_file):
    """They take `actor:gen` for one word, and show what it is beside it."""
    words = ("list", "actor:gen")
    assert _complete("fish", *words, file=small_file) == ["words", "actor:general\tJosé Nuño"]
    told = "actor:general\tactor:general  José Nuño"
    assert _complete("zsh", "80", *words, file=small_file) == ["words", told]


@pytest.mark.parametrize("line", ["timeline list --actor x", "timeline show x", "timeline list x:"])
def test_a_broken_file_offers_nothing_and_says_nothing(tmp_path, line):
    """No message in the middle of somebody's line."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("events: [")
    assert _bash(line, str(broken)) in ([], ["words"])
    assert _bash(line, "nowhere.yaml") in ([], ["words"])


@pytest.mark.parametrize("shell", list(START))
def test_the_script_is_shown_and_a_shell_takes_it(run, shell):
    """The shell that is named, whichever is in use; nobody else's is there."""
    shown = run("--show-completion", shell)
    assert shown.exit_code == 0
    assert f"_TIMELINE_COMPLETE={shell}" in shown.stdout
    path = shutil.which(shell)
    if path:
        subprocess.run([path, "-n", "/dev/stdin"], input=shown.stdout, text=True, check=True)


def test_another_shell_is_refused(run):
    """Exit 2, with those that there are."""
    refused = run("--install-completion", "tcsh")
    assert refused.exit_code == 2
    assert refused.stderr == (
        "timeline: there is no completion for 'tcsh'\n"
        "name one: --install-completion bash; there are bash, zsh and fish\n"
    )


def test_it_is_installed_once(run, tmp_path, monkeypatch):
    """Both bash and zsh are told to read it, in a line that is not written twice; fish reads it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".bashrc").write_text("alias ll='ls -l'")
    for shell in (*START, *START):
        assert run("--install-completion", shell).exit_code == 0
    place = tmp_path / ".local" / "share" / "timeline" / "completion.bash"
    line = f"[ -f '{place}' ] && . '{place}'  # completion of timeline\n"
    assert (tmp_path / ".bashrc").read_text() == f"alias ll='ls -l'\n{line}"
    assert (tmp_path / ".zshrc").read_text() == line.replace("bash", "zsh")
    assert (tmp_path / ".config" / "fish" / "completions" / "timeline.fish").is_file()


def test_what_a_shell_would_obey_is_escaped(tmp_path):
    """A name may hold anything; what no terminal shows is not offered."""
    path = tmp_path / "hostile.yaml"
    path.write_text('- {date: 2019, title: x, actors: [\'$(id)\', "o\'brien", "a\\ab"]}\n')
    names = [each.text for each in completion.candidates("actor", "", lambda: load(str(path)))]
    assert names == ["$(id)", "o'brien"]
    assert _bash("timeline list --actor '$", str(path)) == ["words", "$(id)"]
    assert _bash("timeline list --actor \\$", str(path)) == ["words", "\\$\\(id\\)"]
    assert _bash("timeline list actor:o", str(path)) == ["words", '\\"o\\\'brien\\"']


def test_the_last_word_is_a_field_or_a_field_with_its_values(small):
    """Comparisons too."""
    fields = [each.text for each in completion.query("", lambda: small)]
    assert {"actor:", "known:", "sources>=", "credibility<="} <= set(fields)
    assert [each.text for each in completion.query("kind:", lambda: small)] == ["kind:statement"]


def test_of_each_field_it_is_told_what_it_asks():
    """In a few words."""
    assert set(meanings.every()) == {*FIELDS, *MEASURES}
    assert all(meanings.every().values())


def test_what_begins_so_goes_before_what_has_it_somewhere():
    """Then what has a word that begins so, then any part; accents and case make no difference."""
    names = [Candidate(name) for name in ("russia", "anti-russian", "Prussia", "Zürich")]
    assert [each.text for each in matching("RUS", names)] == ["russia"]
    assert [each.text for each in matching("russian", names)] == ["anti-russian"]
    assert [each.text for each in matching("ssi", names)] == ["russia", "anti-russian", "Prussia"]
    assert [each.text for each in matching("zur", names)] == ["Zürich"]
    assert [each.text for each in literal("zur", matching("zur", names))] == ["zurich"]


@pytest.mark.parametrize(
    ("line", "before", "word", "kept", "quote"),
    [
        ("timeline list ", ["timeline", "list"], "", "", ""),
        ("timeline list actor:ru", ["timeline", "list"], "actor:ru", "actor:", ""),
        ("timeline 'a b' \"c d", ["timeline", "a b"], "c d", "", '"'),
        ("timeline a\\ b", ["timeline"], "a b", "", ""),
        ('timeline place:"old t', ["timeline"], "place:old t", "place:", '"'),
        ("timeline x\\", ["timeline"], "x", "", ""),
    ],
)
def test_a_line_is_taken_apart_as_bash_does(line, before, word, kept, quote):
    """Quotation marks, backslashes, and what bash keeps."""
    found = typed(line, BREAKS)
    assert (found.before, found.word, found.kept, found.quote) == (before, word, kept, quote)


@pytest.mark.parametrize("text", ["o'brien", "$x `y` \\", "a|b;c&(d)", '"é" !', "ab"])
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_what_is_escaped_is_read_as_it_was(text, quote):
    """By our reading of a line, and by bash's."""
    written = f"{quote}{escaped(text, quote)}{quote}"
    assert typed(f"{written} ").before == [text]
    shell = shutil.which("bash")
    if shell:
        said = subprocess.run(
            [shell, "-c", f"printf %s {written}"], capture_output=True, text=True, check=True
        )
        assert said.stdout == text


def test_nothing_of_a_file_is_asked_where_nothing_of_it_is_needed(monkeypatch):
    """Commands, topics, options and statuses: a file that is not there is not missed."""
    monkeypatch.setenv("TIMELINE_FILE", "nowhere.yaml")
    for line in ("timeline ", "timeline help ", "timeline list --", "timeline list --status "):
        assert len(_bash(line, "nowhere.yaml")) > 2
    assert set(entries()) | set(TOPICS) <= set(_bash("timeline help ", kind="9"))
