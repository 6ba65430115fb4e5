"""The report in a real browser: nothing overlaps or runs over, every finding opens, and it reads without JavaScript."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import crossread
from crossread.present import to_html
from crossread.records import Dossier

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HARBOUR = Path(__file__).parents[2] / "examples" / "harbour"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: install Debian's package chromium"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the module."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of our own example."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(to_html(crossread.read(HARBOUR)), encoding="utf-8")
    return path


def open_page(browser: Browser, path: Path, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
    """The report in a page that notes every request and every error."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=script,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_nothing_runs_over(browser: Browser, report: Path, width: int, scheme: str) -> None:
    """With everything open the page is no wider than the window, and no two blocks of the reading column overlap."""
    page = open_page(browser, report, width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERLAPS) == []
    page.context.close()


# Siblings in the flow of the page whose boxes share more than a hair.
OVERLAPS = """() => {
  const found = [];
  for (const parent of document.querySelectorAll('main, main section, main details, .evidence, .timeline ol, .tally')) {
    const boxes = [...parent.children].map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width && b.height);
    for (let i = 0; i + 1 < boxes.length; i++) for (let j = i + 1; j < Math.min(boxes.length, i + 4); j++) {
      const [a, b] = [boxes[i][1], boxes[j][1]];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1 && y > 1) found.push(boxes[i][0].outerHTML.slice(0, 80));
    }
  }
  return found;
}"""


def test_every_finding_opens_its_evidence_without_script(browser: Browser, report: Path) -> None:
    """A press on a finding shows the words it rests on, JavaScript or none."""
    page = open_page(browser, report, script=False)
    findings = page.locator("details.finding")
    assert findings.count() > 0
    for number in range(findings.count()):
        finding = findings.nth(number)
        finding.locator("summary").click()
        assert finding.locator("mark").first.is_visible()
    page.context.close()


def test_links_open_the_account_at_the_words(browser: Browser, report: Path) -> None:
    """A link from evidence opens the account it stands in and shows the place."""
    page = open_page(browser, report)
    finding = page.locator("details.finding").first
    finding.locator("summary").click()
    link = finding.locator("figcaption a").first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert page.locator(f"details.account:has([id='{target}'])").get_attribute("open") is not None
    page.context.close()


def test_filter_hides_what_does_not_hold_the_word(browser: Browser, report: Path) -> None:
    """Typing a word leaves the items that hold it and tells how many."""
    page = open_page(browser, report)
    page.fill("#filter", "zzzz")
    assert page.locator("details.finding:visible").count() == 0
    assert page.locator(".hits").inner_text().startswith("0 of")
    page.fill("#filter", "")
    assert page.locator("details.finding:visible").count() > 0
    page.context.close()


def test_no_source_ever_runs_or_calls_out(browser: Browser, dossier: Dossier, tmp_path: Path) -> None:
    """Hostile words raise no dialog, run no script, and the page asks for nothing but itself."""
    path = tmp_path / "report.html"
    path.write_text(to_html(dossier), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    heard: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(path.as_uri())
    page.keyboard.press("/")
    assert asked == [path.as_uri()] and heard == []
    context.close()
