"""The decision, its powers and dates, and the weights of a generated mission."""

from drawdown.mission.decision import Authority, Decision, Deliverable
from drawdown.mission.generating.block import DEADLINE, GENERATED, START, day
from drawdown.mission.mission import Header
from drawdown.mission.policy import Planning, Weights


def header(scale: float, seed: int) -> Header:
    """Return the head of the mission; its name says how it was made."""
    return Header(
        mission_id=f"generated-{scale:g}-{seed}",
        name=f"Generated mission, scale {scale:g}, seed {seed}",
        host_state="Nowhere",
        start=START,
        as_of=day(-1),
        evidence=GENERATED,
    )


def decision() -> Decision:
    """Return the decision to withdraw within 184 days."""
    return Decision(
        symbol="S/RES/0000 (2030)",
        adopted=day(-1),
        cessation=day(-1),
        deadline=day(DEADLINE),
        liquidation_from=day(DEADLINE + 1),
        evidence=GENERATED,
    )


def authorities() -> tuple[Authority, ...]:
    """Return the power to protect near the sites, which lapses on day 91."""
    return (
        Authority(
            authority_id="protect",
            name="Respond to threats to civilians near the sites",
            start=day(0),
            end=day(91),
            protects=True,
            radius_km=40,
            evidence=GENERATED,
        ),
        Authority(
            authority_id="withdraw",
            name="Secure the withdrawal",
            start=day(0),
            end=day(DEADLINE),
            evidence=GENERATED,
        ),
    )


def deliverables() -> tuple[Deliverable, ...]:
    """Return what is due on a date."""
    return (
        Deliverable(
            deliverable_id="plan",
            name="Plan for the transfer of tasks",
            party="mission",
            due=day(45),
            evidence=GENERATED,
        ),
    )


def weights() -> Weights:
    """Return the weights in USD."""
    return Weights(
        people_late=50_000,
        attacks=800_000,
        protection_gap=4,
        loss=1,
        money=1,
        evidence=GENERATED,
    )


def planning() -> Planning:
    """Return the days of overrun that a plan may use."""
    return Planning(overrun_days=30, evidence=GENERATED)
