#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-service.py SERVICE APP_ID: what the reminder service costs while nothing is due, in memory and in context
switches within a minute, and how long after its due time a notification leaves; with nothing to do, and with ten
thousand reminders and a million rows of history.  Beside it Safe Eyes and Workrave, where they are installed."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

SECONDS = 60
REMINDERS = 10000
ROWS = 1000000
MOST_MIB = 6
MOST_MS = 100
ROUNDS = 5
LEAD = 3
NOTIFICATIONS = "org.freedesktop.Notifications"
SERVER = """<node><interface name='org.freedesktop.Notifications'>
<method name='GetCapabilities'><arg type='as' direction='out'/></method>
<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
<arg type='s' direction='out'/><arg type='s' direction='out'/></method>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
</interface></node>"""


def read_values(path, key):
    with open(path, encoding="ascii") as file:
        return [int(line.split()[1]) for line in file if line.startswith(key)]


def count_switches(pid):
    tasks = "/proc/%d/task" % pid
    return sum(read_values("%s/%s/status" % (tasks, task), "voluntary_ctxt")[0] for task in os.listdir(tasks))


def read_mib(pid):
    return read_values("/proc/%d/smaps_rollup" % pid, "Pss:")[0] / 1024


class World:
    """A bus and a home of its own, for one program."""

    def __init__(self, folder):
        self.environment = dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder,
                                XDG_RUNTIME_DIR=folder, TZ="UTC")
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                       env=self.environment)
        self.address = self.daemon.stdout.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        # Safe Eyes does not start where there is no other bus.
        self.environment["DBUS_SYSTEM_BUS_ADDRESS"] = self.address
        self.process = None

    def connect(self):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)

    def start(self, *command):
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def end(self):
        self.daemon.terminate()
        self.daemon.wait()
        self.daemon.stdout.close()


class Service(World):
    def __init__(self, folder, program, app_id):
        super().__init__(folder)
        self.folder, self.program, self.name = folder, program, app_id + ".Service"

    def run(self, offset=0):
        """Returns the seconds until it answers."""
        begin = time.monotonic()
        self.start(self.program, "--clock-offset=%d" % offset)
        bus = self.connect()
        while time.monotonic() - begin < 60:
            try:
                bus.call_sync(self.name, "/" + self.name.replace(".", "/"), self.name + ".Reminders1", "GetStatus",
                              None, None, Gio.DBusCallFlags.NO_AUTO_START, 10000, None)
                bus.close_sync(None)
                return time.monotonic() - begin
            except GLib.Error:
                time.sleep(0.01)
        raise SystemExit("the service never answered")

    def fill(self, reminders, rows):
        """Daily reminders a year away but for the first, and what became of others long ago."""
        self.run()
        self.stop()
        with sqlite3.connect(os.path.join(self.folder, "unknot", "unknot.db")) as store:
            count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) " % max(rows, reminders)
            store.execute("INSERT INTO reminders (id, routine, title, side, recurrence, enabled, grace, since) " + count
                          + "SELECT i, 'po-micro-1', 'Bench ' || i, 0, 'weekly;mo,tu,we,th,fr,sa,su;12:00;from=' "
                            "|| date('now', iif(i = 1, '+1 day', '+1 year')), 1, 30, 0 FROM n LIMIT %d" % reminders)
            store.execute("INSERT INTO occurrences (reminder, day, slot, due, state, until, snoozes) " + count
                          + "SELECT i %% %d + 1, 10000 + i / %d, 600, (10000 + i / %d) * 86400 + 36000, 3, "
                            "(10000 + i / %d) * 86400 + 36300, 0 FROM n LIMIT %d"
                          % (reminders, reminders, reminders, reminders, rows))
        store.close()

    def time_notice(self, server):
        """Milliseconds from the due time of the first reminder to the call that shows it."""
        with sqlite3.connect(os.path.join(self.folder, "unknot", "unknot.db")) as store:
            store.execute("DELETE FROM occurrences WHERE day > 18000")
        store.close()
        now = int(time.time())
        noon = now // 86400 * 86400 + 86400 + 43200
        due = now + LEAD
        server.shown = None
        self.run(noon - due)
        while server.shown is None and time.time() < due + 30:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.0005)
        self.stop()
        return ((server.shown or due + 30) - due) * 1000


class Server:
    """Who shows notifications, or rather notes when it should."""

    def __init__(self, bus):
        self.shown = None
        node = Gio.DBusNodeInfo.new_for_xml(SERVER)
        bus.register_object("/org/freedesktop/Notifications", node.interfaces[0], self.called, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", (NOTIFICATIONS, 4)), None, 0, 10000, None)

    def called(self, _bus, _sender, _path, _interface, method, _arguments, invocation):
        if method == "Notify":
            self.shown = time.time()
        answers = {"GetCapabilities": GLib.Variant("(as)", (["actions", "body"],)),
                   "GetServerInformation": GLib.Variant("(ssss)", ("bench", "nobody", "1", "1.2")),
                   "Notify": GLib.Variant("(u)", (1,))}
        invocation.return_value(answers.get(method))


class Display:
    """An X server for the programs that need one."""

    def __init__(self):
        reading, writing = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as file:
            os.environ["DISPLAY"] = ":" + file.readline().strip()

    def end(self):
        self.process.terminate()
        self.process.wait()


def find_others(folder):
    """Programs for the same purpose, as (name, world, command)."""
    found = []
    for name in ("safeeyes", "workrave"):
        if shutil.which(name) and shutil.which("Xvfb"):
            home = os.path.join(folder, name)
            os.mkdir(home)
            found.append((name, home, [shutil.which(name)]))
        else:
            print("# left out: %s is not installed" % name)
    return found


def measure_idle(services, others):
    """Prints a line for each program; whether ours keep within their limits."""
    rows = []
    for name, world, start in [(name, service, service.run) for name, service in services] \
            + [(name, world, lambda world=world, command=command: world.start(*command))
               for name, world, command in others]:
        answered = start()
        time.sleep(5 if answered is not None else 10)
        if world.process.poll() is not None:
            print("# left out: %s ended" % name)
            continue
        rows.append([name, world, start, read_mib(world.process.pid), answered])
        world.stop()
    for row in rows:
        row[2]()
    time.sleep(10)
    before = [count_switches(row[1].process.pid) for row in rows]
    time.sleep(SECONDS)
    ok = True
    for row, first in zip(rows, before):
        switches = count_switches(row[1].process.pid) - first
        ours = row[4] is not None
        ok = ok and (not ours or (row[3] <= MOST_MIB and switches == 0))
        print("%-36s %6.1f MiB PSS%s, %5d context switches in %d s%s"
              % (row[0], row[3], " (limit %d)" % MOST_MIB if ours else "", switches, SECONDS,
                 " (limit 0), answers after %.2f s" % row[4] if ours else ""), flush=True)
    for row in rows:
        row[1].stop()
    return ok


def measure_notices(name, service):
    bus = service.connect()
    server = Server(bus)
    times = sorted(service.time_notice(server) for _ in range(ROUNDS))
    bus.close_sync(None)
    print("%-36s a notification leaves %.1f ms after its due time, at most %.1f ms (limit %d)"
          % (name, times[ROUNDS // 2], times[-1], MOST_MS), flush=True)
    return times[-1] <= MOST_MS


def main():
    program, app_id = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        services = []
        for name, reminders, rows in (("service", 1, 0), ("with %d reminders, %d rows" % (REMINDERS, ROWS), REMINDERS, ROWS)):
            home = os.path.join(folder, str(reminders))
            os.mkdir(home)
            service = Service(home, program, app_id)
            service.fill(reminders, rows)
            services.append((name, service))
        others = find_others(folder)
        display = Display() if others else None
        others = [(name, World(home), command) for name, home, command in others]
        for _, world, _ in others:
            # Safe Eyes takes for granted what a home usually has.
            for folder_of in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
                world.environment.pop(folder_of)
            os.makedirs(os.path.join(world.environment["HOME"], ".config"))
        ok = measure_idle(services, others)
        for name, service in services:
            ok = measure_notices(name, service) and ok
        for _, world, *_ in services + others:
            world.end()
        if display:
            display.end()
        return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
