"""A program that runs ours many times, each time in a fork of itself: quick, and with any streams.

Each line on its standard input is a run, as JSON; it answers with the number of the process, and
when that has ended with its exit code.

    args, cwd, env   of the run
    streams          for 0, 1 and 2: a path, or closed, full or broken
    interrupt        after so many calls of functions comes Ctrl-C; 0 is never
    ignored          whether it does nothing, as in the background of a script
    count            the file in which the calls are counted, if any

With the argument `warm`, all modules are loaded before the first fork.
"""

import contextlib
import gc
import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

_READ = os.O_RDONLY | os.O_NOCTTY
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOCTTY


def serve():
    """Answer each run; in a fork, return it."""
    runs, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    gc.freeze()
    for line in runs:
        child = os.fork()
        if not child:
            return json.loads(line)
        print(child, file=answers, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)
    os._exit(0)


def begin(run):
    """Become the process that *run* is to be, with its streams as Python finds them."""
    os.setsid()  # so that a terminal of the tests is not its own
    signal.signal(signal.SIGINT, signal.SIG_IGN if run["ignored"] else signal.default_int_handler)
    os.chdir(run["cwd"])
    os.environ.clear()
    os.environ.update(run["env"])
    sys.argv = ["timeline", *run["args"]]
    for number, name in enumerate(run["streams"]):
        _place(number, name)
    found = [_stream(number, name) for number, name in enumerate(run["streams"])]
    sys.stdin, sys.stdout, sys.stderr = found


def _place(number, name):
    if name == "closed":
        with contextlib.suppress(OSError):
            os.close(number)
        return
    if name == "broken":
        end, opened = os.pipe()
        os.close(end)
    else:
        path = "/dev/full" if name == "full" else name
        opened = os.open(path, _APPEND if number else _READ, 0o666)
    os.dup2(opened, number)
    os.close(opened)


def _stream(number, name):
    if name == "closed":
        return None
    errors = "backslashreplace" if number == 2 else "strict"
    return open(number, "w" if number else "r", encoding="utf-8", errors=errors, closefd=False)


def count_calls(run):
    """Count the calls of functions; interrupt at the one that *run* says."""
    calls = 0

    def called(_frame, event, _argument):
        nonlocal calls
        calls += event == "call"
        if event == "call" and calls == run["interrupt"]:
            sys.setprofile(None)
            os.kill(os.getpid(), signal.SIGINT)

    sys.setprofile(called)
    return lambda: calls


def _load():
    package = import_module("timeline")
    names = [module.name for module in walk_packages(package.__path__, "timeline.")]
    for name in (*names, "icalendar", "dateutil.rrule", "dateutil.relativedelta"):
        if not name.endswith("__main__"):
            import_module(name)


def end(code):
    """End with this exit code, if nothing is left that could fail: not all is taken apart then.

    That would take several times as long as most runs.
    """
    with contextlib.suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)


def _main():
    is_warm = "warm" in sys.argv
    if is_warm:
        _load()
    run = serve()
    begin(run)
    commands = import_module("timeline.commands")  # not before it is to be
    calls = count_calls(run) if run["count"] or run["interrupt"] else None
    try:
        commands.main()
    except SystemExit as ended:
        if is_warm and calls is None:
            end(ended.code)
        raise
    finally:
        sys.setprofile(None)
        if run["count"]:
            Path(run["count"]).write_text(str(calls()), encoding="utf-8")


_main()
