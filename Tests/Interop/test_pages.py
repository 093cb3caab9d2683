"""Calendars, chronologies and timelines for pages."""

import datetime
import html
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess

import icalendar
import markdown
import pytest


def dated(events):
    return {
        k: e for k, e in events.items() if e["date"] and not e["date"].startswith("XXXX")
    }


def day(number):
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=number)


def test_icalendar_reads_every_dated_event(folder, events):
    raw = (folder / "ical.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(raw)
    found = {str(e["UID"]).removesuffix("@casus"): e for e in calendar.walk("VEVENT")}
    wanted = dated(events)
    assert set(found) == set(wanted)
    for identifier, entry in found.items():
        assert not entry.errors
        event = wanted[identifier]
        assert str(entry["X-CASUS-EDTF"]) == event["date"]
        if abs(event["day"]) < 2**31 - 1 and abs(event["last"]) < 2**31 - 1:
            assert entry.decoded("DTSTART") == day(event["day"])
            assert entry.decoded("DTEND") == day(event["last"] + 1)
        assert entry.decoded("DTEND") > entry.decoded("DTSTART")
        assert str(entry["STATUS"]) == {
            "occurred": "CONFIRMED", "denied": "CANCELLED"}.get(event["status"], "TENTATIVE")


def test_markdown_has_a_footnote_for_each_source(folder, events, value):
    text = (folder / "markdown.md").read_text()
    page = markdown.markdown(text, extensions=["footnotes"])
    notes = value("SELECT count(*) FROM evidence WHERE event IS NOT NULL")
    assert len(re.findall(r'<sup id="fnref:\d+">', page)) == notes
    assert len(re.findall(r'<li id="fn:\d+">', page)) == notes
    assert len(re.findall(r"<li>", page)) == len(events)
    assert "[^" not in page


def test_words_survive_markdown(folder, rows):
    page = html.unescape(
        markdown.markdown((folder / "markdown.md").read_text(), extensions=["footnotes"]))
    bare = " ".join(re.sub(r"<[^>]+>", "", page).split())
    for (words,) in rows("SELECT text FROM evidence WHERE event IS NOT NULL"):
        assert f"“{' '.join(words.split())}”" in bare


def test_timelinejs(folder, events):
    slides = json.loads((folder / "timelinejs.json").read_text())["events"]
    assert {s["unique_id"] for s in slides} == set(dated(events))
    for slide in slides:
        date = datetime.date(*[slide["start_date"].get(k, 1) for k in ("year", "month", "day")])
        event = events[slide["unique_id"]]
        if abs(event["day"]) < 2**31 - 1:
            assert date == day(event["day"])


def test_vis_items(folder, events):
    data = json.loads((folder / "vis.json").read_text())
    groups = {g["id"] for g in data["groups"]}
    assert {i["id"] for i in data["items"]} == set(dated(events))
    for item in data["items"]:
        assert item["group"] in groups
        start = datetime.date.fromisoformat(item["start"])
        assert ("end" in item) == (item["type"] == "range")
        if "end" in item:
            assert datetime.date.fromisoformat(item["end"]) > start


READ_WITH_MERMAID = """
import fs from 'fs';
const {diagram} = await import(process.argv[2]);
diagram.parser.parser.yy = diagram.db;
diagram.parser.parse(fs.readFileSync(process.argv[3], 'utf8'));
const tasks = diagram.db.getTasks().map(t => [t.section, t.task.trim(), t.events]);
console.log(JSON.stringify({sections: diagram.db.getSections(), tasks}));
"""


def test_mermaid_reads_it(folder, tmp_path):
    """Mermaid's own timeline parser, as the package marimo carries it, run by Node.js."""
    node = shutil.which("node") or shutil.which("nodejs")
    if not node:
        pytest.skip("no Node.js here")
    assets = pathlib.Path(importlib.util.find_spec("marimo").origin).parent / "_static" / "assets"
    (parser,) = assets.glob("timeline-definition-*.js")
    (assets / "package.json").write_text('{"type": "module"}')
    script = tmp_path / "read.mjs"
    script.write_text(READ_WITH_MERMAID)
    source = folder / "mermaid.mmd"
    read = json.loads(subprocess.run(
        [node, script, parser, source], capture_output=True, text=True, check=True).stdout)
    lines = source.read_text().splitlines()
    sections = [l.split("section ")[1] for l in lines if l.strip().startswith("section ")]
    assert read["sections"] == sections
    entries = [l.split(" : ", 1)[1] for l in lines if " : " in l]
    assert len(entries) > 100
    assert [e for task in read["tasks"] for e in task[2]] == entries
