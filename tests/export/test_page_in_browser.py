"""The HTML page in a real browser, where one is installed: pointing, the keyboard, narrow screens, no requests."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.export.html import page
from dateline.records import CodedDocument

sync_api = pytest.importorskip("playwright.sync_api")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no browser is installed")
    with sync_api.sync_playwright() as play:
        running = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path, sample: CodedDocument) -> Iterator[Any]:
    file = tmp_path / "page.html"
    file.write_text(page([sample, replace(sample, title="Second")]), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.requests = []
    tab.complaints = []
    tab.on("request", lambda request: tab.requests.append(request.url))
    tab.on("console", lambda message: tab.complaints.append(message.text))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.goto(file.as_uri())
    yield tab
    tab.close()


def lit(tab: Any, where: str) -> list[str]:
    return [" ".join(words.split()) for words in tab.locator(f"#d1 {where} .lit").all_inner_texts()]


def test_pointing_at_a_value_lights_its_words_and_back(opened: Any) -> None:
    opened.locator("#d1-e1 .v.place").hover()
    assert lit(opened, ".words") == ["near Marhit"]
    opened.locator("#d1 .words .r.event").first.hover()
    assert lit(opened, ".cards") == ["struck", "ASSAULT: struck"]
    assert opened.locator("#d1-e1.near").count() == 1
    opened.locator("#d1 h2").hover()
    assert lit(opened, ".cards") == []


def test_the_keyboard_reaches_words_and_values(opened: Any) -> None:
    opened.locator("#d1 .words .r.event").first.focus()
    assert "struck" in lit(opened, ".cards")
    opened.keyboard.press("Tab")
    assert "rocket fire" in lit(opened, ".cards")
    opened.locator("#d1-e1 .v.when").focus()
    assert lit(opened, ".words") == ["Monday evening"]
    opened.keyboard.press("Escape")
    assert lit(opened, ".words") == []


def test_a_click_goes_to_the_other_end(opened: Any) -> None:
    opened.set_viewport_size({"width": 360, "height": 400})
    opened.locator("#d1 .words .r.cue").click()
    opened.wait_for_timeout(800)
    box = opened.locator("#d1-c1").bounding_box()
    assert box["y"] < 400
    assert box["y"] + box["height"] > 0


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_sticks_out(opened: Any, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_documents_can_be_chosen(opened: Any) -> None:
    choices = opened.locator(".top select option")
    assert choices.all_inner_texts() == ["1. Depot struck <near> Marhit", "2. Second"]


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Any) -> None:
    opened.locator("#d1 .words .r.event").first.hover()
    assert len(opened.requests) == 1
    assert opened.complaints == []
