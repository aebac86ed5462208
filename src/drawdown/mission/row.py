"""What the rows of all tables share: the evidence for the row and for single values."""

import copyreg
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from drawdown.quantities import Evidence


def read_only(values: dict[str, Evidence]) -> MappingProxyType[str, Evidence]:
    """Return a mapping that cannot be changed."""
    return MappingProxyType(values)


# A mission goes to other processes whole, with its read-only mappings.
copyreg.pickle(MappingProxyType, lambda view: (read_only, (dict(view),)))

NO_EVIDENCE = Evidence()
NOTHING: Mapping[str, Evidence] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table of the mission."""

    evidence: Evidence = NO_EVIDENCE
    """Of the row as a whole (columns ``source``, ``confidence``, ``note``)."""
    values: Mapping[str, Evidence] = field(default_factory=lambda: NOTHING)
    """Of single columns (columns ``<column>_source``, ``<column>_confidence``)."""

    def evidence_of(self, column: str) -> Evidence:
        """Return the evidence of one column: its own, or else that of the row."""
        return self.values.get(column, self.evidence)
