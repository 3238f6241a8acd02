# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed program as a person with a screen reader would: through AT-SPI only.

Everything runs on the X server and the session bus that tests/support/with-display made.
"""
import os
import signal
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

PATIENCE = 20.0

# The library asks processes that are no programs with a window, and says so each time.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *unused: None, None)


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


def walk(node, depth=0):
    """The node and all below it; what vanishes meanwhile is left out."""
    yield node
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        if child is not None and depth < 60:
            yield from walk(child, depth + 1)


def actions_of(node):
    try:
        interface = node.get_action_iface()
        return [interface.get_action_name(i) for i in range(interface.get_n_actions())] if interface else []
    except GLib.Error:
        return []


def is_shown(node):
    """GTK 4.8 does not say which pages of a stack are hidden, but gives them no room."""
    component = node.get_component_iface()
    if component is None:
        return False
    box = component.get_extents(Atspi.CoordType.WINDOW)
    return box.width > 0 and box.height > 0


class Program:
    """The window of an installed program, seen through AT-SPI."""

    def __init__(self, name="unknot"):
        self.name = name
        self.node = wait_for("the window of " + name, self._find)
        self.root = self.node

    def _find(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_name() == self.name and node.get_child_count():
                return node
        return None

    def enter(self, name):
        """Looks only below this widget from now on, which is much faster; None: everywhere."""
        self.root = self.node
        if name is not None:
            self.root = self.expect(name)

    def find_all(self, accepts):
        self.root.clear_cache()
        for node in walk(self.root):
            try:
                if accepts(node):
                    yield node
            except GLib.Error:
                pass

    def find(self, name, action=None, last=False):
        """The first accessible on screen with this name, which can do the action if one is given.

        A page that was shown before keeps its room in GTK 4.8: say last=True for the later of two."""
        found = self.find_all(lambda node: node.get_name() == name and (action is None or action in actions_of(node))
                              and is_shown(node))
        return next(iter(list(found)[-1:]) if last else found, None)

    def expect(self, name, patience=PATIENCE, **how):
        return wait_for("“%s”" % name, lambda: self.find(name, **how), patience)

    def press(self, name, action="click", **how):
        """Does the action of the named accessible; “click” is what buttons have."""
        node = self.expect(name, action=action, **how)
        self.do(node, action)

    def do(self, node, action):
        if not node.get_action_iface().do_action(actions_of(node).index(action)):
            raise Failure("“%s” refused %s" % (node.get_name(), action))

    def type(self, name, text):
        node = wait_for("the entry “%s”" % name, lambda: next(
            self.find_all(lambda n: n.get_name() == name and n.get_editable_text_iface()), None))
        Atspi.EditableText.set_text_contents(node, text)

    def dump(self):
        for node in self.find_all(lambda node: node.get_name()):
            print("#", node.get_role_name(), repr(node.get_name()), actions_of(node), file=sys.stderr)


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
