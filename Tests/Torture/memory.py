#!/usr/bin/env python3
"""How much memory an import or an extraction takes, by the number of articles piped into it.

    Tests/Torture/memory.py --casus .build/release/casus --data Data 10000 100000 1000000
    Tests/Torture/memory.py --casus .build/release/casus --data Data --extract 10000 100000 1000000
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import articles
from program import Program


def measure(program, count, seed, extracts):
    """Pipes articles into a run; gives megabytes, seconds and the size of what it wrote."""
    with tempfile.TemporaryDirectory(prefix="casus-memory-") as folder:
        written = os.path.join(folder, "casus.db")
        command = ("extract", "-") if extracts else ("import", "-", "--db", written, "--quiet")
        started = time.monotonic()
        with open(written if extracts else os.devnull, "wb") as output:
            process = subprocess.Popen(
                program.command(*command), stdin=subprocess.PIPE, stdout=output,
                env=program.environment)
        for article in articles.articles(seed, count, sentences=(2, 4)):
            process.stdin.write(json.dumps(article).encode() + b"\n")
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"it ended with {process.returncode}")
        seconds = time.monotonic() - started
        return usage.ru_maxrss / 1024, seconds, os.path.getsize(written) >> 20


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--casus", required=True)
    options.add_argument("--data", required=True)
    options.add_argument("--extract", action="store_true", help="extract, and import nothing")
    options.add_argument("counts", type=int, nargs="+")
    options = options.parse_args()
    program = Program(options.casus, options.data)
    print("| articles | memory | time | written |\n|---|---|---|---|", flush=True)
    for count in options.counts:
        memory, seconds, size = measure(program, count, 1, options.extract)
        print(f"| {count:,} | {memory:.0f} MB | {seconds:.0f} s | {size} MB |", flush=True)


if __name__ == "__main__":
    main()
