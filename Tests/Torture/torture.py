#!/usr/bin/env python3
"""Torture: lets everything go wrong that can, and looks whether the database is whole.

    Tests/Torture/torture.py --casus .build/release/casus --data Data [--seed N] [--only WORD]

Prints a line for each kind of harm; exits with 1 when any of it did damage.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

from disks import Disks
from hostile import HostileFiles
from kills import Kills
from neighbours import Interrupts, Neighbours
from outside import Outside
from program import Program
from upgrades import Upgrades

HERE = os.path.dirname(os.path.abspath(__file__))


def build_library(folder):
    """The library that does harm at one write; `None` without a compiler."""
    library = os.path.join(folder, "fault.so")
    try:
        subprocess.run(
            ["cc", "-O1", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "fault.c"), "-ldl"],
            check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return library


class Report:
    """Says what was tried and what became of it."""

    def __init__(self, only):
        self.only = only
        self.failures = 0

    def wants(self, name):
        return not self.only or self.only in name

    def tell(self, name, count, faults, started):
        self.failures += len(faults)
        verdict = "ok" if not faults else f"{len(faults)} FAILED"
        times = f"{count} times" if count > 1 else "once"
        print(f"{verdict:9} {name}, {times} ({time.monotonic() - started:.0f} s)", flush=True)
        for fault in faults[:20]:
            print(f"          {fault}", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--casus", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--files", type=int, default=10_000, help="how many hostile files")
    options.add_argument("--only", default="", help="only harm whose name has this word")
    options = options.parse_args()
    program = Program(options.casus, options.data)
    report = Report(options.only)
    with tempfile.TemporaryDirectory(prefix="casus-torture-") as folder:
        os.chmod(folder, 0o755)
        library = build_library(folder)
        if library is None:
            print("note: no C compiler, so that no harm is done at single writes", flush=True)
        run(program, report, folder, library, options)
    if report.failures:
        print(f"torture: {report.failures} failures", file=sys.stderr)
        return 1
    print("torture: nothing was damaged")
    return 0


def run(program, report, folder, library, options):
    """Everything that is wanted, one after the other."""
    seed, count = options.seed, options.kills
    kills = Kills(program, folder, seed, 300)
    disks = Disks(program, kills, seed)
    singles = [
        ("kill -9 at random moments of an import", count,
         lambda: kills.at_random_moments(count), True),
        ("kill -9 before random writes of an import", 60,
         lambda: kills.at_random_writes(60, library), library),
        ("disk full from a random write on", 20,
         lambda: disks.failing_at_random_writes("full", 20, library), library),
        ("disk failure from a random write on", 20,
         lambda: disks.failing_at_random_writes("broken", 20, library), library),
        ("import onto a full file system", 6,
         lambda: disks.small_file_system([40, 200, 300, 700, 1500, 3000]), True),
        ("read-only file and folder", 3, disks.read_only, True),
    ]
    for name, times, body, is_possible in singles:
        if report.wants(name) and is_possible:
            started = time.monotonic()
            report.tell(name, times, body(), started)
    for note in disks.notes:
        print(f"note: {note}")
    if report.wants("kill -9"):
        states = ", ".join(f"{state}: {number}" for state, number in kills.states.items())
        print(f"          states met after a kill or failure: {states}")
    if library and report.wants("upgrade"):
        upgrades = Upgrades(program, folder, library, random.Random(seed), 25)
        for name, times, faults, started in upgrades.all():
            report.tell(name, times, faults, started)
    name = "import of hostile files"
    if report.wants(name):
        started = time.monotonic()
        hostile = HostileFiles(program, folder, seed, options.files)
        report.tell(name, options.files, hostile.imported(), started)
        print(f"          took {hostile.seconds:.0f} s and {hostile.memory >> 20} MB")
    name = "network and files that nobody named"
    if report.wants(name) and Outside.is_possible():
        started = time.monotonic()
        report.tell(name, 1, Outside(program, folder, kills.source).all(), started)
    if any(report.wants(word) for word in ("during", "imports at once", "locked", "Ctrl-C")):
        neighbours = Neighbours(program, folder, seed)
        started = time.monotonic()
        for name, faults in neighbours.all():
            report.tell(name, 1, faults, started)
            started = time.monotonic()
        for name, faults in Interrupts(neighbours, random.Random(seed)).all(8):
            report.tell(name, 8, faults, started)
            started = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
