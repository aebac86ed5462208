"""XML parsed without entities, document types or network."""

from typing import Any

from lxml import etree

from drawdown.reading.extract.failure import Failure

__all__ = ["parsed", "xml_text"]


def parsed(data: bytes, what: str) -> Any:
    """Return the root of an XML document.

    Raises
    ------
    Failure
        If it is malformed or declares a document type (where entities hide).

    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Failure(f"{what} is malformed: {error.msg}") from error
    if root.getroottree().docinfo.doctype:
        raise Failure(f"{what} declares a document type, which may hide entities")
    return root


def xml_text(data: bytes) -> str:
    """Return all text of an XML document.

    Raises
    ------
    Failure
        If it is malformed or declares entities.

    """
    root = parsed(data, "the XML")
    pieces = (piece.strip() for piece in root.itertext())
    return "\n\n".join(piece for piece in pieces if piece)
