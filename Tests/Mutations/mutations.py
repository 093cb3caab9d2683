#!/usr/bin/env python3
"""Puts deliberate faults into a copy of the extraction, one at a time: a test must notice each.

    Tests/Mutations/mutations.py [--tree DIR] [--flags FLAGS] [--only WORD] [--table FILE]

The copy is made in .build-mutants and stays there, so that the next run builds less. With --tree .
the faults are made in the checkout itself and put right again. Exits with 1 when a fault goes
unnoticed, or when its place is no longer found in the code.
"""

import argparse
import filecmp
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from faults import FAULTS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COPIED = ["Package.swift", "Package.resolved", "Sources", "Tests", "Data"]


class Copy:
    """A copy of the package in which faults can be made; or the checkout itself."""

    def __init__(self, tree, flags):
        self.tree = os.path.abspath(tree)
        self.flags = flags
        if self.tree == ROOT:
            return
        for name in COPIED:
            source = os.path.join(ROOT, name)
            files = [source] if os.path.isfile(source) else [
                os.path.join(folder, file) for folder, _, files in os.walk(source) for file in files]
            for file in files:
                self._copy(file, os.path.join(self.tree, os.path.relpath(file, ROOT)))

    @staticmethod
    def _copy(source, target):
        """Copies what differs, so that nothing else is built anew."""
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not os.path.exists(target) or not filecmp.cmp(source, target, shallow=False):
            shutil.copyfile(source, target)

    def build(self):
        """Builds the tests; gives what the compiler says when it cannot."""
        result = subprocess.run(
            ["swift", "build", "--build-tests", *self.flags], cwd=self.tree, capture_output=True, text=True)
        return None if result.returncode == 0 else result.stdout + result.stderr

    def failures(self, suite):
        """The tests of a suite that fail, sorted."""
        # The test bundle itself, so that nothing is planned anew and other builds are not waited for.
        result = subprocess.run(
            [".build/debug/CasusPackageTests.xctest", "--testing-library", "swift-testing",
             "--filter", suite], cwd=self.tree, capture_output=True, text=True,
            env={**os.environ, "LLVM_PROFILE_FILE": os.devnull})
        output = re.sub(r"\x1b\[\d*m", "", result.stdout + result.stderr)
        if "Test run with" not in output:
            return ["the end of the test run"]
        issues = re.findall(
            r"✘ Test (\w+)\(.*?\) recorded an issue(?: with \d+ arguments? (.*?))? at (\w+)\.swift",
            output)
        return sorted({
            f"{suite}.{test}" + (f" ({argument})" if argument else "")
            for test, argument, suite in issues})

    def apply(self, fault):
        """Makes a fault; gives the text that was there, or `None` when its place is not found."""
        path = os.path.join(self.tree, fault.file)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        changed, count = re.subn(fault.old, fault.new, text, count=1)
        if count == 0 or changed == text:
            return None
        self.write(fault, changed)
        return text

    def write(self, fault, text):
        with open(os.path.join(self.tree, fault.file), "w", encoding="utf-8") as file:
            file.write(text)


def judge(copy, fault):
    """Makes a fault, lets the tests look for it, and takes it away again."""
    before = copy.apply(fault)
    if before is None:
        return "its place is not found; renew faults.py", []
    try:
        if fault.file.endswith(".swift"):
            complaint = copy.build()
            if complaint is not None:
                return "it does not compile: " + complaint[-300:], []
        found = copy.failures(fault.suite)
    finally:
        copy.write(fault, before)
    return None if found else "NOT NOTICED", found


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--tree", default=os.path.join(ROOT, ".build-mutants"))
    options.add_argument("--flags", default="", help="more flags for 'swift build'")
    options.add_argument("--only", default="", help="only faults whose name or file has this word")
    options.add_argument("--skip-build", action="store_true", help="what is built is as it should be")
    options.add_argument("--table", help="write the faults and the tests as a Markdown table here")
    options = options.parse_args()
    # Whoever ends the run gets the fault taken away first.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(f"mutations: ended by signal {number}"))
    copy = Copy(options.tree, options.flags.split())
    complaint = None if options.skip_build else copy.build()
    if complaint is not None:
        sys.exit("mutations: the copy does not build: " + complaint[-2000:])
    chosen = [
        fault for fault in FAULTS if options.only in fault.name or options.only in fault.file]
    suites = "|".join(sorted({suite for fault in chosen for suite in fault.suite.split("|")}))
    failing = copy.failures(suites)
    if failing:
        print(f"note: these fail without any fault and do not count: {', '.join(failing)}")
    rows, missed = [], 0
    for fault in chosen:
        started = time.monotonic()
        problem, found = judge(copy, fault)
        found = [name for name in found if name not in failing]
        if problem is None and not found:
            problem = "NOT NOTICED"
        missed += problem is not None
        others = f" and {len(found) - 1} more" if len(found) > 1 else ""
        says = problem or f"noticed by {found[0]}{others}"
        print(f"{'FAILED' if problem else 'ok':7} {fault.name}: {says} "
              f"({time.monotonic() - started:.0f} s)", flush=True)
        rows.append((fault, problem or found[0] + others))
    if options.table:
        with open(options.table, "w", encoding="utf-8") as file:
            file.write("| fault | in | noticed by |\n|---|---|---|\n")
            for fault, says in rows:
                place = fault.file.removeprefix("Sources/").removeprefix("Data/Languages/")
                file.write(f"| {fault.name} | `{place}` | {says} |\n")
    print(f"mutations: {len(rows) - missed} of {len(rows)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
