"""A finding as a row: what was read, where it stands, and whether a person checked it.

A reviewer sets ``status`` to reviewed, corrected or rejected; such a row is never
changed by a later reading. Only rows that are still ``unreviewed`` are replaced.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

__all__ = ["UNREVIEWED", "Row", "merged", "with_ids"]

UNREVIEWED = "unreviewed"

Row = Mapping[str, str]


def with_ids(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Return the rows with an id each, the same whenever the same words are read.

    The id hangs on document and quote, not on the position, so that a row is known
    again after the page was saved anew.
    """
    seen: Counter[str] = Counter()
    out = []
    for row in rows:
        key = "\x1f".join([row["document"], row.get("kind", ""), row["quote"]])
        seen[key] += 1
        mark = sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()[:12]
        out.append({"id": mark, "status": UNREVIEWED, **row})
    return out


def merged(
    old: Sequence[Row], new: Sequence[Row], documents: Iterable[str]
) -> list[Row]:
    """Return the rows after a reading of some documents.

    Rows of other documents stay. Of the documents read, rows that a reviewer touched
    stay as they are; the others are replaced by what was read now.
    """
    read = set(documents)
    kept = [r for r in old if r.get("document") not in read or _touched(r)]
    known = {row.get("id") for row in kept}
    return [*kept, *(row for row in new if row["id"] not in known)]


def _touched(row: Row) -> bool:
    return (row.get("status") or UNREVIEWED).strip().lower() != UNREVIEWED
