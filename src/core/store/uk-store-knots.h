/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chart/uk-view.h"
#include "core/store/uk-store.h"

G_BEGIN_DECLS

/**
 * UkKnot:
 * @id: unique; the caller chooses it (a UUID)
 * @region: region id
 * @side: side of the body
 * @has_point: whether @view, @x and @y are known
 * @view: the chart on which the point lies
 * @x: the point, in units of the chart
 * @y: the point, in units of the chart
 * @note: (nullable): the person's own words
 * @opened: when it was first treated, Unix seconds
 * @closed: when it was declared gone, Unix seconds; 0 while it is treated
 */
typedef struct {
  char *id;
  char *region;
  UkSide side;
  gboolean has_point;
  UkView view;
  double x;
  double y;
  char *note;
  gint64 opened;
  gint64 closed;
} UkKnot;

void uk_knot_free (UkKnot *knot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkKnot, uk_knot_free)

gboolean uk_store_save_knot (UkStore *self, const UkKnot *knot, GError **error);
gboolean uk_store_delete_knot (UkStore *self, const char *id, GError **error);
UkKnot *uk_store_find_knot (UkStore *self, const char *id, GError **error);
UkKnot *uk_store_find_open_knot (UkStore *self, const char *region, UkSide side, GError **error);
GPtrArray *uk_store_list_knots (UkStore *self, GError **error);

G_END_DECLS
