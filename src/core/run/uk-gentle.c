/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/run/uk-gentle.h"

static char *
make_key (const char *routine)
{
  return g_strconcat ("gentle:", routine, NULL);
}

/**
 * uk_gentle_get:
 * @store: where it is remembered
 * @routine: routine id
 *
 * Returns: whether the routine was too much last time and should start gentler; %FALSE also if that
 * cannot be read
 */
gboolean
uk_gentle_get (UkStore *store, const char *routine)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (UK_IS_STORE (store), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  key = make_key (routine);
  value = uk_store_dup_setting (store, key, NULL);
  return g_strcmp0 (value, "yes") == 0;
}

/**
 * uk_gentle_set:
 * @store: where it is remembered
 * @routine: routine id
 * @gentle: whether it starts gentler from now on
 * @error: return location
 *
 * Returns: whether it was saved
 */
gboolean
uk_gentle_set (UkStore *store, const char *routine, gboolean gentle, GError **error)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (UK_IS_STORE (store), FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  if (uk_gentle_get (store, routine) == gentle)
    return TRUE;
  key = make_key (routine);
  return uk_store_set_setting (store, key, gentle ? "yes" : "no", error);
}
