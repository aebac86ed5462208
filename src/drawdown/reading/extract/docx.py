"""The text of a Word document (DOCX), paragraph by paragraph."""

import io
import zipfile
from collections.abc import Iterator

from drawdown.reading.extract.caps import UNPACKED
from drawdown.reading.extract.failure import Failure
from drawdown.reading.extract.xml import parsed

__all__ = ["docx_text"]

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}


def docx_text(data: bytes) -> str:
    """Return the text of a Word document, blank lines between its paragraphs.

    Raises
    ------
    Failure
        If it is no Word document, broken, or unpacks to too much.

    """
    root = parsed(_main_part(data), "the Word document")
    paragraphs = [_text(p) for p in root.iter(f"{_W}p")]
    return "\n\n".join(text for text in paragraphs if text.strip())


def _main_part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _MAIN not in archive.namelist():
                raise Failure("the archive is no Word document")
            with archive.open(_MAIN) as part:
                content = part.read(UNPACKED + 1)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise Failure("the Word document is broken or encrypted") from error
    if len(content) > UNPACKED:
        raise Failure(f"the Word document unpacks to more than {UNPACKED} bytes")
    return content


def _text(paragraph: object) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter():  # type: ignore[attr-defined]
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _SPACES:
            yield _SPACES[node.tag]
