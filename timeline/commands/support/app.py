"""The program: its group of commands, its help by what people do, its one error handler."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from typing import Annotated, Any, NoReturn, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from timeline import __version__
from timeline.commands.support import (
    command_line,
    ends,
    first_word,
    help_pages,
    refusals,
    shell_scripts,
    streams,
)
from timeline.commands.support.catalogue import ALONE, entries
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display
from timeline.errors import UsageError
from timeline.files import content

# What Typer passes to the methods below is of classes it keeps to itself: hence `Any`.
# So is the family of its errors, which `refusals` reads.
_Refused = cast(type[Exception], typer.BadParameter.__mro__[2])


class Group(TyperGroup):
    """All commands: errors are shown here, and nowhere else."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401
        """Know the names of the commands; Typer suggests from them."""
        super().__init__(**attributes)
        self.commands = dict.fromkeys(entries())  # type: ignore[assignment]  # see `get_command`

    def get_command(self, _: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ANN401
        """Make the command *cmd_name*, if there is one."""
        return command(cmd_name) if cmd_name in entries() else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command; what is none, and no file, is told so."""
        if args[0] not in self.commands:
            raise first_word.refusal(args, self.commands, ctx.params.get("file") or ())
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401  as Typer's
        """Run the program to its end; show what a person can mend, without a traceback."""
        sys.exit(ends.exit_code_of(partial(self._ran, *args, **extra)))

    def _ran(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401
        """Run the program, and remember what was typed for hints that repeat it."""
        typed = extra.get("args") or next(iter(args), None)
        self.typed = sys.argv[1:] if typed is None else list(typed)
        sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Read the options before the command, and the files that stand there.

        A shell need not be named for the options of shells.
        """
        if args and args[0] not in self.commands:
            args = first_word.files_named(args, self.get_params(ctx), self.commands)
        args = _with_shell(args)
        with _refusals(self, "", ctx, args):
            return super().parse_args(ctx, [*args])

    def _main_shell_completion(self, *args: Any, **extra: Any) -> None:  # noqa: ANN401
        """Leave it to `shells`."""

    def get_help(self, _: Any) -> str:  # noqa: ANN401
        """Return the page of the program."""
        return help_pages.program(help_pages.width())

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """Return -h and --help, which show a page."""
        return _showing_a_page(super().get_help_option(ctx))


def _with_shell(args: list[str]) -> list[str]:
    """Return *args* with the shell in use behind an option of shells that names none."""
    first, rest = args[:1], args[1:]
    if first in (["--install-completion"], ["--show-completion"]) and not rest:
        return [*first, shell_scripts.current()]
    return args


@contextmanager
def _refusals(of: Any, name: str, ctx: Any, args: Sequence[str]) -> Iterator[None]:  # noqa: ANN401
    """Say what Typer refuses of the *args* of a command as we say all else."""

    def read() -> "refusals.Read":
        given, rest, _ = of.make_parser(ctx).parse_args(args=[*args])
        return refusals.Read(given, rest)

    try:
        yield
    except _Refused as error:
        typed = getattr(ctx.find_root().command, "typed", args)
        line = refusals.Line(name, of.get_params(ctx), args, typed)
        raise refusals.refusal(error, line, read, _everywhere) from None


def _everywhere() -> "dict[str, refusals.Params]":
    return {name: command(name).params for name in entries()}


class Command(TyperCommand):
    """A command whose help has its options under headings, and whose query may have dashes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Take what begins with a dash for an option only if it is one: `-word` is not."""
        arranged = self._arranged(ctx, args)
        with _refusals(self, str(self.name), ctx, arranged):
            return super().parse_args(ctx, [*arranged])

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Run it; where a word of the query is an option but for its dashes, that is told."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            error.hint = refusals.option_meant(error, self.params) or error.hint
            raise

    def _arranged(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        params = self.get_params(ctx)
        names = [param for param in params if not isinstance(param, TyperArgument)]
        takes_event = any(map(command_line.is_event, params))
        options = command_line.Options(names, ctx.help_option_names, takes_event=takes_event)
        if all(param.name != "query" for param in params):
            options.refuse_long_names(args)
            return args
        return options.arranged(args)

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the page of the command."""
        return help_pages.command(str(self.name), self.help or "", self.get_params(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """Return -h and --help, which show a page."""
        return _showing_a_page(super().get_help_option(ctx))


def _showing_a_page(option: Any) -> Any:  # noqa: ANN401  as above
    """Return -h and --help so that they show a page as help does."""
    option.help = "Show this."
    option.callback = _show_page
    return option


def _show_page(ctx: typer.Context, _: object, wanted: bool) -> None:  # noqa: FBT001  as Typer calls it
    if wanted:
        help_pages.show(ctx.get_help())
        raise typer.Exit


@cache  # a refusal looks at all of them: at what is typed and at what is near
def command(name: str) -> TyperCommand:
    """Return the command *name*, which is made once; raises `KeyError` where there is none."""
    entry = entries()[name]
    return _command(name, _function(entry.module, entry.function))


def _command(name: str, function: Callable[..., None]) -> TyperCommand:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=Command)(function)
    return cast(TyperCommand, typer.main.get_command(single))


app = typer.Typer(
    name="timeline",
    cls=Group,
    add_completion=False,  # ours is in `shells`
    rich_markup_mode=None,  # plain help starts quicker, and can be searched
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def program() -> Any:  # noqa: ANN401  as above
    """Return the whole program as Typer runs it."""
    return typer.main.get_command(app)


def _install(shell: str | None) -> None:
    if shell is not None:
        for path in shell_scripts.install(shell):
            streams.remark(f"wrote {content.shown(str(path))}")
        streams.remark(f"it works in every new {shell or 'shell'}")
        raise typer.Exit


def _show_script(shell: str | None) -> None:
    if shell is not None:
        streams.write(shell_scripts.script(shell))
        raise typer.Exit


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
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
    install: Annotated[  # noqa: ARG001  likewise
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            callback=_install,
            is_eager=True,
            help="Let Tab complete commands, options, names: bash, zsh, fish.",
        ),
    ] = None,
    script: Annotated[  # noqa: ARG001  likewise
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            callback=_show_script,
            is_eager=True,
            help="Show the script that does it.",
        ),
    ] = None,
) -> None:
    """Explore a cited chronology: vague dates, claims and sources, kept honest.

    Without a command: what this timeline is. Without a file: Moscow and Caracas.
    """
    if ctx.invoked_subcommand is None:
        _function(*ALONE)(display)


def _function(module: str, name: str) -> Callable[..., None]:
    found = getattr(import_module(f"timeline.commands.{module}"), name)
    return cast(Callable[..., None], found)
