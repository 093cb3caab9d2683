"""What the program does outside of what it was given, as the kernel sees it: with strace."""

import os
import re
import shutil
import tempfile

from program import Fault

#: Where any program may look: libraries, fonts, the clock's zone, the kernel's own files.
SYSTEM = ("/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/", "/var/cache/fontconfig", "/opt/") + \
    tuple(os.path.expanduser(f"~/{name}") for name in (
        ".fontconfig", ".cache/fontconfig", ".config/fontconfig", ".fonts", ".local/share/fonts"))
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", ([A-Z_|]+)')
CONNECTED = re.compile(r"socket\(AF_INET6?|connect\(\d+, \{sa_family=AF_INET6?")


class Outside:
    """Runs commands under strace and looks at the files that they open and the sockets they make."""

    def __init__(self, program, folder, source):
        self.program, self.folder, self.source = program, folder, source

    @staticmethod
    def is_possible():
        return shutil.which("strace") is not None

    def all(self):
        """The faults of every command."""
        faults = []
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            database = os.path.join(folder, "casus.db")
            commands = [
                ["import", self.source, "--db", database],
                ["extract", self.source],
                ["events", "--db", database],
                ["sql", "SELECT count(*) FROM event", "--db", database],
                ["timeline", "--db", database, "--limit", "9", "-o", f"{folder}/a.svg"],
                ["timeline", "--db", database, "--limit", "9", "-o", f"{folder}/a.html"],
                ["graph", "--db", database, "--limit", "9", "-o", f"{folder}/a.pdf"],
                ["export", "--db", database, "--format", "jsonl", "-o", f"{folder}/a.jsonl"],
                ["check", "--db", database],
            ]
            for command in commands:
                try:
                    self._look(command, folder)
                except Fault as fault:
                    faults.append(f"{command[0]}: {fault}")
        return faults

    def _look(self, command, folder):
        log = os.path.join(folder, "strace.log")
        temporary = os.path.join(folder, "tmp")
        os.makedirs(temporary, exist_ok=True)
        tracer = ["strace", "-f", "-qq", "-o", log, "-e", "trace=openat,open,socket,connect"]
        plain = self.program.command
        self.program.command = lambda *arguments: tracer + plain(*arguments)
        try:
            result = self.program.run(
                *command, cwd=folder,
                environment={"TMPDIR": temporary, "CASUS_CACHE": os.path.join(folder, "cache")})
        finally:
            self.program.command = plain
        if result.code != 0:
            raise Fault(f"exit code {result.code}: {result.errors.strip()[-200:]}")
        with open(log, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if CONNECTED.search(text):
            raise Fault(f"uses the network: {CONNECTED.search(text).group(0)}")
        named = (folder, self.program.data, os.path.dirname(self.program.path), self.source)
        for path, flags in OPENED.findall(text):
            path = os.path.normpath(os.path.join(folder, path))
            is_written = re.search("O_WRONLY|O_RDWR|O_CREAT", flags)
            if path.startswith(folder) or path in ("/dev/null", "/dev/tty"):
                continue
            if is_written and not path.startswith(("/proc/self", "/dev/")):
                raise Fault(f"writes {path}")
            if not path.startswith(named + SYSTEM):
                raise Fault(f"reads {path}")
