"""The import is killed: at random moments, and right before a random write to its files."""

import os
import random
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import articles
from program import Fault


class Kills:
    """Kills imports of the same articles and compares what a second run makes of each."""

    def __init__(self, program, folder, seed, count):
        self.program = program
        self.folder = folder
        self.chance = random.Random(seed)
        self.source = os.path.join(folder, "articles.jsonl")
        articles.write_lines(self.source, seed, count)
        whole = os.path.join(folder, "whole.db")
        started = time.monotonic()
        program.must("import", self.source, "--db", whole, "--threads", "1")
        self.duration = time.monotonic() - started
        self.expected = program.content(whole)
        self.states = {"no database yet": 0, "some articles": 0, "finished": 0}

    def at_random_moments(self, count):
        """Kills after random times; a third of them while the database is made."""
        moments = [
            self.chance.uniform(0, self.duration * (0.2 if number % 3 == 0 else 1.1))
            for number in range(count)
        ]
        return self._all(self._kill_after, moments)

    def at_random_writes(self, count, library):
        """Kills right before the nth write, sync, cut or removal of the database's files."""
        total = self._count_writes(library)
        numbers = [self.chance.randint(1, total) for _ in range(count)]
        first = range(1, min(count // 3, total) + 1)
        numbers[: len(first)] = first
        return self._all(lambda number, database: self._kill_before(number, database, library),
                         numbers)

    def _all(self, kill, moments):
        def one(moment):
            with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                database = os.path.join(folder, "casus.db")
                try:
                    kill(moment, database)
                    self._judge(database)
                except Fault as fault:
                    return f"kill at {moment:.4g}: {fault}"
            return None

        with ThreadPoolExecutor(2) as pool:
            return [fault for fault in pool.map(one, moments) if fault]

    def _start(self, database, **more):
        return self.program.start(
            "import", self.source, "--db", database, "--threads", "1", "--quiet", **more)

    def _kill_after(self, seconds, database):
        process = self._start(database)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        self.program.finish(process)

    def _kill_before(self, number, database, library):
        process = self._start(
            database, environment={
                "LD_PRELOAD": library, "FAULT_FILE": database, "FAULT_AT": str(number),
                "FAULT_KIND": "kill"})
        result = self.program.finish(process)
        if result.code not in (0, -9):
            raise Fault(f"import ended with {result.code}: {result.errors.strip()}")

    def _count_writes(self, library):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            database = os.path.join(folder, "casus.db")
            log = os.path.join(folder, "count")
            result = self.program.finish(self._start(
                database, environment={
                    "LD_PRELOAD": library, "FAULT_FILE": database, "FAULT_LOG": log}))
            if result.code != 0:
                raise Fault(f"counting writes: {result.code}: {result.errors.strip()}")
            with open(log, encoding="ascii") as file:
                return int(file.read())

    def _judge(self, database):
        """What was killed is whole; the second run completes it; all is as undisturbed."""
        if not os.path.exists(database):
            self.states["no database yet"] += 1
        else:
            self.program.check(database)
            finished = self.program.content(database) == self.expected
            self.states["finished" if finished else "some articles"] += 1
        self.program.must("import", self.source, "--db", database, "--threads", "1", "--quiet")
        self.program.check(database)
        if self.program.content(database) != self.expected:
            raise Fault("after the second run the content is not that of an undisturbed import")
