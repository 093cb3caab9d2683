"""A database of an older version is brought to the newest one, and the program is killed at it."""

import glob
import os
import shutil
import tempfile
import time

from program import Fault

DATABASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Corpus/databases")


class Upgrades:
    """Kills the program right before the writes of an upgrade."""

    def __init__(self, program, folder, library, chance, count):
        self.program, self.folder, self.library = program, folder, library
        self.chance, self.count = chance, count

    def all(self):
        """For each older database: name, how many kills, faults and when they were begun."""
        for path in sorted(glob.glob(os.path.join(DATABASES, "*.db"))):
            started = time.monotonic()
            try:
                count, faults = self._upgrade(path)
            except Fault as fault:
                count, faults = 1, [str(fault)]
            yield (f"kill -9 before random writes of the upgrade of {os.path.basename(path)}", count,
                   faults, started)

    def _upgrade(self, path):
        faults = []
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            database = os.path.join(folder, "casus.db")
            shutil.copyfile(path, database)
            expected = self.program.content(database)
            total = self._run(path, database, None)
            numbers = self.chance.sample(range(1, total + 1), min(self.count, total))
            for number in numbers:
                try:
                    self._run(path, database, number)
                    if self.program.content(database) != expected:
                        raise Fault("the content is not that of an undisturbed upgrade")
                    self.program.check(database)
                except Fault as fault:
                    faults.append(f"kill at write {number}: {fault}")
            return len(numbers), faults

    def _run(self, path, database, number):
        """Upgrades a copy and kills that at a write; without a number, gives how many there are."""
        folder = os.path.dirname(database)
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))
        shutil.copyfile(path, database)
        log = os.path.join(folder, "count")
        harm = {"FAULT_AT": str(number), "FAULT_KIND": "kill"} if number else {"FAULT_LOG": log}
        result = self.program.run(
            "check", "--db", database,
            environment={"LD_PRELOAD": self.library, "FAULT_FILE": database, **harm})
        if number is None:
            if result.code != 0:
                raise Fault(f"the undisturbed upgrade: {result.errors.strip()}")
            with open(log, encoding="ascii") as file:
                return int(file.read())
        return None
