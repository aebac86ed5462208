"""``drawdown related``: which documents of a folder tell of the same."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.errors import DocumentError, UsageError
from drawdown.reading.load import load_document
from drawdown.reading.reading import Reading, read
from drawdown.reading.related import Related, related_documents

__all__ = ["related"]

SUFFIXES = {".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".xml"}


def related(
    file: Path,
    /,
    *,
    folder: Annotated[Path | None, Parameter(name="--in")] = None,
    top: int = 10,
    json_: Annotated[bool, Parameter(name="--json")] = False,
) -> None:
    """Rank the documents of a folder by what they share with one, and say why.

    Parameters
    ----------
    file
        The document to start from.
    folder
        Where the others are; the folder of the document if left out.
    top
        How many to show.
    json_
        Print a list of objects: name, score, reasons.

    """
    if top < 1:
        raise UsageError(f"--top {top} is not 1 or more")
    target = read(load_document(file))
    found = related_documents(target, _others(file, folder or file.parent))[:top]
    print(
        json.dumps([asdict(r) for r in found], ensure_ascii=False)
        if json_
        else _page(found)
    )


def _others(file: Path, folder: Path) -> list[Reading]:
    """Return the other documents of a folder; what cannot be read is named."""
    if not folder.is_dir():
        raise UsageError("this is no folder", where=str(folder))
    out = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.samefile(file):
            continue
        try:
            out.append(read(load_document(path)))
        except DocumentError as error:
            print(f"drawdown: left out: {error}", file=sys.stderr)
    return out


def _page(found: tuple[Related, ...]) -> str:
    """Return the list for people: a line for each document, and its reasons."""
    if not found:
        return "no related document"
    lines = []
    for item in found:
        lines.append(f"{item.score:6.1f}  {item.name}")
        lines += [f"        {r.kind}: {r.what}" for r in item.reasons]
    return "\n".join(lines)
