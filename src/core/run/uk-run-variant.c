/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-run-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Version, recipe of the routine, region (empty: none), side, both sides, leg, phase, spent; per leg: length,
 * done, softened, ran out.  Append only, and raise the version. */
#define FORMAT "(ussibuixa(xxxb))"
#define VERSION 1

/**
 * uk_run_to_variant:
 *
 * Returns: (transfer floating): everything that uk_run_new_from_variant() needs to go on with this
 * run
 */
GVariant *
uk_run_to_variant (UkRun *self)
{
  GVariantBuilder legs;
  guint i;

  g_return_val_if_fail (UK_IS_RUN (self), NULL);

  g_variant_builder_init (&legs, G_VARIANT_TYPE ("a(xxxb)"));
  for (i = 0; i < self->legs->len; i++) {
    const UkLegProgress *leg = &self->progress[i];

    g_variant_builder_add (&legs, "(xxxb)", leg->length, leg->done, leg->softened, leg->ran_out);
  }
  return g_variant_new (FORMAT, VERSION, uk_routine_get_recipe (self->routine),
                        self->region != NULL ? self->region : "", (gint32)self->side,
                        self->both_sides, self->leg, (gint32)self->phase, self->spent, &legs);
}

/**
 * uk_run_variant_get_recipe:
 * @variant: what uk_run_to_variant() gave, from anywhere
 *
 * Returns: (transfer full) (nullable): the recipe of its routine, %NULL if @variant is not well-formed
 */
char *
uk_run_variant_get_recipe (GVariant *variant)
{
  g_autoptr (GVariant) recipe = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (FORMAT)))
    return NULL;
  recipe = g_variant_get_child_value (variant, 1);
  return g_variant_dup_string (recipe, NULL);
}

static gboolean
restore_legs (UkRun *self, GVariant *legs)
{
  GVariantIter iter;
  UkLegProgress leg = { 0 };
  guint i = 0;

  if (g_variant_n_children (legs) != self->legs->len)
    return FALSE;

  g_variant_iter_init (&iter, legs);
  while (
      g_variant_iter_next (&iter, "(xxxb)", &leg.length, &leg.done, &leg.softened, &leg.ran_out)) {
    gint64 longest = 2 * uk_run_get_leg (self, i)->step->seconds * SECOND;

    if (leg.length <= 0 || leg.length > longest || leg.done < 0 || leg.softened < 0
        || leg.softened > longest)
      return FALSE;
    self->progress[i++] = leg;
  }
  return TRUE;
}

/**
 * uk_run_new_from_variant:
 * @routine: the routine of the saved run
 * @variant: what uk_run_to_variant() gave, from anywhere: it is checked
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the run, paused where it was; %NULL with
 * %G_IO_ERROR_INVALID_DATA if it was saved for another routine or is not well-formed
 */
UkRun *
uk_run_new_from_variant (const UkRoutine *routine, GVariant *variant, GError **error)
{
  g_autoptr (UkRun) self = NULL;
  g_autoptr (GVariant) legs = NULL;
  const char *id;
  const char *region;
  guint32 version;
  guint32 leg;
  gint32 side;
  gint32 phase;
  gint64 spent;
  gboolean both_sides;

  g_return_val_if_fail (routine != NULL && routine->n_steps > 0, NULL);
  g_return_val_if_fail (variant != NULL, NULL);

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE (FORMAT))) {
    g_variant_get (variant, "(u&s&sibuix@a(xxxb))", &version, &id, &region, &side, &both_sides,
                   &leg, &phase, &spent, &legs);
    if (version == VERSION && g_str_equal (id, uk_routine_get_recipe (routine)) && side >= UK_SIDE_NONE
        && side <= UK_SIDE_RIGHT) {
      self = uk_run_new (routine, *region != '\0' ? region : NULL, (UkSide)side, both_sides);
      if (phase >= UK_RUN_NEW && phase <= UK_RUN_ENDED_EARLY && restore_legs (self, legs)
          && uk_run_restore (self, leg, (UkRunState)phase, spent))
        return g_steal_pointer (&self);
    }
  }

  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The routine has changed since it was interrupted and must start again."));
  return NULL;
}
