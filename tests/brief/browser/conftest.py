"""A browser, and briefings for it to look at."""

import gzip
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright
from tests.missions.hand_plan import hand_plan

from drawdown.brief.facts import gather
from drawdown.brief.page import page as briefing_page
from drawdown.language import Language
from drawdown.mission import Mission, bundled, read_mission
from drawdown.plan import Plan, read_plan
from drawdown.verifying import verify

DATA = Path(__file__).parents[1] / "data"
NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "DRAWDOWN_REQUIRE_BROWSER"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine; without one the tests are skipped, not so in CI."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        message = "needs Chromium on the path (apt-get install chromium)"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{message}, and {REQUIRED} is set")
        pytest.skip(message)
    with sync_playwright() as playwright:
        # The sandbox needs rights that a container's root does not have.
        found = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield found
        found.close()


@cache
def mission(name: str) -> Mission:
    return read_mission(bundled(name))


@pytest.fixture(scope="session")
def plan_of(tmp_path_factory) -> Callable[[str], Plan]:
    """A valid plan of a bundled mission: by hand, or one that was made before."""
    folder = tmp_path_factory.mktemp("plans")

    @cache
    def found(name: str) -> Plan:
        if name == "tutorial":
            plan = hand_plan(mission(name))
        else:
            path = folder / f"{name}.json"
            packed = (DATA / f"{name}-plan.json.gz").read_bytes()
            path.write_bytes(gzip.decompress(packed))
            plan = read_plan(path)
        assert verify(mission(name), plan).violations == ()
        return plan

    return found


@pytest.fixture(scope="session")
def written(tmp_path_factory, plan_of) -> Callable[[str, str], Path]:
    """The file of a mission's briefing in a language."""
    folder = tmp_path_factory.mktemp("briefings")

    @cache
    def found(name: str, code: str) -> Path:
        language = Language(code)
        facts = gather(mission(name), plan_of(name), language=language)
        path = folder / f"{name}-{code}.html"
        path.write_text(briefing_page(facts, language), "utf-8")
        return path

    return found


@dataclass
class Looked:
    """A briefing in the browser, and what it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    """Messages and errors of the console."""
    asked: list[str] = field(default_factory=list)
    """Addresses that it asked for, but for its own."""


@pytest.fixture
def look(browser, written) -> Iterator[Callable[..., Looked]]:
    """Open a briefing in a browser that has no network."""
    contexts = []

    def opened(
        name: str,
        code: str = "en",
        *,
        width: int = 1280,
        media: str = "screen",
        scheme: str = "light",
        **more,
    ) -> Looked:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            offline=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.emulate_media(media=media, color_scheme=scheme)
        looked = Looked(page)
        own = written(name, code).as_uri()

        def note(request: Request) -> None:
            if request.url.split("#")[0] != own:
                looked.asked.append(request.url)

        page.on("request", note)
        page.on("console", lambda message: looked.said.append(message.text))
        page.on("pageerror", lambda error: looked.said.append(str(error)))
        page.goto(own)
        return looked

    yield opened
    for context in contexts:
        context.close()
