"""Word classes that the rules for claims use in both languages."""

from functools import cache

from drawdown.reading.lexicon import table

__all__ = ["word_class"]


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class, English and French."""
    return frozenset(table("en", "classes")[name]) | frozenset(
        table("fr", "classes").get(name, ())
    )
