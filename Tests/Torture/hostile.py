"""Thousands of hostile files, the same ones for the same seed, are imported in bounded time."""

import gzip
import io
import json
import os
import random
import resource
import time
import zipfile

import articles
from program import Fault

#: A sentence in files that nobody named; it must not get into the database.
SECRET = "Russia attacked Ukraine on 1 May 2021 with the password of the house."
TIME_LIMIT = 300
MEMORY_LIMIT = 1 << 30


class HostileFiles:
    """Writes hostile files and lets them be imported."""

    def __init__(self, program, folder, seed, count):
        self.program = program
        self.chance = random.Random(seed)
        self.count = count
        self.seconds, self.memory = 0, 0
        self.inside = os.path.join(folder, "inside")
        self.outside = os.path.join(folder, "outside")
        for path in (self.inside, self.outside):
            os.mkdir(path)
        self.secret = os.path.join(self.outside, "secret.txt")
        with open(self.secret, "w", encoding="utf-8") as file:
            file.write(SECRET)
        self.story = [article["text"] for article in articles.articles(seed, 50)]

    def imported(self):
        """Writes the files, imports them, and gives what went wrong."""
        for number in range(self.count):
            self._write(number)
        before = self._listing()
        database = os.path.join(os.path.dirname(self.inside), "hostile.db")
        started = time.monotonic()
        try:
            run = self.program.start("import", self.inside, "--db", database, cwd=self.inside)
            result = self.program.finish(run, TIME_LIMIT)
        except Fault as fault:
            return [str(fault)]
        self.seconds = time.monotonic() - started
        self.memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
        return [fault for fault in self._faults(result, database, before) if fault]

    def _faults(self, result, database, before):
        if result.code not in (0, 65, 74):
            yield f"import ended with {result.code}: {result.error_lines[-2:]}"
        if self.memory > MEMORY_LIMIT:
            yield f"import took {self.memory >> 20} MB"
        odd = [line for line in result.error_lines if not line.startswith("casus: ")]
        if odd:
            yield f"{len(odd)} lines on standard error are not ours, such as {odd[0][:200]!r}"
        try:
            self.program.check(database)
        except Fault as fault:
            yield str(fault)
        if "password of the house" in self.program.content(database):
            yield "a file outside the folder was read"
        if self._listing() != before:
            yield "files came or went in the folders"

    def _listing(self):
        return sorted(os.listdir(self.inside)) + sorted(os.listdir(self.outside))

    # What is written.

    def _write(self, number):
        name, content = self.chance.choice([
            self._noise, self._cut_page, self._deep_page, self._deep_feed, self._laughs,
            self._outside_entity, self._outside_list, self._deep_json, self._bad_lines,
            self._bomb, self._climbing_archive, self._wrong_archive, self._odd_text, self._warc,
            self._word, self._table,
        ])()
        path = os.path.join(self.inside, f"{number:05}-{name}")
        if self.chance.random() < 0.02:
            os.symlink(self.secret, os.path.join(self.inside, f"{number:05}-link.txt"))
        elif self.chance.random() < 0.003:
            os.mkfifo(os.path.join(self.inside, f"{number:05}-pipe.txt"))
        with open(path, "wb") as file:
            file.write(self._damaged(content) if self.chance.random() < 0.3 else content)

    def _damaged(self, content):
        """Some bytes are other ones, or the end is missing."""
        if not content:
            return content
        if self.chance.random() < 0.5:
            return content[: self.chance.randrange(len(content))]
        content = bytearray(content)
        for _ in range(self.chance.randint(1, 20)):
            content[self.chance.randrange(len(content))] = self.chance.randrange(256)
        return bytes(content)

    def _text(self):
        return self.chance.choice(self.story)

    def _noise(self):
        ending = self.chance.choice("txt md html json jsonl rss warc docx gz zip csv".split())
        return f"noise.{ending}", self.chance.randbytes(self.chance.randint(0, 3000))

    def _cut_page(self):
        tags = "div p b table td script style template iframe object svg math a".split()
        parts = ["<html><head><title>", self._text()[:30], "</title><body>"]
        for _ in range(self.chance.randint(1, 60)):
            tag = self.chance.choice(tags)
            parts.append(self.chance.choice([f"<{tag}>", f"</{tag}>", f"<{tag} x='", self._text()]))
        return "cut.html", "".join(parts).encode()

    def _deep_page(self):
        depth = self.chance.choice([100, 300, 5000, 50000])
        return "deep.html", ("<div>" * depth + self._text()).encode()

    def _deep_feed(self):
        depth = self.chance.choice([100, 300, 5000])
        return "deep.rss", (
            "<rss><channel><item><title>" + "<b>" * depth + self._text()).encode()

    def _laughs(self):
        entities = "".join(
            f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        return "laughs.xml", (
            f'<!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]><rss><channel><item><title>&l9;</title>'
            f'<description a="&l9;">{self._text()} &l9;</description></item></channel></rss>'
        ).encode()

    def _outside_entity(self):
        system = self.chance.choice([f"file://{self.secret}", self.secret, "../outside/secret.txt"])
        name = self.chance.choice(["entity.rss", "entity.xhtml", "entity.opml"])
        return name, (
            f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{system}">'
            f'<!ENTITY % p SYSTEM "{system}"> %p;]><rss><channel><item><title>&x;</title>'
            f"<description>{self._text()} &x;</description></item></channel></rss>").encode()

    def _outside_list(self):
        target = self.chance.choice(
            [self.secret, "../outside/secret.txt", f"file://{self.secret}", "x/../../outside/secret.txt"])
        return "list.opml", (
            f'<opml><body><outline xmlUrl="{target}"/></body></opml>').encode()

    def _deep_json(self):
        depth = self.chance.choice([10, 600, 50000])
        opening, closing = self.chance.choice([("[", "]"), ('{"a":', "}"), ('{"text":', "}")])
        return f"deep.{self.chance.choice(['json', 'jsonl'])}", (
            opening * depth + '"x"' + closing * self.chance.choice([0, depth])).encode()

    def _bad_lines(self):
        lines = []
        for _ in range(self.chance.randint(1, 20)):
            lines.append(self.chance.choice([
                json.dumps({"text": self._text(), "language": "en"}), '{"text": 1}', "{", "null",
                json.dumps({"text": "\ud800" + self._text()}), '{"text": "' + "\\u0000" * 9 + '"}',
                json.dumps({"text": self._text(), "url": "javascript:alert(1)", "published": "9" * 99}),
            ]))
        return "lines.jsonl", "\n".join(lines).encode("utf-8", "surrogatepass")

    def _bomb(self):
        size = self.chance.choice([1 << 16, 1 << 20, 1 << 25])
        buffer = io.BytesIO()
        with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
            file.write(self.chance.choice([b"\0", b" ", b"a", b"[", b"<b>"]) * size)
        return self.chance.choice(["b.txt.gz", "b.json.gz", "b.jsonl.gz", "b.html.gz", "b.csv.gz"]), \
            buffer.getvalue()

    def _climbing_archive(self):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in ("../../climb.txt", "/tmp/casus-climb.txt", "..\\..\\climb.txt", "a\0b.txt"):
                archive.writestr(zipfile.ZipInfo(name), self._text())
            link = zipfile.ZipInfo("link.txt")
            link.external_attr = 0o120777 << 16
            archive.writestr(link, self.secret)
        return "climb.zip", buffer.getvalue()

    def _wrong_archive(self):
        """An archive whose directory lies about sizes and places."""
        _, content = self._climbing_archive()
        content = bytearray(content)
        directory = content.find(b"PK\1\2")
        for _ in range(4):
            at = directory + self.chance.randrange(46)
            content[at] = self.chance.randrange(256)
        return "wrong.zip", bytes(content)

    def _odd_text(self):
        odd = self.chance.choice([
            "e" + "\u0301" * 20000, "\u202e" * 5000, "(" * 50000, '"' * 50000, "\u200d" * 30000,
            "A" * 200000, "1 " * 50000, "Russia, " * 10000, "\ufeff" * 999, "。" * 20000,
            "Russia attacked Ukraine and " * 3000,
        ])
        return "odd.txt", (self._text() + " " + odd + " " + self._text()).encode()

    def _warc(self):
        length = self.chance.choice([10, 0, -1, 99999999999, "x"])
        return "crawl.warc", (
            f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n"
            f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            f"FFFFFFFFFFFFFFFF\r\n{self._text()}").encode()

    def _word(self):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(
                "word/document.xml",
                f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{self.secret}">]><d>'
                + "<p>" * self.chance.choice([1, 400]) + f"<t>{self._text()} &x;</t>")
        return "page.docx", buffer.getvalue()

    def _table(self):
        row = ["=cmd|' /C calc'!A1", '"' * self.chance.randint(1, 5), "\0", "9" * 400, self._text()]
        return "events.csv", ("event_id_cnty,event_date,event_type,actor1,actor2\n" + "\n".join(
            ",".join(self.chance.choices(row, k=5)) for _ in range(20))).encode()
