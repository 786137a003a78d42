"""What many tests use: a small timeline, a page as text, a run of a command, golden files."""

import gc
import io
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from rich.console import Console, RenderableType
from typer import testing
from typer.main import get_command
from typer.testing import CliRunner, Result

from tests import cases
from timeline.commands.support.app import app
from timeline.loading import load
from timeline.loading.shipped import default_path
from timeline.model.timeline import Timeline

TODAY = "2026-11-23"

# No test leaves a copy of a file behind, or reads one; the tests of the cache turn it on.
os.environ["TIMELINE_CACHE"] = "off"

# No test may fail because the machine is busy, or pass today and fail tomorrow in CI.
# HYPOTHESIS_PROFILE=nightly looks twenty times as long, for what nobody has thought of.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("patient", _PATIENT)
settings.register_profile("ci", _PATIENT, derandomize=True)
settings.register_profile("quick", _PATIENT, max_examples=3)
settings.register_profile("nightly", _PATIENT, max_examples=2_000)
settings.register_profile("fuzz", _PATIENT, max_examples=int(os.environ.get("FUZZ", "10000")))
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "patient")
)

# What takes long: every command with every stream, form or letter, whole programs in terminals and
# browsers and what they import, two at once, the parsers of others, the longest round trips; what
# the README tells to type, in a shell (what docs/tasks.md tells is typed at once), and what
# docs/architecture.md tells to write; every letter there is, and the largest inputs, of which some
# are tried at once.
# `make test` goes without, CI does not. Of a test that is tried with many values of one kind, such
# as widths, it marks most where it stands.
_THOROUGH = {
    "test_a_copy_of_an_event_file_is_as_clean_as_the_file",
    "test_a_copy_of_the_curated_file_is_as_clean",
    "test_a_line_of_ten_megabytes_costs_no_more_than_reading_it",
    "test_a_shell_completes_a_line",
    "test_a_shell_shows_titles_beside_ids",
    "test_an_example_runs",
    "test_an_example_works_as_it_stands",
    "test_any_descriptor_is_written_to",
    "test_any_timeline.py",
    "test_canary.py",
    "test_canonical.py",
    "test_commands.py",
    "test_elsewhere.py",
    "test_event_files_need_no_reader_of_other_formats",
    "test_events.py",
    "test_every_case_is_run_and_those_that_fail_are_named",
    "test_every_command_says_the_same_with_a_copy_and_without",
    "test_every_stream.py",
    "test_explore_terminal.py",
    "test_exports_and_several_files_are_the_same",
    "test_fold_is_by_its_definition_for_every_character",
    "test_forms.py",
    "test_hypertext.py",
    "test_imports.py",
    "test_index.py",
    "test_interrupts.py",
    "test_killed.py",
    "test_many_lines_are_read_in_parts",
    "test_many_rules_that_find_no_day_are_not_all_followed_to_the_end",
    "test_markdown_harmless.py",
    "test_more_problems_than_are_kept_are_counted",
    "test_no_rich_where_there_is_no_terminal",
    "test_oracles.py",
    "test_other_readers.py",
    "test_page_in_browser.py",
    "test_pager.py",
    "test_peers.py",
    "test_pictures.py",
    "test_processes_at_once_lose_nothing",
    "test_strange_repository.py",
    "test_the_curated_timeline_comes_back",
    "test_the_curated_timeline_in_many_ways",
    "test_the_page_answers_as_the_program_does",
    "test_two_at_once_do_not_disturb_each_other",
    "test_two_at_once_lose_nothing",
    "test_what_is_imported_is_not_in_memory",
    "test_what_is_made_from_the_code_is_fresh",
    "test_what_the_readme_tells_to_type_works",
    "test_widths.py",
    "test_with_a_copy_no_yaml_is_loaded",
}


# What is made while tests are collected stays to the end: nobody need look through it for what
# can be thrown away, neither meanwhile nor later; and later, not so often.
gc.disable()
gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Have one worker more than processors: screens and terminals are waited for."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Set aside all that there is by now, and look after what comes."""
    gc.freeze()
    gc.enable()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a file that takes long unread where none of it is to be run."""
    goes_without = config.getoption("markexpr") == "not thorough"
    return True if goes_without and collection_path.name in _THOROUGH else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what is in a file, or has a name, of those that take long."""
    if not _THOROUGH.isdisjoint({item.path.name, item.name.partition("[")[0]}):
        item.add_marker(pytest.mark.thorough)


@pytest.hookimpl(trylast=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Put cases together."""
    if metafunc.config.getoption("together"):
        cases.put_together(metafunc)


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run the cases that were put together; leave every other test to pytest."""
    return cases.run_all(pyfuncitem)


# One event for each thing that a page must get right: vague dates, spans, open
# ends, every status, a statement, links, markup and accents in the text.
SMALL = """\
timeline: {title: A small timeline, summary: Enough to see everything once., as_of: 2020-06-30}
arcs:
  north: {title: The north}
  south: {title: The south}
actors:
  union: {name: The Union, kind: state, aliases: [Capital]}
  army: {name: Army of the Union, kind: organisation, of: [union]}
  general: {name: José Nuño, kind: person, of: [army]}
  rebels: {name: Rebels, kind: organisation}
sources:
  gazette: {publisher: The Gazette, title: War begins, date: 2018-03-02, reliability: B,
    url: 'https://gazette.example/war?a=1'}
  rumour: {publisher: Rumours, reliability: F, note: in Latin}
events:
  - {id: old-quarrel, date: 1998~, title: An old quarrel begins, arc: north, status: reported,
     actors: [union, rebels], sources: [rumour]}
  - id: war
    date: 2018-03/2019-01-05
    title: War of the Union [sic] with the rebels [/b]
    summary: It is said to have begun in March.
    actors: [union, army, rebels]
    places: [Old Town, Harbour]
    arc: north
    tags: [war]
    status: confirmed
    sources: [gazette, {source: rumour, credibility: 4, note: says April}]
  - {id: landing, date: 2018-04-0X, title: 'The army lands :boom:', actors: [army],
     arc: south, tags: [war], status: disputed, sources: [gazette], links: [{part-of: war}]}
  - {id: general-speaks, date: "[2018-05-21..2018-05-31]", title: The general claims victory,
     kind: statement, actors: [general], arc: south, status: claimed, sources: [rumour],
     links: [{follows-from: landing}]}
  - {id: rebels-deny, date: 2018-06-01, title: Rebels deny it, actors: [rebels], arc: south,
     status: denied, sources: [gazette], links: [{denies: general-speaks}],
     note: A second paper has 2 June.}
  - {id: some-year, date: 2019, title: A treaty is drafted, actors: [union, rebels], arc: north,
     status: confirmed, sources: [gazette]}
  - {id: occupation, date: 2019-02/.., title: The harbour is held, actors: [army],
     places: [Harbour], arc: south, status: confirmed, sources: [gazette],
     links: [{follows-from: war}]}
"""

# The same as a table of somebody else's: read with guesses, a refusal, values left out, and an
# order of day and month that one of its dates shows.
TABLE = """\
id,date,title,summary,actors,places,arc,tags,status,source,url,links,mood
old-quarrel,1998~,An old quarrel begins,n/a,Union; Rebels,,north,,reported,Rumours,,,calm
war,2018-03/2019-01-05,War of the Union [sic] with the rebels [/b],It began in March.,\
Union; Army; Rebels,Old Town; Harbour,north,war,confirmed,Gazette,https://gazette.example/war,,
landing,April 2018,The army lands :boom:,,Army,,south,war,disputed,Gazette,,part-of war,angry
general-speaks,25/5/2018,The general claims victory,,José Nuño,,south,,claimed,Rumours,,\
follows-from landing,
rebels-deny,1/6/2018,Rebels deny it,,Rebels,,south,,denied,Gazette,,denies general-speaks,
some-year,2019,A treaty is drafted,,Union; Rebels,,north,,confirmed,Gazette,,,
occupation,2019-02/..,The harbour is held,,Army,Harbour,south,,confirmed,Gazette,,follows-from war,
lost,soon,Nobody knows when,,,,,,,,,,
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what a page looks like now: look at it first; and others."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")
    parser.addoption("--together", action="store_true", help="run cases of a test as one")


@pytest.fixture(name="small_file", scope="session")
def _small_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


@pytest.fixture(name="small", scope="session")
def _small(small_file):
    return load.load(small_file)


@pytest.fixture(name="curated", scope="session")
def _curated():
    return load.load()


@pytest.fixture(name="how_many", scope="session")
def _how_many():
    """Return how many events the curated file has, counted in its text."""
    lines = default_path().read_text(encoding="utf-8").splitlines()
    return sum(line.startswith("  - id: ") for line in lines)


@pytest.fixture(name="shown", scope="session")
def _shown() -> Callable[[RenderableType, int], str]:
    """Return what a renderable looks like at a width, without colour."""

    def shown(renderable: RenderableType, width: int) -> str:
        file = io.StringIO()
        Console(width=width, file=file, color_system=None, _environ={}).print(
            renderable, markup=False, highlight=False, crop=False
        )
        return file.getvalue()

    return shown


@pytest.fixture(name="program", scope="session")
def _program():
    """Return the program with its commands, as Typer makes it: once, as in a process of its own."""
    return get_command(app)


@pytest.fixture(name="known", scope="session")
def _known(small_file) -> Callable[..., Timeline]:
    """Return what loads files as the program does, but the small one and the curated one once."""
    usual = load.load
    once, unchanged = cache(usual), {small_file, str(default_path())}

    def known(*paths: str, **rest) -> Timeline:
        is_one = len(paths) == 1 and str(Path(paths[0]).absolute()) in unchanged
        return once(*paths, **rest) if is_one and "instead" not in rest else usual(*paths, **rest)

    return known


@pytest.fixture(name="run")
def _run(monkeypatch, program, known) -> Callable[..., Result]:
    """Run a command in a pipe, on a fixed day, with an environment that says nothing."""
    for name in ("TIMELINE_FILE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TIMELINE_TODAY", TODAY)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/no/settings")
    monkeypatch.setattr(testing, "_get_command", lambda _: program)
    monkeypatch.setattr(load, "load", known)

    def run(*args: str, **rest) -> Result:
        return CliRunner().invoke(app, args, prog_name="timeline", **rest)

    return run


@pytest.fixture(name="golden", scope="session")
def _golden(request) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden."""

    def golden(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--golden-update"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return golden
