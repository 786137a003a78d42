"""Modules of ours wait until something of them is used, and are then run whole."""

import subprocess
import sys

BEGIN = "import sys\nfrom timeline import late\nlate.install()\n"


def said(program: str) -> list[str]:
    """Return the lines that a Python with late imports prints for *program*."""
    command = [sys.executable, "-c", BEGIN + program]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()


def test_a_module_is_run_when_a_name_of_it_is_looked_up():
    """Until then it is known, and nothing of it is there; Rich comes with the page."""
    program = (
        "from timeline.pages import counts\n"
        "print('rich.text' in sys.modules)\n"
        "counts.page\n"
        "print('rich.text' in sys.modules)\n"
    )
    assert said(program) == ["False", "True"]


def test_a_name_is_imported_at_once():
    """As everywhere: there is nothing to wait for."""
    assert said("from timeline.pages.counts import page\nprint('rich.text' in sys.modules)\n") == [
        "True"
    ]


def test_a_module_that_is_not_there_is_missing():
    """As everywhere: at once, and by its name."""
    program = (
        "for name in ('timeline.pages.nothing', 'timeline.nothing', 'timeline.text.nothing'):\n"
        "    try:\n        __import__(name)\n"
        "    except ModuleNotFoundError as error:\n        print(error.name)\n"
    )
    assert said(program) == ["timeline.pages.nothing", "timeline.nothing", "timeline.text.nothing"]


def test_what_is_not_ours_is_imported_as_ever():
    """A library knows nothing of it."""
    assert said("import msgspec\nprint(type(msgspec).__name__)\n") == ["module"]


def test_msgspec_comes_without_what_it_can_do_without():
    """It takes from `typing` what it needs; whoever else asks for the other still gets it."""
    assert said(
        "import msgspec\n"
        "print('typing_extensions' in sys.modules)\n"
        "import typing_extensions\n"
        "print('typing_extensions' in sys.modules)\n"
    ) == ["False", "True"]


def test_an_interrupt_waits_until_a_module_is_there(tmp_path):
    """Nobody would run it again, and whoever cleans up may need it: it is whole."""
    (tmp_path / "slow.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nafter = 'there'\n"
    )
    program = (
        # Where the tests run behind a shell, it may have seen to it that Ctrl-C does nothing.
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from importlib.util import module_from_spec, spec_from_loader\n"
        f"loader = late.Whole('slow', {str(tmp_path / 'slow.py')!r})\n"
        "module = module_from_spec(spec_from_loader('slow', loader))\n"
        "try:\n    loader.exec_module(module)\n"
        "except KeyboardInterrupt:\n    print('interrupted')\n"
        "print(module.after)\n"
    )
    assert said(program) == ["interrupted", "there"]


def test_who_ignores_interrupts_is_not_interrupted(tmp_path):
    """A program that was started so that Ctrl-C does nothing goes on."""
    (tmp_path / "slow.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nafter = 'there'\n"
    )
    program = (
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "from importlib.util import module_from_spec, spec_from_loader\n"
        f"loader = late.Whole('slow', {str(tmp_path / 'slow.py')!r})\n"
        "module = module_from_spec(spec_from_loader('slow', loader))\n"
        "loader.exec_module(module)\nprint(module.after)\n"
    )
    assert said(program) == ["there"]
