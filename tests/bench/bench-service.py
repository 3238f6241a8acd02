#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-service.py SERVICE APP_ID: what the idle reminder service costs, in memory and in wake-ups within ten
seconds, with nothing to do and with ten thousand reminders and a million rows of history."""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

SECONDS = 10
REMINDERS = 10000
ROWS = 1000000


def read_values(path, key):
    with open(path, encoding="ascii") as file:
        return [int(line.split()[1]) for line in file if line.startswith(key)]


def count_wakes(pid):
    tasks = "/proc/%d/task" % pid
    return sum(read_values("%s/%s/status" % (tasks, task), "voluntary_ctxt")[0] for task in os.listdir(tasks))


def start(service, folder):
    """Returns the process and the seconds until it answers."""
    environment = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
    begin = time.monotonic()
    process = subprocess.Popen([service], env=environment)
    name = os.environ["UK_BENCH_NAME"]
    # A call would start another one if this did not have the name yet.
    while subprocess.run(["gdbus", "call", "--session", "--dest", name, "--object-path", "/" + name.replace(".", "/"),
                          "--method", name + ".Reminders1.GetStatus"], capture_output=True).returncode != 0:
        if time.monotonic() - begin > 60:
            raise SystemExit("the service never answered")
    return process, time.monotonic() - begin


def measure(service, folder, what, most):
    process, seconds = start(service, folder)
    time.sleep(1)
    before = count_wakes(process.pid)
    time.sleep(SECONDS)
    wakes = count_wakes(process.pid) - before
    pss = read_values("/proc/%d/smaps_rollup" % process.pid, "Pss:")[0]
    threads = len(os.listdir("/proc/%d/task" % process.pid))
    process.terminate()
    process.wait()
    print("%s: answers after %.2f s, %.1f MiB PSS (limit %d), %d wake-ups in %d s (limit 0), %d threads"
          % (what, seconds, pss / 1024, most, wakes, SECONDS, threads), flush=True)
    return pss <= most * 1024 and wakes == 0


def fill(folder):
    """Daily reminders a year away, and what became of others long ago."""
    with sqlite3.connect(os.path.join(folder, "unknot", "unknot.db")) as store:
        count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) " % max(ROWS, REMINDERS)
        store.execute("INSERT INTO reminders (id, routine, title, side, recurrence, enabled, grace, since) " + count
                      + "SELECT i, 'po-micro-1', 'Bench', 0, 'weekly;mo,tu,we,th,fr,sa,su;10:00;from=' "
                        "|| date('now', '+1 year'), 1, 30, 0 FROM n LIMIT %d" % REMINDERS)
        store.execute("INSERT INTO occurrences (reminder, day, slot, due, state, until, snoozes) " + count
                      + "SELECT i %% %d + 1, 10000 + i / %d, 600, (10000 + i / %d) * 86400 + 36000, 3, "
                        "(10000 + i / %d) * 86400 + 36300, 0 FROM n LIMIT %d"
                      % (REMINDERS, REMINDERS, REMINDERS, REMINDERS, ROWS))
    store.close()


def main():
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ or os.environ.get("UK_BENCH_BUS") is None:
        os.environ["UK_BENCH_BUS"] = "own"
        os.environ["UK_BENCH_NAME"] = sys.argv[2] + ".Service"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable] + sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        ok = measure(sys.argv[1], folder, "idle service", 6)
        fill(folder)
        return 0 if measure(sys.argv[1], folder, "with %d reminders, %d rows" % (REMINDERS, ROWS), 6) and ok else 1


if __name__ == "__main__":
    sys.exit(main())
