/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/run/uk-run-page.h"

#include "app/unknot-app.h"
#include "core/run/uk-run-after.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "core/store/uk-store-runs.h"
#include "support/uk-fake-clock.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#define START "2026-11-24T09:50:00Z"

static const char *const poses[] = { "ball-wall-trap-place", NULL };
static const UkStep steps[] = {
  { .seconds = 10,
    .sides = UK_SIDES_EACH,
    .poses = poses,
    .act = "First thing to do.",
    .avoid = "The spine." },
  { .seconds = 30,
    .sides = UK_SIDES_EACH,
    .poses = poses,
    .act = "Second thing to do.",
    .feel = "Warm.",
    .breathe = "Out." },
};
static const UkStep warm_steps[] = {
  { .seconds = 900, .poses = poses, .act = "Let it warm." },
};
static const char *const equipment[] = { "ball", NULL };
static const UkRoutine routine = {
  .id = "test",
  .equipment = equipment,
  .title = "A test",
  .steps = steps,
  .n_steps = G_N_ELEMENTS (steps),
};

static const UkRoutine warmth = {
  .id = "warmth",
  .technique = UK_TECHNIQUE_HEAT,
  .equipment = equipment,
  .title = "Warmth",
  .steps = warm_steps,
  .n_steps = G_N_ELEMENTS (warm_steps),
};

typedef struct {
  char *folder;
  UkContext context;
  UkFakeClock *clock;
  GtkWidget *window;
  UkRunPage *page;

  guint n_closed;
  char *remind_routine;
  char *remind_region;
  int remind_side;
  gint64 remind_first;
} Fixture;

static void
closed_cb (Fixture *fixture)
{
  fixture->n_closed++;
}

static void
remind_cb (Fixture *fixture, const char *routine_id, const char *region, int side, gint64 first)
{
  fixture->remind_routine = g_strdup (routine_id);
  fixture->remind_region = g_strdup (region);
  fixture->remind_side = side;
  fixture->remind_first = first;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static void
add_page (Fixture *fixture, int width, int height)
{
  fixture->page = UK_RUN_PAGE (uk_run_page_new ());
  uk_run_page_set_context (fixture->page, &fixture->context);
  uk_run_page_set_clock (fixture->page, UK_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->page, "closed", G_CALLBACK (closed_cb), fixture);
  g_signal_connect_swapped (fixture->page, "remind", G_CALLBACK (remind_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  uk_test_spin_until (is_mapped, fixture->page, 5000);
}

static void
remove_page (Fixture *fixture)
{
  UkRunPage *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) content = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 24, 9, 50, 0);

  fixture->folder = uk_test_make_folder ();
  fixture->context.catalogue = uk_catalogue_new ();
  uk_catalogue_load (fixture->context.catalogue, content, UK_CATALOGUE_SHIPPED, problems);
  fixture->context.store = uk_store_open (fixture->folder, date, NULL, NULL);
  g_assert_nonnull (fixture->context.store);
  fixture->clock = uk_fake_clock_new (START);
  add_page (fixture, 1100, 760);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_page (fixture);
  g_object_unref (fixture->context.catalogue);
  g_clear_object (&fixture->context.store);
  g_assert_finalize_object (fixture->clock);
  uk_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->remind_routine);
  g_free (fixture->remind_region);
}

static void
prepare (Fixture *fixture)
{
  uk_run_page_prepare (fixture->page, &routine, "upper-trapezius", UK_SIDE_LEFT, FALSE);
}

static void
pass (Fixture *fixture, int seconds)
{
  int i;

  for (i = 0; i < seconds; i++) {
    uk_fake_clock_pass (fixture->clock, 1, 0);
    uk_run_page_advance (fixture->page);
  }
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
rate (Fixture *fixture, int rating)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "run.rate", "i", rating));
}

/* Does what the page has bound to a key; returns whether it has bound anything. */
static gboolean
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->page));
  gboolean bound = FALSE;
  guint i, j;

  for (i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (!GTK_IS_KEYVAL_TRIGGER (trigger)
          || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key)
        continue;
      bound = TRUE;
      gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                    GTK_WIDGET (fixture->page),
                                    gtk_shortcut_get_arguments (shortcut));
    }
  }
  return bound;
}

/* The shown label with this text, looked for in everything below @widget. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_label (child, text);

    if (found != NULL)
      return found;
  }
  return NULL;
}

typedef struct {
  Fixture *fixture;
  const char *text;
} Expected;

static gboolean
is_shown (gpointer data)
{
  const Expected *expected = data;

  return find_label (GTK_WIDGET (expected->fixture->page), expected->text) != NULL;
}

static void
assert_shown (Fixture *fixture, const char *text)
{
  Expected expected = { fixture, text };

  uk_test_spin_until (is_shown, &expected, 5000);
}

static void
click (Fixture *fixture, const char *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->page), text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static UkRunState
get_state (Fixture *fixture)
{
  UkRun *run = uk_run_page_get_run (fixture->page);

  return run != NULL ? uk_run_get_state (run) : UK_RUN_NEW;
}

static GPtrArray *
list_runs (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *runs = uk_store_list_runs (fixture->context.store, 0, G_MAXINT64, &error);

  g_assert_no_error (error);
  return runs;
}

/* From the tap on a number to the reminder for tomorrow. */
static void
test_whole_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UkKnot) knot = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  prepare (fixture);
  assert_shown (fixture, "How sore is it now?");
  assert_shown (fixture, "Top of the shoulder, left");
  rate (fixture, 5);
  assert_shown (fixture, "Step 1 of 2, in a moment");
  assert_shown (fixture, "Avoid: The spine.");
  pass (fixture, 5);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_STEP);
  pass (fixture, 10 + 3);
  assert_shown (fixture, "Step 2 of 2");
  assert_shown (fixture, "Warm.");
  pass (fixture, 15);
  assert_shown (fixture, "Out.");
  pass (fixture, 15);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_FINISHED);
  assert_shown (fixture, "How does it feel now?");
  rate (fixture, 3);
  assert_shown (fixture, "2 points easier than before");
  assert_shown (fixture, "Tomorrow, 10:00");

  click (fixture, "Done");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_cmpstr (fixture->remind_routine, ==, "test");
  g_assert_cmpstr (fixture->remind_region, ==, "upper-trapezius");
  g_assert_cmpint (fixture->remind_side, ==, UK_SIDE_LEFT);
  g_assert_cmpint (fixture->remind_first, ==, uk_fake_clock_parse ("2026-11-25T10:00:00Z"));

  knot = uk_store_find_open_knot (fixture->context.store, "upper-trapezius", UK_SIDE_LEFT, NULL);
  ratings = uk_store_list_ratings (fixture->context.store, knot->id, NULL);
  g_assert_cmpuint (ratings->len, ==, 2);
  runs = list_runs (fixture);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_true (((UkRunRecord *)g_ptr_array_index (runs, 0))->completed);
}

static void
start_warmth (Fixture *fixture)
{
  uk_run_page_prepare (fixture->page, &warmth, "calf", UK_SIDE_LEFT, FALSE);
  rate (fixture, 5);
  pass (fixture, 5);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_STEP);
}

/* The skin has to be looked at after five minutes, and without an answer it stops. */
static void
test_skin_check (Fixture *fixture, gconstpointer data)
{
  start_warmth (fixture);
  pass (fixture, 290);
  g_assert_null (find_label (GTK_WIDGET (fixture->page), "The skin looks fine"));
  pass (fixture, 15);
  assert_shown (fixture, "Five minutes: look at the skin");
  click (fixture, "The skin looks fine");
  g_assert_null (find_label (GTK_WIDGET (fixture->page), "The skin looks fine"));
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_STEP);

  pass (fixture, 305);
  assert_shown (fixture, "Five minutes: look at the skin");
  pass (fixture, 120);
  assert_shown (fixture, "Take it off now");
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_PAUSED);
  click (fixture, "The skin looks fine");
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_STEP);

  pass (fixture, 305);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_FINISHED);
}

/* More time does not help over twenty minutes. */
static void
test_warm_limit (Fixture *fixture, gconstpointer data)
{
  guint i;

  start_warmth (fixture);
  for (i = 0; i < 60; i++)
    uk_run_add_seconds (uk_run_page_get_run (fixture->page), 15, uk_clock_get_monotonic_time (UK_CLOCK (fixture->clock)));
  for (i = 0; i < 3; i++) {
    pass (fixture, 300);
    click (fixture, "The skin looks fine");
  }
  pass (fixture, 310);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_ENDED_EARLY);
}

/* One row per key: pressed in the second step, eight seconds in. */
typedef struct {
  const char *name;
  guint key;
  UkRunState state;
  guint leg;
  double left;
} KeyCase;

static const KeyCase key_cases[] = {
  { "space", GDK_KEY_space, UK_RUN_PAUSED, 1, 22 },
  { "media-pause", GDK_KEY_AudioPause, UK_RUN_PAUSED, 1, 22 },
  { "left", GDK_KEY_Left, UK_RUN_READY, 1, 3 },
  { "media-previous", GDK_KEY_AudioPrev, UK_RUN_READY, 1, 3 },
  { "page-up", GDK_KEY_Page_Up, UK_RUN_READY, 1, 3 },
  { "right", GDK_KEY_Right, UK_RUN_FINISHED, 1, 0 },
  { "page-down", GDK_KEY_Page_Down, UK_RUN_FINISHED, 1, 0 },
  { "plus", GDK_KEY_plus, UK_RUN_STEP, 1, 32 },
  { "minus", GDK_KEY_minus, UK_RUN_STEP, 1, 12 },
  { "escape", GDK_KEY_Escape, UK_RUN_ENDED_EARLY, 1, 0 },
  { "a number means nothing here", GDK_KEY_5, UK_RUN_STEP, 1, 22 },
};

static void
test_key (Fixture *fixture, gconstpointer data)
{
  const KeyCase *c = data;
  UkRun *run;

  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 5 + 10 + 3 + 8);
  run = g_object_ref (uk_run_page_get_run (fixture->page));
  g_assert_true (press (fixture, c->key));
  g_assert_cmpint (uk_run_get_state (run), ==, c->state);
  g_assert_cmpuint (uk_run_get_leg_index (run), ==, c->leg);
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (run), c->left, 1e-3);
  g_object_unref (run);
}

/* The keys of the numbers, where numbers are asked for. */
static void
test_number_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ratings = NULL;

  prepare (fixture);
  g_assert_true (press (fixture, GDK_KEY_KP_7));
  pass (fixture, 8);
  act (fixture, "run.end");
  g_assert_true (press (fixture, GDK_KEY_x));
  g_assert_true (press (fixture, GDK_KEY_0));
  ratings = uk_store_list_all_ratings (fixture->context.store, NULL);
  g_assert_cmpuint (ratings->len, ==, 2);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 0))->value, ==, 7);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 1))->value, ==, 0);
}

static void
test_too_much (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 5 + 10 + 3 + 10);
  act (fixture, "run.soften");
  assert_shown (fixture, "Softer now");
  assert_shown (fixture, "Take half the weight off. This step is now 10 seconds shorter.");
  assert_shown (fixture, "0:10 left");
  act (fixture, "run.undo-soften");
  assert_shown (fixture, "Too much");
  assert_shown (fixture, "0:20 left");
}

/* What was too much starts gentler next time and says so; one tap leads back. */
static void
test_gentler (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  prepare (fixture);
  g_assert_null (find_label (GTK_WIDGET (fixture->page), "Gentler this time"));
  rate (fixture, 5);
  pass (fixture, 5 + 2);
  act (fixture, "run.soften");
  act (fixture, "run.end");
  assert_shown (fixture, "What helped?");
  click (fixture, "Done");

  prepare (fixture);
  assert_shown (fixture, "Gentler this time");
  rate (fixture, 5);
  assert_shown (fixture, "0:35 left");
  assert_shown (fixture, "Softer now");
  act (fixture, "run.end");

  prepare (fixture);
  label = find_label (GTK_WIDGET (fixture->page), "Gentler this time");
  g_assert_nonnull (label);
  gtk_switch_set_active (
      GTK_SWITCH (gtk_widget_get_next_sibling (gtk_widget_get_parent (label))), FALSE);
  rate (fixture, 5);
  assert_shown (fixture, "0:48 left");
  act (fixture, "run.end");
  prepare (fixture);
  g_assert_null (find_label (GTK_WIDGET (fixture->page), "Gentler this time"));
}

static void
choose (Fixture *fixture, const char *text, gboolean active)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->page), text);

  g_assert_nonnull (label);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), active);
}

static void
assert_helped (Fixture *fixture, const char *helped)
{
  g_autoptr (GPtrArray) runs = list_runs (fixture);

  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpstr (((UkRunRecord *)g_ptr_array_index (runs, 0))->helped, ==, helped);
}

/* What comes next is told, and what helped is in the store with the tap. */
static void
test_afterwards (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  rate (fixture, 3);
  pass (fixture, 8);
  act (fixture, "run.end");
  assert_shown (fixture, uk_technique_get_after (routine.technique));
  choose (fixture, "Slow breathing", TRUE);
  assert_helped (fixture, "breath");
  choose (fixture, "Going lighter", TRUE);
  assert_helped (fixture, "lighter breath");
  rate (fixture, 6);
  assert_shown (fixture, "3 points more than before");
  g_assert_null (
      find_label (GTK_WIDGET (fixture->page), uk_technique_get_after (routine.technique)));
  choose (fixture, "Slow breathing", FALSE);
  choose (fixture, "Going lighter", FALSE);
  assert_helped (fixture, NULL);
}

static void
test_other_side (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  click (fixture, "Both");
  rate (fixture, 5);
  act (fixture, "run.skip");
  act (fixture, "run.skip");
  assert_shown (fixture, "Now: Top of the shoulder, right");
  assert_shown (fixture, "The same 2 steps again, mirrored.");
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_SIDE_CHANGE);
}

/* After one side the other is one click away. */
static void
test_then_other_side (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 60);
  click (fixture, "Do the right side");
  assert_shown (fixture, "Top of the shoulder, right");
  rate (fixture, 4);
  g_assert_cmpint (uk_run_get_side (uk_run_page_get_run (fixture->page)), ==, UK_SIDE_RIGHT);
}

static void
test_last_time (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 60);
  rate (fixture, 4);
  uk_fake_clock_pass (fixture->clock, 24 * 60 * 60, 0);
  prepare (fixture);
  assert_shown (fixture, "Last time 4, yesterday");
}

/* A computer that sleeps guides nobody. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 7);
  uk_fake_clock_pass (fixture->clock, 0, 3600);
  uk_run_page_advance (fixture->page);
  assert_shown (fixture, "Step 1 of 2, paused");
  g_assert_cmpfloat_with_epsilon (uk_run_get_seconds_left (uk_run_page_get_run (fixture->page)), 8,
                                  1e-3);
  act (fixture, "run.toggle");
  pass (fixture, 1);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_STEP);
}

static void
test_crash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = NULL;

  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 5 + 10 + 1);
  remove_page (fixture);

  /* The routine of the test is not in the catalogue, as one that a new version has dropped. */
  add_page (fixture, 1100, 760);
  g_assert_false (uk_run_page_continue (fixture->page));
  runs = list_runs (fixture);
  g_assert_cmpint (((UkRunRecord *)g_ptr_array_index (runs, 0))->ended, !=, 0);
  g_assert_false (uk_run_page_continue (fixture->page));
}

static void
test_continue (Fixture *fixture, gconstpointer data)
{
  const UkRoutine *real
      = uk_catalogue_get_routine (fixture->context.catalogue, "upper-trapezius-ball-wall");
  double left;

  uk_run_page_prepare (fixture->page, real, "upper-trapezius", UK_SIDE_LEFT, FALSE);
  rate (fixture, 5);
  pass (fixture, 12);
  uk_run_page_leave (fixture->page);
  left = uk_run_get_total_left (uk_run_page_get_run (fixture->page));
  remove_page (fixture);

  add_page (fixture, 1100, 760);
  g_assert_true (uk_run_page_continue (fixture->page));
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_PAUSED);
  g_assert_cmpfloat_with_epsilon (uk_run_get_total_left (uk_run_page_get_run (fixture->page)), left,
                                  1e-3);
  act (fixture, "run.toggle");
  pass (fixture, 400);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_FINISHED);
  assert_shown (fixture, "Before, it was 5. No change is an answer too.");
}

/* Who ends before anything was done has pressed the wrong button: nothing is kept. */
static void
test_mistake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = NULL;

  prepare (fixture);
  rate (fixture, 5);
  pass (fixture, 2);
  act (fixture, "run.end");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  runs = list_runs (fixture);
  g_assert_cmpuint (runs->len, ==, 0);
}

static void
test_without_store (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->context.store);
  prepare (fixture);
  rate (fixture, 5);
  assert_shown (fixture, "This run cannot be saved.");
  pass (fixture, 60);
  g_assert_cmpint (get_state (fixture), ==, UK_RUN_FINISHED);
  rate (fixture, 5);
}

static gboolean
is_inside (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return TRUE;
  if (GTK_IS_BUTTON (widget)
      && (!gtk_widget_compute_bounds (widget, window, &bounds) || bounds.origin.x < 0
          || bounds.origin.y < 0
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window)
          || bounds.origin.y + bounds.size.height > gtk_widget_get_height (window)))
    return FALSE;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!is_inside (child, window))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fits (gpointer data)
{
  Fixture *fixture = data;

  return is_inside (GTK_WIDGET (fixture->page), fixture->window);
}

/* Every control can be reached in every window. */
static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct {
    int width;
    int height;
  } sizes[]
      = { { 360, 600 }, { 360, 640 }, { 600, 500 }, { 720, 480 }, { 1100, 760 }, { 1280, 860 } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++) {
    remove_page (fixture);
    add_page (fixture, sizes[i].width, sizes[i].height);
    prepare (fixture);
    rate (fixture, 5);
    pass (fixture, 7);
    act (fixture, "run.soften");
    assert_shown (fixture, "Softer now");
    uk_test_spin_until (fits, fixture, 5000);
    g_assert_cmpint (gtk_widget_get_width (fixture->window), ==, sizes[i].width);
    g_assert_cmpint (gtk_widget_get_height (fixture->window), ==, sizes[i].height);
    act (fixture, "run.end");
  }
}

/* Sizes hang on the style of the program. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/unknot/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/run/page/whole-run", test_whole_run },
    { "/run/page/number-keys", test_number_keys },
    { "/run/page/skin-check", test_skin_check },
    { "/run/page/warm-limit", test_warm_limit },
    { "/run/page/too-much", test_too_much },
    { "/run/page/gentler", test_gentler },
    { "/run/page/afterwards", test_afterwards },
    { "/run/page/other-side", test_other_side },
    { "/run/page/then-other-side", test_then_other_side },
    { "/run/page/last-time", test_last_time },
    { "/run/page/sleep", test_sleep },
    { "/run/page/crash", test_crash },
    { "/run/page/continue", test_continue },
    { "/run/page/mistake", test_mistake },
    { "/run/page/without-store", test_without_store },
    { "/run/page/sizes", test_sizes },
  };
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_resources_register (uk_app_get_resource ());
  adw_init ();
  load_style ();
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  for (i = 0; i < G_N_ELEMENTS (key_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/run/page/key/%s", key_cases[i].name);

    g_test_add (path, Fixture, &key_cases[i], set_up, test_key, tear_down);
  }
  return g_test_run ();
}
