/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "service/uk-tip-box.h"

#include "core/catalogue/uk-tip-picker.h"
#include "core/store/uk-store-knots.h"
#include "unknot-tips.h"

#include <gio/gio.h>

#define TIPS "/unknot/service/tips.xml"
/* Scatters numbers that follow one another (Knuth): equal distances must not meet the same few
 * tips. */
#define SCATTER 2654435761u

static GStrv
list_regions (UkStore *store)
{
  g_autoptr (GPtrArray) knots = uk_store_list_knots (store, NULL);
  g_autoptr (GStrvBuilder) regions = g_strv_builder_new ();
  guint i;

  for (i = 0; knots != NULL && i < knots->len; i++) {
    const UkKnot *knot = g_ptr_array_index (knots, i);

    if (knot->closed == 0)
      g_strv_builder_add (regions, knot->region);
  }
  return g_strv_builder_end (regions);
}

/**
 * uk_tip_box_pick:
 * @store: where the person's knots are
 * @occurrence: a break
 *
 * The tips are read when one is needed, and not kept.
 *
 * Returns: (transfer full) (nullable): a tip for a region that is treated, translated
 */
char *
uk_tip_box_pick (UkStore *store, const UkOccurrence *occurrence)
{
  g_autoptr (GBytes) tips = NULL;
  g_auto (GStrv) regions = NULL;
  guint number;

  g_return_val_if_fail (UK_IS_STORE (store), NULL);
  g_return_val_if_fail (occurrence != NULL, NULL);

  g_resources_register (uk_tips_get_resource ());
  tips = g_resources_lookup_data (TIPS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  regions = list_regions (store);
  if (tips == NULL)
    return NULL;
  number = (guint)occurrence->day * UK_MINUTES_PER_DAY + occurrence->slot;
  return uk_tip_pick (tips, (const char *const *)regions, number * SCATTER >> 16);
}
