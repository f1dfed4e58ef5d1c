"""The command line: one file a command, imported only when it is called."""

import io
import sys
from importlib import import_module

import click

from lint import __version__
from lint.model.errors import CopydeskError, ServiceError

# Each command's name, its module, and its function where that cannot have the name.
COMMANDS = {
    "check": "check",
    "claims": "claims",
    "facts": "facts",
    "index": "index",
    "rules": "rules",
    "explain": "rules",
    "test-rules": "test_rules",
    "init": "init",
    "try": "trial.try_",
    "config": "config",
    "lsp": "lsp",
}


class Lazy(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(".")
        found: click.Command = getattr(import_module(f"lint.cli.{module}"), function or cmd_name.replace("-", "_"))
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where there is none of that name."""
        from lint.decode import nearest

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            raise click.UsageError(f"there is no command `{name}`{nearest(name, COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="copydesk")
def group() -> None:
    """Read a publication the way a copy desk does: typos, footnotes, recaps, and figures that contradict each other."""


def main() -> None:
    """Run the command line; exit with 0, 1 (findings), 2 (wrong usage, configuration or rules) or 3 (internal)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A report in a pipe or a file is UTF-8 whatever the locale is; a terminal gets what it can show.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        code = group.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = 2
    except CopydeskError as error:
        click.echo(f"error: {_clean(str(error))}", err=True)
        code = 2
    except ServiceError as error:
        click.echo(f"error: {_clean(str(error))}", err=True)
        code = 3
    except BrokenPipeError:
        sys.stdout = None
        code = 0
    except Exception as error:  # noqa: BLE001  the last line of defence: exit status 3 is promised
        import traceback

        click.echo(traceback.format_exc(), err=True)
        click.echo(f"error: copydesk itself failed ({type(error).__name__}); please report this", err=True)
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


def _clean(text: str) -> str:
    """Names of files and words of theirs stand in messages, and must not drive the terminal."""
    from lint.report.text import clean

    return clean(text)
