"""A real browser for the tests that look at pages as people do."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NO_BROWSER = (
    "no Chromium was found, so nothing looked at the pages. "
    "Install it (on Debian and Ubuntu: apt-get install chromium), "
    "or name a browser in CHROME_PATH."
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for the whole run; its profile stays out of the home directory."""
    executable = _chromium()
    if executable is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    home = tmp_path_factory.mktemp("browser-home")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox"],
            env={**_environment(), "HOME": str(home), "XDG_CONFIG_HOME": str(home)},
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page, without anything that an earlier test left behind."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _chromium() -> str | None:
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).is_file():
        return named
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for found in map(shutil.which, names) if found), None)


def _environment() -> dict[str, str | float | bool]:
    return dict(os.environ)
