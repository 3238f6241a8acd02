/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A region that may lie behind an ache, and why. */
typedef struct {
  const char *region;
  const char *why; /* translated */
} UkAcheSource;

/**
 * UkAche:
 * @id: id
 * @regions: (array zero-terminated=1): ids of the regions on the chart where it is felt
 * @questions: (array zero-terminated=1): ids of the safety questions that come first
 * @name: "Behind the eye", translated
 * @advice: (nullable): what to look out for first, translated
 * @sources: the likely sources, most likely first
 *
 * A place where it hurts, with the regions it may come from.  Owned by the catalogue, immutable.
 */
typedef struct {
  const char *id;
  const char *const *regions;
  const char *const *questions;
  const char *name;
  const char *advice;
  const UkAcheSource *sources;
  guint n_sources;
} UkAche;

G_END_DECLS
