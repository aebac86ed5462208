"""Small parts that a page is built from: sentences with links, tables, folds.

Everything is escaped by construction: strings by htpy and MarkupSafe, wherever they
stand; only what is built here is markup.
"""

from collections.abc import Iterable, Sequence

import htpy as h
from markupsafe import Markup, escape

__all__ = ["Node", "Row", "drawn", "filled", "fold", "listed", "table", "text_of"]

Node = h.Node
Row = Sequence[Node]


def filled(pattern: str, **values: Node) -> Markup:
    """Return a sentence with its places filled by text or elements.

    Parameters
    ----------
    pattern
        A sentence with ``{name}``, as ``Language.text`` returns it without values.
    values
        By name.

    """
    nodes = {name: text_of(value) for name, value in values.items()}
    return escape(pattern).format(**nodes)


def drawn(picture: str) -> Markup:
    """Return what a picture's own code has escaped, or a style sheet, as it is."""
    return Markup(picture)  # noqa: S704


def table(
    caption: Node,
    heads: Sequence[Node],
    rows: Iterable[Row],
    *,
    kind: str = "",
    ids: Sequence[str] = (),
    wide: bool = False,
) -> h.Element:
    """Return a table; the first cell of each row is its heading.

    What a heading is of follows from its place (HTML, algorithm for assigning header
    cells), so it has no ``scope``.

    Parameters
    ----------
    caption
        What the table is.
    heads
        The heading of each column.
    rows
        The cells of each row.
    kind
        The class of the table: ``num`` aligns all but the first column as numbers.
    ids
        The id of each row, "" for none; absent: no row has one.
    wide
        It is named as a group, which can be scrolled, for those who hear the page.

    """
    given = list(rows)
    names = list(ids) or [""] * len(given)
    named = {"role": "group", "aria-label": _plain(caption)} if wide else {}
    return h.div(".t", named, tabindex="0")[
        h.table({"class": kind or None})[
            h.caption[caption],
            h.thead[h.tr[(h.th[head] for head in heads)]],
            h.tbody[
                (
                    h.tr(id=name or None)[
                        h.th[row[0]], (h.td[cell] for cell in row[1:])
                    ]
                    for name, row in zip(names, given, strict=True)
                )
            ],
        ]
    ]


def _plain(node: Node) -> str:
    """Return a node without its tags."""
    return text_of(node).striptags()


def fold(
    summary: Node, *content: Node, name: str = "", shown: bool = False
) -> h.Element:
    """Return something that the reader can open; it is open in print."""
    return h.details(id=name or None, open=shown)[h.summary[summary], content]


def listed(items: Iterable[Node]) -> Node:
    """Return a list, or nothing if it is empty."""
    given = list(items)
    return h.ul[(h.li[item] for item in given)] if given else None


def text_of(node: Node) -> Markup:
    """Return a node as markup, in which htpy has escaped all text."""
    return Markup(h.fragment[node])  # noqa: S704
