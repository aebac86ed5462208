"""The style of the pictures as paper has it: no variables, no other media."""

import re

MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
ROOT = re.compile(r":root\{([^}]*)\}")
VARIABLE = re.compile(r"var\((--[a-z-]+)(?:,([^()]*))?\)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
UNFILLED = "unfilled"
"""The class of shapes without a fill of their own: drawers know no ``:not([fill])``."""
CANNOT = ("calc(", "var(", "env(")
"""What drawers of pictures do not know in a value."""


def paper_style(css: str) -> str:
    """Return the rules with the colours of light paper written out."""
    light = MEDIA.sub("", css)
    found = ROOT.search(light)
    pairs = (
        (part.split(":", 1) for part in found[1].split(";") if part) if found else ()
    )
    values = {name.strip(): value.strip() for name, value in pairs}
    plain = VARIABLE.sub(
        lambda one: values.get(one[1], one[2] or one[0]), ROOT.sub("", light)
    )
    rules = ((one[1].strip(), _kept(one[2])) for one in RULE.finditer(plain))
    named = (
        (names.replace(":not([fill])", f".{UNFILLED}"), body) for names, body in rules
    )
    return "".join(f"{names}{{{body}}}" for names, body in named if body)


def _kept(body: str) -> str:
    """Return the declarations that a drawer of pictures understands."""
    parts = [part for part in body.split(";") if part.strip()]
    return ";".join(one for one in parts if not any(sign in one for sign in CANNOT))
