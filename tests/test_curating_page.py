"""docs/curating.md and the hooks: their commands run, and say what stands there."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from timeline.commands.support.catalogue import COMMANDS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "curating.md").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
NAMES = {name for commands in COMMANDS.values() for name in commands}


def blocks(language):
    """Return the blocks of the page in a *language*."""
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(name="repo")
def _repo(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.setenv(name, "A")
    for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "a@example.org")
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607
    return tmp_path


def test_every_run_of_the_page_says_what_stands_there(run, repo):
    """In order, in one repository: what the program and git answer to each command."""
    said, shown = [], []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            shown.append([line, ""])
            said.append([line, _run(run, line.removeprefix("$ "))])
        else:
            shown[-1][1] += f"{line}\n"
    assert said == shown
    assert (repo / "timeline.schema.json").read_text("utf-8") == run("schema").stdout


def _run(run, command):
    words = shlex.split(command)
    if words[0] == "git":
        done = subprocess.run(words, check=True, capture_output=True, encoding="utf-8")
        return done.stdout
    if ">" in words:
        at = words.index(">")
        Path(words[at + 1]).write_text(run(*words[1:at]).stdout, encoding="utf-8")
        return ""
    result = run(*words[1:])
    return result.stdout + result.stderr


def test_every_comparison_of_the_table_works(run, repo):
    """With two commits, and a change that is staged."""
    run("new", "bridge.yaml", "--example")
    text = (repo / "bridge.yaml").read_text("utf-8")
    for number in range(3):
        changed = text.replace("Ana Ruiz", f"Ana Ruiz {number}")
        (repo / "bridge.yaml").write_text(changed, encoding="utf-8")
        subprocess.run(["git", "add", "."], check=True)  # noqa: S607
        if number < 2:
            subprocess.run(["git", "commit", "-qm", str(number)], check=True)  # noqa: S607
    (repo / "old.yaml").write_text(text, encoding="utf-8")
    (repo / "new.yaml").write_text(changed, encoding="utf-8")
    commands = re.findall(r"^\| `timeline (diff .*?)` \|", PAGE, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        assert run(*command.split()).stderr == "1 actor changed\n", command


def test_the_hooks_name_commands_that_there_are(run, tmp_path):
    """Each runs, as pre-commit runs it, on a file that is well, and changes nothing."""
    path = tmp_path / "events.yaml"
    path.write_text(run("new").stdout, encoding="utf-8")
    before = path.read_bytes()
    assert [hook["id"] for hook in HOOKS] == ["timeline-check", "timeline-fmt"]
    for hook in HOOKS:
        program, command, *args = shlex.split(hook["entry"])
        assert (program, hook["language"]) == ("timeline", "python")
        assert command in NAMES
        result = run(command, *args, str(path))
        assert (result.exit_code, result.output) == (0, "")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("events.yaml", True),
        ("timeline.yml", True),
        ("data/bridge.events.yaml", True),
        ("bridge-timeline.yaml", True),
        ("prevents.yaml", False),
        ("events.yaml.orig", False),
        ("timeline.schema.json", False),
    ],
)
def test_the_hooks_take_files_by_their_names(name, taken):
    """Event files, and nothing that is only called like one."""
    for hook in HOOKS:
        assert bool(re.search(hook["files"], name)) is taken


def test_the_snippets_for_others_can_be_read(run):
    """The hooks that are named are there; every `timeline` of a workflow is a command."""
    config, workflow = (yaml.safe_load(block) for block in blocks("yaml")[1:])
    (source,) = config["repos"]
    assert [hook["id"] for hook in source["hooks"]] == [hook["id"] for hook in HOOKS]
    steps = workflow["jobs"]["check"]["steps"]
    commands = [step["run"].split() for step in steps if step.get("run", "").startswith("timeline")]
    assert [words[1] for words in commands] == ["check", "fmt", "diff"]
    for words in commands:
        options = [word for word in words if word.startswith("--")]
        assert all(option in run(words[1], "-h").stdout for option in options)
