"""Other programs at the same database: writers, readers, and one that takes it away."""

import os
import shutil
import sqlite3
import tempfile
import threading
import time

import articles
from program import Fault, expect_refusal



class Neighbours:
    """Imports beside other programs."""

    def __init__(self, program, folder, seed):
        self.program, self.folder = program, folder
        self.chance_seed = seed
        self.count = 2560
        self.source = os.path.join(folder, "many.jsonl")
        articles.write_lines(self.source, seed, self.count)
        self.whole = os.path.join(folder, "many.db")
        program.must("import", self.source, "--db", self.whole, "--quiet")
        self.expected = program.content(self.whole)

    def all(self):
        """Runs one after the other; gives name and faults of each."""
        for name, body in (
            ("two imports at once", self.two_writers),
            ("an import beside a locked database", self.locked),
            ("readers during an import", self.readers),
            ("database removed during an import", self.removed),
            ("database replaced during an import", self.replaced),
            ("folder removed during an import", self.folder_removed),
        ):
            yield name, self._collect(body)

    def _collect(self, body):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            try:
                body(os.path.join(folder, "casus.db"))
            except Fault as fault:
                return [str(fault)]
        return []

    def _start(self, database, source=None):
        return self.program.start("import", source or self.source, "--db", database, "--quiet")

    def two_writers(self, database):
        with open(self.source, encoding="utf-8") as file:
            lines = file.readlines()
        halves = []
        for number, part in enumerate((lines[: len(lines) // 2 + 99], lines[len(lines) // 2:])):
            halves.append(f"{database}.{number}.jsonl")
            with open(halves[-1], "w", encoding="utf-8") as file:
                file.writelines(part)
        runs = [self._start(database, half) for half in halves]
        for run in runs:
            result = self.program.finish(run)
            waits = [line for line in result.error_lines if "waiting" not in line]
            if result.code != 0 or waits:
                raise Fault(f"exit code {result.code}: {result.errors.strip()}")
        self.program.check(database)
        one = database + ".one"
        self.program.must("import", *halves, "--db", one, "--quiet")
        counts = [self._counts(path) for path in (database, one)]
        if counts[0] != counts[1]:
            raise Fault(f"two at once gave {counts[0]}, one after the other {counts[1]}")

    def locked(self, database):
        shutil.copyfile(self.whole, database)
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        run = self._start(database)
        time.sleep(2)
        other.execute("ROLLBACK")
        other.close()
        result = self.program.finish(run)
        lines = result.error_lines
        if result.code != 0 or len(lines) != 1 or "in use by another import; waiting" not in lines[0]:
            raise Fault(f"expected one line that it waits, got {result.code} and {lines[:3]}")

    def readers(self, database):
        evidence = self._evidence_by_articles()
        run = self._start(database)
        seen = set()
        while run.poll() is None:
            if not os.path.exists(database):
                time.sleep(0.005)
                continue
            counts = self._counts(database)
            seen.add(counts[0])
            if counts[1] != evidence[counts[0]]:
                raise Fault(f"a reader saw {counts[0]} articles with {counts[1]} pieces of evidence")
            if len(seen) % 3 == 1:
                self.program.check(database)
                self.program.must("events", "--db", database, "--limit", "5")
        if self.program.finish(run).code != 0:
            raise Fault("the import failed while it was read from")
        if len(seen) < 3:
            raise Fault(f"the reader saw only the states {sorted(seen)}; give it more articles")

    def _evidence_by_articles(self):
        """How much evidence the first so many articles have, in the order of import."""
        connection = sqlite3.connect(self.whole)
        counts = [0]
        for (count,) in connection.execute(
                "SELECT (SELECT count(*) FROM evidence WHERE evidence.article = article.key) FROM article "
                "ORDER BY article.key"):
            counts.append(counts[-1] + count)
        connection.close()
        return counts

    def removed(self, database):
        run = self._start_and_wait(database)
        os.remove(database)
        self._expect_loss(run, database)
        self._complete(database)

    def replaced(self, database):
        other = database + ".other"
        small = database + ".jsonl"
        articles.write_lines(small, self.chance_seed + 1, 40)
        self.program.must("import", small, "--db", other, "--quiet")
        before = self.program.content(other)
        run = self._start_and_wait(database)
        os.replace(other, database)
        for ending in ("-wal", "-shm"):
            if os.path.exists(database + ending):
                os.remove(database + ending)
        self._expect_loss(run, database)
        self.program.check(database)
        if self.program.content(database) != before:
            raise Fault("the database that was put in its place has changed")

    def folder_removed(self, database):
        folder = os.path.join(os.path.dirname(database), "inner")
        os.mkdir(folder)
        inner = os.path.join(folder, "casus.db")
        run = self._start_and_wait(inner)
        shutil.rmtree(folder)
        self._expect_loss(run, inner)
        os.mkdir(folder)
        self._complete(inner)

    def _start_and_wait(self, database):
        """Starts an import and waits for its first batch."""
        run = self._start(database)
        until = time.monotonic() + 60
        while time.monotonic() < until and run.poll() is None:
            if os.path.exists(database) and self._counts(database)[0] > 0:
                return run
            time.sleep(0.005)
        raise Fault("the import had ended before anything could be done to it")

    def _expect_loss(self, run, database):
        result = self.program.finish(run)
        expect_refusal(result, 74, ["was removed or replaced"], f"import into {database}")

    def _complete(self, database):
        self.program.must("import", self.source, "--db", database, "--quiet")
        self.program.check(database)
        if self.program.content(database) != self.expected:
            raise Fault("after the second run the content is not that of an undisturbed import")

    @staticmethod
    def _counts(database):
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
        try:
            return tuple(
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("article", "evidence"))
        except sqlite3.OperationalError:
            return (0, 0)
        finally:
            connection.close()


class Interrupts:
    """Ctrl-C at random moments, in every command that takes long."""

    def __init__(self, neighbours, chance):
        self.program = neighbours.program
        self.folder = neighbours.folder
        self.neighbours, self.chance = neighbours, chance

    def all(self, count):
        """Runs one after the other; gives name and faults of each."""
        for name, body in (
            ("import", self.importing), ("merge", self.merging), ("recode", self.recoding),
            ("export", self.exporting),
        ):
            yield f"Ctrl-C during {name}", self._repeat(body, count)

    def _repeat(self, body, count):
        faults = []
        for _ in range(count):
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                try:
                    body(folder)
                except Fault as fault:
                    faults.append(str(fault))
        return faults

    def _run(self, moment, *arguments):
        """Runs a command and presses Ctrl-C after some seconds."""
        run = self.program.start(*arguments)
        timer = threading.Timer(moment, lambda: run.poll() is None and run.send_signal(2))
        timer.start()
        result = self.program.finish(run)
        timer.cancel()
        if result.code == -2:
            # Before the program listens it ends as any other does.
            if result.errors:
                raise Fault(f"{arguments[0]}: killed by Ctrl-C with {result.error_lines[:2]}")
        elif result.code == 130:
            # What recode changed so far is told before.
            result.errors = "\n".join(
                line for line in result.error_lines if line != "no event changed")
            expect_refusal(result, 130, ["stopped by Ctrl-C"], arguments[0])
        elif result.code != 0:
            raise Fault(f"{arguments[0]}: exit code {result.code}: {result.errors.strip()}")
        return result

    def importing(self, folder):
        database = os.path.join(folder, "casus.db")
        arguments = ["import", self.neighbours.source, "--db", database, "--quiet"]
        self._run(self.chance.uniform(0, 1.5), *arguments)
        if os.path.exists(database):
            self.program.check(database)
        self.program.must(*arguments)
        self._compare(database)

    def merging(self, folder):
        database = os.path.join(folder, "casus.db")
        arguments = ["merge", self.neighbours.whole, "--db", database, "--quiet"]
        self._run(self.chance.uniform(0, 1.5), *arguments)
        if os.path.exists(database):
            self.program.check(database)
        self.program.must(*arguments)
        self._compare(database)

    def recoding(self, folder):
        database = os.path.join(folder, "casus.db")
        shutil.copyfile(self.neighbours.whole, database)
        self._run(self.chance.uniform(0, 1.5), "recode", "--db", database, "--quiet")
        self.program.check(database)
        self._compare(database)

    def exporting(self, folder):
        target = os.path.join(folder, "graph.jsonl")
        with open(target, "w", encoding="utf-8") as file:
            file.write("kept\n")
        result = self._run(
            self.chance.uniform(0, 0.8), "export", "--db", self.neighbours.whole, "--format",
            "jsonl", "-o", target, "--quiet")
        with open(target, encoding="utf-8") as file:
            text = file.read()
        expected = self.neighbours.expected if result.code == 0 else "kept\n"
        if text != expected:
            raise Fault(f"the file is neither the old nor the new one after {result.code}")
        if result.code != -2 and os.listdir(folder) != ["graph.jsonl"]:
            raise Fault(f"an interrupted export leaves {sorted(os.listdir(folder))}")

    def _compare(self, database):
        if self.program.content(database) != self.neighbours.expected:
            raise Fault("after the second run the content is not that of an undisturbed one")
