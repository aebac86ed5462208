"""What really happened, from the shared tables: closures and departures."""

from collections.abc import Sequence

from building.shared import Cells, day, evidence, of_row
from drawdown.mission import ClosureActual, DepartureActual


def closures(rows: Sequence[Cells]) -> tuple[ClosureActual, ...]:
    """Return when each site was closed, beside what had been announced."""
    return tuple(
        ClosureActual(
            site_id=row["site_id"],
            planned_from=day(row["planned_from"]),
            planned_to=day(row["planned_to"]),
            departed=day(row["last_departure"]),
            handed_over=day(row["formal_handover"]),
            handed_to=row["handed_to"],
            how=row["handover_mode"],
            documents=row["documents"],
            condition=row["condition_left"],
            evidence=of_row(row),
            values={
                name: evidence(row["planned_confidence"], row["source"])
                for name in ("planned_from", "planned_to")
            },
        )
        for row in rows
    )


def departures(rows: Sequence[Cells]) -> tuple[DepartureActual, ...]:
    """Return how many had left by which day; days without a number are left out."""
    found = []
    for row in rows:
        when = day(row["date"])
        counts = [
            int(row[f"cumulative_departed_{name}"])
            if row[f"cumulative_departed_{name}"]
            else None
            for name in ("total", "uniformed", "civilian")
        ]
        if when is not None and any(count is not None for count in counts):
            persons, uniformed, civilian = counts
            found.append(
                DepartureActual(
                    on=when,
                    persons=persons,
                    uniformed=uniformed,
                    civilian=civilian,
                    approximate=row["approx"] == "yes",
                    evidence=of_row(row),
                )
            )
    return tuple(found)
