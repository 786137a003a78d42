"""Help and version: what people find first."""

import json
import os
import re
import shlex
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from tests.commands.conftest import Terminal
from timeline import __version__
from timeline.commands.support import help_pages, topics
from timeline.commands.support.app import command
from timeline.commands.support.catalogue import (
    ALSO,
    COMMANDS,
    MOST_NAME,
    MOST_WORDS,
    TOGETHER,
    TOPICS,
    TOPICS_ALSO,
    Entry,
    entries,
)
from timeline.commands.support.examples import EXAMPLES
from timeline.query.fields import FIELDS, MEASURES
from timeline.views.parts.look import Look

ROOT = Path(__file__).parents[2]
NAMES = list(entries())
ANSWERING = [name for heading in ("Read", "See", "Follow") for name in COMMANDS[heading]]
FAMILIES = ["Which events:", "How they are shown:", "From where:"]
# What `explore` shows needs a terminal: tests/exploring.
NEEDS_SHELL = re.compile(r"[|<>;&$`~*]")
LINES = [(name, line) for name, lines in EXAMPLES.items() for line in lines if name != "explore"]


def test_version(run):
    """The name and the version."""
    assert run("--version").stdout == f"timeline {__version__}\n"


def test_the_first_page_has_every_command_under_what_people_do(run):
    """On 24 lines of 80 columns, with a line for a prompt."""
    lines = run("--help").stdout.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    heads = [line.split()[0] for line in lines[3:] if line[:1].isalpha()]
    assert heads == [*COMMANDS, "Topics", "Options"]
    assert _shown(help_pages.program()) == NAMES
    assert lines[-2].split() == ["Topics", *TOPICS]


def _shown(page):
    """Return the names of commands on *page*, by what is bold: groups and commands alone are."""
    bold = [each.strip() for each in re.findall("\1(.*?)\2", page)][1:]
    return [each for each in bold if each not in {*COMMANDS, "Topics", "Options"}]


@pytest.mark.parametrize(("width", "third"), [(44, ""), (60, ""), (80, ""), (120, "compare")])
def test_the_first_page_keeps_within_its_width(width, third):
    """One command in a line of 60 columns, three in one of 120; each has its words."""
    page = help_pages.program(width)
    lines = help_pages.plain(page).splitlines()
    assert max(map(len, lines)) <= width
    assert _shown(page) == NAMES
    (chart,) = (line for line in lines if line.startswith("See"))
    assert chart[10:44].rstrip() == "chart    how many, over time"
    assert chart[45:80].rstrip() == ("lanes    side by side, to scale" if width >= 80 else "")
    assert chart[80:89].rstrip() == third


def test_a_free_cell_takes_a_command_without_a_further_line(monkeypatch):
    """Of as many letters and words as there may be."""
    more = Entry("", "", "x" * MOST_WORDS)
    single = {name: len({*group} - {*chain(*TOGETHER)}) % 2 for name, group in COMMANDS.items()}
    groups = {
        name: {**group, **({f"{name:-<8}": more} if single[name] else {})}
        for name, group in COMMANDS.items()
    }
    lines = help_pages.program().count("\n")
    monkeypatch.setattr(help_pages, "COMMANDS", groups)
    page = help_pages.plain(help_pages.program())
    assert page.count(more.words) == sum(single.values()) > 0
    assert page.count("\n") == lines
    assert max(map(len, page.splitlines())) <= 80


def test_names_and_words_fit_their_cells():
    """As the table of commands asks; those that share a line stand in one group."""
    assert [name for name in NAMES if len(name) > MOST_NAME] == []
    assert [name for name, entry in entries().items() if len(entry.words) > MOST_WORDS] == []
    assert all(any({*names} <= {*group} for group in COMMANDS.values()) for names in TOGETHER)


def test_the_help_of_the_program_is_bold_on_a_terminal_and_goes_through_the_pager(tmp_path):
    """The names of groups and commands; a screen of ten lines is too low for it."""
    seen = tmp_path / "seen"
    kept = f"import sys; open({str(seen)!r}, 'w').write(sys.stdin.read())"
    pager = shlex.join([sys.executable, "-c", kept])
    environment = {**os.environ, "TERM": "xterm", "LINES": "10", "PAGER": pager}
    terminal = Terminal(["-m", "timeline", "--help"], environment)
    assert terminal.ended() == 0
    terminal.close()
    assert "\x1b[1mlist    \x1b[0m the events, in order" in seen.read_text()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_of_its_own(run, name):
    """What it does, in a sentence; examples; its own options before those that many share."""
    text = run(name, "-h").stdout
    assert text.startswith(f"Usage: timeline {name} [OPTIONS]")
    sentence = text.split("\n\n")[1].replace("\n", " ")
    assert re.fullmatch(r"[A-Z].*[^.]\.", sentence)
    assert "How they are shown:" in text or name not in ANSWERING
    assert all(f"  {line}\n" in text for line in EXAMPLES[name])
    headings = [line for line in text.splitlines() if re.fullmatch(r"[A-Z][\w ]*:", line)]
    assert headings.index("Options:") < min(
        map(headings.index, {*headings} & {*FAMILIES}), default=9
    )
    assert [each for each in headings if each in FAMILIES] == [
        each for each in FAMILIES if each in headings
    ]
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_whatever_can_be_given_is_told_of(run, name):
    """Each option and argument, with what is said of it."""
    text = " ".join(run(name, "-h").stdout.split())
    params = command(name).params
    assert all(f" {option}" in text for param in params for option in param.opts if "-" in option)
    assert all(" ".join((param.help or "?").split()) in text for param in params)


def test_each_line_can_be_understood_alone(run):
    """Words that said nothing to whoever had not written them are not there."""
    unclear = (
        *("Likewise", "likewise", "so many", "Cells", "Instead of a page", "Instead,"),
        *("a form of its own", "Of --diff", "All but these", "These alone", "The N fullest"),
        *("For curators", "Else made"),
    )
    pages = {name: run(name, "-h").stdout for name in NAMES}
    assert [(name, said) for name in NAMES for said in unclear if said in pages[name]] == []


def test_every_command_has_examples():
    """Two or three, but where there is no second."""
    assert sorted(EXAMPLES) == sorted(NAMES)
    assert {name for name, lines in EXAMPLES.items() if not 1 < len(lines) < 4} == {"edit", "save"}


@pytest.fixture(name="typed")
def _typed(run, monkeypatch, tmp_path):
    """Type a line among files of one's own; return its exit code and its remarks."""
    events = (ROOT / "events.yaml").read_text("utf-8")
    for file in ("mine.yaml", "other.yaml"):
        (tmp_path / file).write_text(events, "utf-8")
    (tmp_path / "incidents.csv").write_text("date,what,title\n12/31/2019,It begins,x\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))

    def typed(line):
        if "HEAD" in line:
            committed = "git init -q; git add . ; git -c user.name=x -c user.email=x@y commit -qm x"
            subprocess.run(committed, check=True, shell=True)  # noqa: S602
        if NEEDS_SHELL.search(line):
            return _in_a_shell(line)
        ran = run(*shlex.split(line)[1:])
        return ran.exit_code, ran.stderr

    return typed


def _in_a_shell(line):
    program = f"{shlex.quote(sys.executable)} -m timeline"
    ran = subprocess.run(  # noqa: S602  lines as a person types them
        line.replace("timeline", program, 1),
        shell=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr


@pytest.mark.parametrize(("name", "line"), LINES, ids=[line for _, line in LINES])
def test_an_example_runs(typed, name, line):
    """On what is shipped, or on a file of one's own, which is a copy of it here."""
    assert line.startswith(f"timeline {name}")
    exit_code, remarks = typed(line)
    assert exit_code == 0, remarks
    assert "Traceback" not in remarks
    assert "No event" not in remarks


def test_the_topics_are_listed(run):
    """By `timeline help`, below what `--help` says."""
    text = run("help").stdout
    assert text.startswith(run("--help").stdout)
    assert all(f"\n  {name:<13}{words}\n" in text for name, words in TOPICS.items())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("LIST", "list"),
        ("find", "list"),
        ("search", "query"),
        ("settings", "files"),
        ("colors", "colours"),
        ("exit", "exit-codes"),
        ("exit codes", "exit-codes"),
        ("Exit Code", "exit-codes"),
        ("man", "help"),
    ],
)
def test_other_words_for_a_topic_are_understood(run, word, meant):
    """A topic goes before a command."""
    assert run("help", *word.split()).stdout == run("help", meant).stdout


def test_the_other_words_lead_somewhere():
    """And none of them is a name already, or leads to two."""
    assert {*ALSO.values()} <= {*NAMES}
    assert {*TOPICS_ALSO.values()} <= {*TOPICS}
    assert {*ALSO} & {*NAMES} == {*TOPICS_ALSO} & {*NAMES, *TOPICS} == set()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("qeury", "did you mean 'query'?"),
        ("aronud", "did you mean 'around'?"),
        ("zzz", "for the commands and topics there are: timeline help"),
    ],
)
def test_help_on_nothing_suggests_what_there_is(run, word, hint):
    """What is no command or topic is wrong use, with the nearest there is."""
    result = run("help", word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"timeline: there is no help on '{word}'\n{hint}\n"


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_80_columns(run, topic):
    """Each is there, and is no traceback."""
    shown = run("help", topic)
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert len(shown.stdout.splitlines()) > 9 or topic == "queries"


def test_the_options_are_told_of_once(run):
    """Those that `list` shares with others, and those of the program."""
    text = run("help", "options").stdout
    assert all(f"  {heading}"[2:] in text for heading in FAMILIES)
    assert text.count("--actor NAME") == 1
    assert "--by" not in text  # it is of `list` alone
    assert all(option in text for option in ("--version", "--install-completion", "--today"))


def test_exit_codes_are_as_they_are_told(run, tmp_path):
    """0 also for nothing; 1 for data; 2 for wrong use."""
    assert all(f"\n {code:>4}  " in topics.EXIT_CODES for code in (0, 1, 2, 130))
    assert run("list", "nosuchword").exit_code == 0
    broken = tmp_path / "broken.yaml"
    broken.write_text("- {date: 2019}\n")
    assert run("list", "-f", str(broken)).exit_code == 1
    assert run("check", str(broken)).exit_code == 1
    assert run("list", "actor:nosuch").exit_code == 2
    assert run("list", "--nosuch").exit_code == 2


def test_every_variable_that_is_read_is_told_of():
    """Those of ours and those that others gave their names."""
    read = re.compile(r'environ(?:\.get\(|\[)"([A-Z_]+)"|getenv\("([A-Z_]+)"')
    code = "".join(path.read_text("utf-8") for path in (ROOT / "timeline").rglob("*.py"))
    names = {first or second for first, second in read.findall(code)}
    told = topics.ENVIRONMENT
    ours = {"_TIMELINE_COMPLETE", "SHELL", "PATH"}  # of the machinery
    assert {name for name in names if name not in told} <= ours


def test_signs_are_as_they_are_told():
    """Each status with its two signs."""
    for status in ("confirmed", "reported", "claimed", "disputed", "denied", ""):
        signs = " ".join(look.status(status) for look in (Look(), Look(ascii=True)))
        assert f"{signs} {status or 'no status'}" in topics.COLOURS


def test_programs_are_told_all_of_it(run):
    """Every command with every option and argument, every field, every topic."""
    told = json.loads(run("help", "--format", "json").stdout)
    commands = {each["name"]: each for each in told["commands"]}
    assert list(commands) == NAMES
    for name, each in commands.items():
        found = {(param["name"], *param["names"]) for param in each["parameters"]}
        options = [param for param in command(name).params if param.param_type_name == "option"]
        assert {(each.name, *each.opts, *each.secondary_opts) for each in options} <= found
        assert len(found) == len(command(name).params)
        assert each["about"]
        assert each["examples"]
    assert {each["name"] for each in told["fields"]} == {*FIELDS, *MEASURES}
    status = next(each for each in told["fields"] if each["name"] == "status")
    assert status["values"] == ["confirmed", "reported", "claimed", "disputed", "denied"]
    assert told["topics"] == dict(TOPICS)


def test_a_command_that_is_not_there_suggests_one(run):
    """Exit 2; it is said that it could have been a file."""
    result = run("lst")
    assert result.exit_code == 2
    assert result.stderr == (
        "timeline: no command is called 'lst', and there is no file of that name\n"
        "did you mean 'list'?\n"
    )


@pytest.mark.parametrize(
    "args", [("list", "--limit", "0"), ("list", "--format", "xml"), ("list", "--width", "5")]
)
def test_a_wrong_value_of_an_option_is_wrong_use(run, args):
    """Exit 2, with the option named."""
    result = run(*args)
    assert result.exit_code == 2
    assert args[1] in result.stderr
