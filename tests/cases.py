"""Cases of one test run one after another as one: what stands around a test costs more than most.

What `--together` does, as `make test` says. Nothing of a case is left out: each that fails is
told, by the name under which it runs alone.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# What is made for each test anew, and yet does as well for all cases of one: a run that is told
# its words, a folder whose files are written before they are read.
_RUNS = {"ask", "export", "monkeypatch", "page", "refused", "request", "run", "twice"}
_FOLDERS = {"loaded", "report", "tmp_path"}
# With these a test itself could leave something behind.
_OWN = {"monkeypatch", "request"}

# The cases of each test of a file or class, by the name of the test.
_CASES = pytest.StashKey[dict[str, list[Any]]]()
_ENDS = (Exception, pytest.fail.Exception, pytest.skip.Exception)


def put_together(metafunc: pytest.Metafunc) -> None:
    """Leave of the cases of a test, where they can run together, the first.

    It is done before tests are made of them, which takes longer than to run most. A case with
    a mark of its own stands alone.
    """
    calls = metafunc._calls  # noqa: SLF001  there is no door to them
    cases = [call for call in calls if not call.marks]
    if len(cases) > 1 and _go_together(metafunc, cases[0]):
        test = metafunc.definition
        test.parent.stash.setdefault(_CASES, {})[test.name] = cases
        calls[:] = [call for call in calls if call.marks or call is cases[0]]


def _go_together(metafunc: pytest.Metafunc, case: Any) -> bool:
    """Tell whether a case has nothing in hand that the next one would find changed."""
    if hasattr(metafunc.function, "hypothesis"):
        return False
    if {mark.name for mark in metafunc.definition.iter_markers()} != {"parametrize"}:
        return False
    asked = inspect.signature(metafunc.function).parameters.keys()
    # A folder that a test asks for itself is another one for each case: nothing stands in it yet.
    shared = {"tmp_path", *_RUNS} - {"ask"} if "tmp_path" in asked else _RUNS | _FOLDERS
    return _OWN.isdisjoint(asked) and set(_made_anew(metafunc, case)) <= shared


def _made_anew(metafunc: pytest.Metafunc, case: Any) -> Iterator[str]:
    """Yield the fixtures of a test that are made for each of its cases."""
    fixtures = metafunc._arg2fixturedefs  # noqa: SLF001  there is no door to them
    marks = metafunc.definition.iter_markers("parametrize")
    given = {name for mark in marks for name in _names(mark)}
    for name in fixtures.keys() - given:
        if name in case.params or fixtures[name][-1].scope == "function":
            yield name


def _names(mark: pytest.Mark) -> list[str]:
    """Return the names of the values that a mark gives; none that go through a fixture."""
    names = mark.args[0]
    if mark.kwargs.get("indirect"):
        return []
    return names.replace(",", " ").split() if isinstance(names, str) else list(names)


def run_all(item: pytest.Function) -> bool | None:
    """Run all cases of a test, and tell of each that fails; nothing where it has but one."""
    cases = _cases(item)
    if not cases:
        return None
    ends = [_end(item, case, number) for number, case in enumerate(cases)]
    failed = [end for end in ends if end and not isinstance(end, pytest.skip.Exception)]
    if len(failed) > 1:
        raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} cases fail", failed)
    if failed or all(ends):
        raise (failed or ends)[0]
    return True


def _cases(item: pytest.Function) -> list[Any]:
    """Return the cases that run together with this one, and it; none where it stands alone."""
    cases = item.parent.stash.get(_CASES, {}).get(item.originalname, [])
    return cases if cases and item.callspec.id == cases[0].id else []


def _end(item: pytest.Function, case: Any, number: int) -> BaseException | None:
    """Run a case; return what ended it before its end."""
    given = item.funcargs | case.params
    if "tmp_path" in given:
        given["tmp_path"] = _folder(given["tmp_path"] / str(number))
    try:
        item.obj(**{name: given[name] for name in inspect.signature(item.obj).parameters})
    except _ENDS as end:
        end.add_note(f"in {item.nodeid.partition('[')[0]}[{case.id}]")
        return end
    return None


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
