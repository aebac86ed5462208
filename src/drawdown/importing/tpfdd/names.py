"""The columns of movement requirements under the names that people give them."""

from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "uln": ("uln", "unit line number", "unit line", "line", "requirement", "id"),
    "unit": ("unit", "unit name", "force description", "description", "name"),
    "country": ("country", "nation", "tcc", "providing organization", "provorg"),
    "origin": ("origin", "origin name", "orig", "from", "site"),
    "poe": ("poe", "port of embarkation", "apoe", "spoe", "exit"),
    "destination": ("destination", "dest", "pod", "port of debarkation", "to"),
    "rld": ("rld", "ready to load", "ready to load date", "ready_to_load"),
    "ald": ("ald", "available to load", "available to load date"),
    "ead": ("ead", "earliest arrival", "earliest arrival date"),
    "lad": ("lad", "latest arrival", "latest arrival date"),
    "mode": ("mode", "mode to pod", "mode and source", "transport mode"),
    "pax": ("pax", "passengers", "persons", "personnel", "total pax"),
    "stons": ("stons", "short tons", "cargo short tons", "total stons", "ston"),
    "bulk": ("bulk", "bulk stons", "bulk short tons"),
    "oversize": ("oversize", "oversize stons", "oversize short tons"),
    "outsize": ("outsize", "outsize stons", "outsize short tons"),
    "nat": ("nat", "nat stons", "non air transportable", "non-air-transportable stons"),
    "containers": ("containers", "teu", "20 ft containers"),
    "vehicles": ("vehicles", "vehs", "self-propelled", "rolling stock"),
}
"""By the short name that messages use: other names; case and signs do not count."""

REQUIRED = ("uln", "origin", "poe")
AMOUNTS = (
    "pax",
    "stons",
    "bulk",
    "oversize",
    "outsize",
    "nat",
    "containers",
    "vehicles",
)
"""At least one of them."""
TONS = ("stons", "bulk", "oversize", "outsize", "nat")
"""Short tons: the sum, or else its parts."""
