"""Why nobody takes a task, in the language of the reader.

A plan file holds the reason as an English sentence. Those of the planner are found
again by their form; a reason that somebody wrote stays as it is.
"""

import re

from drawdown.language import Language, marked

__all__ = ["reason_in_words"]

FORMS = tuple(
    (re.compile(form, re.DOTALL), phrase)
    for form, phrase in (
        (
            "not handed over by the deadline",
            marked("not handed over by the deadline"),
        ),
        (
            "not handed over by its latest day",
            marked("not handed over by its latest day"),
        ),
        (
            r"(?P<site>\S+) closes before a handover",
            marked("{site} closes before a handover"),
        ),
        ("nobody is named to take it over", marked("nobody is named to take it over")),
        (
            "(?P<recipient>.+) is not ready before the end",
            marked("{recipient} is not ready before the end"),
        ),
    )
)


def reason_in_words(reason: str, language: Language) -> str:
    """Return the reason why a task is residual, in a language."""
    for form, phrase in FORMS:
        found = form.fullmatch(reason)
        if found:
            return language.text(phrase, **found.groupdict())
    return reason
