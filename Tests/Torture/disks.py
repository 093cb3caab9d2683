"""The disk is full, fails, or takes no writes."""

import os
import random
import shutil
import subprocess
import tempfile

from program import Fault, expect_refusal

DISK_WORDS = ["disk", "cannot be written", "cannot be opened"]


class Disks:
    """Imports onto disks that let them down; what is there stays whole."""

    def __init__(self, program, kills, seed):
        self.program, self.kills = program, kills
        self.chance = random.Random(seed)
        self.notes = []

    def failing_at_random_writes(self, kind, count, library):
        """From one write on, every write fails: `full` with ENOSPC, `broken` with EIO."""
        total = self.kills._count_writes(library)
        faults = []
        for number in [self.chance.randint(1, total) for _ in range(count)]:
            with tempfile.TemporaryDirectory(dir=self.kills.folder) as folder:
                database = os.path.join(folder, "casus.db")
                result = self.program.finish(self.kills._start(
                    database, environment={
                        "LD_PRELOAD": library, "FAULT_FILE": database, "FAULT_AT": str(number),
                        "FAULT_KIND": kind}))
                try:
                    # Late failures, when the log is folded into the file, cost nothing.
                    if result.code != 0:
                        expect_refusal(result, 74, DISK_WORDS, "import")
                    self.kills._judge(database)
                except Fault as fault:
                    faults.append(f"{kind} from write {number} on: {fault}")
        return faults

    def small_file_system(self, sizes):
        """A file system in memory that is too small, then made larger."""
        with tempfile.TemporaryDirectory(dir=self.kills.folder) as folder:
            if not mount(folder, sizes[0]):
                self.notes.append("no right to mount: a full disk is only simulated, write by write")
                return []
            faults = []
            try:
                for size in sizes:
                    try:
                        self._fill(folder, size)
                    except Fault as fault:
                        faults.append(f"file system of {size} KB: {fault}")
            finally:
                subprocess.run(["umount", folder], check=True)
            return faults

    def _fill(self, folder, size):
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))
        subprocess.run(["mount", "-o", f"remount,size={size}k", folder], check=True)
        database = os.path.join(folder, "casus.db")
        result = self.program.finish(self.kills._start(database))
        expect_refusal(result, 74, DISK_WORDS, "import")
        subprocess.run(["mount", "-o", "remount,size=200m", folder], check=True)
        self.kills._judge(database)

    def read_only(self):
        """A file, then also its folder, that may not be written, for somebody who is not root."""
        with tempfile.TemporaryDirectory(dir=self.kills.folder) as folder:
            database = os.path.join(folder, "casus.db")
            self.program.must("import", self.kills.source, "--db", database, "--quiet")
            with open(database, "rb") as file:
                before = file.read()
            faults = []
            for file_mode, folder_mode in ((0o444, 0o755), (0o444, 0o555), (0o644, 0o555)):
                os.chmod(database, file_mode)
                os.chmod(folder, folder_mode)
                try:
                    self._try_to_write(database)
                    content = self.program.must(
                        "export", "--db", database, "--format", "jsonl", **as_nobody()).output
                    if content != self.kills.expected:
                        raise Fault("what can be read is not what was imported")
                    self.program.must("check", "--db", database, **as_nobody())
                except Fault as fault:
                    faults.append(f"file {file_mode:o} in folder {folder_mode:o}: {fault}")
                with open(database, "rb") as file:
                    if file.read() != before:
                        faults.append("the read-only file has changed")
            os.chmod(folder, 0o755)
            return faults

    def _try_to_write(self, database):
        for arguments in (["import", self.kills.source], ["recode"], ["check", "--repair"]):
            result = self.program.run(*arguments, "--db", database, **as_nobody())
            expect_refusal(result, 74, ["cannot be written"], arguments[0])


def mount(folder, size):
    """Mounts a small file system, if that is permitted."""
    if not shutil.which("mount"):
        return False
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}k", "casus-torture", folder],
        stderr=subprocess.DEVNULL, check=False)
    return made.returncode == 0


def as_nobody():
    """Rights mean nothing to root, so that root becomes another user for it."""
    if os.geteuid() != 0:
        return {}
    return {"user": 65534, "group": 65534, "extra_groups": []}
