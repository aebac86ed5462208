"""The article of a saved web page: headline and text, without menus and comments."""

import re
from datetime import date
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from drawdown.reading.extract.failure import Failure

__all__ = ["html_text"]

_ENOUGH = 250
_NO_TEXT = ("script", "style", "noscript", "nav", "footer", "header", "form", "aside")
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='date' or @name='dc.date' or @name='DC.date.issued']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)


def html_text(data: bytes) -> tuple[str, str | None]:
    """Return the text of a page and the date that its tags state (ISO), if any.

    Raises
    ------
    Failure
        If there is no text in it.

    """
    tree = _tree(data)
    text = _article(data) or ""
    if len(text) < _ENOUGH:
        text = max(text, _all(tree), key=len)
    if not text.strip():
        raise Failure("the page has no text")
    return _with_headline(tree, text), _date(tree)


def _tree(data: bytes) -> Any:
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False)
    try:
        tree = lxml_html.fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Failure("the page is malformed: it has no content") from error
    return tree


def _article(data: bytes) -> str | None:
    import trafilatura

    text: str | None = trafilatura.extract(
        data, include_comments=False, include_tables=True, output_format="txt"
    )
    return re.sub(r"(?<!\n)\n(?!\n)", "\n\n", text) if text else None


def _all(tree: Any) -> str:
    for node in list(tree.iter(*_NO_TEXT)):
        node.drop_tree()
    blocks = (
        " ".join(node.itertext()).split()
        for node in tree.iter("p", "li", "h1", "h2", "h3", "td")
    )
    text = "\n\n".join(" ".join(words) for words in blocks if words)
    return text or "\n\n".join(
        piece.strip() for piece in tree.itertext() if piece.strip()
    )


def _with_headline(tree: Any, text: str) -> str:
    heads = tree.xpath("//h1") or tree.xpath("//title")
    headline = " ".join(" ".join(heads[0].itertext()).split()) if heads else ""
    start = " ".join(text[: len(headline) + 200].split())
    return text if not headline or headline in start else f"{headline}\n\n{text}"


def _date(tree: Any) -> str | None:
    for path in _DATES:
        for value in tree.xpath(path):
            try:
                return date.fromisoformat(str(value).strip()[:10]).isoformat()
            except ValueError:
                continue
    return None
