# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on real parts: test-main-job.py BUILD APP_ID, inside with-display.  Speaks TAP."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from main_job import MainJob, install  # noqa: E402
from tap import run  # noqa: E402

sys.exit(run(lambda build, app_id, folder: MainJob(install(build, folder), app_id)))
