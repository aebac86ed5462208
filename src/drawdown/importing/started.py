"""What an import gives: a mission, what its source did not have, and the source."""

from dataclasses import dataclass
from pathlib import Path

from drawdown.importing.starting.folder import write_folder
from drawdown.importing.todo import Item
from drawdown.mission import Mission


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A mission to start from."""

    mission: Mission
    todo: tuple[Item, ...]
    source: str
    """The page about the source."""

    def write(self, folder: Path) -> None:
        """Write the folder of the mission."""
        write_folder(self.mission, folder, todo=self.todo, source=self.source)
