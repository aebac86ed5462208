"""How fast a briefing is built and drawn, as a section of RESULTS.md.

``python benchmarks/briefing.py [MISSION PLAN]`` prints it. Without arguments it takes
``minusma`` and the plan of its tests. It needs Chromium on the path.
"""

import gzip
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from drawdown.brief.facts import gather
from drawdown.brief.page import page
from drawdown.language import Language
from drawdown.mission import bundled, read_mission
from drawdown.plan import read_plan

PLAN = Path(__file__).parents[1] / "tests/brief/data/minusma-plan.json.gz"
TIMES = 7
THROTTLES = (1, 2, 4)
"""How many times slower than this machine the browser's processor is made."""

HEAD = """\
## Briefing

| what | value |
|---|---|"""

DRAWN = """
Drawn by Chromium {version}, least and median of {times}:

| processor so many times as slow | first content | loaded | painted whole | a step of the slider |
|---|---|---|---|---|"""  # noqa: E501

PAINTED = """() => new Promise(done => {
    const told = () => requestAnimationFrame(() => setTimeout(() => {
      const first = performance.getEntriesByName('first-contentful-paint')[0];
      const whole = performance.getEntriesByType('navigation')[0];
      if (!first || !whole.loadEventEnd) { told(); return; }
      done([first.startTime, whole.loadEventEnd, performance.now()]); }));
    told(); })"""
MOVED = """() => { const control = document.querySelector('.slider input');
    document.querySelector('.slider').scrollIntoView();
    document.body.offsetHeight;
    const begin = performance.now();
    for (let day = 0; day < 100; day++) {
      control.value = day; control.dispatchEvent(new Event('input'));
      document.body.offsetHeight; }
    return (performance.now() - begin) / 100; }"""


def main(name: str, plan_file: Path) -> None:
    """Print the section."""
    mission, plan = read_mission(bundled(name)), read_plan(plan_file)
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        files = [_built(mission, plan, code, Path(folder)) for code in ("en", "fr")]
        path = next(
            found
            for known in ("chromium", "google-chrome")
            if (found := shutil.which(known))
        )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=path, args=["--no-sandbox"]
            )
            print(DRAWN.format(version=browser.version, times=TIMES))
            for throttle in THROTTLES:
                _drawn(browser, files[0], throttle)
            browser.close()


def _built(mission, plan, code: str, folder: Path) -> Path:
    language = Language(code)
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        text = page(gather(mission, plan, language=language), language)
        seconds.append(time.perf_counter() - begin)
    path = folder / f"{code}.html"
    path.write_text(text, "utf-8")
    size, packed = path.stat().st_size, len(gzip.compress(path.read_bytes()))
    print(
        f"| {code}: built in, first time and median of 3 | "
        f"{seconds[0]:.2f} s, {statistics.median(seconds):.2f} s |"
    )
    print(
        f"| {code}: size, compressed | {size / 1000:.0f} kB, {packed / 1000:.0f} kB |"
    )
    return path


def _drawn(browser: Browser, path: Path, throttle: int) -> None:
    first, loaded, idle, moved = [], [], [], []
    for _ in range(TIMES):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        tab.goto(path.as_uri())
        for found, value in zip(
            (first, loaded, idle), tab.evaluate(PAINTED), strict=True
        ):
            found.append(value)
        moved.append(tab.evaluate(MOVED))
        context.close()
    cells = " | ".join(_pair(found) for found in (first, loaded, idle, moved))
    print(f"| {throttle} | {cells} |")


def _pair(found: list[float]) -> str:
    return f"{min(found):.0f} and {statistics.median(found):.0f} ms"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        main(sys.argv[1], Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as unpacked:
            plan_path = Path(unpacked) / "plan.json"
            plan_path.write_bytes(gzip.decompress(PLAN.read_bytes()))
            main("minusma", plan_path)
