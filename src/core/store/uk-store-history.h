/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What progress is made of: many numbers, read without making an object of each. */
#pragma once

#include "core/store/uk-store-ratings.h"

G_BEGIN_DECLS

/**
 * UkSample:
 * @at: Unix seconds
 * @run: the same for two ratings of one run; 0 without a run, or if it was not asked for
 * @value: 0 to 10
 * @moment: an #UkMoment
 *
 * A rating, in 16 bytes.
 */
typedef struct {
  gint64 at;
  guint32 run;
  guint8 value;
  guint8 moment;
} UkSample;

/* A run that was rated before and after. */
typedef struct {
  char *routine;
  int before;
  int after;
  char *helped; /* (nullable) words of uk_helped_to_text() */
} UkChange;

void uk_change_free (UkChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkChange, uk_change_free)

GArray *uk_store_list_samples (
    UkStore *self, const char *knot, gint64 from, gboolean with_runs, GError **error);
GPtrArray *uk_store_list_changes (UkStore *self, const char *knot, guint limit, GError **error);

G_END_DECLS
