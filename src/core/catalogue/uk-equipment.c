/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-equipment.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *name;
} names[] = {
  { "ball", N_ ("ball") },
  { "twin-ball", N_ ("two balls in a sock") },
  { "roller", N_ ("foam roller") },
  { "cane", N_ ("massage cane") },
  { "massager", N_ ("massager") },
  { "helper", N_ ("a helper") },
  { "band", N_ ("band or strap") },
  { "towel", N_ ("towel") },
  { "chair", N_ ("chair") },
  { "wall", N_ ("wall") },
  { "floor", N_ ("floor") },
  { "table", N_ ("table") },
  { "doorway", N_ ("doorway") },
  { "heat-pad", N_ ("heat pad") },
  { "cold-pack", N_ ("cold pack") },
  { "shower", N_ ("shower") },
  { "bath", N_ ("bath") },
  { "basin", N_ ("basin") },
  { "elliptical", N_ ("elliptical trainer") },
  { "pool", N_ ("pool") },
  { "bottle", N_ ("bottle") },
  { "pillow", N_ ("pillow") },
  { "screen", N_ ("screen") },
  { "clock", N_ ("clock") },
};

static const UkEquipmentGroup groups[] = {
  { "ball", "unknot-ball-symbolic", N_ ("Ball"), FALSE, { "ball", "twin-ball", NULL } },
  { "roller", "unknot-roller-symbolic", N_ ("Foam roller"), FALSE, { "roller", NULL } },
  { "cane", "unknot-cane-symbolic", N_ ("Massage cane"), FALSE, { "cane", NULL } },
  { "massager", "unknot-hands-symbolic", N_ ("Massager"), FALSE, { "massager", NULL } },
  { "helper", "unknot-hands-symbolic", N_ ("Somebody who helps"), FALSE, { "helper", NULL } },
  { "band", "unknot-stretch-symbolic", N_ ("Band or strap"), FALSE, { "band", NULL } },
  { "chair", "unknot-posture-symbolic", N_ ("Chair"), FALSE, { "chair", NULL } },
  { "heat", "unknot-warmth-symbolic", N_ ("Heat pad"), FALSE, { "heat-pad", NULL } },
  { "cold", "unknot-cold-symbolic", N_ ("Cold pack"), FALSE, { "cold-pack", NULL } },
  { "bath", "unknot-warmth-symbolic", N_ ("Bath or shower"), FALSE, { "shower", "bath", "basin", NULL } },
  { "gym", "unknot-aerobic-symbolic", N_ ("Gym or pool"), FALSE, { "elliptical", "pool", NULL } },
  { "wall", NULL, N_ ("A free wall"), TRUE, { "wall", "doorway", NULL } },
  { "floor", NULL, N_ ("Room on the floor"), TRUE, { "floor", NULL } },
};

/**
 * uk_equipment_get_name:
 * @id: an equipment id of a routine
 *
 * Returns: (transfer none) (nullable): its translated name for the middle of a sentence; %NULL if unknown
 */
const char *
uk_equipment_get_name (const char *id)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].id, id))
      return _ (names[i].name);
  }
  return NULL;
}

/**
 * uk_equipment_get_n_groups:
 *
 * Returns: the number of things that people are asked whether they have them
 */
guint
uk_equipment_get_n_groups (void)
{
  return G_N_ELEMENTS (groups);
}

/**
 * uk_equipment_get_group:
 * @index: below uk_equipment_get_n_groups(); rooms come last
 *
 * Towels, pillows and tables are in every home and not asked for.
 *
 * Returns: (transfer none): the group
 */
const UkEquipmentGroup *
uk_equipment_get_group (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (groups), NULL);
  return &groups[index];
}

/**
 * uk_equipment_find_group:
 * @equipment: an equipment id of a routine
 *
 * Returns: (transfer none) (nullable): the group that it belongs to, %NULL if it is not asked for
 */
const UkEquipmentGroup *
uk_equipment_find_group (const char *equipment)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (groups); i++) {
    if (g_strv_contains (groups[i].members, equipment))
      return &groups[i];
  }
  return NULL;
}

/**
 * uk_equipment_group_get_name:
 *
 * Returns: (transfer none): its translated name, with a capital
 */
const char *
uk_equipment_group_get_name (const UkEquipmentGroup *group)
{
  return _ (group->name);
}

/**
 * uk_equipment_describe:
 * @equipment: (array zero-terminated=1): equipment ids
 *
 * Returns: (transfer full) (nullable): the names as in “ball, wall”; %NULL if nothing is needed
 */
char *
uk_equipment_describe (const char *const *equipment)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; equipment[i] != NULL; i++) {
    const char *name = uk_equipment_get_name (equipment[i]);

    if (name == NULL)
      continue;
    if (text->len > 0)
      /* Translators: stands between the things that a routine needs, as in “ball, wall”. */
      g_string_append (text, _ (", "));
    g_string_append (text, name);
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
