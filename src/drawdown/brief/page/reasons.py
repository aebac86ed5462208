"""Why a site closes on its day, in one line."""

from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.page.setting import Setting
from drawdown.language import marked

__all__ = ["in_short"]

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


def in_short(setting: Setting, site: SiteFacts) -> str:
    """Return the tightest rule that holds a site, and by how many days."""
    text, plural = setting.language.text, setting.language.plural
    if site.closes is None:
        if site.liquidation:
            return text("it stays open for the liquidation")
        return text("it has no closing day in this plan")
    rules = [rule for rule in site.why.rules if rule.slack is not None]
    if not rules:
        return text("no rule holds it; the day is chosen for what it weighs")
    tightest = min(rules, key=lambda rule: rule.slack or 0)
    holds = text(HOLDS.get(tightest.law, marked("a rule holds it")))
    slack = tightest.slack or 0
    if slack <= 0:
        return holds
    return plural(
        "{holds}, with {n} day of slack; within it the day is chosen for what it "
        "weighs",
        "{holds}, with {n} days of slack; within them the day is chosen for what it "
        "weighs",
        slack,
        holds=holds,
    )
