"""One reason why something could not be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """A law that would be broken, and how."""

    law: str
    text: str
    lasts: bool = False
    """It holds on every day before, too."""

    def __str__(self) -> str:
        return f"{self.text} (§{self.law})"
