/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/uk-tip-box.h"

#include "core/store/uk-store-knots.h"
#include "support/uk-shipped.h"
#include "support/uk-test.h"

/* Which regions the tip with @text is for; %NULL: there is no such tip */
static const char *const *
find_regions (UkCatalogue *catalogue, const char *text)
{
  GPtrArray *tips = uk_catalogue_get_tips (catalogue);
  guint i;

  for (i = 0; i < tips->len; i++) {
    const UkTip *tip = g_ptr_array_index (tips, i);

    if (g_strcmp0 (tip->text, text) == 0)
      return tip->regions;
  }
  return NULL;
}

/* The breaks of a day have tips for what is treated, not all the same; without a knot any tip. */
static void
test_pick (void)
{
  g_autoptr (UkCatalogue) catalogue = uk_test_load_shipped ();
  g_autofree char *folder = uk_test_make_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (UkStore) store = uk_store_open (folder, now, NULL, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UkKnot knot = { .id = (char *)"a", .region = (char *)"forearm-extensors", .opened = 1 };
  UkKnot gone = { .id = (char *)"b", .region = (char *)"temples", .opened = 1, .closed = 2 };
  UkOccurrence occurrence = { .reminder = 1, .day = uk_day_new (2026, 11, 24), .slot = 600 };
  g_autofree char *any = NULL;
  guint i;

  g_assert_nonnull (store);
  any = uk_tip_box_pick (store, &occurrence);
  g_assert_nonnull (find_regions (catalogue, any));
  g_assert_true (uk_store_save_knot (store, &knot, NULL));
  g_assert_true (uk_store_save_knot (store, &gone, NULL));
  for (i = 0; i < 8; i++) {
    char *text;

    occurrence.slot = 540 + 45 * i;
    text = uk_tip_box_pick (store, &occurrence);
    g_assert_true (g_strv_contains (find_regions (catalogue, text), "forearm-extensors"));
    g_hash_table_add (texts, text);
  }
  g_assert_cmpuint (g_hash_table_size (texts), >, 3);
  uk_store_close (store);
  uk_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tip-box/pick", test_pick);
  return g_test_run ();
}
