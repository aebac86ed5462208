"""Numbers of things in words."""


def counted(number: float, one: str, many: str = "") -> str:
    """Return a number with its noun, such as 1 day, 12 days, 3 companies."""
    return f"{number:,g} {one if number == 1 else many or one + 's'}"
