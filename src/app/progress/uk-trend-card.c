/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-trend-card.h"

#include "app/progress/uk-trend-view.h"
#include "app/widgets/uk-widget.h"
#include "core/insight/uk-trend-point.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _UkTrendCard {
  GtkWidget parent_instance;

  GArray *points; /* owned list of UkTrendPoint, nullable */
  GDateTime *now; /* owned, nullable */

  /* of the template */
  GtkLabel *heading;
  GtkWidget *legend;
  GtkToggleButton *as_table;
  GtkStack *stack;
  UkTrendView *view;
  GtkLabel *detail;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (UkTrendCard, uk_trend_card, GTK_TYPE_WIDGET)

static void
put_cell (UkTrendCard *self, int column, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), column == 0);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, row == 0 ? "dim" : "tnum");
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

static void
put_number (UkTrendCard *self, int column, int row, double value)
{
  g_autofree char *text = isnan (value)
                              ? g_strdup ("–")
                              : g_strdup_printf (value == floor (value) ? "%.0f" : "%.1f", value);

  put_cell (self, column, row, text);
}

/* The newest row first. */
static void
fill_table (UkTrendCard *self)
{
  GtkWidget *child;
  guint i;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
  put_cell (self, 0, 0, _ ("When"));
  put_cell (self, 1, 0, _ ("Before"));
  put_cell (self, 2, 0, _ ("After a run"));
  for (i = 0; i < self->points->len; i++) {
    const UkTrendPoint *point
        = &g_array_index (self->points, UkTrendPoint, self->points->len - 1 - i);
    g_autofree char *when = uk_trend_point_to_when (point, self->now);

    put_cell (self, 0, (int)i + 1, when);
    put_number (self, 1, (int)i + 1, point->before);
    put_number (self, 2, (int)i + 1, point->after);
  }
}

static void
table_toggled_cb (UkTrendCard *self)
{
  const gboolean table = gtk_toggle_button_get_active (self->as_table);

  if (table && self->points != NULL)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "plot");
}

static void
detail_changed_cb (UkTrendCard *self)
{
  g_autofree char *detail = NULL;

  g_object_get (self->view, "detail", &detail, NULL);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_TREND_CARD);
  G_OBJECT_CLASS (uk_trend_card_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkTrendCard *self = UK_TREND_CARD (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  G_OBJECT_CLASS (uk_trend_card_parent_class)->finalize (object);
}

static void
uk_trend_card_class_init (UkTrendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  g_type_ensure (UK_TYPE_TREND_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/progress/uk-trend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, heading);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, legend);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, as_table);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, stack);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, view);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, detail);
  gtk_widget_class_bind_template_child (widget_class, UkTrendCard, table);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_changed_cb);
}

static void
uk_trend_card_init (UkTrendCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @points: (element-type UkTrendPoint); @several: whether they stand for the sorest of many knots
 */
void
uk_trend_card_show (UkTrendCard *self, GArray *points, gboolean several, GDateTime *now)
{
  g_return_if_fail (UK_IS_TREND_CARD (self) && points != NULL && now != NULL);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->points = g_array_ref (points);
  self->now = g_date_time_ref (now);
  gtk_label_set_label (self->heading, several ? _ ("The sorest place of each day, 0 to 10")
                                              : _ ("How sore, 0 to 10"));
  gtk_widget_set_visible (self->legend, !several);
  uk_trend_view_set_points (self->view, points, now);
  table_toggled_cb (self);
}
