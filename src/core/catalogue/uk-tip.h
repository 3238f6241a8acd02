/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people do when a knot comes. */
typedef enum {
  UK_CAUSE_DESK,
  UK_CAUSE_PHONE,
  UK_CAUSE_TRAVEL,
  UK_CAUSE_SLEEP,
  UK_CAUSE_CARRYING,
  UK_CAUSE_SPORT,
  UK_CAUSE_STRESS,
  UK_CAUSE_STANDING,
} UkCause;

/**
 * UkTip:
 * @id: id
 * @cause: what it is about
 * @regions: (array zero-terminated=1): ids of the regions that it may be kind to
 * @text: one sentence, translated
 *
 * A small change of the day.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  UkCause cause;
  const char *const *regions;
  const char *text;
} UkTip;

G_END_DECLS
