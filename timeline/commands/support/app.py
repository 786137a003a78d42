"""The program: its group of commands, its help by what people do, its one error handler."""

import inspect
import io
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from functools import partial
from importlib import import_module
from typing import Annotated, Any, NoReturn, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from timeline import __version__
from timeline.commands.support import command_line, ends, first_word, streams
from timeline.commands.support.options import Display, takes_families
from timeline.errors import TimelineError

# The commands by what a person is doing, in the order of the help: name → the module in
# `timeline.commands` and its function. Only a command that is run or described is made:
# making one costs about a millisecond, and there are many.
COMMANDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Read": {
        "list": ("list", "list_events"),
        "show": ("show", "show"),
        "actors": ("counts", "count_actors"),
        "years": ("counts", "count_years"),
        "places": ("counts", "count_places"),
        "tags": ("counts", "count_tags"),
        "arcs": ("counts", "count_arcs"),
        "sources": ("sources", "count_sources"),
    },
    "See": {
        "chart": ("chart", "chart"),
        "lanes": ("lanes", "lanes"),
        "compare": ("compare", "compare"),
        "thread": ("thread", "thread"),
    },
    "Follow": {
        "around": ("around", "around"),
        "on": ("on", "on_day"),
        "gaps": ("gaps", "gaps"),
        "why": ("why", "why"),
        "cite": ("cite", "cite"),
    },
    "Curate": {
        "new": ("new", "new"),
        "add": ("add", "add"),
        "edit": ("edit", "edit"),
        "fmt": ("fmt", "fmt"),
        "check": ("check", "check"),
        "diff": ("diff", "diff"),
        "schema": ("schema", "schema"),
    },
    "Exchange": {
        "export": ("export", "export"),
        "import": ("import_", "import_file"),
    },
    "Help": {
        "help": ("help", "show_help"),
    },
}

ALONE = ("overview", "overview")
"""What is run without the name of a command."""

# What Typer passes to the methods below is of classes it keeps to itself: hence `Any`.
# So is the family of its errors, which have a method `show` and an `exit_code`.
_Refused = cast(type[Exception], typer.BadParameter.__mro__[2])


class Group(TyperGroup):
    """All commands: errors are shown here, and nowhere else."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401
        """Know the names of the commands; Typer suggests from them."""
        super().__init__(**attributes)
        names = [name for commands in COMMANDS.values() for name in commands]
        self.commands = dict.fromkeys(names)  # type: ignore[assignment]  # see `get_command`

    def get_command(self, _: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ANN401
        """Make the command *cmd_name*, if there is one."""
        for commands in COMMANDS.values():
            if cmd_name in commands:
                return _command(cmd_name, _function(*commands[cmd_name]))
        return None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command; what is none, and no file, is told so."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise first_word.refusal(args, self.commands, ctx.params.get("file") or ())
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401  as Typer's
        """Run the program to its end; show what a person can mend, without a traceback."""
        sys.exit(ends.exit_code_of(partial(self._ran, *args, **extra)))

    def _ran(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401
        """Run the program; what Typer refuses is said where all else is."""
        try:
            exit_code = super().main(*args, **{**extra, "standalone_mode": False})
        except _Refused as error:
            exit_code = _show(error)
        sys.exit(exit_code)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Read the options before the command, and the files that stand there.

        `--install-completion` does its work here.
        """
        if args and args[0] not in self.commands:
            args = first_word.files_named(args, self.get_params(ctx), self.commands)
        if "--install-completion" not in args:
            return super().parse_args(ctx, args)
        try:
            with redirect_stdout(sys.stderr):  # what it says is no data
                return super().parse_args(ctx, args)
        except (typer.Exit, typer.Abort):
            raise
        except OSError as error:
            raise TimelineError(f"cannot install completion: {ends.reason(error)}") from error
        except (UnicodeError, RuntimeError) as error:  # no such home, no such text in it
            raise TimelineError(f"cannot install completion: {error}") from error

    def _main_shell_completion(self, *args: Any, **extra: Any) -> None:  # noqa: ANN401
        """Complete what is typed, if a shell asks for it and says what that is."""
        try:
            super()._main_shell_completion(*args, **extra)
        except (KeyError, ValueError):  # it says only a part
            sys.exit(1)

    def format_commands(self, _: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the commands under the headings of what a person is doing."""
        for heading, commands in COMMANDS.items():
            lines = [(name, _short_help(_function(*each))) for name, each in commands.items()]
            with formatter.section(heading):
                formatter.write_dl(lines)


def _show(error: Any) -> int:  # noqa: ANN401  as above
    """Show what Typer refuses, and return the exit code."""
    said = io.StringIO()
    error.show(said)
    streams.remark(said.getvalue().removesuffix("\n"))
    return int(error.exit_code)


class Command(TyperCommand):
    """A command whose help has its options under headings, and whose query may have dashes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Take what begins with a dash for an option only if it is one: `-word` is not."""
        return super().parse_args(ctx, self._arranged(ctx, args))

    def _arranged(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        params = self.get_params(ctx)
        if all(param.name != "query" for param in params):
            return args
        try:
            options = [param for param in params if not isinstance(param, TyperArgument)]
            return command_line.Options(options, ctx.help_option_names).arranged(args)
        except TimelineError:
            if ctx.resilient_parsing:  # nobody who completes a line has use for a message
                return args
            raise

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the options, each family under its heading."""
        families: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                family = "Arguments" if isinstance(param, TyperArgument) else "Options"
                heading = getattr(param, "rich_help_panel", None) or family
                families.setdefault(heading, []).append(record)
        for heading, records in families.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def _command(name: str, function: Callable[..., None]) -> TyperCommand:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=Command)(function)
    return cast(TyperCommand, typer.main.get_command(single))


def _short_help(function: Callable[..., None]) -> str:
    """Return in a line what *function* does; a whole command is not made for that."""
    return TyperCommand(None, help=inspect.getdoc(function)).get_short_help_str(100)


app = typer.Typer(
    name="timeline",
    cls=Group,
    rich_markup_mode=None,  # plain help starts quicker, and can be searched
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)


def program() -> Any:  # noqa: ANN401  as above
    """Return the whole program as Typer runs it."""
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:  # noqa: FBT001  as Typer calls it
    if wanted:
        streams.write(f"timeline {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
@takes_families
def alone(
    ctx: typer.Context,
    display: Display,
    version: Annotated[  # noqa: ARG001, FBT002  an option; it has done its work before
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it and exit.")
    ] = False,
) -> None:
    """Explore a cited chronology: vague dates, claims and sources, kept honest.

    Without a command: what this timeline is. Without a file: Moscow and Caracas.
    """
    if ctx.invoked_subcommand is None:
        _function(*ALONE)(display)


def _function(module: str, name: str) -> Callable[..., None]:
    found = getattr(import_module(f"timeline.commands.{module}"), name)
    return cast(Callable[..., None], found)
