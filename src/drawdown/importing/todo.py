"""What an import could not know: one list for the terminal and for the folder."""

from collections.abc import Iterable
from dataclasses import dataclass

TODO = "TODO.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that somebody has to look up or to decide."""

    table: str
    """The file in which it belongs."""
    what: str

    def __str__(self) -> str:
        return f"{self.table}: {self.what}"


def todo_page(title: str, items: Iterable[Item]) -> str:
    """Return the list as a page in Markdown."""
    return "\n".join(
        (
            f"# To do: {title}",
            "",
            "The tables were filled in by an import. Every value that the source does "
            "not have is",
            "marked `assumed` in its row. Replace what somebody knows, say who said "
            "so in the",
            "columns `source` and `confidence`, and run `drawdown check` again.",
            "",
            *(f"- [ ] `{item.table}`: {item.what}" for item in items),
            "",
        )
    )
