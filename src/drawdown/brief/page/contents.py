"""The questions that readers come with, and the contents of the page."""

from collections.abc import Iterator

import htpy as h

from drawdown.brief.page.html import Node, filled
from drawdown.brief.page.setting import Setting

__all__ = ["contents", "questions"]


def questions(setting: Setting) -> h.Element:
    """Return where the questions that most readers have are answered."""
    text = setting.language.text
    return h.nav(".ask", aria_labelledby="ask-h")[
        h.h2("#ask-h")[text("Questions")], h.ul[(h.li[one] for one in _asked(setting))]
    ]


def _asked(setting: Setting) -> Iterator[Node]:
    b, text = setting.briefing, setting.language.text
    yield filled(
        text("{question} For each site: {sites}"),
        question=h.a(href="#closing")[text("When does a site close, and why then?")],
        sites=_joined([setting.site(site.site_id) for site in b.sites]),
    )
    yield h.a(href="#closing")[text("By when must trucks stand at a site?")]
    yield h.a(href="#tasks")[text("Which tasks does nobody take?")]
    if b.crossings:
        yield filled(
            text("{question} {countries}"),
            question=h.a(href="#shutting")[text("What happens if a border shuts?")],
            countries=_joined(
                [
                    h.a(href=f"#shut-{one.country}")[setting.country(one.country)]
                    for one in b.crossings
                ]
            ),
        )
    yield h.a(href="#breaks")[text("What could break the plan?")]


def _joined(nodes: list[Node]) -> Node:
    found: list[Node] = []
    for node in nodes:
        found += [" · " if found else "", node]
    return found


def contents(setting: Setting, sections: list[tuple[str, str]]) -> h.Element:
    """Return links to all sections."""
    text = setting.language.text
    return h.nav(".toc", aria_label=text("Contents"))[
        h.ul[(h.li[h.a(href=f"#{name}")[title]] for name, title in sections)]
    ]
