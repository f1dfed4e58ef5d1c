"""The language server, asked as an editor asks it: over a pipe, by a client of the protocol."""

import asyncio
import sys

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tests import scratch

OLD = "---\ntitle: Old\ndate: 2025-03-01\n---\n\nVestaroo acquired Quillmark for $40 million.\n"
NEW = "---\ntitle: New\ndate: 2025-03-04\n---\n\n🙂 Vestaroo acquired Quillmark for $60 million in teh end.\n"


class Editor:
    """An editor with one open post; it keeps the last diagnostics it was sent."""

    def __init__(self):
        self.client = LanguageClient("editor", "1")
        self.sent = asyncio.Queue()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.sent.put_nowait(params))

    async def open(self, folder, path, text):
        """Start the server in a folder and open a post."""
        env = {"PYTHONPATH": str(scratch.HOUSE)}
        await self.client.start_io(sys.executable, "-m", "lint", "lsp", cwd=str(folder), env=env)
        await self.client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities()))
        self.client.initialized(lsp.InitializedParams())
        self.uri = path.as_uri()
        item = lsp.TextDocumentItem(self.uri, "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return (await asyncio.wait_for(self.sent.get(), 60)).diagnostics

    async def change(self, text):
        """Replace the whole text."""
        document = lsp.VersionedTextDocumentIdentifier(2, self.uri)
        change = [lsp.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, change))
        return (await asyncio.wait_for(self.sent.get(), 60)).diagnostics


async def session(folder):
    editor = Editor()
    path = folder / "new.md"
    told = await editor.open(folder, path, NEW)
    document = lsp.TextDocumentIdentifier(editor.uri)
    by_rule = {item.code: item for item in told}
    typo = by_rule["typo-spelling"]
    offered = await editor.client.text_document_code_action_async(
        lsp.CodeActionParams(document, typo.range, lsp.CodeActionContext([]))
    )
    shown = await editor.client.text_document_hover_async(lsp.HoverParams(document, typo.range.start))
    changed = await editor.change(NEW.replace("teh", "the"))
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    await editor.client.stop()
    return by_rule, offered, shown, changed


@pytest.fixture
def publication(tmp_path):
    (tmp_path / "copydesk.yaml").write_text("exclude: []\n")
    (tmp_path / "old.md").write_text(OLD)
    return tmp_path


def test_an_open_post_is_held_against_its_publication(publication):
    found, offered, shown, changed = asyncio.run(session(publication))
    conflict, typo = found["figure-conflict"], found["typo-spelling"]
    assert conflict.severity == lsp.DiagnosticSeverity.Error
    (other,) = conflict.related_information
    assert other.location.uri == (publication / "old.md").as_uri()
    assert other.location.range.start.line == 5
    line = NEW.splitlines()[5]
    at = line.index("teh") + 1  # the emoji takes two units of UTF-16
    assert (typo.range.start.character, typo.range.end.character) == (at, at + 3)
    (fix,) = [item for item in offered if item.diagnostics[0].code == "typo-spelling"]
    assert fix.edit.changes[(publication / "new.md").as_uri()][0].new_text == "the"
    assert "# typo-spelling" in shown.contents.value
    assert {item.code for item in changed} == {"figure-conflict"}
