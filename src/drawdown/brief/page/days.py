"""The days that the decision names, as lines and marks of the pictures."""

from datetime import date

from drawdown.brief.page.setting import Setting

__all__ = ["decision_days"]


def decision_days(setting: Setting) -> tuple[tuple[date, str], ...]:
    """Return the days of the decision within the plan with their names, by day."""
    heading, text = setting.briefing.heading, setting.language.text
    found: list[tuple[date, str]] = [
        (one.due, text("due: {what}", what=one.name)) for one in heading.deliverables
    ]
    found += [
        (one.end, text("authority to protect ends"))
        for one in heading.authorities
        if one.end is not None and one.protects
    ]
    found.append((heading.deadline, text("deadline")))
    names: dict[date, list[str]] = {}
    for day, name in sorted(found, key=lambda pair: pair[0]):
        if heading.start <= day <= heading.end:
            names.setdefault(day, []).append(name)
    return tuple((day, "; ".join(said)) for day, said in names.items())
