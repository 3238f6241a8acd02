#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real reminder service on a bus of its own, against a notification server that only remembers.

test-service.py SERVICE CTL APP_ID CLOCK [TEST...]: prints TAP; CLOCK is loaded into a service whose clock is to jump.  Time is not waited for: the service's clock is shifted so that a reminder
is due a moment after it starts.
"""
import json
import os
import signal
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

SERVICE, CTL = sys.argv[1], sys.argv[2]
APP_ID, CLOCK = sys.argv[3], sys.argv[4]
SLOW_SERVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "slow-server.py")
NAME = APP_ID + ".Service"
PATH = "/" + NAME.replace(".", "/")
INTERFACE = NAME + ".Reminders1"
NOTIFICATIONS = "org.freedesktop.Notifications"
PATIENCE = 60.0
EVERY_DAY = "weekly;mo,tu,we,th,fr,sa,su;"

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:tmpdir=/tmp</listen><servicedir>%s</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.02)
    raise AssertionError("never saw " + what)


class World:
    """A bus, a home, and whatever processes a test starts."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="unknot-test-")
        services = os.path.join(self.folder, "services")
        os.mkdir(services)
        with open(os.path.join(services, NAME + ".service"), "w", encoding="utf-8") as file:
            file.write("[D-BUS Service]\nName=%s\nExec=%s\n" % (NAME, SERVICE))
        config = os.path.join(self.folder, "bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(CONFIG % services)
        self.environment = dict(os.environ, HOME=self.folder, TZ="UTC", GSETTINGS_BACKEND="memory",
                                XDG_DATA_HOME=self.folder + "/data", XDG_CONFIG_HOME=self.folder + "/config",
                                XDG_RUNTIME_DIR=self.folder)
        self.environment.pop("DISPLAY", None)
        self.processes = []
        self.daemon = subprocess.Popen(["dbus-daemon", "--nofork", "--print-address", "--config-file=" + config],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                       env=self.environment)
        address = self.daemon.stdout.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.starts = []

    def end(self):
        pid = self.owner(NAME)
        if pid:
            os.kill(pid, signal.SIGKILL)
        self.bus.close_sync(None)
        for process in self.processes + [self.daemon]:
            if process.poll() is None:
                process.kill()
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream:
                    stream.close()
        shutil.rmtree(self.folder)

    def spawn(self, *arguments, **options):
        process = subprocess.Popen(arguments, env=self.environment, **options)
        self.processes.append(process)
        return process

    def call(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, 0, int(PATIENCE * 1000), None).unpack()

    def owner(self, name):
        try:
            return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]
        except GLib.Error:
            return None

    # -- the notification server ------------------------------------------------------------

    def start_server(self, capabilities="actions body"):
        process = self.spawn(sys.executable, "-m", "dbusmock", "--template", "notification_daemon", "--parameters",
                             '{"capabilities": "%s"}' % capabilities, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
        wait_for("the notification server", lambda: self.owner(NOTIFICATIONS))
        return process

    def server(self, interface, method, arguments=None):
        return self.call(NOTIFICATIONS, "/org/freedesktop/Notifications", interface, method, arguments)

    def start_slow_server(self, *methods):
        process = self.spawn(sys.executable, SLOW_SERVER, *methods)
        wait_for("the notification server", lambda: self.owner(NOTIFICATIONS))
        return process

    def shown(self):
        """Every Notify so far, as (summary, body, actions, hints)."""
        calls = self.server("org.freedesktop.DBus.Mock", "GetCalls")[0]
        return [(a[3], a[4], a[5], a[6]) for _, name, a in calls if name == "Notify"]

    def press(self, number, action):
        self.server("org.freedesktop.DBus.Mock", "EmitSignal",
                    GLib.Variant("(sssav)", (NOTIFICATIONS, "ActionInvoked", "us",
                                             [GLib.Variant("u", number), GLib.Variant("s", action)])))

    # -- the service ------------------------------------------------------------------------

    def start(self, offset=0):
        process = self.spawn(SERVICE, "--clock-offset=%d" % offset, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True)
        wait_for("the service", lambda: self.owner(NAME) == process.pid)
        return process

    def start_in(self, *prefix, offset=0):
        """A service started by another command, which becomes the service."""
        process = self.spawn(*prefix, SERVICE, "--clock-offset=%d" % offset)
        wait_for("the service", lambda: self.owner(NAME) == process.pid)
        return process

    def set_clock(self, service, wall, monotonic=0):
        """Sets the clocks of a service that was started with CLOCK."""
        with open(self.environment["UK_CLOCK_SHIFT"], "w", encoding="ascii") as file:
            file.write("%d %d" % (wall, monotonic))
        os.kill(service.pid, signal.SIGUSR1)

    def reminders(self, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        answer = self.call(NAME, PATH, INTERFACE, method, variant)
        return answer[0] if answer else None

    def tries(self, method, signature, *arguments):
        try:
            self.reminders(method, signature, *arguments)
            return True
        except GLib.Error:
            return False

    def refuses(self, error, method, signature, *arguments):
        try:
            self.reminders(method, signature, *arguments)
        except GLib.Error as caught:
            name = Gio.DBusError.get_remote_error(caught)
            assert name == INTERFACE + ".Error." + error, (method, arguments, name)
            assert len(caught.message) > len(name) + 5
            return
        raise AssertionError("%s%s was not refused" % (method, arguments))

    def add(self, times="12:00", **more):
        values = {"routine": GLib.Variant("s", "po-micro-1"), "title": GLib.Variant("s", "<b>One-minute & reset"),
                  "recurrence": GLib.Variant("s", EVERY_DAY + times)}
        values.update(more)
        return self.reminders("Save", "(a{sv})", values)

    def offset_before_noon(self, seconds):
        """How far the clock must be ahead so that tomorrow's 12:00 UTC is so many seconds away."""
        now = time.time()
        return int(now // 86400 * 86400 + 86400 + 43200 - now - seconds)

    def database(self):
        return os.path.join(self.folder, "data", "unknot", "unknot.db")

    def states(self):
        with sqlite3.connect(self.database()) as connection:
            rows = connection.execute("SELECT state FROM occurrences ORDER BY due").fetchall()
        connection.close()
        return [row[0] for row in rows]


CLAIMED, SHOWN, SNOOZED, DONE, SKIPPED, MISSED = range(6)


def add_for_tomorrow(world):
    first = world.start()
    tomorrow = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86400))
    world.add("12:00;from=" + tomorrow)
    first.terminate()
    first.wait()


def start_due(world, seconds=1.5):
    """A service with one reminder that is due in a moment."""
    add_for_tomorrow(world)
    return world.start(world.offset_before_noon(seconds))


def start_with_clock(world, seconds):
    """The same, with a clock that can be set."""
    add_for_tomorrow(world)
    world.environment["UK_CLOCK_SHIFT"] = os.path.join(world.folder, "shift")
    service = world.start_in("env", "LD_PRELOAD=" + CLOCK, "ASAN_OPTIONS=verify_asan_link_order=0",
                             offset=world.offset_before_noon(seconds))
    # It has its name before it has looked at the time.
    assert len(world.reminders("List")) == 1
    return service


def test_fires(world):
    world.start_server()
    start_due(world)
    wait_for("the notification", world.shown)
    summary, body, actions, hints = world.shown()[0]
    assert summary == "Time for your routine" and body == "Your reminder for 12:00", (summary, body)
    assert actions[0::2] == ["default", "start", "snooze", "skip"], actions
    assert actions[1::2][1:] == ["Start", "In 10 minutes", "Skip"], actions
    assert hints["desktop-entry"] == APP_ID and hints["urgency"] == 1, hints
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])


def test_without_buttons(world):
    world.start_server("body body-markup")
    start_due(world)
    wait_for("the notification", world.shown)
    assert world.shown()[0][2] == [], world.shown()


def test_started_by_the_bus(world):
    assert world.owner(NAME) is None
    assert world.reminders("List") == []
    assert world.owner(NAME)


def test_snooze_and_skip(world):
    world.start_server()
    start_due(world)
    wait_for("the notification", world.shown)
    world.press(77, "skip")
    world.press(1, "snooze")
    wait_for("the snooze", lambda: world.states() == [SNOOZED])
    coming = world.reminders("GetNextDays", "(u)", 2)
    assert coming[0][5] and coming[0][4].endswith("reset"), coming
    world.reminders("Skip", "(s)", coming[0][0])
    assert world.states() == [SKIPPED]


def test_start_without_window(world):
    world.start_server()
    service = start_due(world)
    wait_for("the notification", world.shown)
    world.press(1, "default")
    wait_for("that it is put down as done", lambda: world.states() == [DONE])
    assert service.poll() is None


def test_killed_before_showing(world):
    service = start_due(world)
    wait_for("the claim", lambda: world.states() == [CLAIMED])
    service.kill()
    service.wait()
    world.start_server()
    world.start(world.offset_before_noon(-5))
    wait_for("the notification", world.shown)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert len(world.shown()) == 1, world.shown()


def test_server_appears_later(world):
    start_due(world)
    wait_for("the claim", lambda: world.states() == [CLAIMED])
    assert not world.reminders("GetStatus")["notifications"]
    world.start_server()
    wait_for("the notification", world.shown)
    assert world.reminders("GetStatus")["notifications"]


def test_server_restarts(world):
    server = world.start_server()
    start_due(world)
    wait_for("the notification", world.shown)
    server.kill()
    server.wait()
    wait_for("the end of the server", lambda: world.owner(NOTIFICATIONS) is None)
    world.start_server()
    identifier = world.reminders("GetNextDays", "(u)", 3)[0][0]
    world.reminders("Skip", "(s)", identifier)
    assert world.states()[-1] == SKIPPED


def test_two_services(world):
    first = world.start()
    second = world.spawn(SERVICE, stdout=subprocess.PIPE, text=True)
    assert second.wait(PATIENCE) == 0
    assert "already" in second.stdout.read()
    assert first.poll() is None and world.owner(NAME) == first.pid


def test_new_version(world):
    """A program that is replaced while it runs goes on as the new one, with the same number and the same reminders."""
    path = os.path.join(world.folder, "unknot-service")
    shutil.copy(SERVICE, path)
    service = world.spawn(path)
    wait_for("the service", lambda: world.owner(NAME) == service.pid)
    world.add()
    shutil.copy(SERVICE, path + ".new")
    inode = os.stat(path + ".new").st_ino
    os.replace(path + ".new", path)
    wait_for("the new version", lambda: os.stat("/proc/%d/exe" % service.pid).st_ino == inode)
    wait_for("its name", lambda: world.owner(NAME) == service.pid)
    assert len(world.reminders("List")) == 1
    os.remove(path)
    service.terminate()
    assert service.wait(PATIENCE) == 0


def test_term_is_clean(world):
    service = world.start()
    world.add()
    service.terminate()
    assert service.wait(PATIENCE) == 0
    assert service.stderr.read() == ""


def test_arguments(world):
    for arguments, status in ((["--nonsense"], 2), (["extra"], 2), (["--clock-offset=x"], 2), (["--version"], 0)):
        done = subprocess.run([SERVICE] + arguments, env=world.environment, capture_output=True, text=True)
        assert done.returncode == status, (arguments, done)
        assert (done.stderr if status else done.stdout).startswith("unknot-service"), done


def test_no_bus(world):
    environment = dict(world.environment, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    done = subprocess.run([SERVICE], env=environment, capture_output=True, text=True)
    assert done.returncode == 1 and "bus" in done.stderr, done
    done = subprocess.run([CTL, "reminder", "list"], env=environment, capture_output=True, text=True)
    assert done.returncode == 1 and "cannot be reached" in done.stderr, done


def test_bad_arguments(world):
    s, u, x, b = (lambda v: GLib.Variant("s", v)), (lambda v: GLib.Variant("u", v)), (lambda v: GLib.Variant("x", v)), \
        (lambda v: GLib.Variant("b", v))
    world.start()
    good = {"routine": s("a-b"), "title": s("T"), "recurrence": s(EVERY_DAY + "10:00")}
    for change in ({"routine": s("")}, {"routine": s("A b")}, {"routine": u(1)}, {"title": s("")},
                   {"title": s("x" * 121)}, {"title": s("a\nb")}, {"recurrence": s("weekly;mo;25:00")},
                   {"recurrence": s("")}, {"region": s("No Region")}, {"side": s("both")}, {"grace": u(0)},
                   {"grace": u(721)}, {"grace": s("1")}, {"id": x(-1)}, {"id": s("1")}, {"enabled": u(1)}):
        world.refuses("Invalid", "Save", "(a{sv})", dict(good, **change))
    world.refuses("Unknown", "Save", "(a{sv})", dict(good, id=x(99)))
    world.refuses("Unknown", "Delete", "(x)", 99)
    world.refuses("Unknown", "Get", "(x)", -1)
    world.refuses("Unknown", "SetEnabled", "(xb)", 99, True)
    for occurrence in ("", "1", "1/2026-02-30/10:00", "x" * 1000, "99/2026-11-24/10:00"):
        world.refuses("Unknown", "Skip", "(s)", occurrence)
    identifier = world.reminders("Save", "(a{sv})", dict(good, enabled=b(False)))
    world.refuses("Over", "Skip", "(s)", "%d/2020-11-24/10:00" % identifier)
    world.refuses("Invalid", "Pause", "(x)", 1)
    world.refuses("Invalid", "Pause", "(x)", -5)
    world.refuses("Invalid", "SetQuietHours", "(uu)", 1440, 0)
    world.refuses("Invalid", "GetNextDays", "(u)", 0)
    world.refuses("Invalid", "GetNextDays", "(u)", 4000000000)
    assert len(world.reminders("List")) == 1


def test_too_many(world):
    world.start()
    for _ in range(500):
        world.add()
    try:
        world.add()
    except GLib.Error as error:
        assert Gio.DBusError.get_remote_error(error) == INTERFACE + ".Error.Invalid"
    else:
        raise AssertionError("number 501 was not refused")


def test_more_than_kept(world):
    """So many reminders are forgotten while nothing is due, and read again when it is."""
    world.start_server()
    add_for_tomorrow(world)
    with sqlite3.connect(world.database()) as connection:
        connection.execute("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
                           " INSERT INTO reminders (id, routine, title, side, recurrence, enabled, grace, since)"
                           " SELECT i, 'po-micro-1', 'Reset ' || i, 0, 'weekly;mo;11:00;from=2040-01-02', 1, 30, 0 FROM n")
    connection.close()
    world.start(world.offset_before_noon(3.5))
    wait_for("the notification", world.shown)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert len(world.reminders("List")) == 1500


def test_newer_database(world):
    service = world.start()
    world.reminders("List")
    service.terminate()
    wait_for("the end", lambda: world.owner(NAME) is None)
    connection = sqlite3.connect(world.database())
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()
    world.start()
    assert "newer" in world.reminders("GetStatus")["problem"]
    world.refuses("Failed", "List", None)
    assert world.owner(NAME)


def test_damaged_database(world):
    os.makedirs(os.path.dirname(world.database()))
    with open(world.database(), "wb") as file:
        file.write(b"this is not a database" * 500)
    world.start()
    assert world.reminders("List") == []
    assert world.add() == 1


def test_locked_database(world):
    world.start_server()
    start_due(world, 2)
    connection = sqlite3.connect(world.database(), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    wait_for("the problem", lambda: "problem" in world.reminders("GetStatus"))
    world.refuses("Failed", "Delete", "(x)", 1)
    connection.execute("ROLLBACK")
    connection.close()
    world.reminders("SetQuietHours", "(uu)", 0, 0)
    wait_for("the notification", world.shown)


class SmallDisk:
    """A file system of its own for the data; needs root."""

    def __init__(self, world):
        self.folder = os.path.dirname(world.database())
        os.makedirs(self.folder)
        command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", self.folder]
        self.mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0
        if not self.mounted:
            print("# left out: no file system can be mounted here")

    def remount(self, how):
        subprocess.run(["mount", "-o", "remount," + how, self.folder], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.mounted:
            subprocess.run(["umount", "-l", self.folder], check=True)


def test_full_disk(world):
    with SmallDisk(world) as disk:
        if not disk.mounted:
            return
        world.start_server()
        start_due(world, 3)
        filler = os.path.join(disk.folder, "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        wait_for("the problem", lambda: "problem" in world.reminders("GetStatus"))
        assert world.shown() == []
        os.remove(filler)
        wait_for("that it saves again", lambda: world.tries("SetQuietHours", "(uu)", 0, 0))
        wait_for("the notification", world.shown)
        wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
        assert "problem" not in world.reminders("GetStatus")


def test_read_only_disk(world):
    with SmallDisk(world) as disk:
        if not disk.mounted:
            return
        service = world.start()
        world.add()
        service.terminate()
        service.wait()
        disk.remount("ro")
        service = world.start()
        assert "problem" in world.reminders("GetStatus")
        world.refuses("Failed", "Pause", "(x)", 0)
        service.terminate()
        assert service.wait(PATIENCE) == 0
        disk.remount("rw")
        world.start()
        assert len(world.reminders("List")) == 1 and "problem" not in world.reminders("GetStatus")


def test_hanging_server(world):
    """A server that does not answer for a while keeps nothing from being shown, once."""
    server = world.start_server()
    service = start_due(world, 2)
    world.reminders("List")
    os.kill(server.pid, signal.SIGSTOP)
    wait_for("the claim", lambda: world.states() != [])
    os.kill(server.pid, signal.SIGCONT)
    wait_for("the notification", world.shown)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert len(world.shown()) == 1 and service.poll() is None, world.shown()


def test_server_never_answers(world):
    """It is told, nothing waits for it, and nothing is lost when another server comes."""
    server = world.start_slow_server("Notify")
    service = start_due(world)
    wait_for("the notice", lambda: world.server(NOTIFICATIONS, "Count")[0] == 1)
    asked = time.monotonic()
    assert len(world.reminders("List")) == 1
    assert time.monotonic() - asked < 1.5, time.monotonic() - asked
    assert world.states() == [CLAIMED]
    wait_for("the problem", lambda: "wait" in world.reminders("GetStatus").get("problem", ""))
    assert not world.reminders("GetStatus")["notifications"]
    assert world.states() == [CLAIMED] and world.server(NOTIFICATIONS, "Count")[0] == 1
    server.kill()
    server.wait()
    wait_for("the end of the server", lambda: world.owner(NOTIFICATIONS) is None)
    world.start_server()
    wait_for("the notification", world.shown)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert len(world.shown()) == 1 and "problem" not in world.reminders("GetStatus"), world.shown()
    service.terminate()
    assert service.wait(PATIENCE) == 0


def test_server_answers_late(world):
    """However long a server takes, it gets the notice once."""
    server = world.start_slow_server("GetCapabilities", "Notify")
    start_due(world)
    wait_for("the problem", lambda: "wait" in world.reminders("GetStatus").get("problem", ""))
    assert world.states() == [CLAIMED]
    world.reminders("SetQuietHours", "(uu)", 0, 0)
    os.kill(server.pid, signal.SIGUSR1)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert world.server(NOTIFICATIONS, "Count")[0] == 1 and "problem" not in world.reminders("GetStatus")


def test_answered_after_all(world):
    """What a server shows after libnotify has given up is closed, and comes once.  Takes half a minute."""
    if "UK_PATIENT" not in os.environ:
        print("# left out: set UK_PATIENT")
        return
    server = world.start_slow_server("Notify")
    start_due(world)
    wait_for("the notice", lambda: world.server(NOTIFICATIONS, "Count")[0] == 1)
    os.kill(server.pid, signal.SIGSTOP)
    time.sleep(27)
    os.kill(server.pid, signal.SIGUSR1)
    os.kill(server.pid, signal.SIGCONT)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    wait_for("that the late one is closed", lambda: world.server(NOTIFICATIONS, "Closed")[0] == 1)
    assert world.server(NOTIFICATIONS, "Count")[0] == 2


def test_killed_while_server_hangs(world):
    """Once more at the next start, as nobody knows whether it was seen."""
    world.start_slow_server("GetCapabilities")
    service = start_due(world)
    wait_for("the claim", lambda: world.states() == [CLAIMED])
    service.terminate()
    assert service.wait(PATIENCE) == 0
    assert world.states() == [CLAIMED]


def test_stopped_over_due(world):
    """As in a sleep of the machine: what was due meanwhile comes afterwards, once."""
    world.start_server()
    due = time.time() + 2
    service = start_due(world, 2)
    os.kill(service.pid, signal.SIGSTOP)
    wait_for("the due time", lambda: time.time() > due + 1)
    assert world.shown() == []
    os.kill(service.pid, signal.SIGCONT)
    wait_for("the notification", world.shown)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    assert len(world.shown()) == 1, world.shown()


def test_sleep(world):
    """The machine sleeps over the due time: what was due comes when the desktop is back, once."""
    world.start_server()
    service = start_with_clock(world, 600)
    os.kill(service.pid, signal.SIGSTOP)
    world.set_clock(service, 660)
    os.kill(service.pid, signal.SIGCONT)
    time.sleep(0.5)
    assert world.shown() == [] and world.states() == []
    world.set_clock(service, 671, 11)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    world.set_clock(service, 660, 22)
    world.reminders("SetQuietHours", "(uu)", 0, 0)
    assert len(world.shown()) == 1 and world.states() == [SHOWN], world.shown()


def test_long_sleep(world):
    """Too late is too late: it is said once, quietly."""
    world.start_server()
    service = start_with_clock(world, 600)
    os.kill(service.pid, signal.SIGSTOP)
    world.set_clock(service, 600 + 31 * 60, 0)
    os.kill(service.pid, signal.SIGCONT)
    wait_for("the answer", lambda: world.reminders("List"))
    world.set_clock(service, 611 + 31 * 60, 11)
    wait_for("that it is put down as missed", lambda: world.states() == [MISSED])
    wait_for("the summary", world.shown)
    assert len(world.shown()) == 1 and "missed" in world.shown()[0][0], world.shown()
    assert world.shown()[0][3]["urgency"] == 0, world.shown()


def test_clock_is_corrected(world):
    """A clock that is set forward past the due time, by a time server, and back again a little."""
    world.start_server()
    service = start_with_clock(world, 120)
    world.set_clock(service, 121)
    wait_for("the answer", lambda: world.reminders("List"))
    world.set_clock(service, 132, 11)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    world.set_clock(service, 0, 22)
    world.set_clock(service, 119, 33)
    wait_for("the answer", lambda: world.reminders("List"))
    time.sleep(1.5)
    assert len(world.shown()) == 1 and world.states() == [SHOWN], world.shown()


def test_zone_changes(world):
    """The machine travels: times follow its zone at once.  The service sees an /etc of its own."""
    etc = os.path.join(world.folder, "etc")
    os.mkdir(etc)
    for name in ("passwd", "group", "ld.so.cache", "machine-id", "nsswitch.conf"):
        if os.path.exists("/etc/" + name):
            shutil.copy("/etc/" + name, etc)

    def move_to(zone):
        os.symlink("/usr/share/zoneinfo/" + zone, etc + "/new")
        os.rename(etc + "/new", etc + "/localtime")

    command = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    command += ["sh", "-c", 'mount --bind "$0" /etc && exec "$@"', etc]
    move_to("Europe/Berlin")
    if subprocess.run(command + ["true"], capture_output=True).returncode != 0:
        print("# left out: no file system can be mounted here")
        return
    world.environment.pop("TZ")
    world.start_in(*command)
    world.add("12:00")

    def next_due():
        return world.reminders("GetNextDays", "(u)", 2)[0][2] % 86400 // 3600

    assert next_due() in (10, 11), next_due()
    move_to("Asia/Tokyo")
    wait_for("the new zone", lambda: next_due() == 3)
    os.remove(etc + "/localtime")
    wait_for("the problem", lambda: "Asia/Tokyo" in world.reminders("GetStatus").get("problem", ""))
    assert next_due() == 3
    move_to("Asia/Kathmandu")
    wait_for("the new zone", lambda: next_due() == 6)
    assert "problem" not in world.reminders("GetStatus")


def test_clock_set_back(world):
    world.start_server()
    service = start_due(world)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    service.kill()
    service.wait()
    world.start(world.offset_before_noon(2))
    time.sleep(3)
    assert world.states() == [SHOWN] and len(world.shown()) <= 2, (world.states(), world.shown())


def test_two_at_once(world):
    both = [world.spawn(SERVICE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    wait_for("the end of one", lambda: any(process.poll() is not None for process in both))
    (ended,) = [process for process in both if process.poll() is not None]
    (other,) = [process for process in both if process is not ended]
    assert ended.returncode == 0 and "already" in ended.stdout.read()
    wait_for("the other", lambda: world.owner(NAME) == other.pid)
    assert world.reminders("List") == []


def real_server(world, *command):
    """Starts a notification server that people have, on a display of its own; returns whether it is there."""
    if not os.access(command[0], os.X_OK) or not shutil.which("Xvfb"):
        print("# left out: %s is not installed" % command[0])
        return False
    reading, writing = os.pipe()
    world.spawn("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", pass_fds=[writing],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as file:
        world.environment["DISPLAY"] = ":" + file.readline().strip()
    world.spawn(*command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for("the notification server", lambda: world.owner(NOTIFICATIONS))
    return True


def test_dunst(world):
    if not real_server(world, "/usr/bin/dunst"):
        return
    start_due(world)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])
    wait_for("it on the screen", lambda: subprocess.run(["dunstctl", "count", "displayed"], env=world.environment,
                                                        capture_output=True, text=True).stdout.strip() == "1")


def test_notification_daemon(world):
    if not real_server(world, "/usr/lib/notification-daemon/notification-daemon"):
        return
    start_due(world)
    wait_for("that it is put down as shown", lambda: world.states() == [SHOWN])


def test_command_line(world):
    def run(*arguments):
        return subprocess.run([CTL, "reminder"] + list(arguments), env=world.environment, capture_output=True, text=True)

    assert run("add", "po-micro-1", "--days", "mo-fr", "--at", "10:00", "--at", "15:00").stdout == "1\n"
    assert "Weekdays at 10:00 and 15:00" in run("list").stdout
    # Seven days with today: two on each of five working days, fewer once today's have passed.
    assert run("next").stdout.count("\n") in (8, 9, 10)
    (listed,) = json.loads(run("list", "--json").stdout)
    assert listed["rule"] == "weekly;mo,tu,we,th,fr;10:00,15:00" and listed["enabled"] is True, listed
    assert len(json.loads(run("next", "--json").stdout)) in (8, 9, 10)
    assert json.loads(run("history", "--json").stdout) == []
    calendar = run("export").stdout
    assert calendar.count("BEGIN:VEVENT") == 2 and "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" in calendar, calendar
    assert run("pause", "30").returncode == 0
    assert run("pause", "off").returncode == 0
    assert run("remove", "7").returncode == 1
    assert run("remove", "1").returncode == 0
    assert run("list").stdout == ""
    assert run("list", "--json").stdout == "[]\n"
    path = os.path.join(world.folder, "calendar.ics")
    with open(path, "w", encoding="utf-8") as file:
        file.write(calendar.replace("END:VCALENDAR", "BEGIN:VEVENT\r\nSUMMARY:Party\r\nEND:VEVENT\r\nEND:VCALENDAR"))
    imported = run("import", path)
    assert imported.returncode == 1 and imported.stdout.count("\n") == 1, imported
    assert imported.stdout.startswith(path + ":4: ") and "Weekdays at 10:00 and 15:00" in imported.stdout, imported
    assert "It has no beginning" in imported.stderr and "Party" in imported.stderr, imported
    assert run("list").stdout.count("\n") == 1
    assert "already" in run("import", path).stderr
    assert run("import", path + "x").returncode == 1
    for words in ([], ["add"], ["add", "nothing", "--at", "10:00"], ["add", "po-micro-1"],
                  ["add", "po-micro-1", "--at", "24:00"], ["add", "po-micro-1", "--days", "x", "--at", "1"],
                  ["remove", "x"], ["list", "more"], ["pause", "x"], ["pause", "0"], ["export", "more"], ["import"]):
        assert run(*words).returncode == 2, words


def test_no_toolkit(world):
    libraries = subprocess.run(["ldd", SERVICE], capture_output=True, text=True, check=True).stdout
    assert "libgtk" not in libraries and "libadwaita" not in libraries and "libX11" not in libraries


def test_small_and_quiet(world):
    """At most 8 MiB of its own, and no wake-ups while nothing is due."""
    # With the zone of the machine, which is watched
    world.environment.pop("TZ")
    service = world.start()
    world.add()
    with open("/proc/%d/smaps_rollup" % service.pid, encoding="ascii") as file:
        pss = [int(line.split()[1]) for line in file if line.startswith("Pss:")][0]
    print("# %d KiB PSS" % pss)
    if "libasan" not in open("/proc/%d/maps" % service.pid, encoding="utf-8").read():
        assert pss <= 8192, pss

    def switches():
        total = 0
        for task in os.listdir("/proc/%d/task" % service.pid):
            with open("/proc/%d/task/%s/status" % (service.pid, task), encoding="ascii") as file:
                total += [int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt")][0]
        return total

    # Three seconds after a plan it gives its memory back; a thread that is needed no more ends after fifteen.
    quiet, before, end = time.monotonic(), switches(), time.monotonic() + 60
    while time.monotonic() - quiet < 5:
        time.sleep(0.05)
        if switches() != before:
            quiet, before = time.monotonic(), switches()
        assert quiet < end, "never slept for five seconds"


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith("test_")
             and (len(sys.argv) < 6 or name[5:] in sys.argv[5:])]
    failed = 0
    print("1..%d" % len(tests))
    for number, (name, function) in enumerate(tests, 1):
        world = World()
        try:
            function(world)
            print("ok %d %s" % (number, name[5:]), flush=True)
        except Exception as error:
            failed += 1
            print("not ok %d %s # %s: %s" % (number, name[5:], type(error).__name__, error), flush=True)
        finally:
            world.end()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
