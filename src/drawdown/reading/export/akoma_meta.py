"""What Akoma Ntoso wants to know of a document as a whole."""

from typing import Any

from lxml import etree

from drawdown.reading.reading import Reading

__all__ = ["add_meta"]

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_UNKNOWN = "0001-01-01"
"""Stands where the format demands a day that the text does not state."""
_LANGUAGES = {"en": "eng", "fr": "fra"}


def add_meta(statement: Any, reading: Reading) -> None:
    """Add the identification of work, expression and manifestation."""
    meta = _child(statement, "meta")
    identification = _child(meta, "identification", source="#drawdown")
    work = _work(reading)
    language = _LANGUAGES[reading.document.language]
    forms = {
        "FRBRWork": work,
        "FRBRExpression": f"{work}/{language}@",
        "FRBRManifestation": f"{work}/{language}@.xml",
    }
    for name, uri in forms.items():
        form = _child(identification, name)
        _child(form, "FRBRthis", value=f"{uri}/!main")
        _child(form, "FRBRuri", value=uri)
        _date(form, reading)
        _child(form, "FRBRauthor", href="#sc")
        if name == "FRBRWork":
            _child(form, "FRBRcountry", value="un")
        if name == "FRBRExpression":
            _child(form, "FRBRlanguage", language=language)
    references = _child(meta, "references", source="#drawdown")
    _organisation(references, "sc", "Security Council")
    _organisation(references, "drawdown", "drawdown")


def _work(reading: Reading) -> str:
    structure = reading.structure
    symbol = structure.symbol if structure else None
    number = symbol.split("/")[-1].split(" ")[0] if symbol else "unnumbered"
    day = reading.document.dct.isoformat() if reading.document.dct else "undated"
    return f"/akn/un/statement/resolution/sc/{day}/{number}"


def _date(form: Any, reading: Reading) -> None:
    day = reading.document.dct
    name = "adopted" if day else "unknown"
    _child(form, "FRBRdate", date=day.isoformat() if day else _UNKNOWN, name=name)


def _organisation(references: Any, mark: str, name: str) -> None:
    href = f"/akn/ontology/organization/un/{mark}"
    _child(references, "TLCOrganization", eId=mark, href=href, showAs=name)


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{_NAMESPACE}}}{tag}", attributes)
