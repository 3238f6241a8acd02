#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""slow-server.py METHOD...: a notification server that answers none of these methods until SIGUSR1 comes; then it
answers what it owes, and everything else at once.  Its method Count tells how many notices it got, Closed how many it
was told to take away."""
import signal
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
INTERFACE = """<node><interface name='org.freedesktop.Notifications'>
<method name='GetCapabilities'><arg type='as' direction='out'/></method>
<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>
<arg type='s' direction='out'/><arg type='s' direction='out'/></method>
<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
<method name='CloseNotification'><arg type='u' direction='in'/></method>
<method name='Count'><arg type='u' direction='out'/></method>
<method name='Closed'><arg type='u' direction='out'/></method>
</interface></node>"""


class Server:
    def __init__(self, slow):
        self.slow = slow
        self.owed = []
        self.counts = {"Notify": 0, "CloseNotification": 0}

    def answer(self, method, invocation):
        if method == "GetCapabilities":
            value = GLib.Variant("(as)", (["actions", "body"],))
        elif method == "GetServerInformation":
            value = GLib.Variant("(ssss)", ("slow", "nobody", "1", "1.2"))
        elif method == "CloseNotification":
            value = None
        else:
            value = GLib.Variant("(u)", (self.counts["CloseNotification" if method == "Closed" else "Notify"],))
        invocation.return_value(value)

    def called(self, _bus, _sender, _path, _interface, method, _arguments, invocation):
        if method in self.counts:
            self.counts[method] += 1
        if method in self.slow:
            self.owed.append((method, invocation))
        else:
            self.answer(method, invocation)

    def go_on(self):
        self.slow = []
        for method, invocation in self.owed:
            self.answer(method, invocation)
        self.owed = []
        return GLib.SOURCE_CONTINUE


def main():
    server = Server(sys.argv[1:])
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
    bus.register_object("/org/freedesktop/Notifications", node.interfaces[0], server.called, None, None)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, server.go_on)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.MainLoop().run()


main()
