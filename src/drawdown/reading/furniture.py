"""Page furniture of scanned and typeset resolutions: what repeats on every page.

Job numbers, bar codes, page numbers, the symbol at the head of each page. Where a
page break cuts a sentence in two, the line ends are blanked too, so that the
sentence runs on.
"""

import re

__all__ = ["furniture"]

_SYMBOL = r"S\s?/\s?RES\s?/\s?\d{1,4}\s*\(\d{4}\)"
_JOB = r"\d{2}-\d{5}"
_PAGE = r"\d{1,3}(?:\s?/\s?\d{1,3})?"
_LINE = re.compile(
    rf"""^[\s\f]*(?:
      {_JOB}(?:\s*\([A-Z]\))?(?:\s+\d{{6}})?(?:\s+{_PAGE})?
    | {_PAGE}(?:\s+{_JOB}(?:\s*\([A-Z]\))?)?
    | \*?\d{{7}}\*?
    | {_SYMBOL}(?:\s+Page\s+\d+)?
    | (?:Page\s+)?\d+\s+{_SYMBOL} | Page\s+\d+(?:\s+of\s+\d+)?
    | /\.\.\. | -{{3,}} | <!--.*?--> | \*\*\*+
    | [*-]\s*(?:Reissued|Nouveau\ tirage)\b.*
    | {_JOB}\s*\([A-Z]\)\s*\*?\d{{7}}\*?
    | Please\ recycle\W* | Merci\ de\ recycler\W*
    | Veuillez\ recycler\W*
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LAW_BODY = re.compile(r"\n[ \f#]*(?:The Security Council|Le Conseil de sécurité)\s*,")
_MARKER = re.compile(r"\s*(?:\d{1,3}\.|\(?[a-z]{1,4}\)|[a-z]\.|[-•*\u00ad])\s")


def furniture(plain: str) -> list[tuple[int, int]]:
    """Return the stretches of page furniture, the text around it left as it is."""
    out: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    before: tuple[int, int] | None = None
    for start, end in _lines(plain):
        line = plain[start:end]
        if not line.strip():
            if group:
                group.append((start, end))
        elif _LINE.match(line):
            group.append((start, end))
        else:
            out += _closed(plain, before, group, (start, end))
            before, group = (start, end), []
    return out + [(start, end) for start, end in group if plain[start:end].strip()]


def _lines(plain: str) -> list[tuple[int, int]]:
    """Return the lines, their ends left out."""
    out, start = [], 0
    for line in plain.split("\n"):
        out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _closed(
    plain: str,
    before: tuple[int, int] | None,
    group: list[tuple[int, int]],
    after: tuple[int, int],
) -> list[tuple[int, int]]:
    """Return what to blank of a group of furniture between two lines of text."""
    if not group:
        return []
    law = _LAW_BODY.search(plain)
    inside = before is not None and law is not None and before[1] >= law.end()
    if before and inside and _runs_on(plain[slice(*before)], plain[slice(*after)]):
        return [(before[1], after[0])]
    return [(start, end) for start, end in group if plain[start:end].strip()]


def _runs_on(before: str, after: str) -> bool:
    """Whether a page break between two lines cuts one sentence."""
    if _MARKER.match(after):
        return False
    first = after.strip("\f ")[:1]
    return first.islower() or not re.search(r"[.;:,]\s*$", before)
