"""Texts as the cells of workbooks and tables can hold them."""

import re
from textwrap import wrap

from drawdown.mission.cells import LONGEST, UNREADABLE

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula, blanks before it or not."""
LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
"""Signs that the name of a sheet cannot have."""


def clean(text: str) -> str:
    """Return a text with plain line ends, without characters that are none, cut to fit.

    No workbook can hold the others.
    """
    return fits(UNREADABLE.sub(" ", LINE_END.sub("\n", text)), LONGEST)


def fits(text: str, longest: int) -> str:
    """Return a text; one that is too long is cut, and ends with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of so many characters."""
    return len(wrap(text, max(int(width), 1), break_on_hyphens=False)) or 1


def sheet_name(title: str) -> str:
    """Return the title of a table as the name of its sheet."""
    return fits(title.translate(NOT_IN_NAMES).strip("' "), LONGEST_NAME)


def unlike_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula when it opens a CSV file.

    An apostrophe is put before it, as people do when they type such a text.
    """
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text
