"""The evidence of facts, as the cells of an export show it (law 27)."""

from drawdown.brief.facts.basis import Basis
from drawdown.export.table import Column
from drawdown.export.wording import CONFIDENCES
from drawdown.language import Language, marked

SOURCE = Column(name="source", title=marked("Source"), width=30)
CONFIDENCE = Column(name="confidence", title=marked("Confidence"), words=CONFIDENCES)


def basis_cells(basis: Basis) -> tuple[str, str]:
    """Return the sources of a figure, and the weakest confidence it hangs on."""
    confidence = basis.confidence.value if basis.confidence else ""
    return "; ".join(basis.sources), confidence


def basis_text(language: Language, basis: Basis) -> str:
    """Return in one sentence where a value comes from and how well it is known."""
    source, confidence = basis_cells(basis)
    shown = language.text(CONFIDENCES[confidence]) if confidence else ""
    if source and shown:
        return language.text(
            "Source: {source} ({confidence}).", source=source, confidence=shown
        )
    if source:
        return language.text("Source: {source}.", source=source)
    return confidence_text(language, basis)


def confidence_text(language: Language, basis: Basis) -> str:
    """Return in one sentence how well a value is known; "" if nobody said."""
    confidence = basis_cells(basis)[1]
    if not confidence:
        return ""
    shown = language.text(CONFIDENCES[confidence])
    return language.text("Confidence: {confidence}.", confidence=shown)
