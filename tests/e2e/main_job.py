# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in steps, used by the end-to-end test and by the tour."""
import os
import subprocess
import time

from gi.repository import GLib

from driver import Desktop, Failure, Notifications, Program, wait_for

ROUTINE = "Ball above the blade ridge"


class MainJob:
    def __init__(self, prefix, app_id, shoot=None):
        self.app_id = app_id
        self.service_id = app_id + ".Service"
        self.service_path = "/" + self.service_id.replace(".", "/")
        self.desktop = Desktop(prefix)
        self.shoot = shoot or (lambda name: None)
        self.program = None

    def steps(self):
        return [
            ("a notification daemon shows notifications", self.start_daemon),
            ("the window opens", self.open_window),
            ("“Top of the shoulder, left” is chosen on the body", self.choose_place),
            ("a ball routine is started", self.start_routine),
            ("the safety questions are answered", self.answer_questions),
            ("the soreness before is rated", self.rate_before),
            ("its steps are gone through", self.go_through),
            ("the soreness after is rated, and a reminder is asked for", self.rate_after),
            ("the reminder is kept by the service", self.find_reminder),
            ("the window is closed", self.close_window),
            ("the service is killed, and starts two seconds before it is due", self.shift_clock),
            ("the notification arrives", self.receive),
            ("“Start” on it opens the routine", self.invoke_start),
        ]

    # -- before ---------------------------------------------------------------------------

    def start_daemon(self):
        prefix = self.desktop.prefix
        self.desktop.announce(self.app_id, prefix + "/bin/unknot --gapplication-service")
        self.desktop.announce(self.service_id, prefix + "/bin/unknot-service")
        self.desktop.start("dunst", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("the notification daemon", lambda: self.desktop.owner_pid(Notifications.NAME))
        self.notifications = Notifications(self.desktop)

    def open_window(self):
        self.program = self.desktop.start_program()
        self.program.expect("Where is the knot?")
        self.shoot("1-body")

    # -- the routine ------------------------------------------------------------------------

    def choose_place(self):
        self.program.press("Top of the shoulder, left", action="area.choose")
        self.program.expect("Start “%s”" % ROUTINE)
        self.shoot("2-place")

    def start_routine(self):
        self.program.press("Start “%s”" % ROUTINE)
        self.program.expect("None of these apply")
        self.shoot("3-safety")

    def answer_questions(self):
        self.program.press("None of these apply")
        self.program.expect("Before you start")
        self.program.press("Go on")
        self.program.expect("How sore is it now?")
        self.shoot("3-before")

    def rate_before(self):
        self.program.press("7 of 10")
        self.program.expect("Pause")
        self.shoot("4-ready")

    def go_through(self):
        shown = 0
        while self.program.find("How does it feel now?") is None:
            node = self.program.find("Next step", action="click")
            # The way on may go just now, with the last step.
            if node is None or not node.do("click"):
                self.program.expect("How does it feel now?")
                break
            if shown == 2:
                self.shoot("5-step")
            shown += 1
            if shown > 40:
                raise Failure("the routine does not end")
            time.sleep(0.1)

    def rate_after(self):
        self.program.press("4 of 10", last=True)
        self.program.expect("Remind me again")
        self.shoot("6-finish")
        self.program.press("Done")

    # -- the reminder -------------------------------------------------------------------------

    def reminders(self, method, arguments=None, reply=None):
        return self.desktop.call(self.service_id, self.service_path, self.service_id + ".Reminders1", method,
                                 arguments, reply)

    def coming(self):
        """The next time of the first reminder, in Unix seconds, or nothing."""
        coming = self.reminders("GetNextDays", GLib.Variant("(u)", (8,))).unpack()[0]
        return coming[0] if coming else None

    def find_reminder(self):
        self.next = wait_for("the reminder", self.coming)

    def close_window(self):
        self.program.press("Close")
        wait_for("the end of the program", lambda: self.desktop.owner_pid(self.app_id) is None)

    def shift_clock(self):
        due = self.due_of(self.next)
        self.desktop.kill_owner(self.service_id)
        offset = int(due - time.time() - 2)
        self.desktop.announce(self.service_id,
                              "%s/bin/unknot-service --clock-offset=%d" % (self.desktop.prefix, offset))
        self.reminders("GetStatus")

    def due_of(self, coming):
        return coming[2]

    def receive(self):
        self.notification = self.notifications.expect()
        self.shoot("7-notification")

    def invoke_start(self):
        if "default" not in self.notification["actions"]:
            raise Failure("a click on the notification does nothing: %s" % self.notification["actions"])
        self.desktop.call("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.dunstproject.cmd0",
                          "NotificationAction", GLib.Variant("(u)", (0,)))
        self.program = Program()
        self.program.expect(ROUTINE)
        self.program.expect("Last time 4, today")
        self.shoot("8-again")

    def end(self):
        for name in (self.app_id, self.service_id):
            self.desktop.kill_owner(name)
        self.desktop.end()


def install(build, destination):
    """Installs what was built below @destination and returns the prefix there."""
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", destination], check=True,
                   stdout=subprocess.DEVNULL)
    for folder, _, files in os.walk(destination):
        if "unknot" in files and os.path.basename(folder) == "bin":
            return os.path.dirname(folder)
    raise Failure("nothing was installed")
