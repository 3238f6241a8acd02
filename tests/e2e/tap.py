# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the steps of a job and tells how they went in TAP."""
import sys
import tempfile

from gi.repository import GLib

from driver import Failure


def go_through(job):
    """@job: has steps(), end() and the program that it drives.  Returns the exit status."""
    steps = job.steps()
    print("1..%d" % len(steps), flush=True)
    broken = False
    for number, (words, step) in enumerate(steps, 1):
        if broken:
            print("not ok %d - %s # not reached" % (number, words), flush=True)
            continue
        try:
            step()
            print("ok %d - %s" % (number, words), flush=True)
        except (Failure, GLib.Error, OSError) as problem:
            broken = True
            print("not ok %d - %s" % (number, words), flush=True)
            print("# %s" % str(problem).replace("\n", "\n# "), flush=True)
            if job.program is not None:
                job.program.dump()
    job.end()
    return 1 if broken else 0


def run(make):
    """@make: makes the job of BUILD, APP_ID and an empty folder"""
    build, app_id = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        return go_through(make(build, app_id, folder))
