/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/walk/uk-walk.h"

#include "app/data/uk-data-tools.h"
#include "app/run/uk-run-page.h"
#include "app/support/uk-app-test.h"

#include <libintl.h>

#define BALL "rhomboids-ball-wall"

/* ---- the body ---- */

static void
open_body (UkWalk *walk)
{
}

static void
open_search (UkWalk *walk)
{
  uk_window_search (walk->window, "neck");
}

static void
open_search_in_vain (UkWalk *walk)
{
  uk_window_search (walk->window, "xyzzy");
}

static void
open_region (UkWalk *walk)
{
  uk_window_show_region (walk->window, "rhomboids", UK_SIDE_LEFT);
}

static void
open_ache (UkWalk *walk)
{
  uk_walk_press (walk, "It hurts here");
  uk_walk_act (walk, "win.show-region", "(ss)", "temples", "left");
}

static void
open_routine (UkWalk *walk)
{
  uk_walk_act (walk, "win.show-routine", "(sss)", BALL, "rhomboids", "left");
}

/* ---- the run ---- */

static void
open_safety_first (UkWalk *walk)
{
  uk_walk_act (walk, "win.start-run", "(sss)", BALL, "rhomboids", "left");
}

static void
open_taps (UkWalk *walk)
{
  uk_walk_act (walk, "win.start-run", "(sss)", "hc-heat-pad-15", "low-back", "left");
  uk_walk_expect (walk, "Before you start");
}

static void
open_before (UkWalk *walk)
{
  uk_walk_act (walk, "win.start-run", "(sss)", BALL, "rhomboids", "left");
  if (uk_walk_get_subject (walk) != GTK_WINDOW (walk->window))
    uk_walk_press (walk, "Go on");
  uk_walk_expect (walk, "How sore is it now?");
  uk_run_page_set_clock (UK_RUN_PAGE (uk_walk_find (GTK_WIDGET (walk->window), UK_TYPE_RUN_PAGE)),
                         UK_CLOCK (walk->clock));
}

static void
open_run (UkWalk *walk)
{
  open_before (walk);
  uk_walk_press (walk, "Start without a number");
}

static void
open_run_softened (UkWalk *walk)
{
  open_run (walk);
  uk_walk_act (walk, "run.skip", NULL);
  uk_walk_act (walk, "run.soften", NULL);
}

static void
open_stop_signs (UkWalk *walk)
{
  open_run (walk);
  gtk_menu_button_popup (GTK_MENU_BUTTON (uk_app_test_find (GTK_WIDGET (walk->window), GTK_TYPE_MENU_BUTTON,
                                                            gettext ("When to stop"))));
}

/* Half a minute into the first step. */
static void
pass_time (UkWalk *walk)
{
  UkRunPage *page = UK_RUN_PAGE (uk_walk_find (GTK_WIDGET (walk->window), UK_TYPE_RUN_PAGE));

  guint i;

  for (i = 0; i < 30; i++) {
    uk_fake_clock_pass (walk->clock, 1, 0);
    uk_run_page_advance (page);
  }
}

static void
open_finish (UkWalk *walk)
{
  open_run (walk);
  pass_time (walk);
  uk_walk_act (walk, "run.end", NULL);
}

static void
open_finish_rated (UkWalk *walk)
{
  open_before (walk);
  uk_walk_act (walk, "run.rate", "i", 6);
  pass_time (walk);
  uk_walk_act (walk, "run.end", NULL);
  uk_walk_act (walk, "run.rate", "i", 3);
}

/* ---- plans, reminders, progress ---- */

static void
open_plans (UkWalk *walk)
{
  uk_window_show_page (walk->window, "plans");
}

static void
open_plan (UkWalk *walk)
{
  uk_walk_act (walk, "win.show-plan", "s", "pg-lowback-hips-28");
}

static void
open_plan_followed (UkWalk *walk)
{
  uk_walk_act (walk, "win.show-plan", "s", "pg-neck-shoulder-14");
}

static void
open_enrol (UkWalk *walk)
{
  open_plan (walk);
  uk_walk_act (walk, "plan.start", NULL);
}

static void
open_reminders (UkWalk *walk)
{
  uk_window_show_page (walk->window, "reminders");
  uk_walk_expect (walk, walk->filled ? "Your reminders" : "No reminders yet");
}

static void
open_reminder_editor (UkWalk *walk)
{
  open_reminders (walk);
  uk_walk_act (walk, "reminders.add", NULL);
}

static void
open_reminder_edited (UkWalk *walk)
{
  open_reminders (walk);
  uk_walk_act (walk, "reminders.edit", "x", G_GINT64_CONSTANT (1));
}

static void
open_routine_chooser (UkWalk *walk)
{
  open_reminder_editor (walk);
  uk_walk_act (walk, "editor.choose", NULL);
}

static void
open_progress (UkWalk *walk)
{
  uk_window_show_page (walk->window, "progress");
}

static void
open_past (UkWalk *walk)
{
  open_progress (walk);
  uk_walk_press (walk, "Rate an earlier time…");
}

static void
open_note (UkWalk *walk)
{
  open_progress (walk);
  uk_walk_act (walk, "progress.edit-note", NULL);
}

/* ---- dialogs of the menu ---- */

static UkDataTools *
get_data_tools (UkWalk *walk)
{
  return g_object_get_data (G_OBJECT (walk->window), "data-tools");
}

/* The file of an earlier copy of the same data. */
static void
open_import (UkWalk *walk)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "unknot-walk.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  uk_data_tools_export (get_data_tools (walk), file);
  uk_data_tools_import (get_data_tools (walk), file);
  g_file_delete (file, NULL, NULL);
}

static void
open_restore (UkWalk *walk)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "unknot-walk.backup", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  uk_data_tools_back_up (get_data_tools (walk), file);
  uk_data_tools_restore (get_data_tools (walk), file);
  g_file_delete (file, NULL, NULL);
}

static void
open_own_editor (UkWalk *walk)
{
  uk_walk_act (walk, "win.edit-routine", "s", BALL);
}

static void
open_facts (UkWalk *walk)
{
  uk_walk_act (walk, "win.show-facts", "s", "");
}

static void
open_about (UkWalk *walk)
{
  g_action_group_activate_action (G_ACTION_GROUP (walk->application), "about", NULL);
}

static void
open_problem (UkWalk *walk)
{
  uk_window_tell_problem (walk->window, "The file could not be written: there is no room left on the disk.");
}

/* First those of a person who has just begun. */
const UkScene uk_scenes[] = {
  { "body of a beginner", FALSE, open_body },
  { "plans of a beginner", FALSE, open_plans },
  { "reminders of a beginner", FALSE, open_reminders },
  { "progress of a beginner", FALSE, open_progress },
  { "own routines of a beginner", FALSE, NULL, "win.own-routines" },
  { "safety at the first run", FALSE, open_safety_first },
  { "body", TRUE, open_body },
  { "menu", TRUE, NULL, "win.menu" },
  { "search", TRUE, open_search },
  { "search in vain", TRUE, open_search_in_vain },
  { "region", TRUE, open_region },
  { "ache", TRUE, open_ache },
  { "routine", TRUE, open_routine },
  { "before warmth", TRUE, open_taps },
  { "before a run", TRUE, open_before },
  { "run", TRUE, open_run },
  { "run softened", TRUE, open_run_softened },
  { "signs to stop", TRUE, open_stop_signs },
  { "finish", TRUE, open_finish },
  { "finish rated", TRUE, open_finish_rated },
  { "plans", TRUE, open_plans },
  { "plan", TRUE, open_plan },
  { "plan followed", TRUE, open_plan_followed },
  { "enrol", TRUE, open_enrol },
  { "reminders", TRUE, open_reminders },
  { "reminder editor", TRUE, open_reminder_editor },
  { "reminder edited", TRUE, open_reminder_edited },
  { "routine chooser", TRUE, open_routine_chooser },
  { "progress", TRUE, open_progress },
  { "past", TRUE, open_past },
  { "note", TRUE, open_note },
  { "import", TRUE, open_import },
  { "restore", TRUE, open_restore },
  { "delete", TRUE, NULL, "win.delete-data" },
  { "page for the doctor", TRUE, NULL, "win.report" },
  { "safety", TRUE, NULL, "win.safety" },
  { "own routine editor", TRUE, open_own_editor },
  { "facts", TRUE, open_facts },
  { "preferences", TRUE, NULL, "win.preferences" },
  { "help", TRUE, NULL, "win.manual" },
  { "shortcuts", TRUE, NULL, "win.help" },
  { "about", TRUE, open_about },
  { "problem", TRUE, open_problem },
};
const guint uk_n_scenes = G_N_ELEMENTS (uk_scenes);
