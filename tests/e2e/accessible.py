# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus as plain D-Bus calls, many at once.

A window that paints all the time answers about one call a frame.  The usual library asks for one thing after another,
so a look through a page took it hundreds of frames; here all questions about one level of the tree are under way
together, and a look takes as many frames as the tree is deep.
"""
from gi.repository import Gio, GLib

ATSPI = "org.a11y.atspi."
WINDOW_COORDINATES = 1
DEPTH = 60
TIMEOUT_MS = 15000


class Node:
    """One accessible object: where it is, and its name."""

    def __init__(self, tree, bus_name, path):
        self.tree, self.bus_name, self.path = tree, bus_name, path
        self.name = ""

    def question(self, interface, method, arguments=None):
        return (self.bus_name, self.path, ATSPI + interface, method, arguments)

    def ask(self, interface, method, arguments=None):
        """The answer, unpacked; None when the object is gone or cannot do it."""
        return self.tree.ask_all([self.question(interface, method, arguments)])[0]

    def actions(self):
        """The names of what it can do, not translated."""
        answer = self.ask("Action", "GetActions")
        names = self.tree.ask_all([self.question("Action", "GetName", GLib.Variant("(i)", (index,)))
                                   for index in range(len(answer[0]) if answer else 0)])
        return [name[0] if name else "" for name in names]

    def do(self, action):
        """Does the action of that name; whether the object took it."""
        names = self.actions()
        if action not in names:
            return False
        answer = self.ask("Action", "DoAction", GLib.Variant("(i)", (names.index(action),)))
        return bool(answer and answer[0])

    def is_shown(self):
        """GTK 4.8 does not say which pages of a stack are hidden, but gives them no room."""
        answer = self.ask("Component", "GetExtents", GLib.Variant("(u)", (WINDOW_COORDINATES,)))
        return bool(answer) and answer[0][2] > 0 and answer[0][3] > 0

    def parent(self):
        """The accessible that it is part of."""
        answer = self.tree.ask_all([(self.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get",
                                     GLib.Variant("(ss)", (ATSPI + "Accessible", "Parent")))])[0]
        return Node(self.tree, *answer[0]) if answer else None

    def role(self):
        answer = self.ask("Accessible", "GetRoleName")
        return answer[0] if answer else "gone"


class Tree:
    """All programs on the accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                    GLib.VariantType("(s)"), 0, TIMEOUT_MS, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.desktop = Node(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

    def ask_all(self, questions):
        """Asks everything at once; the answers in the same order, None where there was none."""
        answers = [None] * len(questions)
        left = len(questions)

        def take(bus, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, (name, path, interface, method, arguments) in enumerate(questions):
            self.bus.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START,
                          TIMEOUT_MS, None, take, index)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def children(self, nodes):
        """The children of every node, with their names, a list for each."""
        families = []
        for answer in self.ask_all([node.question("Accessible", "GetChildren") for node in nodes]):
            families.append([Node(self, name, path) for name, path in answer[0]] if answer else [])
        level = [child for family in families for child in family]
        names = self.ask_all([(child.bus_name, child.path, "org.freedesktop.DBus.Properties", "Get",
                               GLib.Variant("(ss)", (ATSPI + "Accessible", "Name"))) for child in level])
        for child, answer in zip(level, names):
            child.name = answer[0] if answer else ""
        return families

    def able(self, nodes, action):
        """Those of the nodes that can do the action."""
        answers = self.ask_all([node.question("Action", "GetActions") for node in nodes])
        asked = [(node, index) for node, answer in zip(nodes, answers) for index in range(len(answer[0]) if answer else 0)]
        names = self.ask_all([node.question("Action", "GetName", GLib.Variant("(i)", (index,))) for node, index in asked])
        return [node for (node, _), name in zip(asked, names) if name and name[0] == action]

    def below(self, root):
        """The node and all below it, each before its children; what vanishes meanwhile is left out."""
        under = {}
        level = [root]
        for _ in range(DEPTH):
            if not level:
                break
            families = self.children(level)
            under.update(zip(level, families))
            level = [child for family in families for child in family]

        def in_order(node):
            yield node
            for child in under.get(node, []):
                yield from in_order(child)

        return list(in_order(root))
