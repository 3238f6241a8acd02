# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job inside the sandbox, told step by step: flatpak.py APP_ID FOLDER, in with-display, with the Flatpak installed.

The portals are those of the system, with their GTK backend for notifications and the GNOME one for the background."""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from gi.repository import GLib  # noqa: E402
from main_job import Failure, MainJob, Notifications, Program, wait_for  # noqa: E402

PORTALS = ("org.freedesktop.portal.Desktop", "org.freedesktop.portal.Documents",
           "org.freedesktop.impl.portal.PermissionStore", "org.freedesktop.impl.portal.desktop.gtk",
           "org.freedesktop.impl.portal.desktop.gnome", "org.freedesktop.portal.Flatpak")
SERVICES = "/usr/share/dbus-1/services"


class SandboxedJob(MainJob):
    def __init__(self, app_id, shoot):
        super().__init__("/app", app_id, shoot)
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        self.desktop.environment = dict(os.environ)
        self.desktop.start_program = self.start_program

    def command(self, program):
        # The bus looks for no program in the path.
        return [shutil.which("flatpak"), "run", "--user", "--command=" + program, self.app_id]

    def start_program(self, *arguments):
        self.desktop.start(*self.command("unknot"), *arguments)
        return Program()

    def start_daemon(self):
        config = os.path.join(os.environ["HOME"], ".config/xdg-desktop-portal")
        os.makedirs(config)
        with open(os.path.join(config, "portals.conf"), "w", encoding="utf-8") as file:
            file.write("[preferred]\ndefault=gtk\norg.freedesktop.impl.portal.Background=gnome\n")
        for name in PORTALS:
            path = os.path.join(SERVICES, name + ".service")
            if os.path.exists(path):
                shutil.copy(path, self.desktop.services)
        # What the Flatpak exports, as the bus of a desktop would find it.
        exported = os.path.join(os.environ["FLATPAK_USER_DIR"], "exports/share/dbus-1/services")
        for name in (self.app_id, self.service_id):
            shutil.copy(os.path.join(exported, name + ".service"), self.desktop.services)
        self.desktop.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig")
        self.desktop.start("dunst", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("the notification daemon", lambda: self.desktop.owner_pid(Notifications.NAME))
        self.notifications = Notifications(self.desktop)

    def shift_clock(self):
        announce = self.desktop.announce
        self.desktop.announce = lambda name, command: announce(
            name, " ".join(self.command("unknot-service") + command.split()[1:]))
        super().shift_clock()
        status = self.reminders("GetStatus").unpack()[0]
        if not status.get("sandboxed"):
            raise Failure("the service does not know that it is in a sandbox")


def main():
    app_id, folder = sys.argv[1], os.path.abspath(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    job = SandboxedJob(app_id, lambda name: job.desktop.shoot(os.path.join(folder, name + ".png")))
    try:
        for words, step in job.steps():
            print("→ " + words, flush=True)
            step()
    except (Failure, GLib.Error, OSError) as problem:
        print("The main job stopped: %s" % problem, file=sys.stderr)
        if job.program is not None and os.environ.get("UK_DUMP"):
            job.program.dump()
        return 1
    finally:
        job.end()
    print("Pictures are in " + os.path.relpath(folder))
    return 0


sys.exit(main())
