/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-year-row.h"

#define HEIGHT 11
#define GAP 1.5f

struct _UkYearRow {
  GtkWidget parent_instance;

  guint runs[UK_YEAR_ROW_DAYS];
  guint n_days; /* of the month */
  int today;    /* from 0; days after it are only outlined; UK_YEAR_ROW_DAYS: all are past */
};

G_DEFINE_FINAL_TYPE (UkYearRow, uk_year_row, GTK_TYPE_WIDGET)

/* What is not in the style sheet is drawn in the colour of the text. */
static GdkRGBA
get_color (GtkWidget *widget, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  UkYearRow *self = UK_YEAR_ROW (widget);
  const float width = (float)gtk_widget_get_width (widget);
  const float height = (float)gtk_widget_get_height (widget);
  const float pitch = width / UK_YEAR_ROW_DAYS;
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const GdkRGBA none = get_color (widget, NULL, 0.10f);
  const GdkRGBA ahead = get_color (widget, NULL, 0.04f);
  const GdkRGBA one = get_color (widget, "accent_color", 0.55f);
  const GdkRGBA more = get_color (widget, "accent_color", 1);
  guint i;

  for (i = 0; i < self->n_days; i++) {
    const float x = (float)(mirrored ? UK_YEAR_ROW_DAYS - 1 - i : i) * pitch;
    const graphene_rect_t bounds
        = GRAPHENE_RECT_INIT (x + GAP / 2, 0, MAX (pitch - GAP, 1), height);
    GskRoundedRect square;
    const GdkRGBA *color = self->runs[i] > 1    ? &more
                           : self->runs[i] > 0  ? &one
                           : (int)i > self->today ? &ahead
                                                  : &none;

    gsk_rounded_rect_init_from_rect (&square, &bounds, 2);
    gtk_snapshot_push_rounded_clip (snap, &square);
    gtk_snapshot_append_color (snap, color, &bounds);
    gtk_snapshot_pop (snap);
  }
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? UK_YEAR_ROW_DAYS * 3 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? UK_YEAR_ROW_DAYS * 7 : HEIGHT;
}

static void
uk_year_row_class_init (UkYearRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
uk_year_row_init (UkYearRow *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* @runs: (array length=n_days): of each day; @today: place of the present day, which may lie before
 * or after the month */
GtkWidget *
uk_year_row_new (const guint *runs, guint n_days, int today)
{
  UkYearRow *self;

  g_return_val_if_fail (runs != NULL && n_days <= UK_YEAR_ROW_DAYS, NULL);

  self = g_object_new (UK_TYPE_YEAR_ROW, NULL);
  memcpy (self->runs, runs, n_days * sizeof *runs);
  self->n_days = n_days;
  self->today = today;
  return GTK_WIDGET (self);
}
