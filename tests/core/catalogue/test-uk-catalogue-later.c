/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue/uk-catalogue.h"
#include "support/uk-shipped.h"

#include <glib/gstdio.h>

/* Files of the user that are read in another thread. */

static const char good[] = "<routines technique='stretch'><routine id='%s' regions='calf' evidence='tradition'>"
                           "<title>Mine</title><summary>S.</summary><avoid>A.</avoid>"
                           "<step seconds='40' pose='p'><do>Go.</do></step></routine></routines>";

typedef struct {
  UkCatalogue *catalogue;
  char *path;
  guint n_changed;
  GPtrArray *problems; /* owned, nullable */
} Fixture;

static void
add_file (Fixture *fixture, const char *name, const char *id)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *text = g_strdup_printf (good, id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
loaded_cb (Fixture *fixture, GPtrArray *problems)
{
  fixture->problems = g_ptr_array_ref (problems);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = NULL;

  fixture->path = g_dir_make_tmp ("later-XXXXXX", NULL);
  add_file (fixture, "a.xml", "mine");
  add_file (fixture, "b.xml", "mine"); /* the same again */
  add_file (fixture, "c.xml", "upper-trapezius-hand"); /* a shipped one */
  add_file (fixture, "d.xml", "other");
  fixture->catalogue = uk_test_load_shipped ();
  g_signal_connect_swapped (fixture->catalogue, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->catalogue, "loaded", G_CALLBACK (loaded_cb), fixture);
  folder = g_file_new_for_path (fixture->path);
  uk_catalogue_load_later (fixture->catalogue, folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->path, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->path);
  g_free (fixture->path);
  g_clear_pointer (&fixture->problems, g_ptr_array_unref);
  /* The other thread may have it last, and wakes no loop when it lets go. */
  g_object_add_weak_pointer (G_OBJECT (fixture->catalogue), (gpointer *)&fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while (g_atomic_pointer_get (&fixture->catalogue) != NULL) {
    g_main_context_iteration (NULL, FALSE);
    g_thread_yield ();
  }
}

static void
check (Fixture *fixture)
{
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  g_assert_true (uk_catalogue_get_routine (fixture->catalogue, "mine")->custom);
  g_assert_true (uk_catalogue_get_routine (fixture->catalogue, "other")->custom);
  g_assert_false (uk_catalogue_get_routine (fixture->catalogue, "upper-trapezius-hand")->custom);
  g_assert_cmpstr (uk_catalogue_get_custom_file (fixture->catalogue, "mine"), ==, "a.xml");
}

static void
test_loop (Fixture *fixture, gconstpointer data)
{
  while (fixture->problems == NULL)
    g_main_context_iteration (NULL, TRUE);
  check (fixture);
}

/* Who asks for one of them by its id gets it. */
static void
test_asked (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (uk_catalogue_get_routine (fixture->catalogue, "mine"));
  check (fixture);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (uk_catalogue_get_routine (fixture->catalogue, "calf:mine+other"));
  check (fixture);
}

/* What the user saves meanwhile stays. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autofree char *text = g_strdup_printf (good, "third");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (uk_catalogue_set_custom_file (fixture->catalogue, "e.xml", bytes, problems));
  g_assert_nonnull (uk_catalogue_get_routine (fixture->catalogue, "third"));
  g_assert_nonnull (uk_catalogue_get_routine (fixture->catalogue, "mine"));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/later/loop", Fixture, NULL, set_up, test_loop, tear_down);
  g_test_add ("/catalogue/later/asked", Fixture, NULL, set_up, test_asked, tear_down);
  g_test_add ("/catalogue/later/made", Fixture, NULL, set_up, test_made, tear_down);
  g_test_add ("/catalogue/later/saved", Fixture, NULL, set_up, test_saved, tear_down);
  return g_test_run ();
}
