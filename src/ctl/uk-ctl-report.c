/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-paint.h"
#include "core/exchange/uk-iso-time.h"
#include "ctl/uk-ctl-data.h"
#include "ctl/uk-ctl.h"

#include <glib/gi18n.h>
#include <locale.h>

#define USUAL_DAYS 30
#define DAY_SECONDS (24 * 60 * 60)

typedef struct {
  char *output; /* owned */
  char *from;   /* owned */
  char *until;  /* owned */
  char *paper;  /* owned */
  char *name;   /* owned */
  char **leave; /* owned */
} Words;

static void
words_clear (Words *words)
{
  g_free (words->output);
  g_free (words->from);
  g_free (words->until);
  g_free (words->paper);
  g_free (words->name);
  g_strfreev (words->leave);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_words (Words *words, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output, N_ ("The file to write"),
      N_ ("FILE.pdf") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words->from, N_ ("The first day"), N_ ("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &words->until, N_ ("The last day"), N_ ("DATE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &words->paper, N_ ("a4 or letter"), N_ ("PAPER") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &words->name, N_ ("Your name on the page"), N_ ("NAME") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->leave,
      N_ ("Leave out body, plot, tried or notes"), N_ ("PART") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Writes a page for the doctor."));
  return g_option_context_parse (context, &argc, &argv, error);
}

static gboolean
leave_out (UkReportOptions *options, char **parts)
{
  static const char *const names[] = { "body", "plot", "tried", "notes" };
  guint i;

  for (; parts != NULL && *parts != NULL; parts++) {
    for (i = 0; i < G_N_ELEMENTS (names) && !g_str_equal (names[i], *parts); i++)
      ;
    if (i == G_N_ELEMENTS (names))
      return FALSE;
    options->parts &= ~(1u << i);
  }
  return TRUE;
}

static gboolean
read_words (const Words *words, UkReportOptions *options, UkPaper *paper, GDateTime *now)
{
  GTimeZone *zone = g_date_time_get_timezone (now);

  options->parts = UK_REPORT_ALL;
  options->until = g_date_time_to_unix (now);
  options->name = words->name;
  *paper = uk_paper_get_default (setlocale (LC_ALL, NULL));
  if (words->until != NULL) {
    if (!uk_iso_time_parse (words->until, zone, &options->until))
      return FALSE;
    options->until += DAY_SECONDS / 2;
  }
  options->from = options->until - (gint64)USUAL_DAYS * DAY_SECONDS;
  if (words->from != NULL) {
    if (!uk_iso_time_parse (words->from, zone, &options->from))
      return FALSE;
    options->from -= DAY_SECONDS / 2;
  }
  return words->output != NULL && options->from < options->until
         && (words->paper == NULL || uk_paper_from_id (words->paper, paper))
         && leave_out (options, words->leave);
}

static int
write_report (const char *output, const UkReportOptions *options, UkPaper paper, GDateTime *now)
{
  g_autoptr (UkCatalogue) catalogue = uk_ctl_load_catalogue ();
  g_autoptr (UkStore) store = uk_ctl_open_store ();
  g_autoptr (UkChart) front = NULL;
  g_autoptr (UkChart) back = NULL;
  g_autoptr (UkReport) report = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GError) error = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans-serif");
  UkReportPainter painter = { .font = font };
  int status = UK_CTL_OK;

  if (store != NULL)
    report = uk_report_load (store, catalogue, options, now, &error);
  if (report != NULL)
    front = uk_chart_new_from_resource (UK_VIEW_FRONT, UK_BODY_NEUTRAL, &error);
  if (front != NULL)
    back = uk_chart_new_from_resource (UK_VIEW_BACK, UK_BODY_NEUTRAL, &error);
  if (back != NULL) {
    UkChart *const charts[UK_N_VIEWS] = { front, back };

    painter.report = report;
    painter.charts = charts;
    uk_paper_get_size (paper, &painter.width, &painter.height);
    uk_report_write_pdf (&painter, file, &error);
  }
  pango_font_description_free (font);
  if (error != NULL)
    status = uk_ctl_fail (error);
  return store != NULL ? status : UK_CTL_FAILED;
}

/**
 * uk_ctl_report:
 * @argc: number of words
 * @argv: "report" and options
 *
 * Writes the page for the doctor.
 *
 * Returns: the exit status
 */
int
uk_ctl_report (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  UkReportOptions options = { 0 };
  UkPaper paper;

  if (!parse_words (&words, argc, argv, &error)) {
    g_printerr ("unknotctl: %s\n", error->message);
    return UK_CTL_USAGE;
  }
  if (!read_words (&words, &options, &paper, now)) {
    g_printerr ("%s\n", _ ("Usage: unknotctl report -o FILE.pdf [--from DATE] [--until DATE]"
                           " [--paper a4|letter] [--name NAME] [--without PART]"));
    return UK_CTL_USAGE;
  }
  return write_report (words.output, &options, paper, now);
}
