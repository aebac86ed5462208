"""The structure of a resolution: title, preamble, operative paragraphs, annexes."""

import re
from dataclasses import dataclass
from datetime import date

from drawdown.reading.blocks import Block, blocks_of
from drawdown.reading.dates import find_dates
from drawdown.reading.document import Document
from drawdown.reading.numbering import Numbering
from drawdown.reading.span import Span

__all__ = ["Paragraph", "Structure", "structure_of"]

_COUNCIL = re.compile(r"\"?\s*(?:The Security Council|Le Conseil de sécurité)\s*,")
_SYMBOL = re.compile(r"S\s?/\s?RES\s?/\s?(\d{1,4})\s*\((\d{4})\)")
_TITLE = re.compile(r"(?:#+\s*)?R[eé]solution\s+(\d{1,4})\s*\((\d{4})\)", re.IGNORECASE)
_ADOPTED = re.compile(
    r"Adopted by the Security Council(?: at its (?P<en>[\d,]+)\s?\w{2} meeting,?)?"
    r"|Adoptée? par le Conseil de sécurité(?: à sa (?P<fr>[\d\s.]+)\s?e séance,?)?",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:of|du)\s+(?=\d)")
_ANNEX = re.compile(
    r"(?:Annexe?|Appendix|Appendice)\b(?!\s+(?:to|of|à|de|I+\b\s+to))[^.;]{0,160}$",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"\b(?:Acting under|Agissant en vertu du) (?:Chapter|Chapitre) VII\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Span):
    """A block of a resolution.

    ``number`` is the full number as one says it, "6(b)(i)"; ``prefix`` what is
    printed in front; ``body`` where the words begin after it.
    """

    type: str
    """title, frontmatter, heading or paragraph."""
    paragraph_type: str | None = None
    """preambular or operative, as the United Nations' own data counts (a numbered
    paragraph of an annex too); None if it is no paragraph."""
    annex: bool = False
    """Whether it stands in an annex, where nothing is decided."""
    level: int | None = None
    prefix: str | None = None
    number: str | None = None
    body: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What a resolution states of itself, and its paragraphs in order.

    What the text does not state is None.
    """

    symbol: str | None
    title: str | None
    adopted: date | None
    meeting: int | None
    chapter_vii: bool
    paragraphs: tuple[Paragraph, ...]

    @property
    def operative(self) -> tuple[Paragraph, ...]:
        """The operative paragraphs and their list items."""
        return tuple(
            p
            for p in self.paragraphs
            if p.paragraph_type == "operative" and not p.annex
        )


def structure_of(document: Document) -> Structure:
    """Return the structure of a resolution."""
    paragraphs = _paragraphs(document)
    head = document.text[: _head_end(document)]
    title = next((p.quote for p in paragraphs if p.type == "title"), None)
    meeting, adopted = _adoption(document)
    return Structure(
        symbol=_symbol(title, head),
        title=" ".join(title.split()).strip("# ") if title else None,
        adopted=adopted,
        meeting=meeting,
        chapter_vii=_CHAPTER.search(document.plain) is not None,
        paragraphs=paragraphs,
    )


def _head_end(document: Document) -> int:
    """Return where the front matter ends: at "The Security Council,"."""
    match = _COUNCIL.search(document.plain)
    return match.start() if match else min(len(document.plain), 2000)


def _symbol(title: str | None, head: str) -> str | None:
    match = (_TITLE.search(title) if title else None) or _SYMBOL.search(head)
    return f"S/RES/{match[1]} ({match[2]})" if match else None


def _adoption(document: Document) -> tuple[int | None, date | None]:
    """Return the meeting and the day of adoption, as far as they are stated."""
    stop = _head_end(document) + 1
    for pattern in (_ADOPTED, _OF):
        match = pattern.search(document.plain, 0, stop)
        if match is None:
            continue
        days = find_dates(document, match.end(), min(stop, match.end() + 80))
        full = [m.first.bounds[0] for m in days if m.first.day and m.is_complete]
        if full:
            number = re.sub(r"\D", "", "".join(filter(None, match.groups())))
            return (int(number) if number else None), full[0]
    return None, None


def _paragraphs(document: Document) -> tuple[Paragraph, ...]:
    out: list[Paragraph] = []
    stage, numbering, quoted = "front", Numbering(), False
    for block in blocks_of(document.plain):
        text = document.plain[block.start : block.end]
        was, stage = stage, _next_stage(stage, text, numbering)
        quoted = quoted or (was == "front" != stage and text.startswith('"'))
        out.append(_paragraph(document, block, stage, numbering))
        if quoted and re.search(r"[.;]\"$", text):  # a press release goes on
            stage = "after"
    return tuple(out)


def _next_stage(stage: str, text: str, numbering: Numbering) -> str:
    if stage in ("front", "after"):
        return "preambular" if stage == "front" and _COUNCIL.match(text) else stage
    if _is_title(text):  # another resolution on the same pages
        return "after"
    if _ANNEX.match(text):
        numbering.restart()
        return "annex"
    if stage == "annex" and _is_heading(text) and not numbering.is_next(text):
        numbering.restart()
    if stage == "preambular" and numbering.is_next(text):
        return "operative"
    if stage == "preambular" and _OPERATIVE.match(text):
        return "operative"
    return stage


_OPERATIVE = re.compile(
    r"(?:Also |Further )?(?:Decides|Requests|Authori[sz]es|Calls|Urges|Endorses|Extends"
    r"|Demands|Welcomes|Décide|Demande|Prie|Autorise|Proroge|Exige|Approuve)\b"
)


def _paragraph(
    document: Document, block: Block, stage: str, numbering: Numbering
) -> Paragraph:
    text = document.plain[block.start : block.end]
    span = {
        "start": block.start,
        "end": block.end,
        "quote": document.text[block.start : block.end],
    }
    if stage in ("front", "after"):
        kind = "title" if stage == "front" and _is_title(text) else "frontmatter"
        return Paragraph(**span, type=kind, body=block.start)  # type: ignore[arg-type]
    place = numbering.place(text)
    if place is None and _is_heading(text):
        return Paragraph(**span, type="heading", body=block.start)  # type: ignore[arg-type]
    return Paragraph(
        **span,  # type: ignore[arg-type]
        type="paragraph",
        paragraph_type="operative" if stage == "annex" else stage,
        annex=stage == "annex",
        level=place.level if place else None,
        prefix=place.prefix if place else None,
        number=place.number if place else numbering.current,
        body=block.start + (place.length if place else 0),
    )


def _is_title(text: str) -> bool:
    return len(text) < 60 and _TITLE.match(text) is not None


def _is_heading(text: str) -> bool:
    """Whether a block without a number is a heading, not a sentence."""
    text = text.lstrip('" ')
    if len(text) > 130 or _COUNCIL.match(text):
        return False
    if re.search(r"[;,.]\s*(?:and|et|or|ou)?\s*$", text):
        return False
    return text[:1].isupper() and not re.match(r"[A-Z]\w+ing\b(?!.*:$).{60}", text)
