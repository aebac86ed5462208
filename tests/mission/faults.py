"""Files that do harm, and a mission folder with twelve faults."""

import io
import zipfile
from pathlib import Path

from drawdown.mission.template import write_template

BOM = b"\xef\xbb\xbf"


def bomb(path: Path, inflated: int = 700_000_000) -> None:
    """Write a workbook of less than a megabyte that unpacks to very much."""
    chunk = b"<c><v>1</v></c>" * 70_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(inflated // len(chunk)):
                member.write(chunk)


def lying_bomb(path: Path) -> None:
    """Write a workbook whose list of contents says that it is small."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 90_000_000)
    data = buffer.getvalue()
    size = (90_000_000).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (1_000).to_bytes(4, "little")))


def twelve_faults(folder: Path) -> None:
    """Write a mission folder with twelve faults of different sorts."""
    write_template(folder)
    _replace(folder / "units.csv", "CAMP,300,", "KAMP,300,")  # 1 a wrong id
    _replace(folder / "lots.csv", "truck,20,", "truck,-20,")  # 2 a negative number
    _replace(
        folder / "windows.csv", "2030-03-20", "2030-02-30"
    )  # 3 a date that is none
    _append(  # 4 a leg to nowhere
        folder / "legs.csv", "CAMP-AWAY,CAMP,AWAY,,road,,1,no,1,1,1,0,no,,0,0,0,"
    )
    _append(  # 5 a site without an exit
        folder / "sites.csv", "LONELY,Lonely,camp,,,,,,0,,,1,0,0,0,0,,,no,0,,,"
    )
    _replace(folder / "units.csv", "HQ,400,", "HQ,four hundred,")  # 6 strength as text
    _append(folder / "nodes.csv", "FORK,The fork again,,")  # 7 a duplicate row
    crews = "crew_id,name\nsurvey,Survey teams\n"  # 8 a missing column
    (folder / "crews.csv").write_text(crews, encoding="utf-8")
    tasks = (folder / "tasks.csv").read_bytes()  # 9 BOM and CRLF (and one real fault)
    tasks = tasks.replace(b"National police,", b"National police,").replace(
        b"yes,0.5", b"yes,half"
    )
    (folder / "tasks.csv").write_bytes(BOM + tasks.replace(b"\n", b"\r\n"))
    _append(  # 10 serial numbers of Excel for dates
        folder / "hazards.csv", "CAMP-FORK,47484,47514,0.1"
    )
    with (folder / "communities.csv").open("ab") as file:  # 11 a cell of 100 MB
        file.write(b'VAST,"')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'",12,-7,5\n')
    (folder / "threats.csv").unlink()  # 12 a zip bomb as workbook
    bomb(folder / "threats.xlsx")


def _replace(path: Path, old: str, new: str) -> None:
    """Replace what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path.name, old, text)
    path.write_text(text.replace(old, new), encoding="utf-8")


def _append(path: Path, line: str) -> None:
    """Add a line to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
