/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "art/report/uk-report-paint.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *id;
  double width;
  double height;
} papers[] = {
  [UK_PAPER_A4] = { "a4", 595.276, 841.890 },
  [UK_PAPER_LETTER] = { "letter", 612, 792 },
};

/**
 * uk_paper_get_size:
 * @width: (out): in points of a 72nd inch
 * @height: (out): in the same
 */
void
uk_paper_get_size (UkPaper paper, double *width, double *height)
{
  g_return_if_fail (width != NULL && height != NULL);

  *width = papers[paper].width;
  *height = papers[paper].height;
}

/**
 * uk_paper_from_id:
 * @id: `a4` or `letter`
 * @paper: (out): which it is
 *
 * Returns: whether there is such a paper
 */
gboolean
uk_paper_from_id (const char *id, UkPaper *paper)
{
  guint i;

  g_return_val_if_fail (id != NULL && paper != NULL, FALSE);

  for (i = 0; i < G_N_ELEMENTS (papers); i++) {
    if (g_ascii_strcasecmp (papers[i].id, id) == 0) {
      *paper = (UkPaper)i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_paper_get_default:
 * @locale: (nullable): name of the locale for measures, such as "en_US.UTF-8"
 *
 * Returns: what printers there usually hold
 */
UkPaper
uk_paper_get_default (const char *locale)
{
  static const char *const letter[] = { "_US", "_CA", "_MX", "_PH", "_CL", "_CO", "_VE", "_PR" };
  guint i;

  for (i = 0; locale != NULL && i < G_N_ELEMENTS (letter); i++) {
    if (strstr (locale, letter[i]) != NULL)
      return UK_PAPER_LETTER;
  }
  return UK_PAPER_A4;
}

static cairo_status_t
collect (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same report gives the same bytes. */
static void
set_metadata (cairo_surface_t *surface, const UkReport *report)
{
  g_autofree char *time = g_date_time_format_iso8601 (report->now);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Sore muscle knots"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Unknot");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static GBytes *
paint_all (const UkReportPainter *painter)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (collect, bytes, painter->width, painter->height);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = 1, page;

  set_metadata (surface, painter->report);
  for (page = 0; page < n_pages; page++) {
    n_pages = uk_report_paint (painter, cr, page);
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * uk_report_write_pdf:
 * @painter: what is painted
 * @file: where to; replaced as a whole or not at all
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
uk_report_write_pdf (const UkReportPainter *painter, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (painter != NULL && G_IS_FILE (file), FALSE);

  bytes = paint_all (painter);
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}
