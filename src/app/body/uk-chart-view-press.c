/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why not to press here: told where the pointer rests and where the keyboard is. */
#define G_LOG_DOMAIN "Unknot"

#include "app/body/uk-chart-view-private.h"
#include "core/chart/uk-no-press.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_REASONS 4

/* The area of the chosen region under a point: only a part of it may be pressed. */
static const UkChartArea *
find_chosen (UkChartView *self, UkView view, UkPoint point)
{
  const UkChartArea *areas[8];
  guint n = uk_chart_list_hits (self->charts[view], point.x, point.y, areas, G_N_ELEMENTS (areas));
  guint i;

  for (i = 0; self->selected != NULL && i < n; i++) {
    if (strcmp (areas[i]->region, self->selected) == 0)
      return areas[i];
  }
  return NULL;
}

static const char *
find_reason (UkChartView *self, UkView view, UkPoint point)
{
  const UkChart *chart = self->charts[view];
  const UkChartShape *part = uk_chart_hit_part (chart, point.x, point.y);
  const UkChartArea *area = find_chosen (self, view, point);

  /* On an area only where it is hatched; at rest one shall choose without being lectured. */
  if (self->show_no_press)
    return uk_chart_why_not_press (chart, area, point.x, point.y);
  return part != NULL ? part->name : NULL;
}

static char *
describe_reason (const char *reason)
{
  return g_strdup_printf ("%s: %s", uk_no_press_get_name (reason), uk_no_press_get_why (reason));
}

static gboolean
query_tooltip_cb (UkChartView *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const UkChartFrame *frame = uk_chart_layout_get_frame (self->layout);
  g_autofree char *text = NULL;
  const char *reason;
  UkView view;

  if (by_key || frame->scale <= 0 || !uk_chart_frame_find_view (frame, x, y, &view))
    return FALSE;
  reason = find_reason (self, view, uk_chart_frame_to_chart (frame, view, x, y));
  if (reason == NULL || uk_no_press_get_name (reason) == NULL)
    return FALSE;
  text = describe_reason (reason);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
uk_chart_view_add_tooltip (UkChartView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}

/* Where an area lies, and what of it must not be pressed. */
void
uk_chart_view_describe_spot (UkChartView *self, UkChartSpot *spot)
{
  const UkChartArea *area = uk_chart_spot_get_area (spot);
  const char *reasons[MAX_REASONS];
  guint n = uk_chart_list_reasons (self->charts[area->view], area, reasons, MAX_REASONS), i;
  g_autoptr (GString) text = g_string_new (
      area->view == UK_VIEW_FRONT ? _ ("On the front of the body") : _ ("On the back of the body"));

  for (i = 0; i < n; i++) {
    g_autofree char *reason = describe_reason (reasons[i]);

    if (i > 0)
      g_string_append_printf (text, " %s", reason);
    else
      /* Translators: read aloud after where an area lies; %s is what must not be pressed of it, and
       * why, in sentences. */
      g_string_append_printf (text, _ (". Do not press: %s"), reason);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}
