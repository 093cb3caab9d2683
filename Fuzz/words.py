#!/usr/bin/env python3
"""Prints the words of some files as a dictionary for libFuzzer."""

import re
import sys

words = set()
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        words.update(re.findall(rb"[\w\x80-\xff]{2,30}|<[\w!/?]{1,20}|[^\w\s\x00-\x1f\x80-\xff]{1,3}", file.read()))
for word in sorted(words)[:4000]:
    print('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"')
