"""A resolution as Akoma Ntoso 3.0, as the United Nations profile (AKN4UN) marks it.

A statement with preface, preamble and numbered paragraphs.
"""

import re
from functools import lru_cache
from itertools import groupby
from typing import Any

from lxml import etree

from drawdown.errors import UsageError
from drawdown.reading.document import Document
from drawdown.reading.export.akoma_meta import add_meta
from drawdown.reading.limit import Limit
from drawdown.reading.reading import Reading
from drawdown.reading.structure import Paragraph, Structure

__all__ = ["akoma_ntoso"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def akoma_ntoso(reading: Reading) -> bytes:
    """Return a resolution as Akoma Ntoso; dates that bind are marked with their day.

    Raises
    ------
    UsageError
        If the document is no resolution.

    """
    if reading.structure is None:
        raise UsageError(
            "only a resolution has a structure for Akoma Ntoso",
            where=reading.document.name,
        )
    root = etree.Element("akomaNtoso", nsmap={None: NAMESPACE})
    statement = _child(root, "statement", name="resolution")
    add_meta(statement, reading)
    _parts(statement, reading, reading.structure)
    return bytes(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    )


def _parts(statement: Any, reading: Reading, structure: Structure) -> None:
    front = [p for p in structure.paragraphs if p.type in ("title", "frontmatter")]
    preamble = [p for p in structure.paragraphs if p.paragraph_type == "preambular"]
    done = {p.start for p in (*front, *preamble)}
    rest = [p for p in structure.paragraphs if p.start not in done]
    for name, paragraphs in (("preface", front), ("preamble", preamble)):
        if paragraphs:
            part = _child(statement, name)
            for paragraph in paragraphs:
                _words(_child(part, "p"), reading, paragraph.start, paragraph.end)
    body = _child(statement, "mainBody")
    for annexed, group in groupby(rest, key=lambda p: p.annex):
        place = _child(body, "hcontainer", name="annex") if annexed else body
        _body(place, reading, list(group))
    if not len(body):
        _child(body, "p")


def _body(place: Any, reading: Reading, paragraphs: list[Paragraph]) -> None:
    """Add paragraphs, each list below the line that leads to it."""
    at = 0
    while at < len(paragraphs):
        first = paragraphs[at]
        items = at + 1
        while items < len(paragraphs) and (paragraphs[items].level or 1) > 1:
            items += 1
        if first.type == "heading":
            _words(_child(place, "crossHeading"), reading, first.start, first.end)
            at += 1
            continue
        _paragraph(place, reading, first, paragraphs[at + 1 : items])
        at = items


def _paragraph(
    place: Any, reading: Reading, first: Paragraph, items: list[Paragraph]
) -> None:
    node = _child(place, "paragraph", eId=_id("para", first))
    _number(node, first)
    if not items:
        content = _child(_child(node, "content"), "p")
        _words(content, reading, first.body, first.end)
        return
    listing = _child(node, "list")
    intro = _child(_child(listing, "intro"), "p")
    _words(intro, reading, first.body, first.end)
    for item in items:
        point = _child(listing, "point", eId=_id("point", item))
        _number(point, item)
        words = _child(_child(point, "content"), "p")
        _words(words, reading, item.body, item.end)


def _id(kind: str, paragraph: Paragraph) -> str:
    number = re.sub(r"\W+", "_", paragraph.number or "").strip("_")
    return f"{kind}_{number or 'x'}_{paragraph.start}"


def _number(node: Any, paragraph: Paragraph) -> None:
    if paragraph.prefix:
        _child(node, "num").text = _clean(paragraph.prefix)


def _words(node: Any, reading: Reading, start: int, end: int) -> None:
    """Add text to an element, its binding dates marked."""
    text = _readable(reading.document)
    last = None
    for limit in _marked(reading, start, end):
        before = _clean(text[start : limit.start])
        if last is None:
            node.text = before
        else:
            last.tail = before
        last = _child(node, "date", date=str(limit.iso))
        last.text = _clean(text[limit.start : limit.end])
        start = limit.end
    if last is None:
        node.text = _clean(text[start:end])
    else:
        last.tail = _clean(text[start:end])


@lru_cache(maxsize=4)
def _readable(document: Document) -> str:
    """Return the text without what was blanked: page furniture, clutter."""
    pairs = zip(document.text, document.plain, strict=True)
    return "".join(" " if plain == " " else char for char, plain in pairs)


def _marked(reading: Reading, start: int, end: int) -> list[Limit]:
    """Return the limits with a day between two positions that do not overlap."""
    out: list[Limit] = []
    for limit in reading.dates:
        inside = start <= limit.start and limit.end <= end
        apart = not out or out[-1].end <= limit.start
        if inside and apart and limit.iso and _DAY.match(limit.iso):
            out.append(limit)
    return out


def _clean(text: str) -> str:
    return re.sub(r" {2,}", " ", _NOT_XML.sub(" ", text))


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
