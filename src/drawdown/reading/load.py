"""Files read as documents, whatever they are, within limits."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from drawdown.errors import DocumentError
from drawdown.reading.document import Document, Language
from drawdown.reading.extract.caps import LARGEST_FILE, LONGEST_TEXT, SECONDS
from drawdown.reading.extract.failure import Failure
from drawdown.reading.extract.plain import decoded
from drawdown.reading.page import document_of

__all__ = ["load_bytes", "load_document"]

_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE)\b", re.IGNORECASE)
_SUFFIXES = {".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "xml"}


def load_document(path: Path, *, language: Language | None = None) -> Document:
    """Return a file as a document.

    Raises
    ------
    DocumentError
        If it cannot be read: not there, empty, binary, too large, malformed,
        encrypted, or beyond the limits of time and memory.

    """
    return load_bytes(_content(path), name=str(path), language=language)


def load_bytes(data: bytes, *, name: str, language: Language | None = None) -> Document:
    """Return the content of a file as a document; ``name`` is its path.

    Raises
    ------
    DocumentError
        As :func:`load_document`.

    """
    stated = None
    try:
        if len(data) > LARGEST_FILE:
            raise Failure(f"the file is larger than {LARGEST_FILE // 10**6} MB")
        kind = _kind(data, name)
        if kind == "text":
            text = decoded(data)
        else:
            text, stated = _in_child(kind, data)
        if not text.strip():
            raise Failure("the file has no text")
        if len(text) > LONGEST_TEXT:
            raise Failure(f"the text is longer than {LONGEST_TEXT} characters")
    except Failure as failure:
        raise DocumentError(str(failure), where=name, hint=_HINT) from failure
    return document_of(text, name=name, language=language, dct=stated)


_HINT = "give a saved web page, a PDF with text, a Word document or plain text"


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise DocumentError(
            f"the file cannot be opened: {reason}", where=str(path)
        ) from error


def _kind(data: bytes, name: str) -> str:
    if not data:
        raise Failure("the file is empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    suffix = _SUFFIXES.get(Path(name).suffix.lower())
    if _HTML.match(data[:4096]):
        return "html"
    if _XML.match(data[:4096]):
        return "html" if b"<html" in data[:4096].lower() else "xml"
    return suffix or "text"


def _in_child(kind: str, data: bytes) -> tuple[str, date | None]:
    """Return the text that a limited child process finds, and the stated date."""
    command = [sys.executable, "-I", "-m", "drawdown.reading.extract.child", kind]
    try:
        done = subprocess.run(  # noqa: S603  our own module, the file on its input
            command, input=data, capture_output=True, timeout=2 * SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failure(f"reading takes longer than {2 * SECONDS} seconds") from error
    if done.returncode or not done.stdout:
        raise Failure("the file breaks the limits of time or memory, or is broken")
    answer = json.loads(done.stdout)
    if "failure" in answer:
        raise Failure(answer["failure"])
    stated = answer.get("date")
    return answer["text"], date.fromisoformat(stated) if stated else None
