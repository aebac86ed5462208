"""The folder of a starting mission: its tables, its sources, its to-do list."""

from collections.abc import Iterable
from pathlib import Path

from drawdown.importing.todo import TODO, Item, todo_page
from drawdown.mission import Mission, write_mission
from drawdown.whole_file import write_whole

SOURCE = "SOURCE.md"


def write_folder(
    mission: Mission, folder: Path, *, todo: Iterable[Item], source: str
) -> None:
    """Write a starting mission.

    Parameters
    ----------
    mission
        Its tables.
    folder
        Is made if it is not there; tables in it are replaced.
    todo
        What is to be looked up.
    source
        Where the tables come from, as a page in Markdown.

    Raises
    ------
    MissionError
        It has texts that would be read as others.

    """
    write_mission(mission, folder)
    write_whole(folder / SOURCE, source.encode())
    write_whole(folder / TODO, todo_page(mission.header.name, todo).encode())
