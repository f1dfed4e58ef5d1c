"""LanguageTool for tests: one that pretends, and the real one where .ci/languagetool has fetched it."""

import json
import os
import shutil
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from lint.grammar.languagetool import opened
from lint.model.job import Grammar

FETCHED = Path(__file__).resolve().parent.parent / ".languagetool"


class Pretender:
    """Remarks on every `has` in a text, in the manner of LanguageTool, unless `answer` is set to something else."""

    def __init__(self):
        self.sent, self.paths, self.answer = [], [], None
        pretender = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                pretender.sent.append({key: values[0] for key, values in form.items()})
                pretender.paths.append(self.path)
                status, body = pretender.answer or (200, pretender.remarks(form["text"][0]))
                if status == 0:
                    return  # never answers
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Location", "http://192.0.2.1/")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self):
        """Its address."""
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def remarks(self, text):
        """What it says of a text."""
        found, at = [], text.find("has")
        while at >= 0:
            rule = {"id": "HAS_HAVE", "category": {"id": "GRAMMAR"}}
            found.append(
                {"offset": at, "length": 3, "rule": rule, "message": "Not “has”.", "replacements": [{"value": "have"}]}
            )
            at = text.find("has", at + 1)
        return json.dumps({"matches": found}).encode()


@pytest.fixture
def pretender():
    """Return a server that passes for LanguageTool."""
    made = Pretender()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="session")
def real():
    """Return the address of a real LanguageTool that copydesk itself started; loudly skip where there is none."""
    folder = os.environ.get("LTP_JAR_DIR_PATH") or str(FETCHED)
    missing = "no java on the PATH" if shutil.which("java") is None else ""
    if not missing and not any(Path(folder).glob("languagetool-server*.jar")):
        missing = f"no LanguageTool in {folder}; .ci/languagetool fetches it"
    if missing:
        warnings.warn(f"the tests with a real LanguageTool are skipped: {missing}")
        pytest.skip(missing)
    with opened(Grammar("languagetool", path=folder)) as server:
        assert len(list(server(["All is well here."]))) == 1
        yield f"http://127.0.0.1:{server._link.port}"
