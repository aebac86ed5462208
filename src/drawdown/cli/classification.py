"""The line that says who may see a briefing or an export."""

from drawdown.errors import UsageError

LONGEST = 120
"""Characters of a classification, which stands on top of every printed page."""


def ensure_one_line(classification: str) -> None:
    """Ensure that a classification fits on a line of a page.

    Raises
    ------
    UsageError
        It is longer, or has characters that are not printed.

    """
    if len(classification) > LONGEST or not classification.isprintable():
        raise UsageError(
            f"--classification is one line of at most {LONGEST} characters"
        )
