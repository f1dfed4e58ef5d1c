"""copydesk lsp: the language server, on standard input and output."""

import logging

import click

from lint.model.errors import UsageError


@click.command(short_help="Start the language server.")
@click.option(
    "--stdio", is_flag=True, help="Speak on standard input and output; editors say so, and there is no other way."
)
def lsp(stdio: bool) -> int:
    """Serve an editor: what `check` finds in an open post, as it is typed, with its fixes and the pages of its rules.

    Needs the extra `copydesk[lsp]`.
    """
    try:
        from lint.cli._serve import server
    except ImportError as error:
        raise UsageError("the language server needs pygls: pip install 'copydesk[lsp]'") from error
    logging.getLogger("pygls").setLevel(logging.ERROR)
    server().start_io()
    return 0
