"""LanguageTool: paragraphs in, its remarks out, over HTTP to the one server that was named or that is started here.

The installed LanguageTool is found through language-tool-python (the extra `languagetool`), which is not asked to
download one; a folder that the configuration or LTP_JAR_DIR_PATH names needs no extra. https://languagetool.org/http-api/
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Annotated, Any
from urllib.parse import urlencode, urlsplit

import msgspec

from lint.grammar.remark import Remark
from lint.model.errors import ServiceError, UsageError
from lint.model.job import Grammar

# Typesetting is lost on text without its markup; the rest is style, names and what hangs on other paragraphs.
CATEGORIES = (
    "CASING COMPOUNDING PUNCTUATION TYPOGRAPHY REDUNDANCY STYLE PLAIN_ENGLISH WIKIPEDIA SEMANTICS REPETITIONS "
    "REPETITIONS_STYLE GENDER_NEUTRALITY REGIONALISMS AMERICAN_ENGLISH AMERICAN_ENGLISH_STYLE BRITISH_ENGLISH "
    "COLLOQUIALISMS TEXT_ANALYSIS CREATIVE_WRITING MISUSED_TERMS_EU_PUBLICATIONS"
).split()
OFF = (
    *CATEGORIES,
    # spelling, accents and compounds: the archive knows better
    *("MORFOLOGIK_*", "NUMBERS_IN_WORDS", "EN_DIACRITICS_REPLACE*", "POSSESSIVE_APOSTROPHE", "EN_COMPOUNDS*"),
    *("EN_SIMPLE_REPLACE*", "EN_WORD_COHERENCY*"),
    # taste, and what people say and write all the same: "there's two", "sort of a", "less boats", "May of 2019"
    *("ENGLISH_WORD_REPEAT_BEGINNING_RULE", "BOTH_AS_WELL_AS", "THERE_S_MANY", "THERE_IS_A_LOT_OF", "KIND_OF_A"),
    *("FEWER_LESS", "MONTH_OF_XXXX", "IN_OR_WITH_REGARDS_TO_OF", "DISCUSSIONS_AROUND", "ONE_OF_THE_ONLY"),
    # told by copydesk itself, which sees the markup between two words; names that it takes for others
    *("PHRASE_REPETITION", "ENGLISH_WORD_REPEAT_RULE", "EN_MULTITOKEN_SPELLING*", "TIS"),
    # right at least as often as wrong: "two finger scroll", "on the top", "all of economics", "the install"
    *("CD_NN", "IN_AT_THE_TOP", "IN_THE_MOMENT", "IN_WINDOWS", "A_INSTALL", "WERE_VBB", "ALL_MOST_SOME_OF_NOUN"),
    *("COLLECTIVE_NOUN_VERB_AGREEMENT_VBP", "DT_PRP", "A_LOT_OF_NN", "USE_TO_VERB", "MANY_NN_U", "HAVE_A_VBN"),
    *("ARRIVE_NNP", "PLURAL_VERB_AFTER_THIS", "SUBJECT_VERB_AGREEMENT_PLURAL", "PLURAL_THAT_AGREEMENT"),
    # guesses what a verb takes, and takes a verb for one where it is a name: "the include", "on receive"
    *("ADMIT_ENJOY_VB", "AFFORD_VBG", "ADVISE_VBG", "PREPOSITION_VERB", "A_INFINITIVE"),
)
REQUEST = 8_000
GAP = "\n\n"
START = 90.0
HELP = "; or name a server with --languagetool-url"


class Category(msgspec.Struct, frozen=True):
    """The category of a rule of LanguageTool's."""

    id: str


class Named(msgspec.Struct, frozen=True):
    """A rule of LanguageTool's."""

    id: str
    category: Category


class Fix(msgspec.Struct, frozen=True):
    """One replacement."""

    value: str


class Match(msgspec.Struct, frozen=True):
    """One remark in the manner of LanguageTool: what else its answers hold is of no use here."""

    offset: Annotated[int, msgspec.Meta(ge=0)]
    length: int
    rule: Named
    message: str
    replacements: tuple[Fix, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """What a server answers to one request."""

    matches: tuple[Match, ...]


_decode = msgspec.json.Decoder(Answer).decode


def stamp(settings: Grammar) -> str:
    """Return what remarks hang on besides the text."""
    return "\0".join((settings.language, settings.url, settings.path, *_left_out(settings), *sorted(settings.enable)))


def _left_out(settings: Grammar) -> list[str]:
    """The categories that the server need not look for."""
    return [name for name in CATEGORIES if not any(fnmatchcase(name, glob) for glob in settings.enable)]


@contextmanager
def opened(settings: Grammar) -> Iterator["Server"]:
    """Give the server that is named, or one that is started when it is first asked and ended with the run."""
    server = Server(settings)
    with _gently():
        try:
            yield server
        finally:
            server.close()


@contextmanager
def _gently() -> Iterator[None]:
    """Let SIGTERM end the run as an exception does: a server that was started must not outlive it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Server:
    """One connection to one server, and the process behind it where that was started here."""

    def __init__(self, settings: Grammar) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._complaint: IO[bytes] | None = None
        self._link: http.client.HTTPConnection | None = None
        self._path = "/v2"

    def __call__(self, texts: Sequence[str]) -> Iterator[tuple[str, list[Remark]]]:
        """Yield each text with what LanguageTool remarks on it; raise ServiceError where it cannot be asked."""
        for batch in batches(texts):
            link = self._link = self._link or self._connect()
            form = {"language": self._settings.language, "text": GAP.join(batch)}
            form |= {"disabledCategories": ",".join(_left_out(self._settings))}
            if self._settings.enable:
                form |= {"enabledRules": ",".join(sorted(self._settings.enable))}
            yield from zip(batch, shared_out(batch, self._asked(link, form)), strict=True)

    def close(self) -> None:
        """End the connection, and the process that was started here."""
        if self._link is not None:
            self._link.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._complaint is not None:
            self._complaint.close()

    def _connect(self) -> http.client.HTTPConnection:
        if not self._settings.url:
            return self._start()
        parts = address(self._settings.url)
        self._path = parts.path
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        return kind(parts.hostname or "", parts.port, timeout=self._settings.timeout)

    def _start(self) -> http.client.HTTPConnection:
        """Start a server on a free port of this machine, and wait until it answers."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        self._complaint = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the server
        self._process = subprocess.Popen(
            command(self._settings.path, port),
            stdin=subprocess.DEVNULL,
            stdout=self._complaint,
            stderr=subprocess.STDOUT,
        )
        end = time.monotonic() + START
        while time.monotonic() < end and self._process.poll() is None:
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=self._settings.timeout)
            try:
                link.request("GET", "/v2/healthcheck")
                if link.getresponse().read() == b"OK":
                    return link
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            link.close()
        self._complaint.seek(0)
        said = self._complaint.read().decode("utf-8", "replace").strip().splitlines()
        raise ServiceError(f"LanguageTool does not start{': ' + said[-1][:200] if said else ''}{HELP}")

    def _asked(self, link: http.client.HTTPConnection, form: dict[str, str]) -> Sequence[Match]:
        where = self._settings.url or "the server started here"
        try:
            link.request(
                "POST", f"{self._path}/check", urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"}
            )
            answer = link.getresponse()
            body = answer.read()
        except TimeoutError as error:
            raise ServiceError(f"LanguageTool at {where} did not answer within {self._settings.timeout:g} s") from error
        except (OSError, http.client.HTTPException) as error:
            raise ServiceError(
                f"LanguageTool cannot be reached at {where} ({str(error) or type(error).__name__})"
            ) from error
        if answer.status != 200:
            said = body.decode("utf-8", "replace").strip()[:200]
            raise ServiceError(f"LanguageTool at {where} answers {answer.status}: {said}")
        try:
            return _decode(body).matches
        except msgspec.DecodeError as error:
            raise ServiceError(f"what answers at {where} is not LanguageTool") from error


def address(url: str) -> Any:
    """Return the parts of a server's address, its path as far as /v2; a wrong one is a UsageError."""
    parts = urlsplit(url)
    try:
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise UsageError(f"`{url}` is no address of a LanguageTool server, such as http://localhost:8081")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return parts._replace(path=path + "/v2")


def command(path: str, port: int) -> list[str]:
    """Return the command that starts the LanguageTool in a folder, or the one language-tool-python finds installed."""
    java = shutil.which("java")
    if java is None:
        raise ServiceError(f"LanguageTool needs Java (17 or later), and there is no `java` on the PATH{HELP}")
    folder = path or os.environ.get("LTP_JAR_DIR_PATH", "")
    if folder:
        jars = [item for item in (Path(folder), Path(folder) / "libs") if any(item.glob("*.jar"))]
        if not any(Path(folder).glob("languagetool-server*.jar")):
            raise ServiceError(f"there is no languagetool-server.jar in {folder}{HELP}")
        paths = os.pathsep.join(str(item / "*") for item in jars)
        return [java, "-cp", paths, "org.languagetool.server.HTTPServer", "--port", str(port)]
    return _installed().get_server_cmd(port)  # type: ignore[no-any-return]


def _installed() -> Any:
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError as error:
        lacks = "--grammar languagetool needs the extra: pip install 'copydesk[languagetool]'"
        raise ServiceError(
            f"{lacks}; or set LTP_JAR_DIR_PATH to the folder of an unpacked LanguageTool{HELP}"
        ) from error
    found = LocalLanguageTool.get_latest_installed_version()
    if found is None:
        where = "language-tool-python has downloaded none, and LTP_PATH and LTP_JAR_DIR_PATH name none"
        raise ServiceError(f"there is no LanguageTool on this machine: {where}{HELP}")
    return found


def batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield texts in groups that fit one request."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > REQUEST:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text) + len(GAP)
    if batch:
        yield batch


def shared_out(batch: Sequence[str], matches: Sequence[Match]) -> list[list[Remark]]:
    """Return the matches of one request as remarks on each of its texts; what reaches over two is dropped.

    LanguageTool counts in UTF-16; the texts have no character that is two of its units.
    """
    said: list[list[Remark]] = [[] for _ in batch]
    starts = [0]
    for text in batch:
        starts.append(starts[-1] + len(text) + len(GAP))
    for match in matches:
        number = next(at for at in range(len(batch) - 1, -1, -1) if starts[at] <= match.offset)
        start = match.offset - starts[number]
        end = start + match.length
        if end <= len(batch[number]):
            fixes = tuple(fix.value for fix in match.replacements[:5])
            said[number].append(Remark(start, end, match.rule.id, match.rule.category.id, match.message, fixes))
    return said
