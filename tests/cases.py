"""Cases of one test run one after another as one: what stands around a test costs more than most.

What `--together` does, as `make test` says. Nothing of a case is left out: each that fails is
told, by the name under which it runs alone.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

# What is made for each test anew, and yet does as well for all cases of one: a run that is told
# its words, a folder whose files are written before they are read.
_RUNS = {"ask", "export", "monkeypatch", "page", "refused", "request", "run", "twice"}
_FOLDERS = {"loaded", "report", "tmp_path"}
# With these a test itself could leave something behind.
_OWN = {"monkeypatch", "request"}

_CASES = pytest.StashKey[list[pytest.Function]]()
_ENDS = (Exception, pytest.fail.Exception, pytest.skip.Exception)


def put_together(items: list[pytest.Item]) -> None:
    """Leave of the cases of each test, where they can run together, the first."""
    items[:] = [_first(list(cases)) for _, cases in groupby(items, _name)]


def _name(item: pytest.Item) -> str:
    """Return the name of a test, or of its case where that stands alone."""
    return item.nodeid.partition("[")[0] if _goes_together(item) else item.nodeid


def _first(cases: list[Any]) -> pytest.Item:
    if len(cases) > 1:
        cases[0].stash[_CASES] = cases
    return cases[0]


def _goes_together(item: pytest.Item) -> bool:
    """Tell whether a case has nothing in hand that the next one would find changed."""
    if not isinstance(item, pytest.Function) or hasattr(item.obj, "hypothesis"):
        return False
    if {mark.name for mark in item.iter_markers()} != {"parametrize"}:
        return False
    asked = _asked(item.obj.__func__ if item.cls else item.obj)
    # A folder that a test asks for itself is another one for each case: nothing stands in it yet.
    shared = {"tmp_path", *_RUNS} - {"ask"} if "tmp_path" in asked else _RUNS | _FOLDERS
    return _OWN.isdisjoint(asked) and set(_made_anew(item)) <= shared


@cache
def _asked(function: Callable[..., None]) -> frozenset[str]:
    """Return the names of what a test asks for."""
    return frozenset(inspect.signature(function).parameters)


def _made_anew(item: pytest.Function) -> Iterator[str]:
    """Yield the fixtures of a test that are made for each of its cases."""
    fixtures = item._fixtureinfo.name2fixturedefs  # noqa: SLF001  there is no door to it
    given = {name for mark in item.iter_markers("parametrize") for name in _names(mark)}
    for name in fixtures.keys() - given:
        if name in _values(item) or fixtures[name][-1].scope == "function":
            yield name


def _names(mark: pytest.Mark) -> list[str]:
    """Return the names of the values that a mark gives; none that go through a fixture."""
    names = mark.args[0]
    if mark.kwargs.get("indirect"):
        return []
    return names.replace(",", " ").split() if isinstance(names, str) else list(names)


def _values(item: pytest.Function) -> dict[str, Any]:
    return item.callspec.params  # type: ignore[attr-defined]


def run_all(item: pytest.Function) -> bool | None:
    """Run all cases of a test, and tell of each that fails; nothing where it has but one."""
    cases = item.stash.get(_CASES, None)
    if not cases:
        return None
    ends = [_end(item, case, number) for number, case in enumerate(cases)]
    failed = [end for end in ends if end and not isinstance(end, pytest.skip.Exception)]
    if len(failed) > 1:
        raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases fail", failed)
    if failed or all(ends):
        raise (failed or ends)[0]
    return True


def _end(item: pytest.Function, case: pytest.Function, number: int) -> BaseException | None:
    """Run a case; return what ended it before its end."""
    given = item.funcargs | _values(case)
    if "tmp_path" in given:
        given["tmp_path"] = _folder(given["tmp_path"] / str(number))
    try:
        item.obj(**{name: given[name] for name in inspect.signature(item.obj).parameters})
    except _ENDS as end:
        end.add_note(f"in {case.nodeid}")
        return end
    return None


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
