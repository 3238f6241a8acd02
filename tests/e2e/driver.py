# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed program as a person with a screen reader would: through AT-SPI only.

Everything runs on the X server and the session bus that tests/support/with-display made.
"""
import os
import signal
import subprocess
import sys
import time

from gi.repository import Gio, GLib

from accessible import Tree

PATIENCE = 60.0


class Failure(Exception):
    pass


def wait_for(what, condition, patience=PATIENCE):
    """Asks condition() until it returns something true, and returns that."""
    end = time.monotonic() + patience
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise Failure("never saw " + what)
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.15)


class Program:
    """The window of an installed program, seen through AT-SPI."""

    def __init__(self, name="unknot"):
        self.name = name
        self.tree = Tree()
        self.node = wait_for("the window of " + name, self._find)

    def _find(self):
        programs = [node for node in self.tree.children([self.tree.desktop])[0] if node.name == self.name]
        windows = self.tree.children(programs)
        return next((node for node, family in zip(programs, windows) if family), None)

    def find(self, name, action=None, last=False):
        """The first accessible on screen with this name, which can do the action if one is given.

        A page that was shown before keeps its room in GTK 4.8: say last=True for the later of two."""
        named = [node for node in self.tree.below(self.node) if node.name == name]
        found = [node for node in named if (action is None or action in node.actions()) and node.is_shown()]
        return next(iter(found[-1:] if last else found), None)

    def expect(self, name, patience=PATIENCE, **how):
        return wait_for("“%s”" % name, lambda: self.find(name, **how), patience)

    def press(self, name, action="click", **how):
        """Does the action of the named accessible; “click” is what buttons have."""
        self.do(self.expect(name, action=action, **how), action)

    def find_able(self, action):
        """The first accessible on screen that can do this action, whatever its name."""
        able = self.tree.able(self.tree.below(self.node), action)
        return next((node for node in able if node.is_shown()), None)

    def find_called(self, beginning, action):
        """The first accessible on screen whose name begins so and which can do the action."""
        named = [node for node in self.tree.below(self.node) if node.name.startswith(beginning)]
        return next((node for node in named if action in node.actions() and node.is_shown()), None)

    def write(self, name, text):
        """Writes into the field of that name."""
        def try_all():
            fields = [node for node in self.tree.below(self.node) if node.name == name]
            return any(node.ask("EditableText", "SetTextContents", GLib.Variant("(s)", (text,))) for node in fields)

        wait_for("“%s” to be written into" % name, try_all)

    def do(self, node, action):
        if not node.do(action):
            raise Failure("“%s” refused %s" % (node.name, action))

    def dump(self):
        for node in self.tree.below(self.node):
            if node.name:
                print("#", node.role(), repr(node.name), node.actions(), file=sys.stderr)


class Desktop:
    """Processes of this test; they end with it."""

    def __init__(self, prefix):
        self.prefix = os.path.abspath(prefix)
        self.started = []
        self.services = os.environ["UK_SERVICE_DIR"]
        data_dirs = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        self.environment = dict(os.environ, XDG_DATA_DIRS=self.prefix + "/share:" + data_dirs, G_DEBUG="fatal-warnings")
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def start(self, *arguments, **options):
        process = subprocess.Popen(arguments, env=self.environment, **options)
        self.started.append(process)
        return process

    def start_program(self, *arguments):
        self.start(self.prefix + "/bin/unknot", *arguments)
        return Program()

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            process.wait(10)

    def end(self):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()

    def announce(self, name, command):
        """Tells the bus which command owns a name."""
        with open(os.path.join(self.services, name + ".service"), "w", encoding="utf-8") as file:
            file.write("[D-BUS Service]\nName=%s\nExec=%s\n" % (name, command))
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig")

    def call(self, name, path, interface, method, arguments=None, reply=None):
        return self.bus.call_sync(name, path, interface, method, arguments,
                                  GLib.VariantType(reply) if reply else None, 0, 10000, None)

    def owner_pid(self, name):
        try:
            return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), "(u)")[0]
        except GLib.Error:
            return None

    def kill_owner(self, name, how=signal.SIGKILL):
        pid = self.owner_pid(name)
        if pid is not None:
            os.kill(pid, how)
            wait_for("the end of " + name, lambda: self.owner_pid(name) is None)

    def shoot(self, path):
        time.sleep(0.7)
        subprocess.run(["import", "-window", "root", path], check=True, env=self.environment)


class Notifications:
    """Watches notifications on the bus, whoever shows them, and clicks their buttons at the daemon's side."""

    NAME = "org.freedesktop.Notifications"
    PATH = "/org/freedesktop/Notifications"

    def __init__(self, desktop):
        self.desktop = desktop
        self.seen = []
        address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.monitor = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.calls = {}
        self.monitor.add_filter(self._filter)
        rules = ["type='method_call',interface='%s',member='Notify'" % self.NAME, "type='method_return'"]
        self.monitor.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring",
                               "BecomeMonitor", GLib.Variant("(asu)", (rules, 0)), None, 0, 5000, None)

    def _filter(self, connection, message, incoming):
        if not incoming:
            return message
        if message.get_member() == "Notify":
            body = message.get_body().unpack()
            self.calls[(message.get_sender(), message.get_serial())] = {
                "summary": body[3], "body": body[4], "actions": body[5][0::2], "labels": body[5][1::2],
                "hints": body[6]}
        elif message.get_message_type() == Gio.DBusMessageType.METHOD_RETURN:
            call = self.calls.pop((message.get_destination(), message.get_reply_serial()), None)
            if call is not None:
                call["id"] = message.get_body().unpack()[0]
                self.seen.append(call)
        # Only the answer to becoming a monitor is ours; the rest is overheard and must not be replied to.
        return message if message.get_destination() == connection.get_unique_name() else None

    def expect(self, patience=PATIENCE):
        return wait_for("a notification", lambda: self.seen.pop(0) if self.seen else None, patience)
