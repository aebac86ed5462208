"""Limits that bind without a decision: what must be done by a date, or ends on it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from drawdown.reading.clause import Clause
from drawdown.reading.document import Document
from drawdown.reading.lexicon import table
from drawdown.reading.news.actors import Actor
from drawdown.reading.news.binding import limit_at
from drawdown.reading.news.claims import Claim
from drawdown.reading.news.events import SUPERSEDED
from drawdown.reading.news.lengths import decided_on, lengths_in
from drawdown.reading.news.sentences import Sentence
from drawdown.reading.news.times import Time

__all__ = ["deadlines_of"]

PRONOUN = re.compile(r"(?:he|she|it|they|il|elle|ils|elles)", re.IGNORECASE)
#: So far back a pronoun may mean who spoke.
NEAR = 160
LINK = re.compile(r"[\s,]*(?:(?:and|et|but|mais)\s+)?")
RELATIVE = re.compile(r"(?:qui|which|that)", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:that\s+)?(?:the|le|la|les|l')\s*", re.IGNORECASE)
OF_MISSION = re.compile(
    r"\b(?:peacekeepers?|mission|force|mandate|withdrawal|MINU|casques bleus|mandat"
    r"|retrait|opération)\b",
    re.IGNORECASE,
)
#: The words before a date that make it a limit.
BEFORE_DATE = (
    r"(?:by|until|before|in|from|within|d'ici (?:au|à|la|le)|d'ici|avant(?: le)?"
    r"|jusqu'(?:au|en)|en|à compter du|à partir d[eu]|dès(?: le)?)"
    r"\s+(?:the\s+)?(?:end of\s+)?$"
)


def deadlines_of(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    taken: Sequence[Clause],
) -> tuple[Clause, ...]:
    """Return the limits that a page states or that a party wants.

    The force is ``states`` where the text says that something must be or ends,
    and ``wants`` where one party wishes it. Dates of ``taken`` clauses are left out.
    """
    out: list[Clause] = []
    held = {d.end for clause in taken for d in clause.dates}
    for sentence in sentences:
        inside = [
            t
            for t in times
            if sentence.start <= t.start < sentence.end
            and t.end not in held
            and t.edtf is not None
            and t.type != "since"
            and not t.dateline
        ]
        for time in inside:
            found = _deadline(document, sentence, time, claims, actors)
            if found is not None:
                out.append(found)
        spans = [(c.start, c.end) for c in (*taken, *out)]
        out += _counted(document, sentence, times, claims, actors, spans)
    return tuple(out)


def _counted(
    document: Document,
    sentence: Sentence,
    times: Sequence[Time],
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    taken: Sequence[tuple[int, int]],
) -> Iterator[Clause]:
    """Yield "X must report every 90 days", "is to begin within three months"."""
    pattern = _patterns(document.language)["counted"]
    low, high = sentence.start, sentence.end
    dates = [limit_at(document, t, force="states", text="") for t in times]
    adopted = decided_on(document, times)
    for limit in lengths_in(document, low, high, dates, adopted, report=False):
        match = pattern.search(document.plain[low : limit.start])
        held = any(a < limit.end and limit.start < b for a, b in taken)
        if match is None or held or limit.type == "for":
            continue
        start = low + match.start("who")
        link = LINK.match(document.plain, start)
        start = link.end() if link else start
        yield Clause(
            start=start,
            end=limit.end,
            quote=document.text[start : limit.end],
            para=None,
            issuer=None,
            actor=_actor(_meant(match["who"], start, claims), document, actors),
            force="states",
            action=" ".join(document.plain[start : limit.end].split()),
            dates=(limit,),
        )


def _deadline(
    document: Document,
    sentence: Sentence,
    time: Time,
    claims: Sequence[Claim],
    actors: Sequence[Actor],
) -> Clause | None:
    plain = document.plain
    if SUPERSEDED.search(plain[max(0, time.start - 24) : time.start]):
        return None
    before = plain[sentence.start : time.start]
    for name in ("until", "expires", "states", "wants", "process"):
        match = _patterns(document.language)[name].search(before)
        if match is None:
            continue
        claim = next(
            (c for c in claims if c.start <= time.start and time.end <= c.end), None
        )
        force = _force(name, claim)
        if force is None or not _ahead(document, time):
            return None
        start = sentence.start + match.start("who")
        link = LINK.match(before, match.start("who"))
        start += len(link.group()) if link else 0
        who = _wanted(before[match.start() :], document.language) or match["who"]
        end = _end(plain, time, sentence, name)
        if RELATIVE.fullmatch(who.strip()):
            who = before[: match.start()]
        if PRONOUN.fullmatch(who.strip()):
            who = (claim.source if claim else None) or _meant(who, start, claims)
        return _clause(document, start, end, time, force, who, actors)
    return None


def _meant(who: str, place: int, claims: Sequence[Claim]) -> str:
    """Return the source named last before for "she must …"."""
    if not PRONOUN.fullmatch(who.strip()):
        return who
    near = [c.source for c in claims if c.source and 0 < place - c.end < NEAR]
    return near[-1] if near else who


def _wanted(text: str, language: str) -> str | None:
    """Return of whom something is wanted: "wants peacekeepers to leave"."""
    rules = table(language, "reported")["limits"]
    wants = "|".join(map(re.escape, rules["wants"]))
    to = " to " if language == "en" else "(?: quittent| quitte| parte| de | à )"
    match = re.search(rf"\b(?:{wants})\s+(?:que )?(?P<who>[^,.;]{{2,50}}?){to}", text)
    return match["who"] if match else None


def _force(name: str, claim: Claim | None) -> str | None:
    wished = claim is not None and claim.stance in {"demand", "request"}
    if name == "wants":
        return "wants"
    if name == "process":
        return "wants" if claim is not None else "states"
    return "wants" if wished and name == "states" else "states"


def _ahead(document: Document, time: Time) -> bool:
    """Tell whether the date does not lie before the document's own."""
    if document.dct is None or time.edtf is None:
        return True
    last = time.edtf.removesuffix("/..").split("/")[-1].split("T")[0]
    return last >= document.dct.isoformat()[: len(last)]


def _end(plain: str, time: Time, sentence: Sentence, name: str) -> int:
    if name != "until":
        return time.end
    stop = re.compile(r"[,.;]").search(plain, time.end, sentence.end)
    return stop.start() if stop else sentence.end


def _clause(
    document: Document,
    start: int,
    end: int,
    time: Time,
    force: str,
    who: str,
    actors: Sequence[Actor],
) -> Clause:
    text = document.plain[start:end]
    return Clause(
        start=start,
        end=end,
        quote=document.text[start:end],
        para=None,
        issuer=None,
        actor=_actor(who, document, actors),
        force=force,
        action=" ".join(text.split()),
        dates=(limit_at(document, time, force=force, text=text),),
    )


def _actor(who: str, document: Document, actors: Sequence[Actor]) -> str:
    """Return the actor named, the mission for its peacekeepers, mandate, withdrawal."""
    named = ARTICLE.sub("", who.strip())
    named = re.sub(r"\s+(?:was|were|is|are|will)\b.*$", "", named)
    mission = max(
        (a for a in actors if a.type == "mission"),
        key=lambda a: len(a.mentions),
        default=None,
    )
    if mission is not None and OF_MISSION.search(named):
        return mission.name
    if re.fullmatch(r"(?:Security )?Council|Conseil(?: de sécurité)?", named):
        return (
            "UN Security Council"
            if document.language == "en"
            else "Conseil de sécurité"
        )
    for actor in actors:
        if any(a.lower() == named.lower() for a in actor.aliases):
            return actor.name
    return named


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    rules = table(language, "reported")["limits"]
    return {name: re.compile(p, re.IGNORECASE) for name, p in _sources(rules, language)}


def _sources(rules: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns of what may stand before a date; ``who`` is bound by it."""
    any_of = {
        k: "|".join(map(re.escape, sorted(v, key=len)[::-1])) for k, v in rules.items()
    }
    words = r"[^,.;:]"
    has = (
        r"(?:has|have|had)\s+until\s+$"
        if language == "en"
        else r"(?:a|ont)\s+jusqu'(?:au|en|à)\s*$"
    )
    yield "until", rf"(?P<who>(?:\b[\w'’-]+\s+){{1,4}}?){has}"
    article = r"\b(?:the|its|their|this|le|la|l'|son|sa|leur)\s*(?:[\w'’-]+\s+){0,3}?"
    yield (
        "expires",
        rf"(?P<who>(?:{article}|[\w'’-]+\s+)?\b(?:{any_of['lasting']})\b{words}{{0,30}}?)\s+"
        rf"(?:{any_of['expires']})\s+(?:on|at|in|by|le|en|à|au)?\s*(?:the\s+)?$",
    )
    yield (
        "states",
        rf"(?P<who>{words}{{2,60}}?)\s+(?:{any_of['states']})\s+{words}{{2,90}}"
        rf"\b(?:(?:on|le)\s+(?:the\s+)?$|{BEFORE_DATE})",
    )
    yield (
        "counted",
        rf"(?P<who>{words}{{2,60}}?)\s+(?:{any_of['states']})\s+{words}{{2,110}}$",
    )
    yield (
        "wants",
        rf"(?P<who>(?:\w+\s+){{0,2}}?)\b(?:{any_of['wants']})\b\s+{words}{{2,110}}"
        rf"\b{BEFORE_DATE}",
    )
    yield (
        "process",
        rf"(?P<who>(?:the\s+|la\s+|le\s+)?(?:\w+\s+)?\b(?:{any_of['process']})\b"
        rf"(?:\s+(?:of|de|du|de la)\s+(?:the\s+)?[\w-]+)?)"
        rf"{words}{{0,30}}?\b(?:{any_of['starts']})\b{words}{{0,20}}?"
        rf"\b(?:in|on|by|before|from|en|le|avant)\s+(?:the\s+)?$",
    )
