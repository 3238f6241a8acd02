/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/store/uk-store.h"

G_BEGIN_DECLS

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

void uk_rating_free (UkRating *rating);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkRating, uk_rating_free)

gint64 uk_store_add_rating (UkStore *self, const UkRating *rating, GError **error);
gboolean uk_store_change_rating (UkStore *self, gint64 id, int value, GError **error);
gboolean uk_store_delete_rating (UkStore *self, gint64 id, GError **error);
GPtrArray *uk_store_list_ratings (UkStore *self, const char *knot, GError **error);
UkRating *uk_store_find_last_rating (UkStore *self, const char *knot, GError **error);
GPtrArray *uk_store_list_ratings_of_run (UkStore *self, const char *run, GError **error);
GPtrArray *uk_store_list_all_ratings (UkStore *self, GError **error);
GPtrArray *
uk_store_list_newest_ratings (UkStore *self, const char *knot, guint limit, GError **error);

G_END_DECLS
