"""What stands in front of a paragraph or list item, and how deep it puts it."""

import re
from dataclasses import dataclass

__all__ = ["Marker", "is_item", "marker_of", "starts_act", "starts_recital"]

_MARKER = re.compile(
    r"""(?:"\s*)?(?:(?:OP\s?)?(?P<number>\d{1,3})\s?\.(?!\d)\s*
      | \((?P<bracket>[a-z]{1,4}|\d{1,2})\)\.?\s*
      | (?P<half>[a-z]{1,4}|\d{1,2})\)\s+
      | (?P<dot>[a-z]|[ivx]{1,4})\.\s+
      | (?P<dash>[-•*\u00ad·▪–—])\s*(?=\S))""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})$")
_ACT = re.compile(
    r"[A-ZÀ-Ý][\w'-]*(?:ing|ant|é|ée|ed|es|s)\b|(?:Mindful|Deeply|Gravely|Strongly|Also|"
    r"Further|Conscious|Gravement|Profondément|Vivement|Consciente?|Soucieux|"
    r"The Security Council|Le Conseil|Décide|Prie|Demande|Exige|Autorise|Engage|"
    r"Exhorte|Encourage|Invite|Souligne|Rappelle|Réaffirme|Réitère|Note|Prend|Salue|"
    r"Se félicite|Condamne|Approuve|Proroge|Constate|Déclare|Affirme|Insiste|"
    r"Exprime|Accueille|Sait|Compte|Entend)\b"
)

_RECITAL = re.compile(
    r"(?:(?:Also|Further|Strongly|Deeply|Gravely)\s+)?"
    r"(?:[A-ZÀ-Ý][\w'-]*(?:ing|ant)\b|Concerned|Alarmed|Mindful|Convinced|Determined|"
    r"Conscious|Gravement|Profondément|Vivement|Consciente?|Résolu|Soucieux)\b"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: its text, its length, and what it counts with."""

    prefix: str
    length: int
    kind: str
    """number, letter, roman, figure or dash."""
    value: int | None


def is_item(text: str) -> bool:
    """Whether a line begins with the marker of a paragraph or list item."""
    return marker_of(text) is not None


def starts_act(text: str) -> bool:
    """Whether a line begins as paragraphs of a resolution do ("Recalling …")."""
    return bool(_ACT.match(text))


def starts_recital(text: str) -> bool:
    """Whether a line begins as recitals of a preamble do ("Recalling …")."""
    return bool(_RECITAL.match(text))


def marker_of(text: str) -> Marker | None:
    """Return the marker that a line begins with; None if it has none."""
    match = _MARKER.match(text)
    if match is None or not text[match.end() :].strip():
        return None
    prefix = match.group().lstrip('" ').rstrip()
    if match["number"]:
        return Marker(prefix, match.end(), "number", int(match["number"]))
    if match["dash"]:
        return Marker(prefix, match.end(), "dash", None)
    sign = match["bracket"] or match["half"] or match["dot"]
    if sign.isdigit():
        return Marker(prefix, match.end(), "figure", int(sign))
    if len(sign) > 1 and not _ROMAN.match(sign) and len(set(sign)) > 1:
        return None
    kind = "letter" if len(sign) == 1 or not _ROMAN.match(sign) else "roman"
    return Marker(prefix, match.end(), kind, _count(sign, kind))


def roman_value(sign: str) -> int | None:
    """Return the value of a small Roman number; None if it is none."""
    if not sign or not _ROMAN.match(sign):
        return None
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    for here, after in zip(sign, f"{sign[1:]} ", strict=True):
        worth = values[here]
        total += -worth if values.get(after, 0) > worth else worth
    return total


def _count(sign: str, kind: str) -> int | None:
    if kind == "roman":
        return roman_value(sign)
    return ord(sign[0]) - ord("a") + 1 + 26 * (len(sign) - 1)
