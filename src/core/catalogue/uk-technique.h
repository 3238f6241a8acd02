/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is done to a place.  The order is the order in which a region's page lists them. */
typedef enum {
  UK_TECHNIQUE_MASSAGE,
  UK_TECHNIQUE_BALL,
  UK_TECHNIQUE_ROLLER,
  UK_TECHNIQUE_CANE,
  UK_TECHNIQUE_STRETCH,
  UK_TECHNIQUE_HEAT,
  UK_TECHNIQUE_COLD,
  UK_TECHNIQUE_YOGA,
  UK_TECHNIQUE_AEROBIC,
  UK_TECHNIQUE_POSTURE,
} UkTechnique;

#define UK_N_TECHNIQUES (UK_TECHNIQUE_POSTURE + 1)

/* Whether a technique may be offered for a region; see regions.xml. */
typedef enum {
  UK_VERDICT_OK,
  UK_VERDICT_CARE, /* only as described: lighter, shorter, never the first choice */
  UK_VERDICT_NEVER,
  UK_VERDICT_SKIP, /* harmless, but there is no sensible way */
} UkVerdict;

/* What a condition of the person says about a technique, from mildest to strictest; see safety.xml.
 */
typedef enum {
  UK_RULING_OPEN,
  UK_RULING_CARE,       /* open with a note */
  UK_RULING_ASK,        /* opens after "a doctor or physiotherapist agreed" */
  UK_RULING_NEVER_HERE, /* off for the affected place only */
  UK_RULING_NEVER,
} UkRuling;

/* How well a routine is supported; from most to least. */
typedef enum {
  UK_EVIDENCE_GOOD,
  UK_EVIDENCE_SOME,
  UK_EVIDENCE_WEAK,
  UK_EVIDENCE_TRADITION,
} UkEvidence;

typedef enum {
  UK_LEVEL_GENTLE,
  UK_LEVEL_USUAL,
  UK_LEVEL_STRONG,
} UkLevel;

/* Whom a step concerns: see uk-routine.h. */
typedef enum {
  UK_SIDES_NONE,
  UK_SIDES_ONE,
  UK_SIDES_EACH,
  UK_SIDES_BOTH,
} UkSides;

const char *uk_technique_to_id (UkTechnique technique);
gboolean uk_technique_from_id (const char *id, UkTechnique *technique);
const char *uk_technique_get_name (UkTechnique technique);
const char *uk_technique_get_icon_name (UkTechnique technique);
const char *uk_evidence_get_name (UkEvidence evidence);

G_END_DECLS
