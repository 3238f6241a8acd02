/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-shipped.h"

#include "support/uk-test.h"

/* Returns: (transfer full): the content of the source tree, without a fault */
UkCatalogue *
uk_test_load_shipped (void)
{
  g_autofree char *path = uk_test_source_path ("data/content");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  UkCatalogue *catalogue = uk_catalogue_new ();

  uk_catalogue_load (catalogue, folder, UK_CATALOGUE_SHIPPED, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return catalogue;
}
