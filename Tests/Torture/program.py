"""Runs the program, and asks SQLite itself about its databases."""

import os
import sqlite3
import subprocess
import tempfile


class Fault(Exception):
    """Something that must not happen did: one line."""


class Result:
    """What a run gave."""

    def __init__(self, code, output, errors):
        self.code, self.output, self.errors = code, output, errors

    @property
    def error_lines(self):
        return [line for line in self.errors.splitlines() if line]


class Program:
    """A built casus, with the knowledge that it is to use."""

    def __init__(self, path, data):
        self.path = os.path.abspath(path)
        self.data = os.path.abspath(data)

    def command(self, *arguments):
        return [self.path, *arguments]

    @property
    def environment(self):
        hidden = ("CASUS_DB", "CASUS_DATA", "CASUS_CACHE", "COLUMNS")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        return {**kept, "CASUS_DATA": self.data, "CASUS_CACHE": "off"}

    def start(self, *arguments, cwd=None, environment=None, **more):
        """Starts the program; its outputs are files, so that nothing waits for a reader."""
        more.setdefault("stdin", subprocess.DEVNULL)
        output, errors = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        process = subprocess.Popen(
            self.command(*arguments), cwd=cwd, stdout=output, stderr=errors,
            env={**self.environment, **(environment or {})}, **more)
        process.outputs = (output, errors)
        return process

    @staticmethod
    def finish(process, timeout=120):
        """Waits for the end of a started program."""
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise Fault(f"{' '.join(process.args[1:])}: still running after {timeout} s") from None
        texts = []
        for file in process.outputs:
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
            file.close()
        return Result(code, *texts)

    def run(self, *arguments, timeout=120, **more):
        return self.finish(self.start(*arguments, **more), timeout)

    def must(self, *arguments, **more):
        """Runs what has to succeed."""
        result = self.run(*arguments, **more)
        if result.code != 0:
            raise Fault(f"{' '.join(arguments)}: exit code {result.code}: {result.errors.strip()}")
        return result

    def content(self, database):
        """The whole graph as text."""
        return self.must("export", "--db", database, "--format", "jsonl").output

    def check(self, database):
        """Lets the program and SQLite look for damage."""
        self.must("check", "--db", database)
        answer = integrity(database)
        if answer != "ok":
            raise Fault(f"PRAGMA integrity_check: {answer}")


def integrity(database):
    """What SQLite finds wrong with a database, or `ok`."""
    connection = sqlite3.connect(database, timeout=10)
    try:
        return "; ".join(row[0] for row in connection.execute("PRAGMA integrity_check"))
    finally:
        connection.close()


def expect_refusal(result, code, words, what):
    """Expects one line on standard error with some words, and an exit code."""
    lines = result.error_lines
    if result.code != code or len(lines) != 1 or not any(word in lines[0] for word in words):
        raise Fault(
            f"{what}: expected exit code {code} and one line with {' or '.join(words)!r}, "
            f"got {result.code} and {lines[:3]}")
