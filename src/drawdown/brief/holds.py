"""What holds a site open, in one phrase for each section of the law."""

from drawdown.language import Language, marked

__all__ = ["held_by"]

HOLDS = {
    "2.2": marked("the last movement to it arrives then"),
    "6.1": marked("its guard must stay until then"),
    "9.2": marked("items are given, sold and destroyed only so fast"),
    "10.1": marked("its items are packed only so fast"),
    "10.2": marked("what it needs to the end can leave only then"),
    "13": marked("its last movements cannot leave earlier"),
    "17.1": marked("it may not close earlier"),
    "17.2": marked("its closing steps follow one another"),
    "17.3": marked("the civilian counterpart is there only then"),
    "17.4": marked("the teams for its closing steps are busy elsewhere"),
    "20.1": marked("its tasks are handed over until then"),
    "20.2": marked("its tasks are handed over until then"),
}
"""What holds a site open, by the section of the law."""


def held_by(language: Language, law: str) -> str:
    """Return what holds a site where the law of this section binds."""
    return language.text(HOLDS.get(law, marked("a rule holds it")))
