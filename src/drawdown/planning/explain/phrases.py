"""Phrases that sentences are put together from, in the language of the reader."""

from collections.abc import Iterable

from drawdown.language import Language


def days(language: Language, number: float) -> str:
    """Return a length of time, such as 1 day, 12 days."""
    return language.plural("{n} day", "{n} days", number)


def teams(language: Language, number: int) -> str:
    """Return a number of teams."""
    return language.plural("{n} team", "{n} teams", number)


def joined(language: Language, parts: Iterable[str]) -> str:
    """Return several sentences as one."""
    return language.text("; ").join(parts)


def because(language: Language, said: str, reasons: Iterable[str]) -> str:
    """Return a sentence with its reasons, if there are any."""
    why = joined(language, reasons)
    return language.text("{said}: {why}", said=said, why=why) if why else said
