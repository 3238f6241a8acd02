# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on a virtual display, told step by step, with pictures: tour.py PREFIX FOLDER."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import GLib  # noqa: E402
from main_job import Failure, MainJob  # noqa: E402


def find_id(prefix):
    folder = os.path.join(prefix, "share/applications")
    return next(name[:-len(".desktop")] for name in os.listdir(folder) if name.endswith(".Unknot.desktop"))


def main():
    prefix, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    job = MainJob(prefix, find_id(prefix), lambda name: job.desktop.shoot(os.path.join(folder, name + ".png")))
    try:
        for words, step in job.steps():
            print("→ " + words, flush=True)
            step()
    except (Failure, GLib.Error, OSError) as problem:
        print("The tour stopped: %s" % problem, file=sys.stderr)
        if job.program is not None and os.environ.get("UK_DUMP"):
            job.program.dump()
        return 1
    finally:
        job.end()
    print("Pictures are in " + os.path.relpath(folder))
    return 0


sys.exit(main())
