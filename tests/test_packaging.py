"""What people install: its version, its command, its licence, and how it runs in a checkout."""

import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import timeline
from timeline.indexing import shipped

ROOT = Path(__file__).parents[1]


def run(*command: str, folder: Path) -> str:
    """Return what *command* of this Python prints when it is run in *folder*."""
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_the_command_leads_to_the_program():
    """The console script `timeline` names something that can be called."""
    (script,) = metadata.entry_points(group="console_scripts", name="timeline")
    assert callable(script.load())


def test_the_version_stands_in_one_place():
    """The package's version is the program's, and the changelog has a place for it."""
    assert metadata.version("timeline-explorer") == timeline.__version__
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("program", [("cli.py",), ("-m", "timeline")], ids=" ".join)
def test_a_checkout_runs_without_the_command(program):
    """`python cli.py` and `python -m timeline` do the same as `timeline`."""
    assert run(*program, "--version", folder=ROOT) == f"timeline {timeline.__version__}\n"


def test_cli_py_finds_its_timeline_from_another_folder(tmp_path):
    """The curated events lie beside `cli.py`, wherever it is called from."""
    assert run(str(ROOT / "cli.py"), "list", folder=tmp_path) == run("cli.py", "list", folder=ROOT)


class TestAnotherPython:
    """A Python that has not got what the program stands on says in a sentence which one has."""

    @pytest.fixture(name="checkout")
    def _checkout(self, tmp_path):
        """Make a checkout in which nothing is installed yet."""
        (tmp_path / "timeline").symlink_to(ROOT / "timeline")
        for name in ("cli.py", "Makefile"):
            (tmp_path / name).write_bytes((ROOT / name).read_bytes())
        return tmp_path

    def _said(self, *words, folder):
        """Run a Python without any packages, which is to fail; return what it says."""
        command = [sys.executable, "-S", *words]
        done = subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stdout) == (1, "")
        lacks, _, remedy = done.stderr.rstrip("\n").rpartition(": ")
        assert re.fullmatch(r"timeline: this Python \(.*\) has no typer", lacks)
        return remedy

    def test_without_an_environment_one_is_to_be_made(self, checkout):
        """By make."""
        said = self._said("cli.py", "list", folder=checkout)
        assert (
            said
            == f"run make -C {shlex.quote(str(checkout))} run, which makes an environment with it"
        )

    @pytest.mark.parametrize("program", [("cli.py",), ("-m", "timeline")], ids=" ".join)
    def test_with_one_the_same_words_are_for_its_python(self, checkout, program):
        """What is said can be typed: it is the version that was asked for."""
        python = checkout / ".venv/bin/python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
        python.chmod(0o755)
        said = self._said(*program, "--version", folder=checkout)
        typed = shlex.split(said.removeprefix("run "))
        assert typed == [".venv/bin/python", "-S", *program, "--version"]
        typed.remove("-S")
        done = subprocess.run(typed, cwd=checkout, capture_output=True, text=True, check=True)
        assert done.stdout == f"timeline {timeline.__version__}\n"

    def test_an_installed_program_says_what_to_install(self, tmp_path):
        """There is no Makefile beside it."""
        (tmp_path / "timeline").symlink_to(ROOT / "timeline")
        said = self._said("-m", "timeline", folder=tmp_path)
        assert said == f"install it with {shlex.quote(sys.executable)} -m pip install typer"


def test_the_licence_and_the_types_are_announced():
    """What needs one says that `make` makes it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    assert (ROOT / "timeline" / "py.typed").exists()


def test_what_shells_and_man_look_for_is_installed():
    """Completion in three shells, and the manual: each file is there."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    shared = build["build"]["targets"]["wheel"]["shared-data"]
    assert [file for file in shared if not (ROOT / file).is_file()] == []
    assert shared["docs/timeline.1"] == "share/man/man1/timeline.1"


class TestHook:
    """What is done when a wheel is built."""

    @pytest.fixture(name="hook")
    def _hook(self, monkeypatch):
        """Return the hook of the build; what it stands on is there only when one is built."""
        interface = ModuleType("hatchling.builders.hooks.plugin.interface")
        interface.BuildHookInterface = {Any: object}
        monkeypatch.setitem(sys.modules, interface.__name__, interface)
        for parent in ("hatchling", "hatchling.builders", "hatchling.builders.hooks"):
            monkeypatch.setitem(sys.modules, parent, ModuleType(parent))
        plugin = "hatchling.builders.hooks.plugin"
        monkeypatch.setitem(sys.modules, plugin, ModuleType(plugin))
        hook = runpy.run_path(str(ROOT / "hatch_build.py"))["SnapshotHook"]()
        hook.root = str(ROOT)
        return hook

    def test_it_brings_the_curated_timeline_as_it_was_read(self, hook, tmp_path):
        """The snapshot that the program makes, in its place; nothing else is left of it."""
        data = {"force_include": {}}
        hook.initialize("standard", data)
        [(made, place)] = data["force_include"].items()
        shipped.make(str(ROOT / "events.yaml"), str(tmp_path / "expected"))
        assert place == f"timeline/{shipped.NAME}"
        assert Path(made).read_bytes() == (tmp_path / "expected").read_bytes()
        hook.finalize("standard", data, "")
        assert not Path(made).parent.exists()

    def test_a_checkout_has_none(self, hook):
        """Its modules change."""
        data = {"force_include": {}}
        hook.initialize("editable", data)
        hook.finalize("editable", data, "")
        assert data == {"force_include": {}}

    def test_it_is_part_of_the_source_distribution(self):
        """Wheels are built from there too."""
        build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
            "hatch"
        ]
        assert "/hatch_build.py" in build["build"]["targets"]["sdist"]["include"]


def locked() -> dict[str, set[str]]:
    """Return the versions in constraints.txt, by the name of the package."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition(" ;")[0].split("==") for line in lines if not line.startswith("#")]
    versions: dict[str, set[str]] = {}
    for name, version in pins:
        versions.setdefault(name, set()).add(version)
    return versions


def asked() -> list[str]:
    """Return what pyproject.toml asks for by name: to run, to test, to check, to build."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    groups = project["dependency-groups"].values()
    by_name = [each for group in groups for each in group if isinstance(each, str)]
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    to_build = project["build-system"]["requires"] + wheel["hooks"]["custom"]["dependencies"]
    return project["project"]["dependencies"] + by_name + to_build


@pytest.mark.parametrize("requirement", asked())
def test_what_is_tested_is_locked(requirement):
    """Every package that is named has its version in constraints.txt, one that is allowed."""
    name, least = re.match(r"([\w-]+)(?:>=([\d.]+))?", requirement).groups()
    versions = locked().get(name.lower(), set())
    assert versions
    floor = [int(part) for part in (least or "0").split(".")]
    assert all([int(part) for part in version.split(".")] >= floor for version in versions)


def test_the_lock_names_no_place():
    """Versions alone: where packages come from is for each machine to say."""
    files = ("constraints.txt", "tests/exchange/peers/package-lock.json")
    texts = [(ROOT / file).read_text(encoding="utf-8") for file in files]
    assert [text for text in texts if "://" in text and '"resolved"' in text] == []
    assert "://" not in texts[0]
