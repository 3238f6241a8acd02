/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-tip-picker.h"

#include "core/catalogue/uk-content-reader.h"
#include "core/catalogue/uk-tip.h"

static const char *
translate (const char *text, gpointer user_data)
{
  return g_dgettext (UK_CATALOGUE_DOMAIN, text);
}

static gboolean
fits (const UkTip *tip, const char *const *regions)
{
  guint i;

  for (i = 0; regions != NULL && regions[i] != NULL; i++) {
    if (g_strv_contains (tip->regions, regions[i]))
      return TRUE;
  }
  return FALSE;
}

/**
 * uk_tip_pick:
 * @tips: a content file of tips
 * @regions: (nullable) (array zero-terminated=1): ids of the person's own regions
 * @index: any number, such as one that grows with time
 *
 * For those who need one sentence and not the whole catalogue.
 *
 * Returns: (transfer full) (nullable): a tip for one of @regions, or if there is none any tip,
 * translated; %NULL if the file cannot be read
 */
char *
uk_tip_pick (GBytes *tips, const char *const *regions, guint index)
{
  g_autoptr (UkArena) arena = uk_arena_new ();
  const UkReaderOptions options = { .arena = arena, .translate = translate };
  g_autoptr (UkContent) content = NULL;
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  GPtrArray *all;
  guint i;

  g_return_val_if_fail (tips != NULL, NULL);

  content = uk_reader_read (tips, "tips.xml", &options, NULL);
  if (content == NULL)
    return NULL;
  all = content->tables[UK_KIND_TIP].items;
  for (i = 0; i < all->len; i++) {
    if (fits (g_ptr_array_index (all, i), regions))
      g_ptr_array_add (fitting, g_ptr_array_index (all, i));
  }
  if (fitting->len > 0)
    all = fitting;
  if (all->len == 0)
    return NULL;
  return g_strdup (((const UkTip *)g_ptr_array_index (all, index % all->len))->text);
}
