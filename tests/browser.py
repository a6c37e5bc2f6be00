"""A real browser, as an office might use it: what it sees, what it complains about, what axe finds."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it comes without types
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from starlette.types import ASGIApp

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


AXE = "axe.run({resultTypes: ['violations']}).then(({violations}) => violations)"
"""Of all that axe has to say only what it finds fault with is carried over."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start Chromium: the machine's own, else the one that was installed for the tests."""
    with sync_playwright() as playwright:
        own = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=own, args=OPTIONS)
        yield browser
        browser.close()


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve an application on a free port, and give its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


def watched(page: Page) -> Page:
    """Let the page write down every violation of the content policy from its first moment."""
    page.add_init_script(VIOLATIONS)
    return page


def policy_violations(page: Page) -> list[str]:
    """Return what the page tried against the content policy."""
    found: list[str] = page.evaluate("window.violations")
    return found


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds hard to use for some."""
    page.evaluate(AXE_SCRIPT)
    violations = page.evaluate(AXE)
    return [f"{found['id']}: {node['html']}" for found in violations for node in found["nodes"]]
