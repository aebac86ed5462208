"""The language of a text, by its small words."""

import re
from collections import Counter

from drawdown.reading.document import Language
from drawdown.reading.lexicon import table

__all__ = ["language_of"]

_SAMPLE = 20_000


def language_of(plain: str) -> Language:
    """Return the language of which the text has more of the commonest words."""
    counts = Counter(re.findall(r"[^\W\d_]+", plain[:_SAMPLE].lower()))
    english = sum(counts[word] for word in table("en", "page")["language"])
    french = sum(counts[word] for word in table("fr", "page")["language"])
    return "fr" if french > english else "en"
