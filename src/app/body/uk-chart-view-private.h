/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/body/uk-chart-layout.h"
#include "app/body/uk-chart-spot.h"
#include "app/body/uk-chart-view.h"
#include "art/chart/uk-chart-marks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_N_LOOKS 2

#define UK_CHART_N_BREATHS 3

/* Dots spread from 0 to 1, after a moment. */
#define UK_CHART_SPREAD_START (-0.3)

/* The body painted once. */
typedef struct {
  GdkTexture *texture; /* (owned) (nullable) */
  double scale;        /* device pixels a unit */
} UkChartPicture;

struct _UkChartView {
  GtkWidget parent_instance;

  UkChart *const *charts;        /* of the store: front and back */
  UkChartLayout *layout;         /* of the widget */
  GPtrArray *spots;              /* (owned) (element-type UkChartSpot): children */
  GPtrArray *knots;              /* (owned) (element-type UkChartKnot): children */
  GtkWidget *turn;               /* child: the button that turns the body around */
  const UkChartPalette *palette; /* static */

  UkChartTintFunc tint_func;
  gpointer tint_data;
  GDestroyNotify tint_destroy;

  UkView view;
  char *selected; /* (owned) (nullable) */
  UkSide selected_side;
  gboolean has_pin;
  UkView pin_view;
  UkPoint pin;
  GStrv ranked; /* (owned) (nullable) */
  UkSide ranked_side;
  GStrv referral; /* (owned) (nullable) */
  gboolean show_no_press;
  GStrv invited;   /* (owned) (nullable) */
  char *breathing; /* (owned) (nullable): the invited region that breathes; NULL for all */
  gboolean has_breathed;

  UkChartSpot *hovered; /* (nullable) one of spots */
  UkChartSpot *last;    /* (nullable) one of spots: where the keyboard was */
  GString *typed;       /* (owned) the start of a name */
  gint64 typed_at;      /* microseconds, monotonic */

  AdwAnimation *move; /* (owned) all */
  AdwAnimation *fade;
  AdwAnimation *flip;
  AdwAnimation *land;
  AdwAnimation *spread;
  AdwAnimation *breathe;
  double look;     /* 0 at rest to 1 chosen */
  double pin_size; /* 1 when it has landed */
  double reach;    /* 0 to 1: how far the dots have spread */
  double breath;   /* 0 to 1 */

  UkChartPicture pictures[UK_N_VIEWS][UK_N_LOOKS];
  GskRenderNode *light;             /* (owned) (nullable) */
  GskRenderNode *marks[UK_N_VIEWS]; /* (owned) (nullable) */
};

/* uk-chart-view.c */
UkChartSpot *uk_chart_view_find_spot (UkChartView *self, const UkChartArea *area);
UkSide uk_chart_view_get_effective_side (UkChartView *self, UkSide side);
gboolean uk_chart_view_get_focus_point (UkChartView *self, UkChartFocus *focus);
void uk_chart_view_move_to (UkChartView *self, const UkChartFocus *focus);
void uk_chart_view_play (AdwAnimation *animation, double from, double to);
void uk_chart_view_update_look (UkChartView *self);
void uk_chart_view_update_zoom (UkChartView *self);
void uk_chart_view_activate (UkChartView *self, const UkChartArea *area, double x, double y);
void uk_chart_view_set_hovered (UkChartView *self, UkChartSpot *spot);

/* uk-chart-view-draw.c */
void uk_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void uk_chart_view_drop_pictures (UkChartView *self);
void uk_chart_view_drop_marks (UkChartView *self);

/* uk-chart-view-marks.c */
void uk_chart_view_start_breathing (UkChartView *self, const char *region, guint count);

/* uk-chart-view-knots.c */
void uk_chart_view_update_knots (UkChartView *self);
void uk_chart_view_allocate_knots (UkChartView *self);
void uk_chart_view_drop_knots (UkChartView *self);
gboolean uk_chart_view_focus_knot (UkChartView *self, GtkDirectionType direction);

/* uk-chart-view-input.c */
void uk_chart_view_add_input (UkChartView *self);
gboolean uk_chart_view_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean uk_chart_view_grab_focus (GtkWidget *widget);

G_END_DECLS
