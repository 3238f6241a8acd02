/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-technique.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *id;
  const char *name;
  const char *icon_name;
} TechniqueInfo;

static const TechniqueInfo techniques[UK_N_TECHNIQUES] = {
  [UK_TECHNIQUE_MASSAGE] = { "massage", N_ ("Massage"), "unknot-hands-symbolic" },
  [UK_TECHNIQUE_BALL] = { "ball", N_ ("Ball"), "unknot-ball-symbolic" },
  [UK_TECHNIQUE_ROLLER] = { "roller", N_ ("Roller"), "unknot-roller-symbolic" },
  [UK_TECHNIQUE_CANE] = { "cane", N_ ("Cane"), "unknot-cane-symbolic" },
  [UK_TECHNIQUE_STRETCH] = { "stretch", N_ ("Stretching"), "unknot-stretch-symbolic" },
  [UK_TECHNIQUE_HEAT] = { "heat", N_ ("Warmth"), "unknot-warmth-symbolic" },
  [UK_TECHNIQUE_COLD] = { "cold", N_ ("Cold"), "unknot-cold-symbolic" },
  [UK_TECHNIQUE_YOGA] = { "yoga", N_ ("Yoga"), "unknot-yoga-symbolic" },
  [UK_TECHNIQUE_AEROBIC] = { "aerobic", N_ ("Aerobic"), "unknot-aerobic-symbolic" },
  [UK_TECHNIQUE_POSTURE] = { "posture", N_ ("Posture"), "unknot-posture-symbolic" },
};

/**
 * uk_technique_to_id:
 * @technique: a technique
 *
 * Returns: its id in content files and the database, such as "ball"
 */
const char *
uk_technique_to_id (UkTechnique technique)
{
  g_return_val_if_fail (technique < UK_N_TECHNIQUES, NULL);

  return techniques[technique].id;
}

/**
 * uk_technique_from_id:
 * @id: (nullable): an id
 * @technique: (out): the technique
 *
 * Returns: whether @id is the id of a technique
 */
gboolean
uk_technique_from_id (const char *id, UkTechnique *technique)
{
  guint i;

  g_return_val_if_fail (technique != NULL, FALSE);

  for (i = 0; i < UK_N_TECHNIQUES; i++) {
    if (g_strcmp0 (techniques[i].id, id) == 0) {
      *technique = (UkTechnique)i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * uk_technique_get_name:
 * @technique: a technique
 *
 * Returns: its translated name, for headings
 */
const char *
uk_technique_get_name (UkTechnique technique)
{
  g_return_val_if_fail (technique < UK_N_TECHNIQUES, NULL);

  return _ (techniques[technique].name);
}

/**
 * uk_technique_get_icon_name:
 * @technique: a technique
 *
 * Returns: the name of its symbolic icon
 */
const char *
uk_technique_get_icon_name (UkTechnique technique)
{
  g_return_val_if_fail (technique < UK_N_TECHNIQUES, NULL);

  return techniques[technique].icon_name;
}

/**
 * uk_evidence_get_name:
 * @evidence: how well a routine is supported
 *
 * Returns: a translated label
 */
const char *
uk_evidence_get_name (UkEvidence evidence)
{
  switch (evidence) {
  case UK_EVIDENCE_GOOD:
    return _ ("good evidence");
  case UK_EVIDENCE_SOME:
    return _ ("some evidence");
  case UK_EVIDENCE_WEAK:
    return _ ("weak evidence");
  case UK_EVIDENCE_TRADITION:
    return _ ("tradition");
  default:
    g_return_val_if_reached (NULL);
  }
}
