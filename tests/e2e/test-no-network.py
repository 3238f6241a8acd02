# SPDX-License-Identifier: GPL-3.0-or-later
"""No program of Unknot opens a network socket: test-no-network.py BUILD APP_ID, inside with-display.

The first part of the main job, and the service, under strace; in-empty-network sees that nothing needs a network.
"""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import GLib  # noqa: E402
from main_job import Failure, MainJob, install  # noqa: E402

LAST = "the soreness before is rated"
SKIPPED = 77


def can_trace():
    return shutil.which("strace") and subprocess.run(
        ["strace", "-o", os.devnull, "-e", "trace=socket", "true"], check=False, capture_output=True).returncode == 0


class TracedJob(MainJob):
    """Writes down every socket that a program opens, with those of its threads and children."""

    def __init__(self, prefix, app_id, folder):
        super().__init__(prefix, app_id)
        self.folder = folder
        self.plain_start, self.plain_announce = self.desktop.start, self.desktop.announce
        self.desktop.start, self.desktop.announce = self.start, self.announce

    def trace(self, command):
        name = os.path.basename(command)
        return [shutil.which("strace"), "-f", "-qq", "-e", "trace=socket", "-e", "signal=none", "-o",
                "%s/%s.sockets" % (self.folder, name), command]

    def start(self, command, *arguments, **options):
        own = command.startswith(self.desktop.prefix)
        return self.plain_start(*(self.trace(command) if own else [command]), *arguments, **options)

    def announce(self, name, command):
        program, *arguments = command.split()
        self.plain_announce(name, " ".join(self.trace(program) + arguments))

    def sockets(self):
        for name in sorted(os.listdir(self.folder)):
            with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                yield name, file.read().splitlines()


def run(build, app_id, folder):
    job = TracedJob(install(build, os.path.join(folder, "root")), app_id, tempfile.mkdtemp(dir=folder))
    try:
        for words, step in job.steps():
            step()
            if words == LAST:
                break
        else:
            raise Failure("there is no step “%s”" % LAST)
        job.reminders("GetStatus")
    finally:
        job.end()
    seen = dict(job.sockets())
    if set(seen) != {"unknot.sockets", "unknot-service.sockets"}:
        raise Failure("these were traced: %s" % sorted(seen))
    for name, lines in seen.items():
        # Each talks to the bus at least: an empty list would prove nothing.
        if not any("AF_UNIX" in line for line in lines):
            raise Failure("%s: nothing was traced" % name)
        found = [line for line in lines if "AF_INET" in line or "AF_PACKET" in line]
        if found:
            raise Failure("%s opened a network socket:\n%s" % (name, "\n".join(found)))
        print("%s: %d sockets, none of a network" % (name, len(lines)))


def main():
    if not can_trace():
        print("strace is missing or not permitted here")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(*sys.argv[1:3], folder)
        except (Failure, GLib.Error, OSError) as problem:
            print(problem)
            return 1
    return 0


sys.exit(main())
