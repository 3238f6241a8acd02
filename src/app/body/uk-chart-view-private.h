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

/* A part of the body, painted closely. */
typedef struct {
  GdkTexture *texture; /* (owned) (nullable) */
  double scale;        /* device pixels a unit */
  UkChartLook look;
  UkBox pixels; /* from the chart's 0,0 */
} UkChartDetail;

struct _UkChartView {
  GtkWidget parent_instance;

  UkChart *const *charts;        /* of the store: front and back */
  UkChartLayout *layout;         /* of the widget */
  GPtrArray *spots;              /* (owned) (element-type UkChartSpot): children */
  GPtrArray *knots;              /* (owned) (element-type UkChartKnot): children */
  GtkWidget *turn;               /* child: the button that turns the body around */
  GtkWidget *controls;           /* child (nullable): the buttons to move closer */
  guint controls_source;         /* 0 if they are not on the way */
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

  UkPoint pointer;    /* where it was last, in pixels */
  UkPoint clicked;    /* the point of the first click, in chart units */
  UkView held_view;   /* while it is dragged or pinched */
  UkPoint held;       /* the point under the finger, in chart units */
  double held_factor; /* when the pinch began */
  UkPoint drag_start; /* in pixels */
  gboolean dragged;   /* since the button went down */

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
  UkChartDetail details[UK_N_VIEWS];
  GCancellable *painting; /* (owned) (nullable): while details are painted */
  double settling_scale;  /* of the goal, device pixels a unit */
  guint settle;           /* 0 if the scale has come to rest */
  GdkTexture *light;                /* (owned) (nullable) */
  GskRenderNode *marks[UK_N_VIEWS]; /* (owned) (nullable) */
};

/* uk-chart-view.c */
UkChartSpot *uk_chart_view_find_spot (UkChartView *self, const UkChartArea *area);
void uk_chart_view_activate (UkChartView *self, const UkChartArea *area, double x, double y);
void uk_chart_view_set_hovered (UkChartView *self, UkChartSpot *spot);

/* uk-chart-view-choose.c */
UkSide uk_chart_view_get_effective_side (UkChartView *self, UkSide side);
gboolean uk_chart_view_get_focus_point (UkChartView *self, UkChartFocus *focus);

/* uk-chart-view-motion.c */
void uk_chart_view_make_animations (UkChartView *self);
void uk_chart_view_play (AdwAnimation *animation, double from, double to);
void uk_chart_view_update_look (UkChartView *self);

/* uk-chart-view-draw.c */
void uk_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void uk_chart_view_drop_pictures (UkChartView *self);
void uk_chart_view_drop_marks (UkChartView *self);

/* uk-chart-view-detail.c */
gboolean uk_chart_view_has_detail (UkChartView *self, UkView view);
void uk_chart_view_update_details (UkChartView *self);
void uk_chart_view_drop_details (UkChartView *self);

/* uk-chart-view-zoom.c */
void uk_chart_view_install_zoom (GtkWidgetClass *widget_class);
void uk_chart_view_add_zoom_keys (UkChartView *self);
void uk_chart_view_queue_zoom_controls (UkChartView *self);
void uk_chart_view_move_to (UkChartView *self, const UkChartFocus *focus);
void uk_chart_view_update_zoom (UkChartView *self);
void uk_chart_view_zoom_at (UkChartView *self, UkView view, double x, double y, double by);
void uk_chart_view_hold (UkChartView *self,
                         UkView view,
                         UkPoint point,
                         double x,
                         double y,
                         double factor,
                         gboolean at_once);

/* uk-chart-view-gestures.c */
void uk_chart_view_add_gestures (UkChartView *self);
void uk_chart_view_double_click (UkChartView *self, double x, double y);

/* uk-chart-view-press.c */
void uk_chart_view_add_tooltip (UkChartView *self);
void uk_chart_view_describe_spot (UkChartView *self, UkChartSpot *spot);

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
