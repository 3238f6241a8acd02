/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-paint.h"
#include "support/uk-simulated-history.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795521600) /* 2026-11-24 12:00 UTC */
#define DAY (24 * 60 * 60)

typedef struct {
  char *folder;
  UkStore *store;
  UkCatalogue *catalogue;
  GDateTime *now;
  UkChart *charts[UK_N_VIEWS];
  PangoFontDescription *font;
  UkReport *report;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GFile) content = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  guint view;

  f->folder = uk_test_make_folder ();
  f->now = g_date_time_new_from_unix_utc (NOW);
  f->store = uk_store_open (f->folder, f->now, NULL, NULL);
  f->catalogue = uk_catalogue_new ();
  uk_catalogue_load (f->catalogue, content, UK_CATALOGUE_SHIPPED, problems);
  f->font = pango_font_description_from_string ("sans-serif");
  for (view = 0; view < UK_N_VIEWS; view++)
    f->charts[view] = uk_chart_new_from_resource ((UkView)view, UK_BODY_NEUTRAL, NULL);
  uk_simulate_history (f->store, NOW, UK_HISTORY_MONTH);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  uk_report_free (f->report);
  uk_chart_unref (f->charts[0]);
  uk_chart_unref (f->charts[1]);
  pango_font_description_free (f->font);
  g_object_unref (f->catalogue);
  g_object_unref (f->store);
  g_date_time_unref (f->now);
  uk_test_remove_folder (f->folder);
  g_free (f->folder);
}

static void
load (Fixture *f, int days, UkReportParts parts, GPtrArray *knots)
{
  const UkReportOptions options
      = { .from = NOW - (gint64)days * DAY, .until = NOW, .parts = parts, .knots = knots };
  g_autoptr (GError) error = NULL;

  uk_report_free (f->report);
  f->report = uk_report_load (f->store, f->catalogue, &options, f->now, &error);
  g_assert_no_error (error);
}

static UkReportPainter
get_painter (Fixture *f, UkPaper paper)
{
  UkReportPainter painter = { f->report, f->charts, 0, 0, f->font };

  uk_paper_get_size (paper, &painter.width, &painter.height);
  return painter;
}

static guint
count_pages (Fixture *f, UkPaper paper)
{
  const UkReportPainter painter = get_painter (f, paper);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);
  const guint n = uk_report_paint (&painter, cr, G_MAXUINT);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

static void
test_numbers (Fixture *f, gconstpointer data)
{
  const UkReportKnot *knot;
  const UkReportTried *ball;
  g_autofree char *sentence = NULL;
  g_autofree char *details = NULL;
  g_autofree char *tried = NULL;

  load (f, 30, UK_REPORT_ALL, NULL);
  g_assert_cmpuint (f->report->knots->len, ==, 2);
  knot = g_ptr_array_index (f->report->knots, 0);
  g_assert_cmpstr (knot->place, ==, "Top of the shoulder, left");
  sentence = uk_report_knot_to_sentence (knot);
  g_assert_cmpstr (sentence, ==, "First 7, last 4, mean 5.1");
  details = uk_report_knot_to_details (f->report, knot);
  g_assert_cmpstr (details, ==, "15 ratings between 4 and 7; since 10 November 2026");
  ball = &g_array_index (knot->tried, UkReportTried, 0);
  g_assert_cmpint (ball->technique, ==, UK_TECHNIQUE_BALL);
  g_assert_cmpuint (ball->n_runs, ==, 6);
  tried = uk_report_tried_to_sentence (ball);
  g_assert_cmpstr (tried, ==, "1.8 easier, ± 0.4, 5 rated");
}

static void
test_range (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) only = g_ptr_array_new ();

  load (f, 3, UK_REPORT_ALL, NULL);
  g_assert_cmpuint (f->report->knots->len, ==, 1);
  g_ptr_array_add (only, (gpointer) "back");
  load (f, 30, UK_REPORT_ALL, only);
  g_assert_cmpuint (f->report->knots->len, ==, 1);
  g_assert_cmpstr (((UkReportKnot *)g_ptr_array_index (f->report->knots, 0))->knot->id, ==, "back");
  load (f, 0, UK_REPORT_ALL, NULL);
  g_assert_cmpuint (f->report->knots->len, ==, 0);
  g_assert_cmpuint (count_pages (f, UK_PAPER_A4), ==, 1);
}

static void
add_many (Fixture *f, guint n)
{
  guint i;

  for (i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("many-%u", i);
    const UkKnot knot = { .id = id,
                          .region = (char *)"calf",
                          .side = UK_SIDE_LEFT,
                          .note = (char *)"A note.",
                          .opened = NOW - DAY };
    const UkRating ratings[] = { { 0, id, NOW - DAY, 5, NULL, UK_MOMENT_LOG },
                                 { 0, id, NOW - 1, 3, NULL, UK_MOMENT_LOG } };

    g_assert_true (uk_store_save_knot (f->store, &knot, NULL));
    g_assert_cmpint (uk_store_add_rating (f->store, &ratings[0], NULL), >, 0);
    g_assert_cmpint (uk_store_add_rating (f->store, &ratings[1], NULL), >, 0);
  }
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  load (f, 30, UK_REPORT_BODY, NULL);
  g_assert_cmpuint (count_pages (f, UK_PAPER_A4), ==, 1);
  add_many (f, 40);
  load (f, 30, UK_REPORT_ALL, NULL);
  g_assert_cmpuint (count_pages (f, UK_PAPER_A4), >, 8);
  g_assert_cmpuint (count_pages (f, UK_PAPER_LETTER), >=, count_pages (f, UK_PAPER_A4));
}

/* A copier must not lose anything: every colour is a grey, and nothing comes near the edge. */
static void
test_black_and_white (Fixture *f, gconstpointer data)
{
  const UkPaper paper = (UkPaper)GPOINTER_TO_INT (data);
  UkReportPainter painter;
  guint page, n_pages = 1, dark = 0;

  load (f, 30, UK_REPORT_ALL, NULL);
  painter = get_painter (f, paper);
  for (page = 0; page < n_pages; page++) {
    const int width = (int)painter.width, height = (int)painter.height;
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create (surface);
    const guchar *pixels;
    int stride, x, y;

    cairo_set_source_rgb (cr, 1, 1, 1);
    cairo_paint (cr);
    n_pages = uk_report_paint (&painter, cr, page);
    cairo_destroy (cr);
    cairo_surface_flush (surface);
    pixels = cairo_image_surface_get_data (surface);
    stride = cairo_image_surface_get_stride (surface);
    for (y = 0; y < height; y++) {
      for (x = 0; x < width; x++) {
        const guchar *p = pixels + y * stride + 4 * x;

        g_assert_true (p[0] == p[1] && p[1] == p[2]);
        if (x < 40 || y < 40 || x > width - 40 || y > height - 40)
          g_assert_cmpuint (p[0], ==, 255);
        dark += p[0] < 60 ? 1 : 0;
      }
    }
    cairo_surface_destroy (surface);
  }
  g_assert_cmpuint (dark, >, 2000);
}

static void
test_pdf (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "a.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "folder", "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  UkReportPainter painter;
  gsize length;

  load (f, 30, UK_REPORT_ALL, NULL);
  painter = get_painter (f, UK_PAPER_A4);
  g_assert_true (uk_report_write_pdf (&painter, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_null (memmem (text, length, "/Subtype /Image", strlen ("/Subtype /Image")));
  g_assert_false (uk_report_write_pdf (&painter, missing, &error));
  g_assert_nonnull (error);
}

static void
test_paper (void)
{
  UkPaper paper;

  g_assert_true (uk_paper_from_id ("Letter", &paper));
  g_assert_cmpint (paper, ==, UK_PAPER_LETTER);
  g_assert_false (uk_paper_from_id ("a5", &paper));
  g_assert_cmpint (uk_paper_get_default ("en_US.UTF-8"), ==, UK_PAPER_LETTER);
  g_assert_cmpint (uk_paper_get_default ("de_DE.UTF-8"), ==, UK_PAPER_A4);
  g_assert_cmpint (uk_paper_get_default (NULL), ==, UK_PAPER_A4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (uk_data_get_resource ());
  g_test_add ("/report/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/report/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/report/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/report/black-and-white/a4", Fixture, GINT_TO_POINTER (UK_PAPER_A4), set_up,
              test_black_and_white, tear_down);
  g_test_add ("/report/black-and-white/letter", Fixture, GINT_TO_POINTER (UK_PAPER_LETTER), set_up,
              test_black_and_white, tear_down);
  g_test_add ("/report/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add_func ("/report/paper", test_paper);
  return g_test_run ();
}
