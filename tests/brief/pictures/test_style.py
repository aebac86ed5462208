import re

import pytest
from tests.brief.pictures.crossing import boundaries, gantt_input, map_input, timeline
from tests.brief.pictures.test_charts import BARS, lines, multiples

from drawdown.brief.pictures import (
    ENGLISH,
    draw_bars,
    draw_gantt,
    draw_lines,
    draw_maps,
    draw_multiples,
    draw_slider,
    style,
)

PAPERS = ("paper", "land", "host")
WRITTEN = ("ink", "soft")
ON_PAPER = ("blue", "green", "amber", "red", "violet")


def palettes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root\{([^}]*)\}", style())
    return {
        mode: dict(re.findall(r"--p-(\w+):(#[0-9a-f]+)", block))
        for mode, block in zip(("light", "dark", "print"), blocks, strict=True)
    }


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_text_can_be_read_on_every_ground(mode):
    colours = palettes()[mode]
    for ground in PAPERS:
        for text in WRITTEN:
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for text in ON_PAPER:
        assert contrast(colours[text], colours["paper"]) >= 4.5, text


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_lines_and_marks_can_be_seen_on_every_ground(mode):
    colours = palettes()[mode]
    for ground in PAPERS:
        for line in (*ON_PAPER, "grey"):
            assert contrast(colours[line], colours[ground]) >= 3, (line, ground)


@pytest.mark.parametrize("mode", ["light", "dark", "print"])
def test_the_letter_of_a_filled_mark_can_be_read(mode):
    colours = palettes()[mode]
    assert contrast(colours["paper"], colours["blue"]) >= 4.5
    assert contrast(colours["paper"], colours["ink"]) >= 4.5
    assert contrast(colours["ink"], colours["tint"]) >= 4.5


def test_every_colour_is_given_in_every_mode():
    names = [set(colours) for colours in palettes().values()]
    assert names[0] == names[1] == names[2]
    assert set(re.findall(r"var\(--p-(\w+)", style())) <= names[0]


def test_the_style_asks_for_nothing():
    assert "url(http" not in style()
    assert "@import" not in style()
    assert "@font-face" not in style()


def test_no_picture_has_a_style_of_its_own_which_a_strict_policy_forbids():
    maps = draw_maps(map_input(), boundaries())
    drawn = (
        maps.large,
        *maps.frames,
        maps.legend,
        draw_gantt(gantt_input(), ENGLISH),
        draw_slider(timeline(), ENGLISH),
        draw_lines(lines(), ENGLISH),
        draw_bars(BARS, ENGLISH),
        draw_multiples(multiples((1, 2)), ENGLISH),
    )
    for text in drawn:
        assert "style=" not in text
        assert not re.search(r"\son[a-z]+=", text)
