"""The language server: an open post in, its findings out as diagnostics, with quick fixes and rule pages.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

import lint
from lint.cli import _setup
from lint.cli.rules import page
from lint.model.errors import CopydeskError
from lint.model.finding import Finding, Related
from lint.model.job import File
from lint.read import readable
from lint.report._columns import Count, counter
from lint.rulebook.choice import scoped
from lint.run import key_of, run

# A post is looked at when its writer pauses for so many seconds.
PAUSE = 0.4
LEVEL = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "suggestion": lsp.DiagnosticSeverity.Hint,
}


def server() -> LanguageServer:
    """Return a server that looks at a post when it is opened, changed or saved."""
    desk = LanguageServer("copydesk", lint.__version__)
    told: dict[str, list[tuple[lsp.Diagnostic, Finding]]] = {}
    turn: dict[str, int] = {}
    one_at_a_time = ThreadPoolExecutor(1)

    async def look(uri: str, pause: float) -> None:
        turn[uri] = mine = turn.get(uri, 0) + 1
        await asyncio.sleep(pause)
        if turn[uri] != mine:
            return
        document = desk.workspace.get_text_document(uri)
        text, version = document.source, document.version
        found = await asyncio.get_running_loop().run_in_executor(one_at_a_time, _safely, desk, uri, text)
        if found is None or turn.get(uri) != mine:
            return
        told[uri] = list(zip(_diagnostics(found), found, strict=True))
        shown = [diagnostic for diagnostic, _ in told[uri]]
        desk.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, shown, version))

    @desk.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        await look(params.text_document.uri, 0)

    @desk.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        await look(params.text_document.uri, PAUSE)

    @desk.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        await look(params.text_document.uri, 0)

    @desk.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        turn.pop(uri, None)
        told.pop(uri, None)
        desk.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @desk.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        here = [pair for pair in told.get(uri, ()) if _meet(pair[0].range, params.range)]
        return [action for diagnostic, finding in here for action in _fixes(uri, diagnostic, finding)]

    @desk.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        spot = lsp.Range(params.position, params.position)
        here = [finding for shown, finding in told.get(params.text_document.uri, ()) if _meet(shown.range, spot)]
        pages = _pages(params.text_document.uri, sorted({finding.rule for finding in here}))
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(pages))) if pages else None

    return desk


def _safely(desk: LanguageServer, uri: str, text: str) -> list[Finding] | None:
    """Check a post; what is wrong with its configuration is shown to the writer, and the server goes on."""
    try:
        return findings(uri, text)
    except CopydeskError as error:
        desk.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"copydesk: {error}"))
    except Exception as error:  # noqa: BLE001  an editor's server outlives what trips over one post
        said = f"copydesk failed on {uri} ({type(error).__name__}: {error}); please report this"
        desk.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, said))
    return None


def findings(uri: str, text: str) -> list[Finding]:
    """Return what `check` finds in an open post: its text as it is in the editor, held against its publication."""
    name = to_fs_path(uri)
    if name is None or not readable(name):
        return []
    path = Path(name)
    made = _setup.setup((path,), None)
    given = File(key_of(path.absolute(), made.config.root), path.absolute(), text.encode("utf-8", "surrogatepass"))
    rules, overrides = scoped(made.rules, made.config)
    job = _setup.job(made, [], rules, given=[given], overrides=overrides)
    return list(_setup.relabel(run(job).findings, made.config.root))


def _pages(uri: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    every = _setup.setup((Path(to_fs_path(uri) or "."),), None, examples=True).rules
    return [page(rule) for rule in every if rule.id in names]


def _diagnostics(found: Iterable[Finding]) -> Iterator[lsp.Diagnostic]:
    units = counter(lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2)
    for finding in found:
        yield lsp.Diagnostic(
            range=_range(finding, units),
            message=finding.message,
            severity=LEVEL[finding.severity],
            code=finding.rule,
            source="copydesk",
            related_information=[_related(item, units) for item in finding.related],
        )


def _related(item: Related, units: Count) -> lsp.DiagnosticRelatedInformation:
    where = lsp.Location(from_fs_path(os.path.abspath(item.path)) or "", _range(item, units))
    return lsp.DiagnosticRelatedInformation(where, f"{item.message}: {item.post}" if item.post else item.message)


def _fixes(uri: str, diagnostic: lsp.Diagnostic, finding: Finding) -> list[lsp.CodeAction]:
    return [
        lsp.CodeAction(
            title=f"Replace it with “{item.text}”" if item.text else "Delete it",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            is_preferred=item.safe,
            edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(diagnostic.range, item.text)]}),
        )
        for item in finding.suggestions
    ]


def _range(item: Finding | Related, units: Count) -> lsp.Range:
    """Columns count UTF-16 code units here. Only the first line is at hand; astral letters are rare on others."""
    place = item.place
    start = lsp.Position(place.line - 1, units(item, place.column - 1))
    end = units(item, place.end_column - 1) if place.end_line == place.line else place.end_column - 1
    return lsp.Range(start, lsp.Position(place.end_line - 1, end))


def _meet(one: lsp.Range, two: lsp.Range) -> bool:
    return _key(one.start) <= _key(two.end) and _key(two.start) <= _key(one.end)


def _key(position: lsp.Position) -> tuple[int, Any]:
    return position.line, position.character
