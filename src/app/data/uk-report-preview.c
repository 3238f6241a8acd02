/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/data/uk-report-preview.h"

#define HEIGHT 300

struct _UkReportPreview {
  GtkWidget parent_instance;

  UkReportPainter painter; /* without a report: nothing yet; what it points to outlives this */
};

G_DEFINE_FINAL_TYPE (UkReportPreview, uk_report_preview, GTK_TYPE_WIDGET)

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? HEIGHT * 3 / 4 : HEIGHT;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkReportPreview *self = UK_REPORT_PREVIEW (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale;
  cairo_t *cr;

  if (self->painter.report == NULL)
    return;
  scale = MIN (width / self->painter.width, height / self->painter.height);
  cr = gtk_snapshot_append_cairo (snap, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_translate (cr, (width - scale * self->painter.width) / 2,
                   (height - scale * self->painter.height) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, self->painter.width, self->painter.height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1 / scale);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  uk_report_paint (&self->painter, cr, 0);
  cairo_destroy (cr);
}

static void
uk_report_preview_class_init (UkReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uk_report_preview_init (UkReportPreview *self)
{
}

/* @painter: what it points to must stay until another one is shown */
void
uk_report_preview_show (UkReportPreview *self, const UkReportPainter *painter)
{
  g_return_if_fail (UK_IS_REPORT_PREVIEW (self) && painter != NULL);

  self->painter = *painter;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
