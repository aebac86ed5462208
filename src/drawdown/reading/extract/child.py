"""The child process that reads one file within limits of time and memory.

It gets the kind of file as its argument and the file on standard input, and answers
with one JSON object on standard output: the text, or why there is none.
"""

import json
import sys

from drawdown.reading.extract.caps import confine
from drawdown.reading.extract.failure import Failure

__all__ = ["main"]


def main() -> None:
    """Read standard input as the kind that the first argument names; answer."""
    data = sys.stdin.buffer.read()
    confine()
    try:
        answer = _read(sys.argv[1], data)
    except Failure as failure:
        answer = {"failure": str(failure)}
    except MemoryError:
        answer = {"failure": "the file needs more memory than a document may"}
    except RecursionError:
        answer = {"failure": "the file is nested deeper than a document may be"}
    sys.stdout.write(json.dumps(answer))


def _read(kind: str, data: bytes) -> dict[str, str | None]:
    if kind == "pdf":
        from drawdown.reading.extract.pdf import pdf_text

        return {"text": pdf_text(data)}
    if kind == "docx":
        from drawdown.reading.extract.docx import docx_text

        return {"text": docx_text(data)}
    if kind == "xml":
        from drawdown.reading.extract.xml import xml_text

        return {"text": xml_text(data)}
    from drawdown.reading.extract.html import html_text

    text, stated = html_text(data)
    return {"text": text, "date": stated}


if __name__ == "__main__":
    main()
