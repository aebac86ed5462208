"""The tutorial mission is sound, and its best plan is the one found by hand."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
