/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"

G_BEGIN_DECLS

typedef enum {
  UK_HIT_REGION,
  UK_HIT_ACHE,
  UK_HIT_ROUTINE,
  UK_HIT_SEQUENCE,
} UkHitKind;

/**
 * UkHit:
 * @kind: which of the four pointers is set
 * @score: higher fits better
 *
 * Something that a search found.  What it points to belongs to the catalogue.
 */
typedef struct {
  UkHitKind kind;
  const UkRegion *region;
  const UkAche *ache;
  const UkRoutine *routine;
  const UkSequence *sequence;
  double score;
} UkHit;

GArray *uk_catalogue_search (UkCatalogue *self, const char *query);

G_END_DECLS
