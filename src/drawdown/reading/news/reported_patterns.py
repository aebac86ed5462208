"""The patterns of acts in news, and how far an act reaches."""

import re
from functools import cache
from typing import Any

from drawdown.reading.lexicon import table
from drawdown.reading.news.sentences import Sentence

__all__ = [
    "actor_and_action",
    "acts_pattern",
    "auxiliaries_before",
    "deciders",
    "end_of_act",
    "is_process",
    "is_quoted",
    "key_of",
    "members_of",
    "next_act",
    "next_infinitives",
    "passives_pattern",
]


def is_quoted(sentence: Sentence, place: int) -> bool:
    """Tell whether a place of the sentence lies in a quotation."""
    at = sentence.start + place
    return any(w.is_quote and w.start < at < w.end for w in sentence.words)


def key_of(text: str) -> str:
    """Return words as the tables have them: small, one space between."""
    return " ".join(text.lower().split())


@cache
def deciders(language: str) -> re.Pattern[str]:
    """Return the pattern of what decides: a resolution, or the Security Council."""
    words = "|".join(map(re.escape, table(language, "reported")["subjects"]["words"]))
    council = (
        r"(?:\b[Tt]he |\bSecurity |^)Council"
        if language == "en"
        else r"\b(?:[Ll]e |[Dd]u )?Conseil(?: de sécurité)?"
    )
    return re.compile(rf"\b(?i:{words})\b|{council}")


@cache
def acts_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of the verbs of a decision, with room for a day."""
    acts = sorted(table(language, "reported")["acts"], key=len, reverse=True)
    day = r"(?:\s+(?:on\s+|ce\s+)?(?:\w+day|\w+di)\b(?:\s+\d{1,2}(?:er)?\s+\w+)?)?"
    filler = rf"{day}(?:\s+(?:unanimously|à l'unanimité))?{day}"
    forms = [_form(act, filler) for act in acts]
    return re.compile(
        rf"(?<![\w-])(?P<act>{'|'.join(forms)}){filler}(?:\s+|')", re.IGNORECASE
    )


def _form(act: str, filler: str) -> str:
    """Return the pattern of an act, with room for a day: "voted on Friday to"."""
    head, _, last = act.rpartition(" ")
    if not head or last not in {"to", "de"}:
        return re.escape(act)
    if head in {"décidé", "décide"}:  # "décidé en mai, par la résolution 1923, de"
        filler += r"(?:,?\s+(?:en|par|lors|le|ce)\b[^.;:]{0,40}?,?)?"
    ending = "to" if last == "to" else r"(?:de\b|d(?='))"
    return rf"{re.escape(head)}{filler}\s+{ending}"


@cache
def passives_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of "X is urged to"."""
    acts = sorted(table(language, "reported")["passives"], key=len, reverse=True)
    listed = "|".join(re.escape(a) for a in acts)
    pattern: str = table(language, "reported")["patterns"]["passive"]
    return re.compile(pattern.replace("ACTS", listed))


def end_of_act(text: str, start: int, language: str) -> int:
    """Return where an act ends: before a stop, a next act, or a participle."""
    word = (
        r"(?:\w+\s+)?after|following|as(?! well)|while|which|who|whose|with a(?! view)"
    )
    word += "|amid|despite|but|although|according to"
    if language == "fr":
        word = "alors|après|tandis|mais|malgré|avec un|à la demande|comme|qui|selon"
    match = re.compile(
        rf"[.;]\s*$|[.;]\s(?!\d)|,\s+(?:{word})\b"
        r"|\s(?:following|after|après)\s+(?!\d|the end|[A-Z][a-z]+ \d)"
    ).search(text, start)
    end = match.start() if match else len(text)
    return len(text[:end].rstrip(" .,;"))


@cache
def next_act(language: str) -> re.Pattern[str]:
    """Return the pattern of "and urges …", where the next act of a list begins."""
    acts = sorted(table(language, "reported")["acts"], key=len, reverse=True)
    listed = "|".join(re.escape(a) for a in acts)
    return re.compile(
        rf",?\s+(?:and|et)\s+(?:also\s+|further\s+)?(?=(?:{listed})\b)", re.IGNORECASE
    )


def auxiliaries_before(plain: str, start: int) -> int:
    """Return where "has unanimously voted" starts."""
    match = re.search(
        r"(?:\b(?:has|have|had|a|ont|avait)\s+)?(?:\b(?:unanimously|also|\w+ment)\s+)?$",
        plain[max(0, start - 40) : start],
    )
    return start - len(match.group()) if match else start


def next_infinitives(
    plain: str, start: int, end: int, language: str
) -> list[tuple[int, int]]:
    """Return what stands before each further infinitive: "to do A, and to do B"."""
    link = r"(?:,?\s+and\s+|,\s+)(?=to\s+(?!the\b|an?\b|its\b|their\b|this\b)[a-z])"
    if language == "fr":
        link = r"(?:,?\s+et\s+|,\s+)(?=(?:d'|de\s+|à\s+)\w+(?:er|ir|re)\b)"
    return [m.span() for m in re.compile(link).finditer(plain, start, end)]


def is_process(rest: str, rules: dict[str, Any]) -> bool:
    """Tell whether what is asked is a process: "ordered the withdrawal of"."""
    nouns = "|".join(map(re.escape, rules["limits"]["process"]))
    lead = r"(?:(?:in|en) \w+(?: \d{4})? )?(?:the|its|an?|le|la|un|une|l')\s*"
    return re.match(rf"{lead}(?:\w+ )?(?:{nouns})\b", rest) is not None


def actor_and_action(
    rest: str, shape: str, rules: dict[str, Any], language: str
) -> tuple[str, str] | None:
    """Return actor and action of "X to do" or "X the authority to do"."""
    to = r"to" if language == "en" else r"(?:à|de|d')"
    if shape == "power":
        powers = "|".join(map(re.escape, rules["limits"]["powers"]))
        match = re.match(
            rf"(?:(?P<who>.{{2,60}}?)\s+)?(?:the|le|la|l'|a|an)\s*(?P<what>{powers})\s+{to}\s*",
            rest,
        )
    else:
        match = re.match(rf"(?P<who>.{{2,90}}?)\s+{to}\s*(?=\w)", rest)
    if match is None:
        return None
    return (match["who"] or "").strip(" ,"), rest[match.end() :]


def members_of(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the members of a list of nouns; one that is no list is its only member."""
    out, low = [], start
    for match in re.finditer(
        r",\s+(?:and\s+|et\s+)?|\s+(?:and|et)\s+(?=the\b|la\b|le\b)", plain[start:end]
    ):
        rest = plain[start + match.end() : end]
        if not re.match(
            r"(?:the\s+|la\s+|le\s+|l')?(?:\w+\s+(?:and\s+\w+\s+)?){0,3}(?:of|de|d'(?!ici)|du|des)\b",
            rest,
        ):
            continue
        out.append((low, start + match.start()))
        low = start + match.end()
    out.append((low, end))
    return out
