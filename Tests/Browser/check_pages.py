"""Looks at rendered pages in a real browser and says what is wrong with them.

usage: check_pages.py BROWSER OUTPUT-FOLDER

Prints one line for each thing that is wrong, and `checked N pages` at the end. Exit code 1 when anything is wrong.
"""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

problems = []


def expect(condition, page, what):
    if not condition:
        problems.append(f"{page}: {what}")


def open_page(context, url, folder, name):
    """A new page that reports console messages and requests that leave the folder."""
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"{name}: console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{name}: script error: {error}"))

    def failed(request):
        # A picture that is still loading when the page is left is no failure.
        if "ERR_ABORTED" not in (request.failure or ""):
            problems.append(f"{name}: failed request: {request.url[:200]}: {request.failure}")

    page.on("requestfailed", failed)

    def allowed(address):
        return address.startswith(("data:", "file://" + str(folder)))

    page.on("request", lambda request: None if allowed(request.url) else problems.append(f"{name}: request: {request.url[:200]}"))
    page.goto(url)
    page.wait_for_timeout(100)
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

# Code that a reader at a desk would have to push sideways.
CUT_CODE = """() => [...document.querySelectorAll('.code pre')].filter(e => e.clientWidth && e.scrollWidth > e.clientWidth)
  .map(e => e.textContent.slice(0, 60))"""

UNLOADED = "[...document.images].filter(i => !(i.complete && i.naturalWidth)).map(i => i.currentSrc.slice(0, 200))"


def unloaded(page):
    """The pictures that are not there in the end; a page takes those of its other scheme in its own time."""
    for _ in range(200):
        missing = page.evaluate(UNLOADED)
        if not missing:
            break
        page.wait_for_timeout(50)
    return missing


def check_rules(page, name):
    for violation in Axe().run(page).response["violations"]:
        nodes = [node["html"][:120] + " " + node.get("failureSummary", "")[:200] for node in violation["nodes"][:3]]
        problems.append(f"{name}: axe {violation['id']}: {violation['help']}: {nodes}")


def check_every_page(browser, folder, pages):
    for path in pages:
        name = str(path.relative_to(folder))
        # Axe is put into the page, which the page's own policy would refuse.
        context = browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 900}, bypass_csp=True)
        page = open_page(context, path.as_uri(), folder, name)
        page.evaluate("Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode().catch(() => 0); }))")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(50)
            missing = unloaded(page)
            expect(not missing, f"{name} ({scheme})", f"pictures that do not load: {missing}")
            check_rules(page, f"{name} ({scheme})")
        for width in (320, 360, 1100):
            page.set_viewport_size({"width": width, "height": 740})
            page.wait_for_timeout(50)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            wide = page.evaluate(WIDER)
            expect(not wide, f"{name} ({width})", f"wider than the window: {wide[:5]}")
        expect(not page.evaluate(CUT_CODE), f"{name} ({width})", f"code that is cut: {page.evaluate(CUT_CODE)[:3]}")
        context.close()
        context = browser.new_context(java_script_enabled=False)
        page = open_page(context, path.as_uri(), folder, f"{name} (no scripts)")
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
    expect(page.evaluate(twin) == "screen", "theme", "pictures do not follow the switch")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.evaluate(twin) == "not all", "theme", "dark pictures are printed")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.evaluate(twin) == "screen", "theme", "pictures stay light after printing")
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
    page.wait_for_function("window.lessonsSearchIndex")
    # The heading of a lesson's second section, searched for from another lesson's page.
    wanted = page.evaluate("""() => {
      const other = window.lessonsSearchIndex.find(l => !location.href.endsWith(l.page) && l.sections.length > 2);
      return { page: other.page, anchor: other.sections[2][0], words: other.title + ' ' + other.sections[2][1] };
    }""")
    field.fill(wanted["words"])
    page.wait_for_timeout(200)
    hits = page.locator(".search-results a")
    expect(hits.count() >= 1, "search", f"nothing for “{wanted['words']}”")
    field.fill("<b>nothing</b>")
    expect(hits.count() == 0 and page.locator(".search-status").inner_text() == "Nothing found.", "search", "finds what is not there")
    field.fill(wanted["words"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect(page.url.endswith(f"{wanted['page']}#{wanted['anchor']}"), "search", f"leads to {page.url}")
    page.click(".search-button")
    field.fill(wanted["words"])
    page.keyboard.press("Escape")
    expect(not field.is_visible(), "search", "Escape does not close it")
    context.close()


def check_copy(browser, folder, path):
    context = browser.new_context()
    page = open_page(context, path.as_uri(), folder, "copy")
    page.evaluate("() => { navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }; }")
    # One with a line that is wrapped: what is copied has the line whole.
    block = page.locator(".code:has(.long)").first
    button = block.locator(".copy")
    button.focus()
    button.press("Enter")
    expected = block.locator("code").text_content()
    program = path.with_name(path.parent.name + ".swift").read_text()
    expect(expected.strip() and max(expected.splitlines(), key=len) in program, "copy", "a long line is not that of the program")
    expect(page.evaluate("window.copied") == expected, "copy", f"copied {page.evaluate('window.copied')!r}")
    expect(button.inner_text() == "Copied", "copy", "does not say that it copied")
    context.close()


def check_player(browser, folder, path):
    shown = "document.querySelector('.animation img').src.split('/').pop()"
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    page = open_page(context, path.as_uri(), folder, "player")
    data = page.evaluate("Object.assign({}, document.querySelector('.animation').dataset)")
    frames, dark_frames = data["frames"].split(" "), data["darkFrames"].split(" ")
    count = len(frames)
    expect(count > 1 and len(dark_frames) == count, "player", f"{count} frames, {len(dark_frames)} for dark pages")
    for frame in frames + dark_frames:
        expect((path.parent / frame).exists(), "player", f"there is no {frame}")
    page.wait_for_timeout(400)
    expect(page.evaluate(shown) == frames[0], "player", "moves although less motion is asked for")
    player = page.locator(".player").first
    player.get_by_role("button", name="Next frame").click()
    expect(page.evaluate(shown) == frames[1], "player", "a step does not show the next frame")
    player.get_by_role("button", name="Previous frame").click()
    expect(page.evaluate(shown) == frames[0], "player", "a step back does not go back")
    player.get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(player.locator("output").inner_text() == f"{count} of {count}", "player", "the slider does not reach the end")
    player.get_by_role("button", name="Play").click()
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) != frames[-1], "player", "does not play")
    player.get_by_role("button", name="Pause").click()
    still = page.evaluate(shown)
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) == still, "player", "does not pause")
    page.click(".theme-button")
    expect(page.evaluate(shown) in dark_frames, "player", "shows no dark frame on a dark page")
    context.close()
    context = browser.new_context(reduced_motion="no-preference")
    page = open_page(context, path.as_uri(), folder, "player (motion)")
    before = page.evaluate(shown)
    page.wait_for_timeout(350)
    expect(page.evaluate(shown) != before, "player", "does not start by itself")
    context.close()


def check_enlarging(browser, folder, path):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = open_page(context, path.as_uri(), folder, "enlarge")
    figure = page.locator(".figure").first
    image = figure.locator("img")
    natural = int(image.get_attribute("width"))
    expect(image.bounding_box()["width"] <= 360, "enlarge", "a picture is wider than the phone")
    figure.locator(".enlarge").click()
    expect(abs(image.bounding_box()["width"] - natural) < 1, "enlarge", "does not show the picture in its own size")
    expect(page.evaluate("document.documentElement.scrollWidth") <= 360, "enlarge", "the page scrolls sideways")
    figure.locator(".enlarge").click()
    expect(image.bounding_box()["width"] <= 360, "enlarge", "does not show the whole picture again")
    context.close()


def main():
    browser_path, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    lessons = sorted(folder.glob("*/index.html"))
    pages = sorted(folder.glob("*.html")) + lessons
    texts = {path: path.read_text() for path in lessons}

    def first(piece):
        return next((path for path in lessons if piece in texts[path]), None)

    checks = {
        "a dark picture": (first('class="dark-twin"'), check_theme),
        "contents": (max(lessons, key=lambda path: texts[path].count("<h2")), check_contents),
        "search": (lessons[0], check_search),
        "code": (first('class="long '), check_copy),
        "an animation": (first('class="figure animation"'), check_player),
        "a figure": (first('class="figure"'), check_enlarging),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        check_every_page(browser, folder, pages)
        for what, (path, check) in checks.items():
            expect(path is not None, "the course", f"has no page with {what}")
            if path is not None:
                check(browser, folder, path)
        browser.close()
    for problem in problems:
        print(problem)
    print(f"checked {len(pages)} pages")
    return 1 if problems else 0


sys.exit(main())
