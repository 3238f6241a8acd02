/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

/**
 * UkKnot:
 * @id: unique; the caller chooses it (a UUID)
 * @region: region id
 * @side: side of the body
 * @view: 0 front, 1 back: the chart on which the point lies
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
  int view;
  double x;
  double y;
  char *note;
  gint64 opened;
  gint64 closed;
} UkKnot;

/* When a number was given.  The values are stored: never renumber them. */
typedef enum {
  UK_MOMENT_BEFORE = 0,
  UK_MOMENT_AFTER = 1,
  UK_MOMENT_LOG = 2,
} UkMoment;

/**
 * UkRating:
 * @id: given by the store
 * @knot: (nullable): id of the knot; %NULL for a run of the whole body
 * @at: Unix seconds
 * @value: 0 (no pain) to 10 (worst imaginable)
 * @run: (nullable): id of the run that it belongs to
 * @moment: before or after the run, or logged without one
 */
typedef struct {
  gint64 id;
  char *knot;
  gint64 at;
  int value;
  char *run;
  UkMoment moment;
} UkRating;

void uk_knot_free (UkKnot *knot);
void uk_rating_free (UkRating *rating);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkKnot, uk_knot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRating, uk_rating_free)

gboolean uk_store_save_knot (UkStore *self, const UkKnot *knot, GError **error);
gboolean uk_store_delete_knot (UkStore *self, const char *id, GError **error);
UkKnot *uk_store_find_knot (UkStore *self, const char *id, GError **error);
UkKnot *uk_store_find_open_knot (UkStore *self, const char *region, UkSide side, GError **error);
GPtrArray *uk_store_list_knots (UkStore *self, GError **error);

gint64 uk_store_add_rating (UkStore *self, const UkRating *rating, GError **error);
gboolean uk_store_change_rating (UkStore *self, gint64 id, int value, GError **error);
gboolean uk_store_delete_rating (UkStore *self, gint64 id, GError **error);
GPtrArray *uk_store_list_ratings (UkStore *self, const char *knot, GError **error);
GPtrArray *uk_store_list_all_ratings (UkStore *self, GError **error);

G_END_DECLS
