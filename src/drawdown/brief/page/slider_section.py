"""The time slider that moves map and time chart together."""

from collections.abc import Sequence

from drawdown.brief.facts.network import LegFacts
from drawdown.brief.page import gantt_section, map_section
from drawdown.brief.page.days import decision_days
from drawdown.brief.page.html import Node, drawn
from drawdown.brief.page.setting import Setting
from drawdown.brief.page.states import shown_communities, site_states
from drawdown.brief.pictures.slider import draw_slider
from drawdown.brief.pictures.slider_input import SliderWords, Timeline, runs
from drawdown.mission import Mode

__all__ = ["slider"]

KEY = "slider"


def slider(setting: Setting) -> Node:
    """Return the slider; it is hidden where no script runs."""
    b, text = setting.briefing, setting.language.text
    used = [leg for leg in b.legs if leg.uses]
    given = Timeline(
        key=KEY,
        map_key=map_section.KEY,
        gantt_key=gantt_section.KEY,
        start=b.heading.start,
        days=len(b.stocks.days),
        shown=0,
        sites={site.site_id: runs(site_states(site)) for site in b.sites},
        communities={
            one.community_id: runs(["in" if p else "out" for p in one.protected])
            for one in shown_communities(setting)
        },
        legs={leg.leg_id: runs(_states(setting, leg)) for leg in used if leg.windows},
        traffic={
            leg.leg_id: runs([str(count) for count in leg.traffic])
            for leg in used
            if leg.mode is not Mode.AIR  # flights are over on the day they begin
        },
        locale=str(setting.locale).replace("_", "-"),
        dates=decision_days(setting),
        words=SliderWords(
            name=text("Day"),
            play=text("Play"),
            pause=text("Pause"),
            earlier=text("a day earlier"),
            later=text("a day later"),
            help=text(
                "Arrow keys move a day, page keys a week; map and time chart follow."
            ),
        ),
    )
    return drawn(draw_slider(given, setting.wording))


def _states(setting: Setting, leg: LegFacts) -> Sequence[str]:
    """Return on which days a leg is closed or slow."""
    found = []
    for day in setting.briefing.stocks.days:
        here = [w for w in leg.windows if w.start <= day <= w.end]
        closed = any(w.closed for w in here)
        found.append("closed" if closed else "slow" if here else "")
    return found
