#!/usr/bin/env python3
"""Tests of the web page in a real browser: `make page-test`.

Usage: page_test.py CASUS [--pictures DIR] [--only REGEX]

CASUS is the program. It imports the sample articles, hostile ones and ten thousand events, writes
their pages, and every test opens them in a headless Chromium. With --pictures, screenshots are
written for people to look at.
"""

import argparse
import functools
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import traceback
import http.server

import corpus
import png
from browser import Browser

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def equal(found, wanted, what=""):
    assert found == wanted, f"{what or 'value'}: found {found!r}, wanted {wanted!r}"


class Site:
    """The pages, served from a folder and opened in one browser."""

    def __init__(self, casus, folder, browser):
        self.casus, self.folder, self.browser = casus, folder, browser
        handler = functools.partial(QuietHandler, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}/"

    def casus_run(self, *arguments):
        variables = {**os.environ, "CASUS_DATA": os.path.join(ROOT, "Data")}
        run = subprocess.run(
            [self.casus, *arguments], cwd=self.folder, env=variables, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)
        if run.returncode:
            sys.exit(f"casus {arguments[0]}: {run.stderr.strip()}")

    def open(self, name, hash="", width=1440, height=1000, **media):
        page = self.browser.open(width, height)
        if media:
            page.media(**media)
        page.go(self.origin + name + hash)
        return page

    def check(self, page):
        """Nothing was said, asked for or run that the page does not do by itself."""
        equal(page.console, [], "console")
        equal(page.dialogs, 0, "dialogs")
        equal(page.run("globalThis.hacked"), None, "run by an article")
        # `data:` is the browser's own icon of date fields.
        outside = [
            url for url in page.requests
            if not url.startswith("data:image/svg+xml;base64,") and not url.startswith(self.origin)]
        equal(outside, [], "requests")
        documents = {url.split("#")[0] for url in page.requests if url.startswith(self.origin)}
        equal(len(documents), 1, "documents")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


DATA = "JSON.parse(document.getElementById('data').textContent)"
FIRST_ROWS = "[...document.querySelectorAll('#rows tr')].slice(0, 5).map((row) => row.innerText)"


def rows(page):
    return page.run("document.querySelectorAll('#rows [data-event]').length")


def shown(page):
    """The number of events that the page says it shows."""
    return page.run("parseInt(document.getElementById('count').textContent.replace(/\\u00a0/g, ''))")


# Filters.


@test
def every_event_is_listed_and_counted(site):
    page = site.open("timeline.html")
    total = page.run(DATA + ".events.length")
    equal(shown(page), total)
    equal(rows(page), min(50, total))
    tally = page.run(
        "[...document.querySelectorAll('#classes .number')].map((n) => Number(n.textContent))")
    equal(sum(tally), total)
    site.check(page)


@test
def classes_and_statuses_filter(site):
    page = site.open("timeline.html")
    for facet, key in [("#classes", "quad"), ("#statuses", "status")]:
        for place in range(4):
            wanted = page.run(f"{DATA}.events.filter((event) => event.{key} === {place}).length")
            selector = f"{facet} button:nth-of-type({place + 1})"
            if page.run(f"document.querySelector({json.dumps(selector)}).hidden"):
                equal(wanted, 0)
                continue
            page.click(selector)
            equal(shown(page), wanted, selector)
            equal(page.run(f"document.querySelector({json.dumps(selector)}).ariaPressed"), "true")
            page.click(selector)
    equal(shown(page), page.run(DATA + ".events.length"))
    site.check(page)


@test
def menus_filter_by_what_they_name(site):
    page = site.open("timeline.html")
    total = shown(page)
    for menu in ["actors", "pairs", "types", "sources", "languages"]:
        result = page.run(f"""(() => {{
            const menu = document.getElementById('{menu}');
            menu.focus();
            const text = menu.options[1].text;
            menu.selectedIndex = 1;
            menu.dispatchEvent(new Event('change'));
            return [text, document.querySelectorAll('#chosen li').length];
        }})()""")
        number = int(result[0].split("(")[-1].rstrip(")").replace("\u00a0", ""))
        equal(shown(page), number, result[0])
        equal(result[1], 1)
        assert 0 < number < total, result
        page.click("#chosen button")
        equal(shown(page), total, "after " + menu)
    site.check(page)


@test
def filters_add_up_and_are_cleared_together(site):
    page = site.open("timeline.html")
    total = shown(page)
    page.click("#classes .material-conflict")
    page.click("#statuses .occurred")
    wanted = page.run(f"{DATA}.events.filter((event) => event.quad === 3 && event.status === 0).length")
    equal(shown(page), wanted)
    page.run("document.getElementById('words').focus()")
    page.call("Input.insertText", text="Ukraine Russia")
    assert 0 < shown(page) < wanted
    page.click("#reset")
    equal(shown(page), total)
    equal(page.run("document.getElementById('words').value"), "")
    equal(page.run("document.getElementById('reset').hidden"), True)
    site.check(page)


@test
def time_is_cut_by_fields_handles_and_drags(site):
    page = site.open("timeline.html")
    total = shown(page)
    page.run("""(() => { const from = document.getElementById('from'); from.value = '2023-01-01';
        from.dispatchEvent(new Event('change')); })()""")
    day = 19358
    wanted = page.run(
        f"{DATA}.events.filter((e) => (e.from ?? e.to) != null && (e.to ?? Infinity) >= {day}).length")
    equal(shown(page), wanted)
    page.wait("location.hash.includes('from=2023-01-01')")
    page.click("#reset")
    page.run("document.querySelector('.handle.from').focus()")
    for _ in range(30):
        page.press("ArrowRight")
    after = shown(page)
    assert after < total
    equal(page.run("document.activeElement.getAttribute('aria-valuenow')"), "30")
    assert page.run("document.activeElement.getAttribute('aria-valuetext')").startswith("20")
    page.press("Home")
    equal(shown(page), total)
    box = page.run("(({x, y, width}) => [x, y + 30, width])(document.getElementById('brush').getBoundingClientRect())")
    page.mouse("mouseMoved", box[0] + box[2] * 0.4, box[1])
    page.mouse("mousePressed", box[0] + box[2] * 0.4, box[1], 1)
    page.mouse("mouseMoved", box[0] + box[2] * 0.5, box[1], 1)
    page.mouse("mouseMoved", box[0] + box[2] * 0.6, box[1], 1)
    page.mouse("mouseReleased", box[0] + box[2] * 0.6, box[1])
    assert 0 < shown(page) < total
    page.wait("/from=.*to=/.test(location.hash)")
    site.check(page)


@test
def the_picture_follows_the_filters(site):
    for name in ["timeline.html", "graph.html"]:
        page = site.open(name)
        equal(page.run("document.querySelectorAll('svg .off').length"), 0)
        page.click("#classes .verbal-cooperation")
        wrong = page.run(f"""(() => {{
            const data = {DATA};
            return [...document.querySelectorAll('svg g[data-mark]')].filter((group) => {{
                const mark = data.marks[group.dataset.mark];
                if (!mark.events) return false;
                const passes = mark.events.some((event) => data.events[event].quad === 0);
                return group.classList.contains('off') === passes;
            }}).length; }})()""")
        equal(wrong, 0, name)
        assert page.run("document.querySelectorAll('svg .off').length") > 0
        site.check(page)


# Pointing and keys.


@test
def pointing_lifts_an_event_and_its_actors(site):
    page = site.open("timeline.html")
    x, y = page.middle("g.event[role]")
    page.mouse("mouseMoved", x, y)
    equal(page.run("document.getElementById('card').hidden"), False)
    result = page.run(f"""(() => {{
        const data = {DATA};
        const on = [...document.querySelectorAll('svg g.on')].map((g) => data.marks[g.dataset.mark]);
        const mark = data.marks[document.querySelector('g.event[role]').dataset.mark];
        const people = mark.events.flatMap((e) => [...data.events[e].source, ...data.events[e].target]);
        return [on.some((m) => m.events && m.events[0] === mark.events[0]),
            on.filter((m) => m.actor != null).every((m) =>
                people.some((p) => p === m.actor || data.actors[p].in === m.actor)),
            on.some((m) => m.actor != null)]; }})()""")
    equal(result, [True, True, True])
    page.mouse("mouseMoved", 5, 5)
    equal(page.run("document.getElementById('card').hidden"), True)
    equal(page.run("document.querySelectorAll('svg .on, svg .near').length"), 0)
    site.check(page)


@test
def a_click_opens_the_evidence(site):
    page = site.open("timeline.html")
    index = page.run(f"""(() => {{ const data = {DATA};
        return data.marks.findIndex((mark) => mark.events?.length === 1 && mark.actor == null); }})()""")
    page.click(f"g[data-mark='{index}'][role]")
    event = page.run(f"{DATA}.events[{DATA}.marks[{index}].events[0]]")
    check_evidence(page, event)
    site.check(page)


def check_evidence(page, event):
    """The panel shows an event with every report of it."""
    data = page.run(f"(({{articles}}) => articles)({DATA})")
    equal(page.run("document.getElementById('panel').hidden"), False)
    equal(page.run("document.getElementById('panel-title').textContent"), event["text"])
    assert "event=" + event["id"] in page.run("location.hash")
    reports = page.run("""[...document.querySelectorAll('.report')].map((report) => ({
        words: report.querySelector('mark')?.textContent, sentence: report.querySelector('blockquote')?.textContent,
        link: report.querySelector('a')?.href ?? null, text: report.textContent}))""")
    equal(len(reports), len(event["reports"]))
    for shown, wanted in zip(reports, event["reports"]):
        article = data[wanted["article"]]
        equal(shown["words"], wanted["words"][1])
        equal(shown["sentence"], "".join(wanted["words"]))
        assert article["title"] in shown["text"] or not article["title"]
        for key in ["publisher", "date"]:
            assert article.get(key, "") in shown["text"], key
        for name in wanted.get("by", []):
            assert name in shown["text"], name
        equal(bool(shown["link"]), bool(article.get("url")))


@test
def keys_walk_the_picture_and_open_the_evidence(site):
    for name in ["timeline.html", "graph.html"]:
        page = site.open(name)
        equal(page.run("document.querySelectorAll('svg [tabindex=\"0\"]').length"), 1)
        page.run("document.getElementById('sheet').focus()")
        page.press("Tab")
        first = page.run("document.activeElement.dataset.mark")
        assert first is not None, "no mark took the focus"
        page.press("ArrowRight")
        second = page.run("document.activeElement.dataset.mark")
        assert second != first
        equal(page.run("document.querySelectorAll('svg [tabindex=\"0\"]').length"), 1)
        assert page.run("document.querySelectorAll('svg .on').length") > 0
        assert page.run("document.activeElement.getAttribute('aria-label').length") > 3
        for key in ["ArrowDown", "ArrowUp", "End", "Home"]:
            page.press(key)
            assert page.run("document.activeElement.closest('svg') !== null"), key
        here = page.run("document.activeElement.dataset.mark")
        page.press("Enter")
        equal(page.run("document.getElementById('panel').hidden"), False)
        equal(page.run("document.activeElement.id"), "panel-title")
        page.press("Escape")
        equal(page.run("document.getElementById('panel').hidden"), True)
        equal(page.run("document.activeElement.dataset.mark"), here, "focus returns")
        site.check(page)


@test
def the_list_is_a_table_with_an_order(site):
    page = site.open("timeline.html")
    equal(page.run("document.querySelectorAll('table caption').length"), 1)
    equal(page.run("[...document.querySelectorAll('thead th')].every((th) => th.scope === 'col')"), True)
    before = page.run(FIRST_ROWS)
    page.click("[data-sort=date]")
    assert page.run(FIRST_ROWS) != before
    equal(page.run("document.querySelector('[data-sort=date]').closest('th').ariaSort"), "descending")
    page.click("[data-sort=reports]")
    numbers = page.run("[...document.querySelectorAll('#rows td.number')].map((n) => Number(n.textContent))")
    equal(numbers, sorted(numbers, reverse=True))
    page.click(".pager button:last-child")
    assert "51" in page.run("document.querySelector('.pager span').textContent")
    page.run("document.querySelector('#rows a').focus()")
    page.press("Enter")
    equal(page.run("document.getElementById('panel').hidden"), False)
    site.check(page)


# Addresses.


@test
def addresses_open_events_on_load_and_on_back(site):
    page = site.open("timeline.html")
    events = page.run(DATA + ".events.filter((event) => event.quad === 3).slice(0, 2)")
    page = site.open("timeline.html", "#event=" + events[0]["id"] + "&class=material-conflict")
    check_evidence(page, events[0])
    conflicts = page.run(DATA + ".events.filter((event) => event.quad === 3).length")
    equal(shown(page), conflicts)
    page.run(f"document.querySelector('[data-event]').focus()")
    page.run(f"location.hash = 'event={events[1]['id']}&class=material-conflict'")
    page.wait(f"document.getElementById('panel-title').textContent === {json.dumps(events[1]['text'])}")
    page.run("history.back()")
    page.wait(f"location.hash.includes('{events[0]['id']}')")
    page.wait(f"document.getElementById('panel-title').textContent === {json.dumps(events[0]['text'])}")
    page.run("history.forward()")
    page.wait(f"location.hash.includes('{events[1]['id']}')")
    check_evidence(page, events[1])
    page.press("Escape")
    equal(page.run("document.getElementById('panel').hidden"), True)
    page.run("history.back()")
    page.wait("!document.getElementById('panel').hidden")
    # What is opened keeps the filters.
    page.click("#rows a")
    assert "class=material-conflict" in page.run("location.hash")
    site.check(page)


@test
def addresses_that_name_nothing_are_said_so(site):
    for name in ["0" * 32, "<img src=x onerror=globalThis.hacked=1>", "__proto__"]:
        page = site.open("timeline.html", "#event=" + name)
        equal(page.run("document.getElementById('panel').hidden"), False)
        assert page.run("document.getElementById('panel-title').textContent.length") > 0
        equal(page.run("document.querySelectorAll('.report').length"), 0)
        site.check(page)
    page = site.open("timeline.html", "#with=NOBODY&between=A~B&from=never&class=none&words=%00")
    assert page.run("document.getElementById('count').textContent.length") > 0
    site.check(page)


@test
def actors_and_pairs_open_too(site):
    page = site.open("graph.html", "#actor=RUS")
    equal(page.run("document.getElementById('panel-title').textContent"), "Russia")
    assert page.run("document.querySelectorAll('#panel .short li').length") > 0
    page.click("#panel .only")
    page.wait("location.hash.includes('with=RUS')")
    wrong = page.run(f"""(() => {{ const data = {DATA};
        const rus = data.actors.findIndex((actor) => actor.id === 'RUS');
        return [...document.querySelectorAll('#rows [data-event]')].filter((link) => {{
            const event = data.events[link.dataset.event];
            return ![...event.source, ...event.target, ...(event.others ?? [])].some((a) =>
                a === rus || data.actors[a].in === rus); }}).length; }})()""")
    equal(wrong, 0)
    page = site.open("graph.html", "#tie=PRK~RUS")
    assert page.run("document.querySelectorAll('#panel .relations li').length") > 0
    site.check(page)


# Everybody can use it.


@test
def roles_names_and_order_are_there_for_screen_readers(site):
    for name in ["timeline.html", "graph.html"]:
        page = site.open(name)
        page.click("#rows a")
        nodes = page.call("Accessibility.getFullAXTree")["nodes"]
        for node in nodes:
            role = node.get("role", {}).get("value")
            if node.get("ignored") or role not in {
                "button", "link", "combobox", "slider", "searchbox", "textbox", "table", "heading", "img"}:
                continue
            if role == "textbox" and not node.get("name", {}).get("value"):
                continue  # the parts of the browser's own date field
            assert node.get("name", {}).get("value", "").strip(), (role, node)
        roles = [n["role"]["value"] for n in nodes if not n.get("ignored") and "role" in n]
        for wanted in ["banner", "main", "complementary", "table", "slider", "status", "contentinfo"]:
            assert wanted in roles, wanted
        levels = page.run("[...document.querySelectorAll('h1, h2, h3')].filter((h) => h.checkVisibility()).map((h) => h.tagName).join(' ')")
        assert levels.startswith("H1"), levels
        equal(levels.count("H1"), 1)
        equal(page.run("document.documentElement.lang"), "en")
        equal(page.run("[...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)"), [])
        site.check(page)


@test
def targets_are_large_enough_and_focus_is_seen(site):
    for width in [1440, 390]:
        page = site.open("timeline.html", width=width)
        page.run("document.getElementById('filter-box').open = true")
        page.click("#rows a")
        small = page.run("""[...document.querySelectorAll('button, select, input, summary, a.step, .handle')]
            .filter((e) => e.checkVisibility()).map((e) => [e, e.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([e, box]) => e.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)""")
        equal(small, [], f"small targets at {width}")
        page.press("Tab")
        equal(page.run("getComputedStyle(document.activeElement).outlineStyle"), "solid")
        wide = page.run("document.documentElement.scrollWidth - innerWidth")
        equal(wide, 0, f"scrolls sideways at {width}")
        site.check(page)


CONTRAST = """(() => {
    const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > 0.99) return c; } return [255, 255, 255]; };
    const bad = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || e.closest('svg, script, [hidden], :disabled, option, [aria-hidden=true]') || !e.checkVisibility()) continue;
        const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) bad.push(e.outerHTML.slice(0, 80) + ' ' + ratio.toFixed(2));
    }
    return [...new Set(bad)]; })()"""


@test
def text_has_contrast_in_light_and_dark(site):
    for scheme in ["light", "dark"]:
        page = site.open("timeline.html", prefers_color_scheme=scheme)
        page.click("#rows a")
        equal(page.run(CONTRAST), [], scheme)
        ground = page.run("getComputedStyle(document.documentElement).backgroundColor")
        equal(ground, {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 24, 28)"}[scheme])
        site.check(page)


BOXES = """(() => {
    const box = (selector) => { const b = document.querySelector(selector).getBoundingClientRect();
        return [b.x, b.y, b.width, b.height].map(Math.round); };
    const rgb = (e, key) => getComputedStyle(e)[key].match(/\\d+/g).slice(0, 3).map(Number);
    const swatch = (e) => { const b = e.getBoundingClientRect(); const s = getComputedStyle(e, '::before');
        return [b.x + parseFloat(getComputedStyle(e).paddingLeft) + 5, b.y + b.height / 2, s.backgroundColor.match(/\\d+/g).map(Number)]; };
    return { head: box('.head'), filters: box('.filters'), sheet: box('.sheet'), panel: box('.panel'),
        page: rgb(document.documentElement, 'backgroundColor'), ground: rgb(document.querySelector('.filters'), 'backgroundColor'),
        swatches: [...document.querySelectorAll('#classes button')].map(swatch) }; })()"""


@test
def pictures_of_the_page_have_its_structure(site):
    path = os.path.join(site.folder, "screen.png")
    for kind, width, scheme in [("light", 1440, "light"), ("dark", 1440, "dark"), ("narrow", 390, "light")]:
        page = site.open("timeline.html", width=width, prefers_color_scheme=scheme)
        page.run(f"document.getElementById('filter-box').open = {str(width > 400).lower()}")
        page.run("document.querySelectorAll('#rows a')[12].click()")
        page.run("new Promise((done) => setTimeout(done, 300))")
        page.picture(path)
        picture, boxes = png.Picture(path), page.run(BOXES)
        equal((picture.width, picture.height), (width, 1000))

        def mostly(name, color):
            counts = picture.colors(*boxes[name])
            most = max(counts, key=counts.get)
            equal(most, tuple(color), f"{kind} {name}")
            assert len(counts) > 3, f"nothing is written on {name}"

        mostly("head", boxes["page"])
        mostly("filters", boxes["ground"])
        mostly("panel", boxes["page"])
        assert len(picture.colors(*boxes["sheet"])) > 10, "nothing is drawn"
        x, _, panel_width, _ = boxes["panel"]
        equal(x + panel_width, width, "the panel stands at the edge")
        if width > 400:
            assert boxes["filters"][0] + boxes["filters"][2] <= x, "the panel covers the filters"
            for left, top, color in boxes["swatches"]:
                equal(picture.pixel(left, top), tuple(color), f"{kind} swatch")
        site.check(page)


@test
def pages_have_one_structure_in_every_language(site):
    outline = """(() => {
        const walk = (e) => e.id === 'rows' || e.id === 'brush' || e.localName === 'svg' || e.localName === 'select' ? e.localName
            : [e.localName, e.id, e.className, e.getAttribute('role') ?? '', [...e.children].map(walk)];
        return JSON.stringify(walk(document.body)); })()"""
    first = site.open("timeline-en.html").run(outline)
    assert first.count("[") > 100
    for name in ["timeline-id", "timeline-uk", "timeline-ru", "timeline-none", "large", "hostile"]:
        page = site.open(name + ".html")
        page.run("for (const e of document.querySelectorAll('#statuses button')) e.hidden = false")
        equal(page.run(outline), first, name)
    equal(site.open("graph.html").run(outline), first.replace('"timeline"', '"relations"'))


@test
def nothing_moves_where_motion_is_unwanted(site):
    page = site.open("timeline.html", prefers_reduced_motion="reduce")
    page.click("#rows a")
    equal(page.run("document.getAnimations().length"), 0)
    moving = page.run("""[...document.querySelectorAll('*')].filter((e) => {
        const style = getComputedStyle(e);
        return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    }).length""")
    equal(moving, 0)
    site.check(page)


@test
def print_has_the_picture_the_list_and_no_controls(site):
    page = site.open("timeline.html")
    page.click("#rows a")
    page.media(media="print")
    for selector in [".filters", ".zoom", ".pager", "#panel .tools"]:
        equal(page.run(f"document.querySelector('{selector}').checkVisibility()"), False, selector)
    for selector in ["h1", ".sheet svg", "table", "#panel .report"]:
        equal(page.run(f"document.querySelector('{selector}').checkVisibility()"), True, selector)
    equal(page.run("getComputedStyle(document.documentElement).backgroundColor"), "rgb(255, 255, 255)")
    page.run("dispatchEvent(new Event('beforeprint'))")
    equal(rows(page), min(1000, shown(page)), "printed rows")
    page.run("dispatchEvent(new Event('afterprint'))")
    equal(rows(page), min(50, shown(page)))
    site.check(page)


@test
def every_language_has_its_words(site):
    for language in ["en", "id", "uk", "ru"]:
        page = site.open(f"timeline-{language}.html")
        equal(page.run("document.documentElement.lang"), language)
        page.click("#rows a")
        keys = page.run(
            f"Object.keys({DATA}.words).filter((key) => document.body.innerText.includes(key) && key.includes('.'))")
        equal(keys, [], language)
        equal(page.run("/\\{\\w+\\}|undefined|NaN|\\[object/.test(document.body.innerText)"), False, language)
        site.check(page)


@test
def article_text_can_be_left_out(site):
    for kind, marks in [("quote", True), ("none", False)]:
        page = site.open(f"timeline-{kind}.html")
        whole = site.open("timeline.html")
        texts = whole.run(f"""{DATA}.events.flatMap((e) => e.reports).map((r) => r.words)
            .map(([before, words, after]) => [words, before, after])""")
        quoted = "\n".join(words for words, _, _ in texts)
        rests = {rest for _, *both in texts for rest in both if len(rest) > 30 and rest not in quoted}
        assert len(rests) > 50
        html = page.run("document.documentElement.outerHTML").replace("&amp;", "&")
        equal([rest for rest in rests if rest in html], [], kind)
        if not marks:
            titles = whole.run(f"{DATA}.articles.map((a) => a.title).join('\\n')")
            words = {words for words, _, _ in texts if len(words) > 30 and words not in titles}
            equal([text for text in words if text in html], [], "quotes")
        page.click("#rows a")
        equal(page.run("document.querySelectorAll('.report mark').length > 0"), marks, kind)
        site.check(page)


# Hostile articles.


@test
def hostile_articles_are_only_text(site):
    assert len(corpus.ATTACKS) >= 60
    for name in ["hostile.html", "hostile-graph.html", "hostile-quad.html"]:
        page = site.open(name)
        site.check(page)
        result = page.run("""(() => {
            const own = new Set(['SCRIPT', 'STYLE', 'LINK', 'META']);
            const bad = [...document.querySelectorAll(
                'iframe, object, embed, base, form, img, video, audio, template, math, foreignObject, image, use, animate, set')];
            const handlers = [...document.querySelectorAll('*')].filter((e) =>
                [...e.attributes].some((a) => a.name.startsWith('on') || a.name === 'srcdoc'));
            return [bad.length, handlers.length, document.querySelectorAll('script').length,
                document.querySelectorAll('style').length, document.querySelectorAll('svg a, svg script, svg style').length];
        })()""")
        equal(result, [0, 0, 2, 1, 0], name)
        count = page.run(DATA + ".events.length")
        for index in range(count):
            page.run(f"location.hash = 'event=' + {DATA}.events[{index}].id")
            page.run("new Promise((done) => setTimeout(done))")
            links = page.run("[...document.querySelectorAll('#panel a[href]')].map((a) => a.getAttribute('href'))")
            for link in links:
                assert link.startswith(("https://", "http://", "#")), link
            equal(page.run("document.querySelectorAll('#panel :is(script, img, iframe, svg, form, input, style)').length"), 0)
        wide = page.run("document.documentElement.scrollWidth - innerWidth")
        equal(wide, 0, "a long word widens the page")
        # Pointing at everything, and searching for it.
        for x in range(40, 1400, 120):
            page.mouse("mouseMoved", x, 600)
        page.run("document.getElementById('words').value = '<script>'; document.getElementById('words').dispatchEvent(new Event('input'))")
        assert 0 < shown(page) < count
        page.run("document.getElementById('sources').focus()")
        site.check(page)


@test
def forbidden_characters_do_not_reach_the_page(site):
    page = site.open("hostile.html")
    text = page.run("document.documentElement.outerHTML")
    for character in ["\u202e", "\u2066", "\u200f", "\ufeff", "\u2028", "\0", "\x1b", "\x0b"]:
        assert character not in text, repr(character)
    site.check(page)


@test
def the_policy_stops_what_should_not_be_there(site):
    page = site.open("timeline.html")
    page.run("""(() => { const s = document.createElement('script'); s.textContent = 'globalThis.hacked = 1';
        document.body.append(s);
        const i = document.createElement('img'); i.src = 'https://evil.example/x.png'; document.body.append(i);
        document.body.insertAdjacentHTML('beforeend', '<b onclick="globalThis.hacked=1" id="trap">x</b>');
        document.getElementById('trap').click(); })()""")
    page.run("fetch('https://evil.example/').catch(() => 0)")
    equal(page.run("globalThis.hacked"), None)
    assert len(page.console) >= 3, "the policy says nothing"
    # The browser may note a request that it then refuses; what counts is that none was answered.
    assert not any("evil" in entry and "200" in entry for entry in page.console)


# Size.


MEASURE = """(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const results = {};
    const time = async (name, action) => {
        await frame();
        const start = performance.now();
        action();
        document.body.offsetHeight;
        results[name] = performance.now() - start;
        await frame();
        results[name + ' with paint'] = performance.now() - start;
    };
    const choose = (id) => { const menu = document.getElementById(id); menu.dispatchEvent(new Event('pointerdown'));
        menu.selectedIndex = 1; menu.dispatchEvent(new Event('change')); };
    const words = document.getElementById('words');
    await time('class', () => document.querySelector('#classes button').click());
    await time('actor', () => choose('actors'));
    await time('pair', () => choose('pairs'));
    await time('clear', () => document.getElementById('reset').click());
    await time('words, first', () => { words.value = 'ukr'; words.dispatchEvent(new Event('input')); });
    await time('words', () => { words.value = 'ukraine'; words.dispatchEvent(new Event('input')); });
    await time('clear again', () => document.getElementById('reset').click());
    const from = document.getElementById('from');
    await time('time', () => { from.value = '2015-06-01'; from.dispatchEvent(new Event('change')); });
    await time('sort', () => document.querySelector('[data-sort=date]').click());
    await time('next rows', () => document.querySelector('.pager button:last-child').click());
    await time('open', () => document.querySelector('#rows a').click());
    return results; })()"""


@test
def ten_thousand_events_are_fast(site):
    for name in ["large.html", "large-graph.html"]:
        page = site.open(name)
        equal(page.run(DATA + ".events.length"), 10_000)
        page.wait("performance.getEntriesByName('first-contentful-paint').length > 0")
        paint = page.run("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        ready = page.run("performance.getEntriesByType('navigation')[0].loadEventEnd")
        # Other work on the machine makes single times larger, never smaller: the best of three
        # counts, or of more while the machine is that busy.
        times = {}
        for attempt in range(12):
            for key, value in site.open(name).run(MEASURE).items():
                times[key] = min(value, times.get(key, value))
            if attempt >= 2 and all(value < 100 for value in times.values()):
                break
        size = os.path.getsize(os.path.join(site.folder, name))
        print(f"    {name}: {size / 1e6:.1f} MB, first paint {paint:.0f} ms, ready {ready:.0f} ms; "
              + ", ".join(f"{key} {value:.0f}" for key, value in times.items()))
        assert paint < 2000, f"first paint after {paint:.0f} ms"
        for key, value in times.items():
            if not key.endswith("with paint"):
                assert value < 100, f"{key}: {value:.0f} ms"
        elements = page.run("document.querySelectorAll('*').length")
        assert elements < 20_000, f"{elements} elements"
        site.check(page)


@test
def the_same_database_gives_the_same_bytes(site):
    for name, arguments in [("timeline.html", ["timeline"]), ("graph.html", ["graph"])]:
        site.casus_run(*arguments, "--db", "sample.db", "--label-language", "en", "-o", "again.html")
        with open(os.path.join(site.folder, name), "rb") as one, open(os.path.join(site.folder, "again.html"), "rb") as two:
            equal(one.read() == two.read(), True, name)


def make_pages(site):
    run = site.casus_run
    articles = sorted(glob.glob(os.path.join(ROOT, "Data/Articles/*.md")))
    run("import", *articles, "--db", "sample.db")
    corpus.write(os.path.join(site.folder, "hostile.jsonl"), corpus.hostile())
    run("import", "hostile.jsonl", "--db", "hostile.db")
    corpus.write(os.path.join(site.folder, "large.jsonl"), corpus.large())
    run("import", "large.jsonl", "--db", "large.db")
    english = ["--db", "sample.db", "--label-language", "en"]
    run("timeline", *english, "-o", "timeline.html")
    run("graph", *english, "-o", "graph.html")
    for evidence in ["quote", "none"]:
        run("timeline", *english, "--evidence", evidence, "-o", f"timeline-{evidence}.html")
    for language in ["en", "id", "uk", "ru"]:
        run("timeline", "--db", "sample.db", "--label-language", language, "-o", f"timeline-{language}.html")
    run("timeline", "--db", "hostile.db", "-o", "hostile.html")
    run("timeline", "--db", "hostile.db", "--lanes", "quad", "--title", corpus.ATTACKS[1], "-o", "hostile-quad.html")
    run("graph", "--db", "hostile.db", "--title", corpus.ATTACKS[31], "-o", "hostile-graph.html")
    run("timeline", "--db", "large.db", "-o", "large.html")
    run("graph", "--db", "large.db", "-o", "large-graph.html")


def take_pictures(site, folder):
    """Screenshots to look at: wide, dark, narrow, open, printed."""
    os.makedirs(folder, exist_ok=True)
    for name in ["timeline", "graph", "large"]:
        for kind, width, media in [("light", 1440, {}), ("dark", 1440, {"prefers_color_scheme": "dark"}), ("narrow", 390, {})]:
            page = site.open(name + ".html", width=width, height=1000, **media)
            page.picture(f"{folder}/{name}-{kind}.png")
            page.run("document.querySelectorAll('#rows a')[12].click()")
            page.picture(f"{folder}/{name}-{kind}-open.png")
        site.open(name + ".html").pdf(f"{folder}/{name}.pdf")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("casus")
    parser.add_argument("--pictures")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        site = Site(os.path.abspath(options.casus), folder, browser)
        make_pages(site)
        for function in TESTS:
            if not re.search(options.only, function.__name__):
                continue
            try:
                function(site)
                print("ok  ", function.__name__.replace("_", " "), flush=True)
            except Exception:
                failures += 1
                print("FAIL", function.__name__.replace("_", " "), flush=True)
                traceback.print_exc()
        if options.pictures:
            take_pictures(site, options.pictures)
    print(f"{len(TESTS)} tests, {failures} failed" if not options.only else f"{failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
