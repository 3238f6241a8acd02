# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders through AT-SPI only, as a person who reads the screen: test-reminders.py BUILD APP_ID, inside with-display.

Speaks TAP.  A reminder is made, changed, switched off, deleted and brought back, with the installed service."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Desktop, wait_for  # noqa: E402
from main_job import install  # noqa: E402
from tap import run  # noqa: E402

ROUTINE = "Ball above the blade ridge"


class Reminders:
    def __init__(self, build, app_id, folder):
        self.app_id, self.service_id = app_id, app_id + ".Service"
        self.desktop = Desktop(install(build, os.path.join(folder, "root")))
        self.desktop.announce(app_id, self.desktop.prefix + "/bin/unknot --gapplication-service")
        self.desktop.announce(self.service_id, self.desktop.prefix + "/bin/unknot-service")
        self.program = None

    def steps(self):
        return [
            ("the page says that there are none", self.open_page),
            ("the editor opens", self.open_editor),
            ("a routine is chosen from the list", self.choose_routine),
            ("the reminder is saved", self.save_new),
            ("its time is changed by writing it", self.change_time),
            ("it is switched off and on", self.switch),
            ("it is deleted", self.delete),
            ("it is brought back", self.undo),
        ]

    def listed(self):
        """What the service keeps."""
        return self.desktop.call(self.service_id, "/" + self.service_id.replace(".", "/"),
                                 self.service_id + ".Reminders1", "List", None, "(aa{sv})").unpack()[0]

    def open_page(self):
        self.program = self.desktop.start_program()
        self.program.press("Reminders")
        self.program.expect("No reminders yet")

    def open_editor(self):
        self.program.press("Something else…")
        self.program.expect("Kind of reminder")

    def choose_routine(self):
        self.program.do(wait_for("the way to the routines", lambda: self.program.find_able("editor.choose")),
                        "editor.choose")
        self.program.press(ROUTINE, action="row.choose")
        self.program.expect("How it repeats")

    def save_new(self):
        self.program.press("Save")
        wait_for("the reminder", lambda: [entry["title"] for entry in self.listed()] == [ROUTINE])
        self.program.expect("Add a reminder")

    def change_time(self):
        self.program.do(wait_for("its row", lambda: self.program.find_able("row.edit")), "row.edit")
        self.program.do(wait_for("its time", lambda: self.program.find_called("Change ", "click")), "click")
        self.program.write("Time of day, such as 7:30 or 15:00", "7:05")
        self.program.press("Set")
        self.program.expect("Change 7:05")
        self.program.press("Save")
        wait_for("the change", lambda: "07:05" in self.listed()[0]["recurrence"])

    def switch(self):
        for enabled in (False, True):
            self.program.do(wait_for("its switch", lambda: self.program.find_called("Remind: ", "toggle")), "toggle")
            wait_for("the service to know", lambda: self.listed()[0]["enabled"] == enabled)

    def delete(self):
        self.program.do(wait_for("its row", lambda: self.program.find_able("row.edit")), "row.edit")
        self.program.press("Delete this reminder")
        wait_for("the end of the reminder", lambda: self.listed() == [])

    def undo(self):
        # The button of a toast has no name of its own in libadwaita 1.2, but its words.
        button = self.program.expect("Undo").parent()
        self.program.do(button, "click")
        wait_for("the reminder", lambda: [entry["title"] for entry in self.listed()] == [ROUTINE])
        wait_for("its row", lambda: self.program.find_able("row.edit"))

    def end(self):
        for name in (self.app_id, self.service_id):
            self.desktop.kill_owner(name)
        self.desktop.end()


sys.exit(run(Reminders))
