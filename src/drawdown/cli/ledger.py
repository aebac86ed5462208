"""``drawdown ledger``: the claims of documents side by side, by subject."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from drawdown.errors import UsageError
from drawdown.reading.document import Document
from drawdown.reading.ledger import Entry, Ledger, Subject, ledger_of
from drawdown.reading.load import load_document
from drawdown.reading.news.reading import read_news

__all__ = ["ledger"]


def ledger(
    *files: Path, json_: Annotated[bool, Parameter(name="--json")] = False
) -> None:
    """List who claims what, by subject: how sure, on what ground, disputed by whom.

    It never says who is right.

    Parameters
    ----------
    files
        Pages of news and statements, in English or French.
    json_
        Print one object with all subjects and their entries.

    """
    if not files:
        raise UsageError("no document is given", hint="drawdown ledger FILE…")
    documents = [_named(path, files) for path in files]
    pages = [read_news(d) for d in documents if d.kind != "resolution"]
    found = ledger_of(pages)
    print(json.dumps(asdict(found), ensure_ascii=False) if json_ else _page(found))


def _named(path: Path, files: Sequence[Path]) -> Document:
    """Return a document by its file's name, or its path where two have one name."""
    document = load_document(path)
    alone = sum(other.name == path.name for other in files) == 1
    return replace(document, name=path.name) if alone else document


def _page(found: Ledger) -> str:
    """Return the ledger for people: a heading for each subject, its claims below."""
    if not found.subjects:
        return "no claims"
    return "\n\n".join(_subject(subject) for subject in found.subjects)


def _subject(subject: Subject) -> str:
    state = " (disputed)" if subject.is_disputed else ""
    return "\n".join([f"{subject.title}{state}", *map(_line, subject.entries)])


def _line(entry: Entry) -> str:
    facts = [f"{entry.source or 'nobody named'}: {entry.stance}"]
    facts += [f"“{entry.hedge}”"] if entry.hedge else []
    facts += [f"via {entry.via}"] if entry.via else []
    facts += [f"names {', '.join(s.quote for s in entry.evidence)}"] * bool(
        entry.evidence
    )
    facts += [f"answers {', '.join(entry.answers)}"] * bool(entry.answers)
    facts += [f"disputed by {', '.join(entry.disputed_by)}"] * bool(entry.disputed_by)
    quote = " ".join(entry.quote.split())
    return f"  {entry.id}  {'; '.join(facts)}\n      {quote[:200]}"
