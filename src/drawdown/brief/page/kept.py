"""What the page says where something is left out."""

import htpy as h

from drawdown.brief.page.html import Node
from drawdown.brief.page.setting import Setting
from drawdown.language import marked

__all__ = ["redacted", "redaction"]

LEVELS = {
    "partner": marked(
        "Redacted for partners: no unit at its place, no community by name, no guard, "
        "no movement by its day; amounts at sites are rounded."
    ),
    "public": marked(
        "Redacted for the public: no units, communities, guards, escorts, movements or "
        "last days; amounts are rounded."
    ),
}
"""What each level of redaction leaves out."""


def redaction(setting: Setting) -> Node:
    """Return how the page is redacted; nothing if it is not."""
    said = LEVELS.get(setting.briefing.redaction)
    return h.p(".warn")[setting.text(said)] if said else None


def redacted(setting: Setting) -> Node:
    """Return that a part is left out, where the page is redacted."""
    if setting.briefing.redaction not in LEVELS:
        return None
    return h.p(".small")[setting.language.text("Details are left out by redaction.")]
