/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue-private.h"

static gboolean
is_for_any (const UkTip *tip, const char *const *regions)
{
  guint i;

  for (i = 0; regions[i] != NULL; i++) {
    if (g_strv_contains (tip->regions, regions[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_catalogue_get_tips:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkTip): all tips
 */
GPtrArray *
uk_catalogue_get_tips (UkCatalogue *self)
{
  return uk_catalogue_get_content (self)->tables[UK_KIND_TIP].items;
}

/**
 * uk_catalogue_get_tip:
 * @self: a catalogue
 * @regions: (array zero-terminated=1): ids of regions
 * @index: any number, such as that of the day; after the last tip comes the first again
 *
 * Returns: (transfer none) (nullable): a tip for one of @regions; %NULL if there is none
 */
const UkTip *
uk_catalogue_get_tip (UkCatalogue *self, const char *const *regions, guint index)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  GPtrArray *tips;
  guint i;

  g_return_val_if_fail (UK_IS_CATALOGUE (self) && regions != NULL, NULL);

  tips = uk_catalogue_get_tips (self);
  for (i = 0; i < tips->len; i++) {
    if (is_for_any (g_ptr_array_index (tips, i), regions))
      g_ptr_array_add (fitting, g_ptr_array_index (tips, i));
  }
  return fitting->len == 0 ? NULL : g_ptr_array_index (fitting, index % fitting->len);
}

/**
 * uk_catalogue_get_sequences:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type UkSequence): all sequences
 */
GPtrArray *
uk_catalogue_get_sequences (UkCatalogue *self)
{
  return uk_catalogue_get_content (self)->tables[UK_KIND_SEQUENCE].items;
}

/**
 * uk_catalogue_get_sequence:
 * @self: a catalogue
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the sequence
 */
const UkSequence *
uk_catalogue_get_sequence (UkCatalogue *self, const char *id)
{
  return uk_content_get (uk_catalogue_get_content (self), UK_KIND_SEQUENCE, id);
}
