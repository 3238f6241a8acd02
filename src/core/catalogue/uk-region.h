/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

G_BEGIN_DECLS

/* A muscle of a region: plain name translated, Latin name as it is. */
typedef struct {
  const char *name;
  const char *latin;
} UkMuscle;

/* Whether a technique, on a surface (wall, floor, self …; nullable: any), may be offered. */
typedef struct {
  UkTechnique technique;
  const char *surface;
  UkVerdict verdict;
  const char *why; /* (nullable) translated */
} UkAllow;

/**
 * UkRegion:
 *
 * A named place of the body that can be treated.  Owned by the catalogue, immutable; all strings but ids
 * are translated, lists are zero-terminated.
 */
typedef struct {
  const char *id;
  gboolean sided;
  const char *name;               /* "Top of the shoulder" */
  const char *where;              /* how to find it */
  const char *feel;               /* what a knot there usually feels like */
  const char *short_feel;         /* (nullable) the same in a few words, for lists */
  const char *felt_elsewhere;     /* (nullable) where its pain is often felt */
  const char *const *felt_at;     /* region ids, the same as data */
  const char *cause;              /* (nullable) */
  const char *care;               /* (nullable) what to keep off, and why */
  const char *const *also;        /* region ids to check too */
  const UkMuscle *muscles;
  guint n_muscles;
  const UkAllow *allows;
  guint n_allows;
} UkRegion;

UkVerdict uk_region_get_verdict (const UkRegion *region, UkTechnique technique, const char *surface,
                                 const char **why);

G_END_DECLS
