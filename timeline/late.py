"""One way to import late: a module of ours is run when something of it is first used.

With it every import is a plain line at the top of a file, for readers and for tools, and a
command still pays only for what it uses: it imports modules (`from timeline.pages import
chart`), and what stands behind a name of theirs is loaded when the name is looked up. An
import of a name (`from timeline.pages.chart import page`) loads its module at once.
"""

# What `signal` stands on: the names that it gives to numbers take longer than what is done here.
import _signal  # type: ignore[import-not-found]
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import LazyLoader, spec_from_file_location
from types import FrameType, ModuleType

_OURS = "timeline."
# Of the standard library: for mistakes and hints alone. `text` imports them for all who start with
# the program, for a second `import difflib` would make Python look at the module, and so run it.
_RARE = frozenset(("difflib", "shlex"))
_DOORS = frozenset(("timeline.phrases",))  # packages that are not empty


class Whole(SourceFileLoader):
    """Runs a module to its end, or not at all: Ctrl-C waits until it is there.

    Nobody would run it again, and whoever cleans up after the interrupt may need it.
    """

    def exec_module(self, module: ModuleType) -> None:
        """Run *module*, and only then what an interrupt on the way asks for."""
        handler = _signal.getsignal(_signal.SIGINT)
        if not callable(handler):  # nothing is done for it, or it is held back already
            super().exec_module(module)
            return
        waiting: list[tuple[int, FrameType | None]] = []
        _signal.signal(_signal.SIGINT, lambda *interrupt: waiting.append(interrupt))
        try:
            super().exec_module(module)
        finally:
            _signal.signal(_signal.SIGINT, handler)
        if waiting:
            handler(*waiting[0])


class Finder:
    """Finds our modules, and lets them wait; packages are run at once where they are empty.

    It stands on no `importlib.abc`, which takes longer to load than ten modules to be found.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where the module *name* is and how it is loaded; None for what is not ours."""
        if name == "typing_extensions" and _is_msgspec_beginning():
            raise ModuleNotFoundError(f"msgspec does without {name}", name=name)
        if name.startswith(_OURS):
            if file := _file(name, path or ()):
                return spec_from_file_location(name, file, loader=LazyLoader(Whole(name, file)))
        elif name not in _RARE:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            return spec
        if not spec.submodule_search_locations or name in _DOORS:
            spec.loader = LazyLoader(Whole(name, spec.loader.path))
        return spec


_files: dict[str, frozenset[str]] = {}  # what lies in our folders


def _file(name: str, path: Sequence[str]) -> str:
    """Return the file of our module *name*, in the folder of its package; "" where it is none.

    A folder is looked through once: Python would look at it, and at the file, for each of a
    few hundred modules, of which most are only found.
    """
    if len(path) != 1:
        return ""
    [folder] = path
    if folder not in _files:
        try:
            _files[folder] = frozenset(os.listdir(folder))  # noqa: PTH208  quicker than Path
        except OSError:  # a package that lies in no folder
            _files[folder] = frozenset()
    file = f"{name.rpartition('.')[2]}.py"
    return os.path.join(folder, file) if file in _files[folder] else ""  # noqa: PTH118  likewise


def _is_msgspec_beginning() -> bool:
    """Return whether msgspec is being loaded: its version is the last that it gets to know.

    It looks for `typing_extensions`, and takes from `typing` what it does not find there: that
    saves a fifth of what records cost at the start.
    """
    msgspec = sys.modules.get("msgspec")
    return msgspec is not None and not hasattr(msgspec, "__version__")


def install() -> None:
    """Import late from here on, in this process: for the command line, which ends soon.

    It is for one thread: two that first use a module at the same moment are not guarded
    before Python 3.12.
    """
    if not any(isinstance(finder, Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, Finder())


def run(*rooms: str) -> None:
    """Run all modules of the *rooms* that wait: before a second thread may use them."""
    held = tuple(f"{_OURS}{room}." for room in rooms)
    for name, module in list(sys.modules.items()):
        if name.startswith(held) or name in _RARE:
            vars(module)
