"""The curated timeline as a package brings it: its file is not read once it is installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import timeline
from timeline.indexing import shipped
from timeline.indexing.snapshot import OddSnapshot

ROOT = Path(timeline.__file__).parent.parent

# Runs the program, and says last whether it has read YAML.
RUN = """
import sys
from timeline.commands import main
try:
    main()
finally:
    print("yaml" in sys.modules, file=sys.stderr)
"""
MORE_WORDS = [(), ("show", "lavrov-denies"), ("actors", "-o", "json")]
WORDS = [("list",), *(pytest.param(words, marks=pytest.mark.thorough) for words in MORE_WORDS)]
CHANGED = ("events.yaml", shipped.NAME, "loading/values.py", "model/records.py")
LATER = 10_000_000_000 * 1_000_000_000  # ns: the year 2286


@pytest.fixture(name="installed", scope="module")
def _installed(tmp_path_factory):
    """Install the program in a folder, as a wheel does; what has been compiled comes with it."""
    package = tmp_path_factory.mktemp("installed") / "site/timeline"
    shutil.copytree(ROOT / "timeline", package)
    shutil.copy(ROOT / "events.yaml", package)
    shipped.make(str(ROOT / "events.yaml"), str(package / shipped.NAME))
    return package


@pytest.fixture(name="package")
def _package(installed):
    """Let what is `CHANGED` be changed there, until it is as it was again."""
    before = {path: (path.read_bytes(), path.stat()) for path in map(installed.joinpath, CHANGED)}
    yield installed
    for path, (content, told) in before.items():
        path.write_bytes(content)
        os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def run(package, *words, **environment):
    """Return what the program says, and whether it has read YAML; nothing can be kept."""
    cache = package.parent / "a file"
    cache.touch()
    env = {**os.environ, "PYTHONPATH": str(package.parent), "XDG_CACHE_HOME": str(cache)}
    env.pop("TIMELINE_CACHE", None)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=package.parent,
        env=env | environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    remarks, _, read = done.stderr.rstrip("\n").rpartition("\n")
    return done.stdout, remarks, read == "True"


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_it_is_the_same_as_the_file_and_the_file_is_not_read(installed, words):
    """To the byte, where nothing can be kept."""
    *said, read = run(installed, *words)
    *expected, off_reads = run(installed, *words, TIMELINE_CACHE="off")
    assert said == expected
    assert (read, off_reads) == (False, True)


def test_what_goes_on_goes_on_today(installed):
    """Which day that is was not known when the package was built."""
    words = ("list", "-o", "json", "--today", "2031-05-06")
    assert run(installed, *words)[0] == run(installed, *words, TIMELINE_CACHE="off")[0]


def test_a_file_that_was_changed_is_read(package):
    """Whoever corrects it in place sees it corrected."""
    events = package / "events.yaml"
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace("title: ", "title: X", 1), encoding="utf-8")
    said, _, read = run(package, "-o", "json")
    assert read
    assert '"timeline": "X' in said


def test_a_module_of_another_size_made_another_one(package):
    """It may read another thing in the same file."""
    with (package / "loading/values.py").open("a", encoding="utf-8") as module:
        module.write("# one line more\n")
    assert run(package, "list")[2]


def test_a_module_that_was_changed_later_made_another_one(package):
    """It may be as large as it was."""
    os.utime(package / "model/records.py", ns=(LATER, LATER))
    assert run(package, "list")[2]


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(0, id="nothing", marks=pytest.mark.thorough),
        pytest.param(100, id="its beginning", marks=pytest.mark.thorough),
        pytest.param(-1, id="all but the end"),
    ],
)
def test_one_that_is_not_whole_is_no_answer(package, part):
    """The file is."""
    made = package / shipped.NAME
    *expected, _ = run(package, "list")
    made.write_bytes(made.read_bytes()[:part])
    *said, read = run(package, "list")
    assert (said, read) == (expected, True)


def test_another_file_is_another_file(installed, tmp_path):
    """A snapshot beside it is none of its."""
    mine = tmp_path / "mine.yaml"
    mine.write_text("- {date: 2019, title: It happens}\n", encoding="utf-8")
    assert run(installed, "-f", str(mine), "list")[0].startswith("2019\t")


def test_the_same_files_make_the_same_bytes(tmp_path):
    """A wheel can be built anew and compared."""
    for name in ("one", "two"):
        shipped.make(str(ROOT / "events.yaml"), str(tmp_path / name))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_another_day_tells_otherwise_is_not_made(tmp_path):
    """An event without a date is dated by those around it, and today is one of them."""
    source = tmp_path / "x.yaml"
    source.write_text(
        "- {id: a, date: 2019, title: A}\n- {links: [{after: a}], title: B}\n", encoding="utf-8"
    )
    with pytest.raises(OddSnapshot):
        shipped.make(str(source), str(tmp_path / "made"))
    assert not (tmp_path / "made").exists()
