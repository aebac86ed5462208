"""Countries as missions write them: by code or by name."""

from functools import cache

from babel import Locale
from babel.core import get_global

__all__ = ["territory"]


@cache
def territory(text: str) -> str:
    """Return the code (ISO 3166 alpha-2) of a country, or the text if none is known.

    Codes of two and three letters and English names are understood, by the names and
    aliases of the Unicode Common Locale Data Repository.
    """
    names = _territories()
    if text.upper() in names.values():
        return text.upper()
    aliases: list[str] = get_global("territory_aliases").get(text.upper(), [])
    if len(aliases) == 1:
        return aliases[0]
    return names.get(text.casefold(), text)


@cache
def _territories() -> dict[str, str]:
    """Return the codes of the countries by their English name."""
    territories = Locale("en").territories
    return {
        name.casefold(): code
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha()
    }
