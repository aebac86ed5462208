"""Identifiers from names."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 16


def identifier(name: str, taken: Collection[str] = (), *, otherwise: str) -> str:
    """Return an identifier for a name that none of the others has.

    Parameters
    ----------
    name
        Any text; what stands in brackets or behind a slash is left out.
    taken
        Identifiers that are given already.
    otherwise
        What it is called if the name has no Latin letter and no digit.

    """
    short = re.split(r"[(/]", name, maxsplit=1)[0].strip() or name
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain.upper())
    found = "-".join(words)[:LONGEST].strip("-") or otherwise
    number, unique = 1, found
    while unique in taken:
        number += 1
        unique = f"{found}-{number}"
    return unique
