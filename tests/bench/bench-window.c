/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First painted frame and memory of the window against an empty AdwApplicationWindow of the same size.
 * Started without arguments it starts itself as both, in turn, and prints medians and ratios, for the toolkit's
 * own choice of a renderer and for plain cairo, whose floor is lower. */
#include "app/window/uk-application.h"

#include <adwaita.h>
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUNS 5
#define SETTLE_MS 1200
#define WIDTH 1100
#define HEIGHT 760

typedef struct {
  double ms[RUNS];
  double pss[RUNS];
} Figures;

/* ---- the measured process ---- */

static double
get_pss_mib (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtod (line + 5, NULL) / 1024 : 0;
}

static gboolean
report_cb (gpointer data)
{
  g_print ("pss %.2f\n", get_pss_mib ());
  exit (0);
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  gint64 started = g_ascii_strtoll (g_getenv ("UK_BENCH_START"), NULL, 10);

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, data);
  g_print ("first %.2f\n", (double) (g_get_monotonic_time () - started) / 1000);
  /* Memory is read when everything has settled. */
  g_timeout_add (SETTLE_MS, report_cb, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect_after (gtk_native_get_surface (GTK_NATIVE (window)) != NULL
                              ? gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)))
                              : NULL,
                          "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
empty_activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  window_added_cb (application, GTK_WINDOW (window));
}

static int
run_empty (void)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.example.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (empty_activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static gboolean
hook_window_cb (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window == NULL)
    return G_SOURCE_CONTINUE;
  window_added_cb (application, window);
  return G_SOURCE_REMOVE;
}

static int
run_window (void)
{
  g_autoptr (UkApplication) application = uk_application_new ();

  g_idle_add_full (G_PRIORITY_HIGH - 50, hook_window_cb, application, NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* ---- the measuring process ---- */

static int
compare (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
get_median (double *values)
{
  qsort (values, RUNS, sizeof *values, compare);
  return values[RUNS / 2];
}

static void
measure (const char *program, const char *what, const char *renderer, Figures *figures, guint run)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "UK_BENCH_START", now, TRUE);
  if (renderer != NULL)
    g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", renderer, TRUE);
  else
    g_subprocess_launcher_unsetenv (launcher, "GSK_RENDERER");
  process = g_subprocess_launcher_spawn (launcher, &error, program, what, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (sscanf (out, "first %lf pss %lf", &figures->ms[run], &figures->pss[run]) != 2)
    g_error ("no figures from %s: %s", what, out);
}

static void
compare_with_empty (const char *program, const char *renderer)
{
  const char *name = renderer != NULL ? renderer : "the default renderer";
  Figures empty, window;
  double empty_ms, empty_pss, window_ms, window_pss;
  guint i;

  /* The first round warms the caches and is not counted. */
  measure (program, "empty", renderer, &empty, 0);
  measure (program, "window", renderer, &window, 0);
  for (i = 0; i < RUNS; i++) {
    measure (program, "empty", renderer, &empty, i);
    measure (program, "window", renderer, &window, i);
  }
  empty_ms = get_median (empty.ms);
  window_ms = get_median (window.ms);
  empty_pss = get_median (empty.pss);
  window_pss = get_median (window.pss);
  g_print ("first frame, %s: %.0f ms, an empty window %.0f ms, ratio %.2f (wanted at most 1.3)\n", name, window_ms,
           empty_ms, window_ms / empty_ms);
  g_print ("memory (PSS), %s: %.1f MiB, an empty window %.1f MiB, ratio %.2f (wanted at most 1.3)\n", name,
           window_pss, empty_pss, window_pss / empty_pss);
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "empty"))
    return run_empty ();
  if (argc > 1 && g_str_equal (argv[1], "window"))
    return run_window ();
  compare_with_empty (argv[0], NULL);
  compare_with_empty (argv[0], "cairo");
  return 0;
}
