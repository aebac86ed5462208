"""Expressions of time that hang on another day: "on Friday", "a day later"."""

import re
from dataclasses import dataclass
from typing import Any

from drawdown.reading.lexicon import table
from drawdown.reading.news.relative_forms import relative_pattern

__all__ = ["Relative", "relatives"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """An expression of time, and how to count it."""

    start: int
    end: int
    kind: str
    """day, weekday, period, step, anchored, end, clock, decade, century or vague."""
    count: int = 0
    unit: str = "D"
    approx: bool = False
    direction: str = ""
    """"next" or "last" where the expression says so."""

    @property
    def anchored(self) -> bool:
        """Whether it is counted from the date named last, not from the document's."""
        return self.kind in {"anchored", "clock"} or (
            self.kind == "step" and abs(self.count) >= 1 and self.direction != "ago"
        )


def relatives(plain: str, language: str) -> list[Relative]:
    """Return the relative expressions of a plain text; none overlaps another."""
    out: list[Relative] = []
    end = 0
    for match in relative_pattern(language).finditer(plain):
        if match.start() < end:
            continue
        found = _read(match, language, plain)
        if found is not None:
            out.append(found)
            end = found.end
    return out


def _read(match: re.Match[str], language: str, plain: str) -> Relative | None:
    words, group = table(language, "times"), match.groupdict()
    low, high = match.span()
    found: dict[str, Any] | None = None
    if group["anchored"]:
        found = _counted(words["anchored"][_key(group["anchored"])], "anchored")
    elif group["end"]:
        found = {"kind": "end", "unit": words["ends"][_key(group["end"])]}
    elif group["vague"]:
        found = {"kind": "vague"}
    elif group.get("step") or group.get("ago"):
        found = _step(group, language)
    elif group["period"]:
        found = _period(group, words)
    elif group["span"]:
        found = _range(group, language)
    elif group["weekday"]:
        found = _weekday(group, words, plain[max(0, low - 12) : low])
    elif group["day"]:
        found = {"kind": "day", "count": words["days"][_key(group["day"])]}
    elif group["clock"] or group["hour"]:
        found = _clock(group)
    elif group["century"]:
        number = re.search(r"\d+", group["century"])
        found = {"kind": "century", "count": int(number.group()) if number else 1}
    elif group.get("decade"):
        found = {
            "kind": "decade",
            "count": words["words"]["decades"][_key(group["decade"])],
        }
    if found is None:
        return None
    return Relative(start=low, end=high, **found)


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _counted(value: str, kind: str) -> dict[str, Any]:
    return {"kind": kind, "count": int(value[:-1]), "unit": value[-1]}


def _step(group: dict[str, str | None], language: str) -> dict[str, Any] | None:
    """Read "three days ago", "two weeks later", "a decade ago"."""
    number = (group.get("n") or group.get("n2") or "").lower()
    unit = (group.get("unit") or group.get("unit2") or "").lower()
    numbers = table(language, "dates")["numbers"]
    if number == "several":
        return {"kind": "vague"}
    count = int(number) if number.isdigit() else numbers.get(number, 1)
    letter = table(language, "dates")["units"].get(unit)
    if unit.startswith(("hour", "heure")):
        count, letter = max(1, round(count / 24)), "D"
    if unit.startswith(("decade", "décennie")):
        count, letter = count * 10, "Y"
    if letter is None:
        return None
    if group.get("ago"):
        sign, direction = -1, "ago"
    else:
        step = table(language, "times")["steps"][_key(group["step"] or "")]
        sign = 1 if step > 0 else -1
        direction = "ago" if step == -1 else _key(group["step"] or "")
    approx = bool(group.get("approx") or group.get("approx2"))
    return {
        "kind": "step",
        "count": sign * count,
        "unit": letter,
        "approx": approx,
        "direction": direction,
    }


def _period(group: dict[str, str | None], words: dict[str, Any]) -> dict[str, Any]:
    which = group.get("which")
    count = words["periods"][_key(which)] if which else 0
    return {
        "kind": "period",
        "count": count,
        "unit": words["period_words"][_key(group["period"] or "")],
    }


def _range(group: dict[str, str | None], language: str) -> dict[str, Any]:
    """Read "the past 30 days"."""
    tables = table(language, "dates")
    number = (group["rn"] or "").lower()
    count = int(number) if number.isdigit() else tables["numbers"].get(number, 1)
    ahead = (group["span"] or "").lower().startswith(("next", "coming", "proch"))
    return {
        "kind": "range",
        "count": count if ahead else -count,
        "unit": tables["units"][(group["runit"] or "").lower()],
    }


def _weekday(
    group: dict[str, str | None], words: dict[str, Any], before: str
) -> dict[str, Any] | None:
    if re.search(r"\b(?:every|each|chaque|tous les)\s+$", before, re.IGNORECASE):
        return None
    name = _key(group["weekday"] or "")
    turn = (group["turn"] or group["turnfr"] or "").strip().lower()
    direction = (
        "next" if turn in {"next", "the next", "the following", "prochain"} else ""
    )
    return {
        "kind": "weekday",
        "count": words["words"]["weekdays"].index(name),
        "direction": direction,
    }


def _clock(group: dict[str, str | None]) -> dict[str, Any] | None:
    if group["clock"]:
        hour, minute = (int(part) for part in group["clock"].split(":"))
    else:
        hour, minute = int(group["hour"] or 0), 0
    half = group["half"] or group["half2"]
    if half and half.lower() == "p" and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        return None
    return {"kind": "clock", "count": hour * 60 + minute}
