"""What docs/architecture.md shows of the package: put in by `make fix`, held by a test."""

import ast
import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "timeline"


def layers() -> list[list[str]]:
    """Return the rooms of the package, floor by floor from the top, as pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    first = project["tool"]["importlinter"]["contracts"][0]
    return [[room.strip() for room in floor.split("|")] for floor in first["layers"]]


@functools.cache
def parsed(path: Path) -> ast.Module:
    """Return the tree of a file, which is read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    """Return all nodes of a tree, through which one walks once."""
    return list(ast.walk(tree))


def first_line(path: Path) -> str:
    """Return what a module is: the first line of its docstring."""
    said = ast.get_docstring(parsed(path)) or ""
    return said.partition("\n")[0]


def libraries(tree: ast.Module) -> set[str]:
    """Return the packages that a module imports, by their names in Python."""
    imported: list[str | None] = []
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom):
            imported.append(node.module)
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
    return {name.partition(".")[0] for name in imported if name}


def floors() -> None:
    """Print a table of the rooms from the top, each with its floor and what it is."""
    print("\n| floor | room | what it is |\n| ---: | --- | --- |")  # noqa: T201
    top = len(layers())
    for down, floor in enumerate(layers()):
        for room in floor:
            print(f"| {top - down} | `{room}` | {first_line(_file(room))} |")  # noqa: T201
    print()  # noqa: T201


def _file(room: str) -> Path:
    folder = PACKAGE / room
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")


def tree() -> None:
    """Print every module with the first line of its docstring, folder by folder."""
    print("```")  # noqa: T201
    print(*_listed(PACKAGE, "timeline/"), sep="\n")  # noqa: T201
    print("```")  # noqa: T201


def _listed(folder: Path, name: str) -> Iterator[str]:
    """Yield a line for each module of a *folder*, then those of the folders in it."""
    yield f"{name:<24} {first_line(folder / '__init__.py')}"
    for path in sorted(folder.glob("*.py")):
        if path.stem != "__init__":
            yield f"    {path.name:<20} {first_line(path)}"
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").is_file():
            yield ""
            yield from _listed(inner, f"{name}{inner.name}/")
