/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-technique.h"

G_BEGIN_DECLS

/* A muscle of a region: plain name translated, Latin name as it is. */
typedef struct {
  const char *name;
  const char *latin;
} UkMuscle;

/**
 * UkLayer:
 * @depth: 1 lies under the skin; muscles that share a depth lie side by side
 * @name: plain name, translated
 * @latin: Latin name
 * @felt: (nullable): where it is often felt, translated
 * @home: id of the region whose routines reach this muscle
 * @pressed: whether pressing is ever offered; if not, only movement, breathing or warmth
 *
 * A muscle that lies under a point of a region.
 */
typedef struct {
  guint depth;
  const char *name;
  const char *latin;
  const char *felt;
  const char *home;
  gboolean pressed;
} UkLayer;

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
 * A named place of the body that can be treated.  Owned by the catalogue, immutable; all strings
 * but ids are translated, lists are zero-terminated.
 */
typedef struct {
  const char *id;
  gboolean sided;
  guint rank;                 /* 1 for the most common place, …; 0 if not among those */
  const char *name;           /* "Top of the shoulder" */
  const char *where;          /* how to find it */
  const char *feel;           /* what a knot there usually feels like */
  const char *short_feel;     /* (nullable) the same in a few words, for lists */
  const char *felt_elsewhere; /* (nullable) where its pain is often felt */
  const char *const *felt_at; /* region ids, the same as data */
  const char *cause;          /* (nullable) */
  const char *care;           /* (nullable) what to keep off, and why */
  const char *keywords;       /* (nullable) further words that people search for */
  const char *const *also;    /* region ids to check too */
  const UkMuscle *muscles;
  guint n_muscles;
  const UkLayer *layers; /* surface first */
  guint n_layers;
  const UkAllow *allows;
  guint n_allows;
} UkRegion;

UkVerdict uk_region_get_verdict (const UkRegion *region,
                                 UkTechnique technique,
                                 const char *surface,
                                 const char **why);

G_END_DECLS
