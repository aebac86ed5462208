"""The scripts in tools/ build the committed missions, byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.missions.sums import MISSIONS, NAMES

ROOT = MISSIONS.parent
SHARED = ROOT.parent / "shared" / "data"


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_building_again_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    """The committed folder is what the script makes of the shared tables."""
    if not (SHARED / name).is_dir():
        pytest.skip(f"the shared tables of {name} are not beside the checkout")
    script = ROOT / "tools" / f"build_{name}.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    built = {p.relative_to(tmp_path): p for p in tmp_path.rglob("*") if p.is_file()}
    assert len(built) > 17
    for path, file in built.items():
        assert file.read_bytes() == (MISSIONS / name / path).read_bytes(), path
