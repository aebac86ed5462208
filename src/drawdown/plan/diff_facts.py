"""What a comparison of plans says of a thing, in the language of the reader.

A comparison is data: what changed, and how it was before and after, stand in it as
short English texts. Here they are found again by their form.
"""

import re
from datetime import date

from drawdown.language import Language, marked
from drawdown.plan.names import named

__all__ = ["facts_in_words"]

DAY = r"\d{4}-\d\d-\d\d"
WAY = "repatriate|transfer|gift|sell|destroy"

FORMS = tuple(
    (re.compile(form), phrase)
    for form, phrase in (
        (f"(?P<day>{DAY})", "{day}"),
        (f"(?P<first>{DAY}) to (?P<last>{DAY})", marked("{first} to {last}")),
        (f"(?P<way>{WAY})", "{way}"),
        (f"(?P<way>{WAY}) on", marked("{way} on")),
        (f"released on (?P<day>{DAY})", marked("released on {day}")),
        (
            rf"companies released at (?P<site>\S+) on (?P<day>{DAY})",
            marked("companies released at {site} on {day}"),
        ),
        (r"companies of (?P<name>\S+)", marked("companies of {name}")),
        (r"persons of (?P<name>\S+)", marked("persons of {name}")),
        (r"guards of (?P<name>\S+)", marked("guards of {name}")),
        (
            rf"items of (?P<name>\S+) to (?P<way>{WAY})",
            marked("items of {name} to {way}"),
        ),
        (r"items of (?P<name>\S+)", marked("items of {name}")),
        (
            rf"(?P<route>\S+) on (?P<day>{DAY}): (?P<persons>\d+) persons, "
            r"(?P<items>\d+) items, (?P<vehicles>\d+) trucks and low-loaders",
            marked(
                "{route} on {day}: {persons} persons, {items} items, {vehicles} trucks "
                "and low-loaders"
            ),
        ),
        ("closes", marked("closes")),
        ("mode", marked("mode")),
        ("movement", marked("movement")),
        ("departs", marked("departs")),
        ("arrives", marked("arrives")),
        ("permit asked", marked("permit asked")),
        ("trucks", marked("trucks")),
        ("low-loaders", marked("low-loaders")),
        ("handed over", marked("handed over")),
        ("handed_over", marked("handed over")),
        ("left", marked("left, not handed over")),
        ("residual from", marked("residual from")),
        ("reason", marked("reason")),
        ("value", marked("value")),
        ("bound", marked("bound")),
        ("gap", marked("gap")),
        ("mission", marked("mission")),
        ("tables", marked("tables")),
    )
)
"""Forms of texts of a comparison, and the phrase for each."""


def facts_in_words(fact: str, language: Language) -> str:
    """Return a text of a comparison in a language; of no known form: as it is."""
    for form, phrase in FORMS:
        found = form.fullmatch(fact)
        if found:
            values = {
                name: _value(name, value, language)
                for name, value in found.groupdict().items()
            }
            return language.text(phrase, **values)
    return fact


def _value(name: str, value: str, language: Language) -> str:
    if re.fullmatch(DAY, value):
        return language.date(date.fromisoformat(value))
    if name == "way":
        return named(language, value)
    return language.number(int(value)) if value.isdigit() else value
