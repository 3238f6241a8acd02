# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on real parts: test-main-job.py BUILD APP_ID, inside with-display.  Speaks TAP."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import GLib  # noqa: E402
from main_job import Failure, MainJob, install  # noqa: E402


def main():
    build, app_id = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        job = MainJob(install(build, folder), app_id)
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
                print("# %s" % problem, flush=True)
                if job.program is not None:
                    try:
                        job.program.dump()
                    except GLib.Error:
                        pass
        job.end()
    return 1 if broken else 0


sys.exit(main())
