"""Expressions of time that hang on another day: "on Friday", "last week", "a day later"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from drawdown.reading.lexicon import table

__all__ = ["Relative", "relatives", "value_of"]


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
    for match in _pattern(language).finditer(plain):
        if match.start() < end:
            continue
        found = _read(match, language, plain)
        if found is not None:
            out.append(found)
            end = found.end
    return out


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = table(language, "times")
    number = _number(language)
    units = _any(table(language, "dates")["units"])
    weekdays = _any(words["words"]["weekdays"])
    approx = _any(words["words"]["approx"])
    forms = [
        rf"(?P<anchored>{_any(words['anchored'])})",
        rf"(?P<end>{_any(words['ends'])})",
        rf"(?P<vague>{_any(words['vague']['words'])})",
        _step_form(language, number, units, approx, words),
        _period_form(language, words),
        rf"(?:(?P<turn>last|next|this|the next|the following)\s+)?(?P<weekday>{weekdays})s?(?P<turnfr>\s+(?:dernier|prochain))?(?:\s+(?:{_any(words['words']['parts'])}))?",
        _range_form(language, number, units, words),
        rf"(?P<day>{_any(words['days'])})",
        r"(?P<clock>\d{1,2}:\d{2})(?:\s*(?P<half>[ap])\.?m\.?)?|(?P<hour>\d{1,2})\s*(?P<half2>[ap])\.m\.",
        r"(?P<century>(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\s+century)",
    ]
    if words["words"]["decades"]:
        forms.append(rf"the\s+(?P<decade>{_any(words['words']['decades'])})")
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(forms)})(?![\w])", re.IGNORECASE)


def _step_form(
    language: str, number: str, units: str, approx: str, words: dict[str, Any]
) -> str:
    lead = rf"(?:(?P<approx>{approx})\s+)?"
    count = rf"\[?(?P<n>{number}|a|an|une?|several|decades?)\]?"
    if language == "fr":
        ago = rf"il\s+y\s+a\s+{lead.replace('approx>', 'approx2>')}(?P<n2>{number}|une?)\s+(?P<unit2>{units}|heures?|décennies?)"
        return rf"(?P<ago>{ago})|{lead}{count}\s+(?P<unit>{units})\s+(?P<step>{_any(words['steps'])})"
    return rf"{lead}{count}\s+(?P<unit>{units}|hours?|decades?)\s+(?P<step>{_any(words['steps'])})"


def _period_form(language: str, words: dict[str, Any]) -> str:
    which, noun = _any(words["periods"]), _any(words["period_words"])
    if language == "fr":
        return (
            rf"(?:la|le|l'|cette|ce|cet)\s*(?P<period>{noun})(?:\s+(?P<which>{which})|-ci)?"
            rf"(?<!\bl[ae]\ssemaine)(?<!\ble\smois)(?<!l'année)(?<!l'an)"
        )
    return rf"(?:(?P<inside>{_any(words['words']['within'])})\s+)?(?:the\s+)?(?P<which>{which})\s+(?P<period>{noun})(?!s\b)"


def _range_form(language: str, number: str, units: str, words: dict[str, Any]) -> str:
    which = _any(words["words"]["range"])
    if language == "fr":
        return rf"(?:les|des|ces)\s+(?P<rn>{number})\s+(?P<span>{which})\s+(?P<runit>{units})"
    return rf"(?:the\s+)?(?P<span>{which})\s+(?P<rn>{number})\s+(?P<runit>{units})"


def _any(words: Any) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def _number(language: str) -> str:
    return rf"\d{{1,3}}|{_any(table(language, 'dates')['numbers'])}"


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
        found = {
            "kind": "century",
            "count": int(re.search(r"\d+", group["century"]).group()),
        }  # type: ignore[union-attr]
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


# --- values ---------------------------------------------------------------------


def value_of(
    mention: Relative,
    *,
    base: date | None,
    last: str | None,
    day: date | None,
    future: bool,
) -> str | None:
    """Return the EDTF value of a relative expression, or None if nothing fixes it.

    Parameters
    ----------
    mention
        The expression.
    base
        The day of the document, or of the quotation that it stands in.
    last
        The value of the date named last.
    day
        The last full day named, or the document's.
    future
        Whether the sentence looks ahead.
    """
    if mention.kind == "vague":
        return None
    if mention.kind == "decade":
        return f"19{mention.count}/19{mention.count + 9}"
    if mention.kind == "century":
        return f"{mention.count - 1}00/{mention.count - 1}99"
    if mention.anchored and mention.kind != "clock":
        if mention.unit in "DW" and day is not None and len(last or "") != 10:
            last = day.isoformat()
        return _from_anchor(mention, last, base)
    if mention.kind == "clock":
        hour, minute = divmod(mention.count, 60)
        return f"{day.isoformat()}T{hour:02d}:{minute:02d}" if day else None
    if base is None:
        return None
    if mention.kind == "day":
        return (base + timedelta(days=mention.count)).isoformat()
    if mention.kind == "weekday":
        return _day_of_week(mention, base, future=future).isoformat()
    if mention.kind == "step":
        return _stepped(base.isoformat(), mention)
    if mention.kind == "range":
        return _range_value(base, mention)
    if mention.kind == "end":
        return _last_of(base, mention.unit).isoformat()
    return _of_period(base, mention.count, mention.unit)


def _range_value(base: date, mention: Relative) -> str:
    """Return the interval of "the past 30 days", as fine as its unit."""
    if mention.unit in "YM":
        months = mention.count * (12 if mention.unit == "Y" else 1)
        other = _add_months(date(base.year, base.month, 1), months)
        fine = "%Y" if mention.unit == "Y" else "%Y-%m"
        low, high = sorted((f"{other:{fine}}", f"{base:{fine}}"))
        return f"{low}/{high}"
    days = mention.count * (7 if mention.unit == "W" else 1)
    low, high = sorted((base, base + timedelta(days=days)))
    return f"{low.isoformat()}/{high.isoformat()}"


def _day_of_week(mention: Relative, base: date, *, future: bool) -> date:
    back = (base.weekday() - mention.count) % 7
    if mention.direction == "next" or (future and back):
        return base + timedelta(days=(mention.count - base.weekday() - 1) % 7 + 1)
    return base - timedelta(days=back)


def _from_anchor(mention: Relative, last: str | None, base: date | None) -> str | None:
    if mention.kind == "step" and mention.direction in {"after", "before"}:
        # "The speech came a week after an attack": the attack was a week before it.
        turned = Relative(
            start=mention.start,
            end=mention.end,
            kind="step",
            count=-mention.count,
            unit=mention.unit,
            approx=mention.approx,
        )
        return _stepped(last or (base.isoformat() if base else None), turned)
    if last is None and base is None:
        return None
    return _stepped(last or (base.isoformat() if base else None), mention)


def _stepped(anchor: str | None, mention: Relative) -> str | None:
    """Return a date a number of days, weeks, months or years from another."""
    if anchor is None:
        return None
    anchor = anchor.split("/")[0].split("T")[0].rstrip("~")
    tail = "~" if mention.approx else ""
    parts = [int(p) for p in anchor.split("-")]
    if mention.unit == "Y":
        if mention.kind == "anchored" or mention.direction == "ago" or len(parts) == 1:
            return f"{parts[0] + mention.count:04d}{tail}"
        moved = _add_months(_full(parts), 12 * mention.count)
        return f"{moved:%Y-%m}{tail}" if len(parts) == 2 else f"{moved:%Y}{tail}"
    if mention.unit == "M":
        moved = _add_months(_full(parts), mention.count)
        return f"{moved:%Y-%m}{tail}"
    if len(parts) < 3:
        return None
    days = mention.count * (7 if mention.unit == "W" else 1)
    moved = _full(parts) + timedelta(days=days)
    if mention.unit == "W" and mention.kind == "anchored":
        return _of_period(_full(parts), mention.count, "W")
    return moved.isoformat() + tail


def _full(parts: list[int]) -> date:
    year, month, day = [*parts, 1, 1][:3] if len(parts) < 3 else parts
    return date(year, month, day)


def _add_months(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_of(base: date, unit: str) -> date:
    if unit == "Y":
        return date(base.year, 12, 31)
    if unit == "M":
        return date(base.year, base.month, monthrange(base.year, base.month)[1])
    return base + timedelta(days=6 - base.weekday())


SEASONS = {"P": (3, 5), "S": (6, 8), "A": (9, 11)}


def _of_period(base: date, count: int, unit: str) -> str | None:
    """Return the week, month, year or season that lies so many from that of a day."""
    if unit == "W":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "E":
        return _weekend(base, count)
    if unit == "M":
        return f"{_add_months(date(base.year, base.month, 1), count):%Y-%m}"
    if unit == "Y":
        return f"{base.year + count:04d}"
    if unit == "X":
        start = base.year // 10 * 10 + 10 * count
        return f"{start}/{start + 9}"
    if unit in SEASONS:
        first, last = SEASONS[unit]
        year = base.year + count
        if count < 0 and base.month > last:
            year = base.year
        return f"{year}-{first:02d}/{year}-{last:02d}"
    return None


def _weekend(base: date, count: int) -> str:
    """Return the Saturday and Sunday on or before the day; "next" is the one after."""
    saturday = base - timedelta(days=(base.weekday() - 5) % 7)
    if count > 0:
        saturday += timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
