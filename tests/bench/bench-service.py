#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-service.py SERVICE: what the idle reminder service costs, in memory and in wake-ups within ten seconds."""
import os
import subprocess
import sys
import tempfile
import time

SECONDS = 10


def read_values(path, key):
    with open(path, encoding="ascii") as file:
        return [int(line.split()[1]) for line in file if line.startswith(key)]


def count_wakes(pid):
    tasks = "/proc/%d/task" % pid
    return sum(read_values("%s/%s/status" % (tasks, task), "voluntary_ctxt")[0] for task in os.listdir(tasks))


def main():
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ or os.environ.get("UK_BENCH_BUS") is None:
        os.environ["UK_BENCH_BUS"] = "own"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable] + sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        service = subprocess.Popen([sys.argv[1]], env=environment)
        time.sleep(1)
        before = count_wakes(service.pid)
        time.sleep(SECONDS)
        wakes = count_wakes(service.pid) - before
        pss = read_values("/proc/%d/smaps_rollup" % service.pid, "Pss:")[0]
        threads = len(os.listdir("/proc/%d/task" % service.pid))
        service.terminate()
        service.wait()
    print("idle service: %.1f MiB PSS (limit 8), %d wake-ups in %d s (limit 0), %d threads"
          % (pss / 1024, wakes, SECONDS, threads))
    return 0 if pss <= 8192 and wakes == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
