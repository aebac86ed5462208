"""The states of sites and communities day by day, as the pictures take them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from drawdown.brief.facts.protection import CommunityFacts
from drawdown.brief.facts.sites import SiteFacts
from drawdown.brief.page.setting import Setting
from drawdown.brief.pictures.map_input import CommunityState, SiteState

__all__ = [
    "communities_on",
    "counted_states",
    "shown_communities",
    "site_states",
    "sites_on",
]


def site_states(site: SiteFacts) -> tuple[SiteState, ...]:
    """Return the state of a site at the end of each day."""
    found: list[SiteState] = []
    for span in site.states:
        found += [span.state.value] * ((span.last - span.first).days + 1)
    return tuple(found)


def sites_on(setting: Setting, day: date) -> Mapping[str, SiteState]:
    """Return the state of each site at the end of a day."""
    number = (day - setting.briefing.heading.start).days
    return {site.site_id: site_states(site)[number] for site in setting.briefing.sites}


def shown_communities(setting: Setting) -> tuple[CommunityFacts, ...]:
    """Return the communities that some site protects on the first days."""
    return tuple(c for c in setting.briefing.protection.communities if c.counts)


def communities_on(setting: Setting, day: date) -> Mapping[str, CommunityState]:
    """Return which communities are protected at the end of a day."""
    number = (day - setting.briefing.heading.start).days
    return {
        one.community_id: "in" if one.protected[number] else "out"
        for one in shown_communities(setting)
    }


def counted_states(setting: Setting, day: date) -> str:
    """Say how many sites are in which state, and how many communities protected."""
    language = setting.language
    sites = Counter(sites_on(setting, day).values())
    names: dict[SiteState, str] = {
        "open": language.text("open"),
        "closing": language.text("closing"),
        "handed_over": language.text("handed over"),
        "left": language.text("left"),
        "liquidation": language.text("open for the liquidation"),
    }
    said = language.list(
        [
            f"{language.number(sites[state])} {name}"
            for state, name in names.items()
            if sites[state]
        ]
    )
    communities = communities_on(setting, day)
    if not communities:
        return language.text("Sites: {sites}.", sites=said)
    return language.text(
        "Sites: {sites}. Communities protected: {protected} of {all}.",
        sites=said,
        protected=sum(state == "in" for state in communities.values()),
        all=len(communities),
    )
