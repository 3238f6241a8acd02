/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plans/uk-day-strip.h"
#include "app/plans/uk-due-row.h"
#include "app/plans/uk-enrol-dialog.h"
#include "app/plans/uk-plans-page.h"
#include "app/plans/uk-programme-card.h"
#include "app/plans/uk-programme-detail.h"
#include "app/plans/uk-today-card.h"
#include "app/support/uk-app-test.h"
#include "app/widgets/uk-rating-row.h"
#include "core/store/uk-store-knots.h"
#include "core/store/uk-store-ratings.h"
#include "support/uk-fake-clock.h"
#include "support/uk-test.h"

#include <adwaita.h>

#define NOW "2026-11-24T10:00:00Z"
#define PATIENCE_MS 20000

typedef struct {
  UkAppTest app;
  UkFakeClock *clock;
  GtkWidget *window;
  UkPlansPage *page;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *child, *found;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    found = find_type (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_seen (gpointer data)
{
  return gtk_widget_get_mapped (find_type (data, UK_TYPE_PROGRAMME_DETAIL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  uk_app_test_set_up (&fixture->app);
  fixture->clock = uk_fake_clock_new (NOW);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (UK_TYPE_PLANS_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  uk_plans_page_set_context (fixture->page, &fixture->app.context, UK_CLOCK (fixture->clock));
  gtk_window_present (GTK_WINDOW (fixture->window));
  uk_test_spin_until (is_seen, fixture->page, PATIENCE_MS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->clock);
  uk_app_test_tear_down (&fixture->app);
}

static gint64
get_now (Fixture *fixture)
{
  return uk_clock_get_unix_time (UK_CLOCK (fixture->clock));
}

static UkDay
get_today (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return uk_day_at (zone, get_now (fixture), NULL);
}

static void
assert_shows (Fixture *fixture, const char *text)
{
  if (!uk_app_test_shows_text (GTK_WIDGET (fixture->page), text))
    g_error ("The page does not show: %s", text);
}

static void
assert_hides (Fixture *fixture, const char *text)
{
  if (uk_app_test_shows_text (GTK_WIDGET (fixture->page), text))
    g_error ("The page shows: %s", text);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (
      gtk_widget_activate_action (find_type (GTK_WIDGET (fixture->page), UK_TYPE_PROGRAMME_DETAIL), action, NULL));
}

static UkEnrolDialog *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (UK_IS_ENROL_DIALOG (window))
      return UK_ENROL_DIALOG (window);
  }
  return NULL;
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  act (fixture, "plan.start");
  g_assert_nonnull (find_dialog ());
  return GTK_WIDGET (find_dialog ());
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = uk_app_test_find (root, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
start (Fixture *fixture, int rating)
{
  GtkWidget *dialog = open_dialog (fixture);

  uk_rating_row_choose (UK_RATING_ROW (find_type (dialog, UK_TYPE_RATING_ROW)), rating);
  press (dialog, "_Start");
}

/* As if the plan had begun some days ago and each day had been done. */
static void
seed (Fixture *fixture, const char *programme, guint days)
{
  const UkProgramme *known = uk_catalogue_get_programme (fixture->app.context.catalogue, programme);
  UkEnrolment enrolment = { .id = (char *)"e", .programme = (char *)programme, .region = (char *)"rhomboids",
                            .side = UK_SIDE_LEFT, .first = 1, .started = get_today (fixture) - (UkDay)days,
                            .times = { 400, 700, 1100 } };
  guint i, part;

  g_assert_true (uk_store_save_enrolment (fixture->app.context.store, &enrolment, NULL));
  for (i = 0; i < days; i++) {
    for (part = 0; part < UK_N_DAY_PARTS && known->times[part] != UK_NO_TIME; part++) {
      const UkMark mark = { .enrolment = (char *)"e", .kind = UK_MARK_DONE, .at = 1, .number = i + 1,
                            .day = enrolment.started + (UkDay)i, .part = part, .routine = (char *)"x" };

      g_assert_true (uk_store_add_mark (fixture->app.context.store, &mark, NULL));
    }
  }
  uk_programme_book_touch (fixture->app.context.programmes);
}

static void
rate (Fixture *fixture, int days_ago, int value)
{
  UkKnot knot = { .id = (char *)"k", .region = (char *)"rhomboids", .side = UK_SIDE_LEFT, .opened = 1 };
  UkRating rating = { .knot = (char *)"k", .at = get_now (fixture) - days_ago * 86400, .value = value,
                      .moment = UK_MOMENT_LOG };

  g_assert_true (uk_store_save_knot (fixture->app.context.store, &knot, NULL));
  g_assert_cmpint (uk_store_add_rating (fixture->app.context.store, &rating, NULL), >, 0);
  uk_programme_book_touch (fixture->app.context.programmes);
}

/* Every plan is a radio button's worth of a card, with name and description; the first is seen. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GPtrArray *programmes = uk_catalogue_get_programmes (fixture->app.context.catalogue);
  GtkWidget *card = find_type (GTK_WIDGET (fixture->page), UK_TYPE_PROGRAMME_CARD);
  guint n = 0;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  for (; card != NULL; card = gtk_widget_get_next_sibling (card), n++) {
    const UkProgramme *programme = uk_programme_card_get_programme (UK_PROGRAMME_CARD (card));

    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, programme->title);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                         programme->suits);
    g_assert_true (gtk_widget_get_focusable (card));
  }
  g_assert_cmpuint (n, ==, programmes->len);
  assert_shows (fixture, "Start this plan");
  assert_shows (fixture, "Day 1");
  assert_shows (fixture, "What to expect");
  uk_plans_page_show (fixture->page, "pg-legs-feet-14");
  assert_shows (fixture, "Ease calves, shins, thighs and soles after standing, walking or running.");
  uk_plans_page_show (fixture->page, "nothing");
}

/* Place, days, times, what one has and how sore it is: then it runs, and the number is kept. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  const UkEnrolment *enrolment;
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *button = uk_app_test_find (dialog, GTK_TYPE_BUTTON, "_Start");

  g_assert_false (gtk_widget_get_sensitive (button));
  uk_rating_row_choose (UK_RATING_ROW (find_type (dialog, UK_TYPE_RATING_ROW)), 3);
  g_assert_true (gtk_widget_get_sensitive (button));
  press (dialog, "_Start");
  assert_shows (fixture, "Today is day 1 of 14");
  assert_shows (fixture, "Day 1, today");
  assert_hides (fixture, "Start this plan");
  enrolments = uk_store_list_enrolments (fixture->app.context.store, NULL);
  g_assert_cmpuint (enrolments->len, ==, 1);
  enrolment = g_ptr_array_index (enrolments, 0);
  g_assert_cmpint (enrolment->started, ==, get_today (fixture));
  g_assert_cmpuint (enrolment->times[UK_DAY_PART_MORNING], ==, 7 * 60 + 45);
  ratings = uk_store_list_all_ratings (fixture->app.context.store, NULL);
  g_assert_cmpuint (ratings->len, ==, 1);
  g_assert_cmpint (((UkRating *)g_ptr_array_index (ratings, 0))->value, ==, 3);
}

/* Too sore for the plan: it says why and does not start. */
static void
test_too_sore (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *programme;
    int rating;
    const char *reason;
  } cases[] = {
    { "pg-desk-upper-14", 6, "With 6 or 7, only gentle movement fits today. Come back when it has eased." },
    { "pg-desk-upper-14", 9, "With 8 or more, rest today and let a doctor look at it." },
    { "pg-keep-away-28", 3, "This plan is for those who are hardly sore. The one for the place suits better." },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++) {
    GtkWidget *dialog;

    uk_plans_page_show (fixture->page, cases[i].programme);
    dialog = open_dialog (fixture);
    uk_rating_row_choose (UK_RATING_ROW (find_type (dialog, UK_TYPE_RATING_ROW)), cases[i].rating);
    g_assert_true (uk_app_test_shows_text (dialog, cases[i].reason));
    g_assert_false (gtk_widget_get_sensitive (uk_app_test_find (dialog, GTK_TYPE_BUTTON, "_Start")));
    gtk_window_destroy (GTK_WINDOW (dialog));
  }
}

static void
test_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *toggle;

  start (fixture, 2);
  row = find_type (GTK_WIDGET (fixture->page), UK_TYPE_DUE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       uk_due_row_get_due (UK_DUE_ROW (row))->routine->title);
  toggle = uk_app_test_find (row, GTK_TYPE_TOGGLE_BUTTON, "Done without Unknot");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  row = find_type (GTK_WIDGET (fixture->page), UK_TYPE_DUE_ROW);
  g_assert_cmpint (uk_due_row_get_due (UK_DUE_ROW (row))->done_at, ==, get_now (fixture));
  toggle = uk_app_test_find (row, GTK_TYPE_TOGGLE_BUTTON, "Not done after all");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  row = find_type (GTK_WIDGET (fixture->page), UK_TYPE_DUE_ROW);
  g_assert_cmpint (uk_due_row_get_due (UK_DUE_ROW (row))->done_at, ==, 0);
}

/* Days are buttons that say what became of them; a day that is picked is seen. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  GtkWidget *strip, *day;

  seed (fixture, "pg-desk-upper-14", 3);
  strip = find_type (GTK_WIDGET (fixture->page), UK_TYPE_DAY_STRIP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Days of the plan");
  day = gtk_widget_get_first_child (strip);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL, "Day 1, done");
  assert_shows (fixture, "Day 4, today");
  gtk_widget_activate (day);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (day), TRUE);
  assert_shows (fixture, "Day 1");
  assert_hides (fixture, "Day 4, today");
  g_assert_null (uk_app_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Done without Unknot"));
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  start (fixture, 2);
  act (fixture, "plan.pause");
  assert_shows (fixture, "Paused at day 1 of 14");
  assert_shows (fixture, "The plan is paused. It waits for you, and reminds of nothing.");
  press (GTK_WIDGET (fixture->page), "_Go on");
  assert_shows (fixture, "Today is day 1 of 14");
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) enrolments = NULL;
  GtkWidget *dialog;

  start (fixture, 2);
  act (fixture, "plan.change");
  dialog = GTK_WIDGET (find_dialog ());
  g_assert_false (uk_app_test_shows_text (dialog, "How sore is it now?"));
  gtk_switch_set_active (GTK_SWITCH (find_type (dialog, GTK_TYPE_SWITCH)), FALSE);
  press (dialog, "_Save");
  enrolments = uk_store_list_enrolments (fixture->app.context.store, NULL);
  g_assert_cmpuint (enrolments->len, ==, 1);
}

/* What changes today is said with its reason. */
static void
test_advice (Fixture *fixture, gconstpointer data)
{
  seed (fixture, "pg-desk-upper-14", 7);
  assert_shows (fixture, "How sore is it today? Between spine and shoulder blade");
  rate (fixture, 0, 6);
  assert_shows (fixture, "Gentle movement only today, because you gave it 6 of 10.");
  assert_hides (fixture, "How sore is it today? Between spine and shoulder blade");
  rate (fixture, 1, 7);
  assert_shows (fixture, "Rests at day 8 of 14");
  assert_shows (fixture, "Nothing to do");
  press (GTK_WIDGET (fixture->page), "_Go on");
  assert_shows (fixture, "Today is day 1 of 14");
}

static void
test_stop_and_undo (Fixture *fixture, gconstpointer data)
{
  start (fixture, 2);
  act (fixture, "plan.stop");
  assert_shows (fixture, "Start this plan");
  g_assert_false (uk_store_has_running_enrolment (fixture->app.context.store));
  press (GTK_WIDGET (fixture->page), "Undo");
  assert_shows (fixture, "Today is day 1 of 14");
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  rate (fixture, 13, 5);
  seed (fixture, "pg-desk-upper-14", 14);
  rate (fixture, 0, 2);
  assert_shows (fixture, "Done.");
  assert_shows (fixture, "From 5 to 2 of 10.");
  assert_shows (fixture, "Look at what may follow");
  act (fixture, "plan.restart");
  assert_shows (fixture, "Today is day 1 of 14");
  act (fixture, "plan.stop");
  assert_shows (fixture, "Start this plan");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  seed (fixture, "pg-desk-upper-14", 14);
  act (fixture, "plan.close");
  assert_hides (fixture, "Done.");
  g_assert_false (uk_store_has_running_enrolment (fixture->app.context.store));
}

static gboolean
is_folded (gpointer data)
{
  return adw_leaflet_get_folded (data);
}

/* Where there is no room beside the list, the plan covers it, and a way leads back. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *leaflet = find_type (GTK_WIDGET (fixture->page), ADW_TYPE_LEAFLET);
  g_autofree char *detail = NULL;
  g_autofree char *none = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  uk_test_spin_until (is_folded, leaflet, PATIENCE_MS);
  uk_plans_page_show (fixture->page, "pg-acute-3");
  g_object_get (fixture->page, "detail", &detail, NULL);
  g_assert_cmpstr (detail, ==, "Plan");
  uk_plans_page_go_back (fixture->page);
  g_object_get (fixture->page, "detail", &none, NULL);
  g_assert_null (none);
}

/* On the page of the body: nothing, unless a plan runs. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = g_object_ref_sink (g_object_new (UK_TYPE_TODAY_CARD, NULL));

  uk_today_card_update (UK_TODAY_CARD (card), &fixture->app.context, get_now (fixture));
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_null (gtk_widget_get_first_child (card));
  seed (fixture, "pg-desk-upper-14", 7);
  uk_today_card_update (UK_TODAY_CARD (card), &fixture->app.context, get_now (fixture));
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (find_type (card, UK_TYPE_DUE_ROW));
  g_object_unref (card);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plans-page/list", test_list },
    { "/plans-page/start", test_start },
    { "/plans-page/too-sore", test_too_sore },
    { "/plans-page/mark", test_mark },
    { "/plans-page/days", test_days },
    { "/plans-page/pause", test_pause },
    { "/plans-page/change", test_change },
    { "/plans-page/advice", test_advice },
    { "/plans-page/stop-and-undo", test_stop_and_undo },
    { "/plans-page/finish", test_finish },
    { "/plans-page/close", test_close },
    { "/plans-page/narrow", test_narrow },
    { "/plans-page/today", test_today },
  };
  guint i;

  uk_app_test_init (&argc, &argv);
  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
