"""Why a site closes on its day, in one line."""

from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.holds import held_by
from drawdown.brief.page.setting import Setting

__all__ = ["in_short"]


def in_short(setting: Setting, site: SiteFacts) -> str:
    """Return the tightest rule that holds a site, and by how many days."""
    text, plural = setting.language.text, setting.language.plural
    if site.closes is None:
        if site.liquidation:
            return text("it stays open for the liquidation")
        return text("it has no closing day in this plan")
    if setting.briefing.redaction != "none" and not site.why.rules:
        return text("left out by redaction")
    rules = [rule for rule in site.why.rules if rule.slack is not None]
    if not rules:
        return text("no rule holds it; the day is chosen for what it weighs")
    tightest = min(rules, key=lambda rule: rule.slack or 0)
    holds = held_by(setting.language, tightest.law)
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
