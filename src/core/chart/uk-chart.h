/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-outline.h"
#include "core/chart/uk-view.h"
#include "core/figure/uk-body-kind.h"
#include "core/uk-side.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UkChart:
 *
 * One view of one drawn body, immutable.  All that is painted and hit is in this body's own units;
 * what is kept for later is a point of the neutral body, see uk_chart_to_neutral().
 */
typedef struct _UkChart UkChart;

#define UK_TYPE_CHART (uk_chart_get_type ())

#define UK_CHART_ERROR (uk_chart_error_quark ())

/* @UK_CHART_ERROR_SYNTAX: not well-formed, or a path that is not plain M L C Z
 * @UK_CHART_ERROR_CONTENT: well-formed, but not a chart: something is missing, unknown or double */
typedef enum {
  UK_CHART_ERROR_SYNTAX,
  UK_CHART_ERROR_CONTENT,
} UkChartError;

typedef enum {
  UK_DIRECTION_UP,
  UK_DIRECTION_DOWN,
  UK_DIRECTION_LEFT, /* of the picture */
  UK_DIRECTION_RIGHT,
} UkDirection;

#define UK_N_DIRECTIONS 4

/**
 * UkChartArea:
 * @id: unique in its view, such as `deltoid-front-left`
 * @region: id of the region that it belongs to, such as `deltoid`
 * @side: the person's own side
 * @view: the view on which it lies
 * @overlay: lies on top of other areas on purpose and wins over them
 * @outline: its border
 * @bounds: the box around @outline
 * @label: a point well inside, good for a number or a dot
 *
 * One clickable outline.  Owned by its chart.
 */
typedef struct {
  const char *id;
  const char *region;
  UkSide side;
  UkView view;
  gboolean overlay;
  const UkOutline *outline;
  UkBox bounds;
  UkPoint label;
} UkChartArea;

/* What else a chart holds, in the order of painting. */
typedef enum {
  UK_SHAPE_OUTLINE,  /* the silhouette */
  UK_SHAPE_PATCH,    /* `ear`, `hair` */
  UK_SHAPE_FIBRE,    /* fibres of the area named by `name`, open lines */
  UK_SHAPE_LINE,     /* details, open lines */
  UK_SHAPE_INK,      /* the drawn silhouette, open line */
  UK_SHAPE_PART,     /* a place without treatment: `face`, `throat`, `knee`, `spine`… */
  UK_SHAPE_NO_PRESS, /* a place that must not be pressed; `name` is the reason, see uk-no-press.h */
  UK_SHAPE_PRESS,    /* what may be pressed of the area named by `name`, may reach beyond it */
} UkShapeKind;

#define UK_N_SHAPE_KINDS 8

/**
 * UkChartShape:
 * @id: unique in its view
 * @name: what it is, without a side; for fibres and places to press the id of an area
 * @why: (nullable): only for %UK_SHAPE_PRESS: why not to press the rest of the area, see
 * uk-no-press.h
 * @outline: its path
 *
 * Owned by its chart.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *why;
  const UkOutline *outline;
} UkChartShape;

GQuark uk_chart_error_quark (void);
GType uk_chart_get_type (void);

UkChart *uk_chart_new_from_bytes (GBytes *bytes, const char *name, GError **error);
UkChart *uk_chart_new_from_resource (UkView view, UkBodyKind body, GError **error);
char *uk_chart_make_resource_path (UkView view, UkBodyKind body);
UkChart *uk_chart_ref (UkChart *self);
void uk_chart_unref (UkChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkChart, uk_chart_unref)

UkView uk_chart_get_view (const UkChart *self);
UkBodyKind uk_chart_get_body (const UkChart *self);
UkBox uk_chart_get_box (const UkChart *self);
UkPoint uk_chart_to_neutral (const UkChart *self, UkPoint point);
UkPoint uk_chart_from_neutral (const UkChart *self, UkPoint point);

guint uk_chart_get_n_areas (const UkChart *self);
const UkChartArea *uk_chart_get_area (const UkChart *self, guint index);
const UkChartArea *uk_chart_find_area (const UkChart *self, const char *id);
const UkChartArea *uk_chart_find_region (const UkChart *self, const char *region, UkSide side);
const UkChartArea *
uk_chart_get_neighbour (const UkChart *self, const UkChartArea *area, UkDirection direction);

const UkChartArea *uk_chart_choose_area (UkChart *const *charts, const char *region, UkSide side);

const UkChartShape *uk_chart_get_shapes (const UkChart *self, UkShapeKind kind, guint *n_shapes);

const UkChartArea *uk_chart_hit (const UkChart *self, double x, double y);
const UkChartArea *uk_chart_hit_near (const UkChart *self, double x, double y, double slop);
guint uk_chart_list_hits (
    const UkChart *self, double x, double y, const UkChartArea **areas, guint max_areas);
UkPoint uk_chart_pull_in (const UkChartArea *area, UkPoint point);
gboolean uk_chart_contains (const UkChart *self, double x, double y);
const UkChartShape *uk_chart_hit_part (const UkChart *self, double x, double y);
const UkChartShape *uk_chart_hit_no_press (const UkChart *self, double x, double y);

const UkChartShape *uk_chart_find_press (const UkChart *self, const UkChartArea *area);
const char *
uk_chart_why_not_press (const UkChart *self, const UkChartArea *area, double x, double y);
guint uk_chart_list_reasons (const UkChart *self,
                             const UkChartArea *area,
                             const char **reasons,
                             guint max_reasons);

G_END_DECLS
