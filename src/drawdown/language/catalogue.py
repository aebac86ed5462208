"""The compiled catalogues of the package."""

import gettext
from functools import cache
from pathlib import Path

__all__ = ["DOMAIN", "FOLDER", "catalogue"]

FOLDER = Path(__file__).parent / "catalogues"
DOMAIN = "drawdown"


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """Return the translations of a language; without a catalogue the English text."""
    return gettext.translation(DOMAIN, FOLDER, languages=[code], fallback=True)
