"""The patterns of relative expressions of time, built from a language's word list."""

import re
from functools import cache
from typing import Any

from drawdown.reading.lexicon import table

__all__ = ["relative_pattern"]


@cache
def relative_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of one expression; its groups are named by what they hold."""
    words = table(language, "times")
    forms = [
        rf"(?P<anchored>{_any(words['anchored'])})",
        rf"(?P<end>{_any(words['ends'])})",
        rf"(?P<vague>{_any(words['vague']['words'])})",
        _step_form(language, words),
        _period_form(language, words),
        _weekday_form(words["words"]),
        _range_form(language, words),
        rf"(?P<day>{_any(words['days'])})",
        r"(?P<clock>\d{1,2}:\d{2})(?:\s*(?P<half>[ap])\.?m\.?)?",
        r"(?P<hour>\d{1,2})\s*(?P<half2>[ap])\.m\.",
        r"(?P<century>(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\s+century)",
    ]
    if words["words"]["decades"]:
        forms.append(rf"the\s+(?P<decade>{_any(words['words']['decades'])})")
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(forms)})(?![\w])", re.IGNORECASE)


def _weekday_form(words: dict[str, Any]) -> str:
    """Return "last Friday", "Friday evening", "vendredi dernier"."""
    turn = r"(?:(?P<turn>last|next|this|the next|the following)\s+)?"
    after = r"(?P<turnfr>\s+(?:dernier|prochain))?"
    part = rf"(?:\s+(?:{_any(words['parts'])}))?"
    return rf"{turn}(?P<weekday>{_any(words['weekdays'])})s?{after}{part}"


def _step_form(language: str, words: dict[str, Any]) -> str:
    """Return "about two weeks ago", "three years later"."""
    number, units = _number(language), _any(table(language, "dates")["units"])
    lead = rf"(?:(?P<approx>{_any(words['words']['approx'])})\s+)?"
    count = rf"\[?(?P<n>{number}|a|an|une?|several|decades?)\]?"
    step = rf"(?P<step>{_any(words['steps'])})"
    if language == "fr":
        about = lead.replace("approx>", "approx2>")
        ago = (
            rf"il\s+y\s+a\s+{about}(?P<n2>{number}|une?)\s+"
            rf"(?P<unit2>{units}|heures?|décennies?)"
        )
        return rf"(?P<ago>{ago})|{lead}{count}\s+(?P<unit>{units})\s+{step}"
    return rf"{lead}{count}\s+(?P<unit>{units}|hours?|decades?)\s+{step}"


def _period_form(language: str, words: dict[str, Any]) -> str:
    """Return "last week", "later this month", "la semaine dernière", "ce mois-ci"."""
    which, noun = _any(words["periods"]), _any(words["period_words"])
    if language == "fr":
        return (
            rf"(?:la|le|l'|cette|ce|cet)\s*(?P<period>{noun})"
            rf"(?:\s+(?P<which>{which})|-ci)?"
            r"(?<!\bl[ae]\ssemaine)(?<!\ble\smois)(?<!l'année)(?<!l'an)"
        )
    inside = rf"(?:(?P<inside>{_any(words['words']['within'])})\s+)?"
    return rf"{inside}(?:the\s+)?(?P<which>{which})\s+(?P<period>{noun})(?!s\b)"


def _range_form(language: str, words: dict[str, Any]) -> str:
    """Return "the past 30 days"."""
    number, units = _number(language), _any(table(language, "dates")["units"])
    span, unit = rf"(?P<span>{_any(words['words']['range'])})", rf"(?P<runit>{units})"
    if language == "fr":
        return rf"(?:les|des|ces)\s+(?P<rn>{number})\s+{span}\s+{unit}"
    return rf"(?:the\s+)?{span}\s+(?P<rn>{number})\s+{unit}"


def _any(words: Any) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def _number(language: str) -> str:
    return rf"\d{{1,3}}|{_any(table(language, 'dates')['numbers'])}"
