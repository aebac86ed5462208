"""The text of a plain text file."""

import codecs
import re

from drawdown.reading.extract.failure import Failure

__all__ = ["decoded"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Raises
    ------
    Failure
        If it is empty or not text.

    """
    if data.startswith(_UTF16):
        text = data.decode("utf-16", errors="replace")
    elif b"\x00" in data:
        raise Failure("the file is binary, not text")
    else:
        text = _eight_bit(data)
    if not text.strip("\ufeff \t\r\n\f"):
        raise Failure("the file is empty")
    sample = text[:100_000]
    if len(_CONTROL.findall(sample)) > len(sample) / 100:
        raise Failure("the file is binary, not text")
    return text


def _eight_bit(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    letters = sum(char.isalpha() or char.isspace() for char in text[:20_000])
    if letters < 0.6 * len(text[:20_000]):
        raise Failure("the file is binary, not text")
    return text
