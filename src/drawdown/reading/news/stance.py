"""The stance of a claim: the cue decides, or after a neutral cue the content."""

import re
from functools import cache

from drawdown.reading.news.cue_finder import Cue
from drawdown.reading.news.cues import Cues, cues_for

__all__ = ["STANCES", "stance_of"]

STANCES = (
    "assert",
    "report",
    "announce",
    "claim_responsibility",
    "acknowledge",
    "accuse",
    "criticize",
    "praise",
    "deny",
    "defend",
    "question",
    "demand",
    "request",
    "commit",
    "threaten",
    "warn",
    "no_comment",
)
#: In this order: a wrong charged weighs more than a judgement, a judgement more
#: than a wish, and a mere fear least.
ORDER = (
    "deny",
    "question",
    "accuse",
    "criticize",
    "defend",
    "demand",
    "request",
    "commit",
    "warn",
    "praise",
)

#: Not a demand: what the speaker may be forced to do.
UNSURE = re.compile(r"\b(?:might|may|could|would|will) have to\b")
#: "tells peacekeepers to go"
TOLD_TO = re.compile(r"^(?:(?!of\b|about\b)\w+\s){1,4}to\s\w+")
OWN_FUTURE = {
    "en": re.compile(
        r"^(?:that\s+)?(?:he|she|it|they|we|i)(?:'ll|\s+(?:will|would|shall))\b"
        r"|\b(?:we|i)(?:'ll|\s+will|\s+shall)\b"
    ),
    "fr": re.compile(
        r"^(?:qu')?(?:il|elle|ils|elles|nous)\s+\w+(?:ra|ront|rait|raient|rons)\b"
        r"|\bnous\s+\w+rons\b"
    ),
}


@cache
def _pattern(language: str, stance: str) -> re.Pattern[str] | None:
    words = cues_for(language).stances.get(stance, ())
    if not words:
        return None
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def stance_of(cue: Cue, content: str, lex: Cues, *, channel: bool) -> str:
    """Return the stance of a claim.

    Parameters
    ----------
    cue
        The cue; a stance of its own decides.
    content
        What is said, in plain text.
    lex
        The tables of the language.
    channel
        Whether the source is a news medium that only passes it on.

    """
    if cue.negated and cue.lemma in {"comment", "respond", "reply", "commenter"}:
        return "no_comment"
    if cue.stance != "neutral":
        return cue.stance
    low = content.lower().strip(" ,:\"'«»")
    told_to = cue.lemma in {"tell", "inform"} and TOLD_TO.search(low)
    if told_to and not re.search(r"\bthat\b", low[:60]):
        return "demand"
    if cue.lemma == "call" and re.match(r"(?:on|upon|for)\b", low):
        return "request"
    if channel:
        return "report"
    if OWN_FUTURE[lex.language].search(low):
        return "commit"
    return _of_content(low, lex)


def _of_content(low: str, lex: Cues) -> str:
    low = UNSURE.sub(" ", low)
    for stance in ORDER:
        pattern = _pattern(lex.language, stance)
        if pattern is not None and pattern.search(low):
            return stance
    return "assert"
