"""Nothing on a briefing's page keeps anybody out, in any look or language (axe)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

LOOKS = {
    "wide": {"width": 1280},
    "narrow": {"width": 375},
    "dark": {"width": 1280, "scheme": "dark"},
    "print": {"width": 720, "media": "print"},
}


UNFOLDED = """() => {
    document.querySelectorAll('main > section').forEach(found => {
      found.style.contentVisibility = 'visible'; });
    document.querySelectorAll('details').forEach(found => { found.open = true; });
    document.querySelectorAll('.fold').forEach(found => { found.checked = true; }); }"""
"""Shows what is folded or beyond the screen, of which axe sees nothing else."""
FIRST = {("wide", "en"), ("narrow", "ar"), ("dark", "fr"), ("print", "en")}
"""What is looked at each time of a large page; the rest with the long tests."""


def views():
    """Every mission in every look and language."""
    for name in ("tutorial", "minusma", "unamid"):
        for style in LOOKS:
            for code in ("en", "fr", "ar"):
                long = name != "tutorial" and (style, code) not in FIRST
                marks = [pytest.mark.long] if long else []
                yield pytest.param(name, style, code, marks=marks)


@pytest.mark.parametrize(("name", "style", "code"), list(views()))
def test_axe_finds_no_violation(look, name, style, code):
    looked = look(name, code, **LOOKS[style])
    looked.page.evaluate(UNFOLDED)
    found = Axe().run(looked.page)
    said = [
        f"{one['id']}: {one['help']}: "
        + "; ".join(node["html"][:160] for node in one["nodes"][:3])
        for one in found.response["violations"]
    ]
    assert said == []
    assert looked.said == []
    assert looked.asked == []


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
@pytest.mark.parametrize("width", [320, 375])
@pytest.mark.parametrize("name", ["tutorial", "minusma", "unamid"])
def test_a_narrow_screen_does_not_scroll_sideways(look, name, width, code):
    page = look(name, code, width=width).page
    wide, shown = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= shown


@pytest.mark.parametrize("name", ["tutorial", "minusma", "unamid"])
def test_what_scrolls_can_be_scrolled_by_keyboard(look, name):
    page = look(name, width=375).page
    unreachable = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(found =>
            found.scrollWidth > found.clientWidth + 1 &&
            ['auto', 'scroll'].includes(getComputedStyle(found).overflowX) &&
            found.checkVisibility() &&
            found.tabIndex < 0).map(found => found.outerHTML.slice(0, 120))"""
    )
    assert unreachable == []


@pytest.mark.parametrize("name", ["tutorial", "minusma", "unamid"])
def test_text_of_pictures_is_large_enough_to_be_read(look, name):
    """At least 9 pixels on the screen for whatever is written in a picture."""
    page = look(name, width=375).page
    small = page.evaluate(
        """[...document.querySelectorAll('main svg text')].filter(found =>
            found.checkVisibility() && !found.closest('defs')).map(found => {
              const matrix = found.getScreenCTM();
              return [found.textContent,
                parseFloat(getComputedStyle(found).fontSize) * matrix.a];
            }).filter(([, size]) => size < 9)"""
    )
    assert small == []


def test_axe_sees_what_is_beyond_the_screen(look):
    """So that finding nothing means something: here is something to find."""
    page = look("tutorial").page
    page.evaluate(UNFOLDED)
    page.evaluate(
        """() => { const last = document.querySelector('main > section:last-of-type p');
          last.style.color = '#ccc'; last.style.background = '#fff'; }"""
    )
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found] == ["color-contrast"]


@pytest.mark.parametrize("name", ["minusma", "unamid"])
@pytest.mark.parametrize("width", [375, 1280])
def test_names_and_letters_of_small_maps_are_large_enough_to_be_read(look, name, width):
    """They are defined once and used, so their size is that of the map."""
    page = look(name, width=width).page
    sizes = page.evaluate(
        """() => { const size = name => parseFloat(getComputedStyle(
            document.querySelector(name)).fontSize);
          const picture = document.querySelector('.map-frame svg');
          const mark = [...picture.querySelectorAll('use')]
            .find(found => found.getAttribute('href') === '#map-open');
          const units = picture.getBoundingClientRect().width /
            picture.viewBox.baseVal.width;
          const symbol = document.querySelector('#map-open').viewBox.baseVal.width;
          return [size('#map-names text') * units,
            size('#map-open text') * units * mark.width.baseVal.value / symbol]; }"""
    )
    assert min(sizes) >= 9


@pytest.mark.parametrize("name", ["minusma", "unamid"])
def test_names_on_maps_are_not_cut_off_at_the_edge(look, name):
    """On the large map, and on the small ones, which share theirs."""
    cut = look(name).page.evaluate(
        """() => { const map = document.querySelector('#map');
          const shared = document.createElementNS(map.namespaceURI, 'g');
          shared.append(...document.querySelector('#map-names').cloneNode(true).children);
          map.append(shared);
          const {width, height} = map.viewBox.baseVal;
          return [...map.querySelectorAll('text.label')].filter(text => {
            const box = text.getBBox();
            return box.x < 0 || box.y < 0 || box.x + box.width > width ||
              box.y + box.height > height; }).map(text => text.textContent); }"""
    )
    assert cut == []
