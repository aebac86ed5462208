"""From the sections as HTML to the blocks that the template sets.

A block is a dictionary with its ``kind``. Text is runs, each with its ``t`` and, where
they hold, ``b`` (strong), ``i`` (emphasis), ``s`` (small), ``n`` (raised), ``to`` (the
id of a place in the document) and ``url``.
"""

from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from drawdown.export.pdf.pictures import alone

Block = dict[str, Any]
Run = dict[str, Any]

HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3}
STRONG, EMPHASIS, SMALL = {"b", "strong", "summary", "dt"}, {"i", "em"}, {"small"}
INLINE = {
    *STRONG, *EMPHASIS, *SMALL, "a", "abbr", "span", "br", "time", "code", "sup", "sub",
}  # fmt: skip
LEFT_OUT = {"nav", "script", "style", "input", "label", "button", "template"}
UNSEEN = {"unseen", "slider"}
"""Classes of what is only for those who listen, or who have a script."""
WIDTHS = {"wide": 640.0, "lane": 300.0, "small": 150.0, "key": 28.0}
"""Of pictures that are as wide as their place: over the page, in a row of the time
chart, one of many, in a legend."""


def blocks_of(sections: str, style: str) -> list[Block]:
    """Return the blocks of the sections."""
    root = html.fragment_fromstring(sections, create_parent="div")
    return _Reader(root, style).read()


class _Reader:
    """Reads one document."""

    def __init__(self, root: HtmlElement, style: str) -> None:
        self.root = root
        self.style = style
        self.marked: set[str] = set()
        self.parts = {one.get("id"): one for one in root.iter() if one.get("id")}

    def read(self) -> list[Block]:
        """Return all blocks."""
        return list(self._children(self.root))

    def _children(self, element: HtmlElement) -> Iterator[Block]:
        """Yield the blocks in an element; text that stands alone is a paragraph."""
        runs: list[Run] = []
        runs += _text(element.text)
        for one in element:
            if isinstance(one.tag, str) and not _left_out(one):
                if one.tag in INLINE and not _has_block(one):
                    runs += self._runs(one)
                else:
                    yield from _paragraph(runs)
                    runs = []
                    yield from self._block(one)
            runs += _text(one.tail)
        yield from _paragraph(runs)

    def _block(self, element: HtmlElement) -> Iterator[Block]:
        yield from self._named(element, list(self._made(element)))

    def _made(self, element: HtmlElement) -> Iterator[Block]:
        tag, classes = element.tag, element.get("class", "").split()
        if tag in HEADINGS:
            runs = self._runs(element)
            yield {"kind": "heading", "level": HEADINGS[tag], "runs": runs}
        elif tag == "p":
            small = "small" in classes or "reading" in classes
            yield from _paragraph(self._runs(element), small=small)
        elif tag in ("ul", "ol"):
            yield from self._list(element, classes)
        elif tag == "dl":
            large = "brief" in classes
            entries = list(self._entries(element))
            yield {"kind": "facts", "large": large, "entries": entries}
        elif tag == "table":
            yield self._table(element, classes)
        elif tag == "svg":
            yield from self._picture(element)
        elif "map-frames" in classes:
            yield {"kind": "grid", "columns": 2, "cells": self._cells(element)}
        elif tag == "summary":
            yield from _paragraph(self._runs(element, b=True))
        else:
            yield from self._children(element)

    def _list(self, element: HtmlElement, classes: list[str]) -> Iterator[Block]:
        items = self._cells(element)
        if "multiples" in classes:
            yield {"kind": "grid", "columns": 4, "cells": items}
        elif "map-legend" in classes:
            yield {"kind": "legend", "cells": items}
        elif items:
            ordered = element.tag == "ol"
            yield {"kind": "list", "ordered": ordered, "items": items}

    def _cells(self, element: HtmlElement) -> list[list[Block]]:
        kids = [one for one in element if isinstance(one.tag, str)]
        return [
            list(self._block_or_children(one)) for one in kids if not _left_out(one)
        ]

    def _block_or_children(self, element: HtmlElement) -> Iterator[Block]:
        return self._named(element, list(self._children(element)))

    def _named(self, element: HtmlElement, found: list[Block]) -> Iterator[Block]:
        """Yield blocks, the first with the id of the element, if it has none yet."""
        if found and "id" not in found[0] and (name := self._mark(element)):
            found[0] = {**found[0], "id": name}
        yield from found

    def _mark(self, element: HtmlElement) -> str:
        """Return the id of an element, once only: a place can be reached once."""
        name = element.get("id") or ""
        if name in self.marked:
            return ""
        self.marked.add(name)
        return name

    def _entries(self, element: HtmlElement) -> Iterator[Block]:
        """Yield the terms of a list of facts, each with what is said of it."""
        term: list[Run] = []
        said: list[list[Run]] = []
        for one in element.iter("dt", "dd"):
            if one.tag == "dt":
                if term:
                    yield {"term": term, "said": said}
                term, said = self._runs(one), []
            else:
                said.append(self._runs(one))
        if term:
            yield {"term": term, "said": said}

    def _table(self, element: HtmlElement, classes: list[str]) -> Block:
        rows = [
            {
                "head": row.getparent().tag == "thead",
                "strong": "head" in row.get("class", "").split(),
                "cells": [self._cell(cell) for cell in row if cell.tag in ("th", "td")],
            }
            for row in element.iter("tr")
        ]
        caption = element.find("caption")
        return {
            "kind": "table",
            "caption": [] if caption is None else self._runs(caption),
            "numbers": "num" in classes,
            "chart": "gantt" in classes,
            "rows": rows,
        }

    def _cell(self, cell: HtmlElement) -> Block:
        blocks = list(self._children(cell))
        places = [cell.getparent(), *cell.iter()]
        names = (self._mark(one) for one in places if one.get("id"))
        return {
            "span": int(cell.get("colspan", "1")),
            "id": next(filter(None, names), ""),
            "blocks": blocks,
        }

    def _picture(self, element: HtmlElement) -> Iterator[Block]:
        if not _drawn(element):
            return
        size = _size(element)
        title = element.findtext("title") or ""
        description = element.findtext("desc") or ""
        above = (one.get("class", "") for one in element.iterancestors())
        around = " ".join(filter(None, above))
        yield {
            "kind": "picture",
            "svg": alone(
                element, self.parts, self.style, width=WIDTHS[size], around=around
            ),
            "alt": " ".join(filter(None, (title, description))) or "–",
            "size": size,
        }

    def _runs(self, element: HtmlElement, **look: object) -> list[Run]:
        """Return the text of an element, run by run."""
        return _trimmed(list(self._found(element, _looks(element, dict(look)))))

    def _found(self, element: HtmlElement, look: Run) -> Iterator[Run]:
        yield from _text(element.text, look)
        for one in element:
            if isinstance(one.tag, str) and not _left_out(one) and one.tag != "svg":
                if one.tag == "br":
                    yield {"t": "\n", **look}
                else:
                    yield from self._found(one, _looks(one, look))
                    if one.tag in ("li", "p", "div"):
                        yield {"t": " ", **look}
            yield from _text(one.tail, look)


def _text(text: str | None, look: Run | None = None) -> list[Run]:
    if not text:
        return []
    plain = " ".join(text.split())
    before = " " if text[0].isspace() and plain else ""
    after = " " if text[-1].isspace() and plain else ""
    shown = f"{before}{plain}{after}" or " "
    return [{"t": shown, **(look or {})}]


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return runs without blanks at their ends, or one after another."""
    found: list[Run] = []
    for run in runs:
        text = run["t"]
        if (not found or found[-1]["t"].endswith((" ", "\n"))) and text != "\n":
            text = text.lstrip(" ")
        if text:
            found.append({**run, "t": text})
    if found:
        found[-1] = {**found[-1], "t": found[-1]["t"].rstrip()}
    return [run for run in found if run["t"]]


def _paragraph(runs: list[Run], *, small: bool = False) -> Iterator[Block]:
    shown = _trimmed(runs)
    if shown:
        yield {"kind": "paragraph", "small": small, "runs": shown}


def _looks(element: HtmlElement, look: Run) -> Run:
    """Return how the text of an element looks."""
    made = dict(look)
    if element.tag in STRONG:
        made["b"] = True
    if element.tag in EMPHASIS:
        made["i"] = True
    if element.tag in SMALL:
        made["s"] = True
    if "e" in element.get("class", "").split():
        made["n"] = True
    target = element.get("href", "") if element.tag == "a" else ""
    if target.startswith("#") and len(target) > 1:
        made["to"] = target[1:]
    elif target.startswith(("http://", "https://")):
        made["url"] = target
    return made


def _left_out(element: HtmlElement) -> bool:
    classes = set(element.get("class", "").split())
    return element.tag in LEFT_OUT or bool(UNSEEN & classes)


def _has_block(element: HtmlElement) -> bool:
    return any(
        isinstance(one.tag, str) and one.tag not in INLINE
        for one in element.iterdescendants()
    )


def _size(element: HtmlElement) -> str:
    """Return the place that a picture is for."""
    classes = element.get("class", "").split()
    if "key" in classes:
        return "key"
    if "lane" in classes:
        return "lane"
    around = " ".join(one.get("class", "") for one in element.iterancestors())
    return "small" if "multiples" in around.split() else "wide"


def _drawn(element: HtmlElement) -> bool:
    """Return whether a picture shows something, and is not only a store of parts."""
    return any(
        isinstance(one.tag, str) and one.tag not in ("defs", "title", "desc", "style")
        for one in element
    )
