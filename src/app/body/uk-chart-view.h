/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-chart.h"
#include "core/store/uk-store-knots.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_CHART_VIEW (uk_chart_view_get_type ())

/**
 * UkChartView:
 *
 * The clickable body: front and back side by side when there is room (560 px), else one of them
 * with a button to turn around.  Colours follow the style of the application.
 *
 * Properties: `view` (#UkView as int: what is shown when only one fits), `zoomed` (read-only
 * boolean), `show-no-press` (boolean).
 *
 * Signals:
 * `area-activated` (const char *region, UkSide side, UkView view, double x, double y): chosen with
 * the pointer or a key; x and y in chart units (with a key: the middle of the area).  Nothing is
 * selected by itself. `hovered` (const char *region (nullable), UkSide side): the pointer or the
 * focus moved to another area. `no-press-activated` (const char *reason, double x, double y): a
 * place that is no area was clicked; @reason is for uk_no_press_get_name() and
 * uk_no_press_get_why(). `knot-activated` (const char *region, UkSide side): a marked knot was
 * chosen.
 */
G_DECLARE_FINAL_TYPE (UkChartView, uk_chart_view, UK, CHART_VIEW, GtkWidget)

/**
 * UkChartNameFunc:
 * @region: region id
 * @user_data: as given
 *
 * Returns: (transfer none) (nullable): the name to show and to speak, without a side; valid until
 * the next call
 */
typedef const char *(*UkChartNameFunc) (const char *region, gpointer user_data);

/**
 * UkChartTintFunc:
 * @region: region id
 * @side: the person's own side
 * @user_data: as given
 *
 * Returns: a rating 0 to 10, or a negative number for no tint
 */
typedef double (*UkChartTintFunc) (const char *region, UkSide side, gpointer user_data);

GtkWidget *uk_chart_view_new (void);

void uk_chart_view_set_names (UkChartView *self, UkChartNameFunc func, gpointer user_data);

void uk_chart_view_set_selected (UkChartView *self, const char *region, UkSide side);
const char *uk_chart_view_get_selected (UkChartView *self, UkSide *side);
void uk_chart_view_set_pin (UkChartView *self, UkView view, double x, double y);
gboolean uk_chart_view_get_pin (UkChartView *self, UkView *view, UkPoint *point);
void uk_chart_view_clear_pin (UkChartView *self);

void uk_chart_view_clear_knots (UkChartView *self);
void
uk_chart_view_add_knot (UkChartView *self, const UkKnot *knot, double rating, const char *name);

void uk_chart_view_set_zoomed (UkChartView *self, gboolean zoomed);
gboolean uk_chart_view_get_zoomed (UkChartView *self);
void uk_chart_view_set_view (UkChartView *self, UkView view);
UkView uk_chart_view_get_view (UkChartView *self);
gboolean uk_chart_view_get_shows_both (UkChartView *self);

void uk_chart_view_set_tint (UkChartView *self,
                             UkChartTintFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy);
void uk_chart_view_update_tint (UkChartView *self);
void uk_chart_view_set_ranked (UkChartView *self, const char *const *regions, UkSide side);
void uk_chart_view_set_referral (UkChartView *self, const char *const *regions);
void uk_chart_view_set_show_no_press (UkChartView *self, gboolean show);
gboolean uk_chart_view_get_show_no_press (UkChartView *self);

void uk_chart_view_set_invite (UkChartView *self, const char *const *regions);
void uk_chart_view_breathe (UkChartView *self, const char *region);

G_END_DECLS
