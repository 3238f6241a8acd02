# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop asks of the program: test-desktop.py BUILD APP_ID, inside with-display.  Speaks TAP.

A search in the overview, over the bus, as a desktop does it."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import GLib  # noqa: E402
from driver import Desktop, Failure, Program  # noqa: E402
from main_job import install  # noqa: E402
from tap import run  # noqa: E402

SEARCH = "org.gnome.Shell.SearchProvider2"
REGION = "unknot:region/upper-trapezius"


class Wishes:
    def __init__(self, build, app_id, folder):
        self.app_id = app_id
        self.path = "/" + app_id.replace(".", "/")
        self.desktop = Desktop(install(build, os.path.join(folder, "root")))
        self.desktop.announce(app_id, self.desktop.prefix + "/bin/unknot --gapplication-service")
        self.program = None

    def search(self, method, arguments, reply=None):
        return self.desktop.call(self.app_id, self.path + "/SearchProvider", SEARCH, method, arguments, reply)

    def steps(self):
        return [
            ("a search starts the program and finds a place", self.find),
            ("no window was made for it", self.see_no_window),
            ("the place that was chosen opens", self.choose),
            ("more words open the search of the window", self.search_in_window),
        ]

    def find(self):
        found = self.search("GetInitialResultSet", GLib.Variant("(as)", (["trapez"],)), "(as)").unpack()[0]
        if REGION not in found:
            raise Failure("found %s" % found)
        metas = self.search("GetResultMetas", GLib.Variant("(as)", ([REGION],)), "(aa{sv})").unpack()[0]
        if metas[0]["name"] != "Top of the shoulder":
            raise Failure("it is described as %s" % metas)

    def see_no_window(self):
        # An application without a window has an object of the toolkit, but no child.
        if self.windows():
            raise Failure("there is a window")

    def windows(self):
        listed = self.desktop.call(self.app_id, self.path, "org.freedesktop.DBus.Introspectable", "Introspect", None,
                                   "(s)").unpack()[0]
        return 'node name="window"' in listed

    def choose(self):
        self.search("ActivateResult", GLib.Variant("(sasu)", (REGION, ["trapez"], 0)))
        self.program = Program()
        self.program.expect("Under this place")

    def search_in_window(self):
        self.search("LaunchSearch", GLib.Variant("(asu)", (["stiff", "neck"], 0)))
        self.program.expect("Stiff neck, gently")

    def end(self):
        self.desktop.kill_owner(self.app_id)
        self.desktop.end()


sys.exit(run(Wishes))
