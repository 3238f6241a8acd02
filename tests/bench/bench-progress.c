/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the page about progress takes to its first painted frame with 200 000 ratings, as times
 * of the same page with a month of them, and of SQLite alone walking through all ratings. */
#include "app/progress/uk-progress-page.h"
#include "app/support/uk-app-test.h"
#include "core/store/uk-store-private.h"
#include "support/uk-simulated-history.h"

#include <time.h>

#define RUNS 7

static void
painted_cb (GdkFrameClock *clock, gint64 *painted)
{
  if (*painted == 0)
    *painted = g_get_monotonic_time ();
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *)a, right = *(const double *)b;

  return left < right ? -1 : left > right ? 1 : 0;
}

static double
get_median (double *values)
{
  qsort (values, RUNS, sizeof *values, compare);
  return values[RUNS / 2];
}

/* Of this process, which other work on the machine does not slow down; milliseconds. */
static double
get_processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* The window is there already; only the page is new, as after a click on its title. */
static double
measure_page (const UkContext *context, double *processor)
{
  double values[RUNS];
  double of_processor[RUNS];
  guint i;

  for (i = 0; i < RUNS; i++) {
    GtkWidget *window = gtk_window_new ();
    GdkFrameClock *clock;
    gint64 start, painted = 0;
    GtkWidget *page;

    gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
    gtk_window_present (GTK_WINDOW (window));
    while (gtk_widget_get_width (window) == 0)
      g_main_context_iteration (NULL, TRUE);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    of_processor[i] = -get_processor_ms ();
    start = g_get_monotonic_time ();
    page = g_object_new (UK_TYPE_PROGRESS_PAGE, NULL);
    uk_progress_page_set_context (UK_PROGRESS_PAGE (page), context);
    gtk_window_set_child (GTK_WINDOW (window), page);
    clock = gtk_widget_get_frame_clock (window);
    g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
    while (painted == 0)
      g_main_context_iteration (NULL, TRUE);
    of_processor[i] += get_processor_ms ();
    g_signal_handlers_disconnect_by_func (clock, painted_cb, &painted);
    values[i] = (double)(painted - start) / 1000;
    gtk_window_destroy (GTK_WINDOW (window));
  }
  *processor = get_median (of_processor);
  return get_median (values);
}

static void
walk_cb (sqlite3_stmt *statement, gpointer data)
{
  *(gint64 *)data += sqlite3_column_int64 (statement, 0);
}

static double
measure_walk (UkStore *store)
{
  double values[RUNS];
  gint64 sum = 0;
  guint i;

  for (i = 0; i < RUNS; i++) {
    const gint64 start = g_get_monotonic_time ();

    g_assert_true (uk_store_visit (store, walk_cb, &sum, NULL, "SELECT value FROM ratings", ""));
    values[i] = (double)(g_get_monotonic_time () - start) / 1000;
  }
  return get_median (values);
}

static double
measure_kind (UkHistoryKind kind, double *processor, double *walk)
{
  UkAppTest test;
  double page;

  uk_app_test_set_up (&test);
  uk_simulate_history (test.context.store, g_get_real_time () / G_USEC_PER_SEC, kind);
  *walk = measure_walk (test.context.store);
  page = measure_page (&test.context, processor);
  uk_app_test_tear_down (&test);
  return page;
}

int
main (int argc, char **argv)
{
  double walk, month, huge, processor;

  uk_app_test_init (&argc, &argv);
  month = measure_kind (UK_HISTORY_MONTH, &processor, &walk);
  g_print ("progress, a month         %7.1f ms, %7.1f ms of the processor\n", month, processor);
  huge = measure_kind (UK_HISTORY_HUGE, &processor, &walk);
  g_print ("progress, 200 000 ratings %7.1f ms, %7.1f ms of the processor\n", huge, processor);
  g_print ("                          %5.2f x a month, %5.2f x SQLite reading them all\n",
           huge / month, huge / walk);
  return 0;
}
