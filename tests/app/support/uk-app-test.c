/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/uk-app-test.h"

#include "app/unknot-app.h"
#include "app/window/uk-icons.h"
#include "support/uk-test.h"
#include "unknot-data.h"

#include <adwaita.h>

/* Accessibles can be asked for what they say. */
void
uk_app_test_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_resources_register (uk_data_get_resource ());
  g_resources_register (uk_app_get_resource ());
  gtk_test_init (argc, argv, NULL);
  uk_icons_use_own (gdk_display_get_default ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/unknot/icons");
  adw_init ();
}

void
uk_app_test_set_up (UkAppTest *test)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GFile) content = g_file_new_for_uri (UK_CATALOGUE_RESOURCE);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 2, 10, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *own = NULL;

  test->folder = uk_test_make_folder ();
  test->context.catalogue = uk_catalogue_new ();
  uk_catalogue_load (test->context.catalogue, content, UK_CATALOGUE_SHIPPED, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  own = g_build_filename (test->folder, "routines", NULL);
  test->context.own = uk_own_routines_new (test->context.catalogue, own, NULL, NULL);
  test->context.store = uk_store_open (test->folder, now, NULL, &error);
  g_assert_no_error (error);
  test->context.safety = uk_safety_book_new (test->context.catalogue, test->context.store);
  test->context.programmes = uk_programme_book_new (test->context.safety, test->context.store);
  test->context.settings = g_settings_new (UK_APP_ID);
  test->context.reminders = uk_reminder_client_new ();
}

void
uk_app_test_tear_down (UkAppTest *test)
{
  g_clear_object (&test->context.programmes);
  g_clear_object (&test->context.safety);
  uk_store_close (test->context.store);
  g_clear_object (&test->context.store);
  g_clear_pointer (&test->context.own, uk_own_routines_free);
  g_clear_object (&test->context.catalogue);
  g_clear_object (&test->context.settings);
  g_clear_object (&test->context.reminders);
  uk_test_remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

/* Returns: (nullable): the first shown widget of @type with @text, in it or as its label */
GtkWidget *
uk_app_test_find (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *child, *found;

  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (g_strcmp0 (get_text (root), text) == 0 || g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    found = uk_app_test_find (child, type, text);
    if (found != NULL)
      return found;
  }
  return NULL;
}

gboolean
uk_app_test_shows_text (GtkWidget *root, const char *text)
{
  return uk_app_test_find (root, GTK_TYPE_LABEL, text) != NULL;
}
