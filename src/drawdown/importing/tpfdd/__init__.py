"""Movement requirements in the manner of a TPFDD: one line for each unit that moves.

The time-phased force and deployment data of military planners have, for each unit
line: origin, ports, destination, the windows, mode, passengers and cargo. A mission
takes from them its units, their things, where they are, and through which exit and by
when they go.
"""

from drawdown.importing.tpfdd.into import import_into
from drawdown.importing.tpfdd.requirements import Requirements, read_requirements
from drawdown.importing.tpfdd.start import import_as_start

__all__ = ["Requirements", "import_as_start", "import_into", "read_requirements"]
