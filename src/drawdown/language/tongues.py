"""The languages that can be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["TONGUES", "Tongue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How one language is written."""

    name: str
    """In the language itself."""
    locale: str
    """The locale of the dates and numbers."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """From left to right, or from right to left."""
    stand_in: bool = False
    """Its text is English for now, and so are its dates and numbers."""
    first_of_month: str = ""
    """How the first day of a month is written, where that is not a plain 1."""


TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {
        "en": Tongue(name="English", locale="en_GB"),
        "fr": Tongue(name="français", locale="fr_FR", first_of_month="1er"),
        "ar": Tongue(name="العربية", locale="en_GB", direction="rtl", stand_in=True),
    }
)
"""By code (ISO 639-1)."""
