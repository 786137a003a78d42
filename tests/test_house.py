"""The house itself: how its rooms stand to each other, and how its lines are written."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house_plan import nodes, parsed

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline"
FILES = sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    """Return the name under which the module in *path* is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the package by its name, read once, and where it is asked for."""
    return {dotted(path): parsed(path) for path in FILES}


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the modules of the package that *tree* imports, at its top or within functions."""
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name if name in modules() else node.module for name in names]
            yield from (name for name in found if name in modules())
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules())


def loops(imports: dict[str, set[str]]) -> list[str]:
    """Return the modules that stand on themselves, by way of others, and what is between them."""
    rest = set(imports)
    while True:
        used = {other for name in rest for other in imports[name] & rest}
        kept = {name for name in rest & used if imports[name] & rest}
        if kept == rest:
            return sorted(rest)
        rest = kept


def test_no_two_modules_import_each_other_in_a_loop():
    """Whoever reads a module can read what it stands on first; late imports count too."""
    assert loops({name: set(imported(tree)) for name, tree in modules().items()}) == []


def test_a_loop_would_be_found():
    """Of three in a circle and one outside it."""
    imports = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    assert loops(imports) == ["a", "b", "c"]


def nested(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of conditional expressions within another."""
    for node in nodes(tree):
        if isinstance(node, ast.IfExp):
            inner = (each for part in ast.iter_child_nodes(node) for each in ast.walk(part))
            yield from (each.lineno for each in inner if isinstance(each, ast.IfExp))


def in_heads(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of conditional expressions in the head of a loop."""
    for node in nodes(tree):
        if isinstance(node, (ast.For, ast.comprehension)):
            yield from (each.lineno for each in ast.walk(node.iter) if isinstance(each, ast.IfExp))


def in_sums(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of conditional expressions that are a factor or an index."""
    for node in nodes(tree):
        parts = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        if isinstance(node, ast.Subscript):
            parts = [*ast.walk(node.slice)]
        yield from (each.lineno for each in parts if isinstance(each, ast.IfExp))


def loops_within(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of comprehensions that go through more than two things."""
    for node in nodes(tree):
        if len(getattr(node, "generators", ())) > _MOST_LOOPS:
            yield node.lineno


_MOST_LOOPS = 2


@pytest.mark.parametrize("find", [nested, in_heads, in_sums, loops_within])
def test_a_line_makes_one_choice_at_most(find):
    """A conditional expression stands alone: within no other, in no head of a loop, no sum.

    And a comprehension is no nest of loops.
    """
    found = {name: list(find(tree)) for name, tree in modules().items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("find", "line"),
    [
        (nested, "x = 1 if a else 2 if b else 3"),
        (in_heads, "y = [z for z in (a if b else c)]"),
        (in_sums, "x = 2 * (a if b else c)"),
        (in_sums, "x = y[a if b else c]"),
        (loops_within, "x = [d for a in b for c in a for d in c]"),
    ],
)
def test_a_line_with_two_choices_would_be_found(find, line):
    """Neither kind escapes."""
    assert list(find(ast.parse(line))) == [1]


_IMPORTS = (ast.ImportFrom, ast.Import)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_MOST_LINES = 300  # of a file
_MOST_OF_A_FUNCTION = 30  # lines, without its head and its docstring


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines the statements of a *function* take."""
    has_docstring = ast.get_docstring(function) is not None
    body = function.body[1:] if has_docstring else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_fit_the_eye():
    """Most have 5 to 10 lines, and none has more than 30."""
    found = {
        f"{name}.{node.name}": length(node)
        for name, tree in modules().items()
        for node in nodes(tree)
        if isinstance(node, _FUNCTIONS)
    }
    assert {name: lines for name, lines in found.items() if lines > _MOST_OF_A_FUNCTION} == {}


def test_tests_stand_in_the_room_that_they_hold():
    """What is no room is there for all of them: golden files, and texts nobody would think of."""
    folders = {
        path.relative_to(ROOT / "tests")
        for path in (ROOT / "tests").rglob("test_*.py")
        if "node_modules" not in path.parts
    }
    rooms = {path.parent for path in folders} - {Path("fuzz"), Path("exchange/browser"), Path()}
    assert [str(room) for room in rooms if not (PACKAGE / room).is_dir()] == []


def test_files_are_nouns():
    """A file says what stands in it, and no file is called by what is done there."""
    assert [str(path) for path in FILES if path.stem.endswith("ing")] == []


def test_files_can_be_read_at_one_sitting():
    """300 lines are the end of every file."""
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {path: length for path, length in lengths.items() if length > _MOST_LINES} == {}


def test_imports_stand_at_the_top():
    """`timeline/late.py` makes them wait: no import of ours is hidden in a function."""
    hidden = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for function in nodes(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, _IMPORTS)
    ]
    assert hidden == []
