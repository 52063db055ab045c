"""Looks at rendered pages in a real browser and says what is wrong with them.

usage: check_pages.py BROWSER OUTPUT-FOLDER

Prints one line for each thing that is wrong, and `checked N pages` at the end. Exit code 1 when anything is wrong.
The sample course is expected for what needs a certain page (player, search, copy, contents); every page found is held to the rest.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

try:
    from axe_playwright_python.sync_playwright import Axe
except ImportError:
    Axe = None

problems = []


def expect(condition, page, what):
    if not condition:
        problems.append(f"{page}: {what}")


def open_page(context, url, folder, name):
    """A new page that reports console messages and requests that leave the folder."""
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"{name}: console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{name}: script error: {error}"))
    page.on("requestfailed", lambda request: problems.append(f"{name}: failed request: {request.url[:200]}"))

    def allowed(address):
        return address.startswith(("data:", "file://" + str(folder)))

    page.on("request", lambda request: None if allowed(request.url) else problems.append(f"{name}: request: {request.url[:200]}"))
    page.goto(url)
    page.wait_for_timeout(120)
    return page


WIDER = """() => {
  const width = document.documentElement.clientWidth, wide = [];
  if (document.documentElement.scrollWidth > width) wide.push('page ' + document.documentElement.scrollWidth);
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= width + 0.5) continue;
    let scroller = element.parentElement, inside = false;
    for (; scroller; scroller = scroller.parentElement)
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(scroller).overflowX)) { inside = true; break; }
    if (!inside && getComputedStyle(element).position !== 'absolute') wide.push(element.tagName + '.' + element.className);
  }
  return wide;
}"""


def check_every_page(browser, folder, pages):
    for path in pages:
        name = str(path.relative_to(folder))
        url = path.as_uri()
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}, bypass_csp=True)
            page = open_page(context, url, folder, f"{name} ({scheme})")
            loaded = page.evaluate("[...document.images].filter(i => !(i.complete && i.naturalWidth)).map(i => i.currentSrc.slice(0, 200))")
            expect(not loaded, name, f"pictures that do not load: {loaded}")
            if Axe is not None:
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                for violation in Axe().run(page).response["violations"]:
                    nodes = [node["html"][:120] + " " + node.get("failureSummary", "")[:200] for node in violation["nodes"][:3]]
                    problems.append(f"{name} ({scheme}): axe {violation['id']}: {violation['help']}: {nodes}")
            context.close()
        for width in (320, 360, 1100):
            context = browser.new_context(viewport={"width": width, "height": 740})
            page = open_page(context, url, folder, f"{name} ({width})")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            wide = page.evaluate(WIDER)
            expect(not wide, f"{name} ({width})", f"wider than the window: {wide[:5]}")
            context.close()
        context = browser.new_context(java_script_enabled=False)
        page = open_page(context, url, folder, f"{name} (no scripts)")
        expect(page.locator("main").inner_text().strip() != "", name, "empty without scripts")
        expect(not page.locator(".theme-button").is_visible(), name, "a switch that does nothing without scripts")
        context.close()


def check_theme(browser, folder, path):
    context = browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 900})
    page = open_page(context, path.as_uri(), folder, "theme")
    ground = "getComputedStyle(document.body).backgroundColor"
    twin = "(document.querySelector('source.dark-twin') || {}).media"
    light = page.evaluate(ground)
    page.click(".theme-button")
    dark = page.evaluate(ground)
    expect(light != dark, "theme", "the switch changes nothing")
    expect(page.evaluate(twin) == "all", "theme", "pictures do not follow the switch")
    page.reload()
    expect(page.evaluate(ground) == dark, "theme", "the choice is forgotten")
    page.click(".theme-button")
    expect(page.evaluate(ground) == light and page.evaluate(twin) == "not all", "theme", "the switch does not go back")
    context.close()


def check_contents(browser, folder, path):
    context = browser.new_context(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page = open_page(context, path.as_uri(), folder, "contents")
    links = page.locator(".contents a")
    expect(links.count() > 2, "contents", "no entries")
    for index in (1, links.count() - 2, 0):
        links.nth(index).click()
        page.wait_for_timeout(150)
        expect(links.nth(index).get_attribute("aria-current") == "true", "contents", f"entry {index} is not marked")
        expect(page.locator(".contents a[aria-current]").count() == 1, "contents", "more than one entry is marked")
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_timeout(100)
    expect(not links.first.is_visible(), "contents", "not folded on a phone")
    page.click(".contents summary")
    expect(links.first.is_visible(), "contents", "cannot be unfolded on a phone")
    context.close()


def check_search(browser, folder, path):
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = open_page(context, path.as_uri(), folder, "search")
    page.keyboard.press("/")
    field = page.locator("dialog.search input")
    expect(field.is_visible(), "search", "the slash key does not open it")
    field.fill("slope loss")
    page.wait_for_timeout(200)
    hits = page.locator(".search-results a")
    expect(hits.count() == 1, "search", f"{hits.count()} results for two words of one section")
    field.fill("<b>nothing</b>")
    expect(hits.count() == 0 and page.locator(".search-status").inner_text() == "Nothing found.", "search", "finds what is not there")
    field.fill("slope")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect(page.url.endswith("lesson6/index.html#a-line-that-finds-its-points"), "search", f"leads to {page.url}")
    page.click(".search-button")
    page.keyboard.press("Escape")
    expect(not field.is_visible(), "search", "Escape does not close it")
    context.close()


def check_copy(browser, folder, path):
    context = browser.new_context()
    page = open_page(context, path.as_uri(), folder, "copy")
    page.evaluate("() => { navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }; }")
    button = page.locator("#step-ratings .copy")
    button.focus()
    button.press("Enter")
    expected = "let ratings = try DataSets.movieLensSmall.ratings()\nratings.head(5)\n"
    expect(page.evaluate("window.copied") == expected, "copy", f"copied {page.evaluate('window.copied')!r}")
    expect(button.inner_text() == "Copied", "copy", "does not say that it copied")
    context.close()


def check_player(browser, folder, path):
    shown = "document.querySelector('.animation img').src.split('/').pop()"
    context = browser.new_context(reduced_motion="reduce")
    page = open_page(context, path.as_uri(), folder, "player")
    first = page.evaluate(shown)
    page.wait_for_timeout(400)
    expect(page.evaluate(shown) == first, "player", "moves although less motion is asked for")
    page.get_by_role("button", name="Next frame").click()
    second = page.evaluate(shown)
    expect(second != first, "player", "a step changes nothing")
    page.get_by_role("button", name="Previous frame").click()
    expect(page.evaluate(shown) == first, "player", "a step back does not go back")
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    count = int(page.get_by_role("slider").get_attribute("max"))
    expect(page.locator(".player output").inner_text() == f"{count} of {count}", "player", "the slider does not reach the end")
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) != f"animation-1-frame{count}.png", "player", "does not play")
    page.get_by_role("button", name="Pause").click()
    still = page.evaluate(shown)
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) == still, "player", "does not pause")
    frames = page.evaluate("document.querySelector('.animation').dataset.frames.split(' ').length")
    expect(frames == count == 20, "player", f"{frames} frames")
    context.close()
    context = browser.new_context(reduced_motion="no-preference")
    page = open_page(context, path.as_uri(), folder, "player (motion)")
    before = page.evaluate(shown)
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) != before, "player", "does not start by itself")
    context.close()


def main():
    browser_path, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    pages = sorted(folder.glob("*.html")) + sorted(folder.glob("*/index.html"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        check_every_page(browser, folder, pages)
        lesson5, lesson6 = folder / "lesson5" / "index.html", folder / "lesson6" / "index.html"
        if "Collaborative filtering" in lesson5.read_text() and lesson6.exists():
            check_theme(browser, folder, lesson5)
            check_contents(browser, folder, lesson5)
            check_search(browser, folder, lesson5)
            check_copy(browser, folder, lesson5)
            check_player(browser, folder, lesson6)
        browser.close()
    for problem in problems:
        print(problem)
    if Axe is None:
        print("axe-core is not installed: its rules were not checked")
    print(f"checked {len(pages)} pages")
    return 1 if problems else 0


sys.exit(main())
