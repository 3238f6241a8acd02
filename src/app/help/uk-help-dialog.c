/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "config.h"

#include "app/help/uk-help-dialog.h"

#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/manual/uk-manual.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UkHelpDialog {
  AdwWindow parent_instance;

  GHashTable *rows; /* (owned) id of a chapter -> row of the template */
  char *page;       /* (owned) (nullable): path of what a browser can read */

  /* of the template */
  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkWidget *contents;
  GtkListBox *chapters;
  GtkWidget *browser;
};

G_DEFINE_FINAL_TYPE (UkHelpDialog, uk_help_dialog, ADW_TYPE_WINDOW)

/* ---- chapters ---- */

/* “Ctrl+F” as the toolkit writes it: “<Ctrl>F”. */
static char *
get_accelerator (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "+", -1);
  GString *text = g_string_new (NULL);
  guint i, last = g_strv_length (parts) - 1;

  for (i = 0; i < last; i++)
    g_string_append_printf (text, "<%s>", parts[i]);
  g_string_append (text, g_str_equal (parts[last], "?") ? "question" : parts[last]);
  return g_string_free (text, FALSE);
}

static GtkWidget *
build_keys (const UkManualPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *caps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto (GStrv) keys = g_strsplit (part->keys, " ", -1);
  guint i;

  for (i = 0; keys[i] != NULL; i++) {
    g_autofree char *accelerator = get_accelerator (keys[i]);

    gtk_box_append (GTK_BOX (caps), gtk_shortcut_label_new (accelerator));
  }
  gtk_widget_set_layout_manager (caps, g_object_new (UK_TYPE_WRAP_LAYOUT, "spacing", 6, NULL));
  gtk_widget_set_hexpand (caps, TRUE);
  gtk_widget_set_valign (caps, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), uk_widget_new_text (part->text, NULL));
  gtk_box_append (GTK_BOX (box), caps);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  return box;
}

static GtkWidget *
build_item (const UkManualPart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *dot = gtk_label_new ("•");

  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_add_css_class (dot, "tech");
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), uk_widget_new_text (part->text, NULL));
  return box;
}

static GtkWidget *
build_part (const UkManualPart *part)
{
  switch (part->kind) {
  case UK_MANUAL_TEXT:
    return uk_widget_new_text (part->text, NULL);
  case UK_MANUAL_ITEM:
    return build_item (part);
  case UK_MANUAL_KEY:
    return build_keys (part);
  default:
    g_return_val_if_reached (NULL);
  }
}

static void
clicked_cb (GtkButton *button, gpointer data)
{
  uk_help_dialog_show (UK_HELP_DIALOG (data), g_object_get_data (G_OBJECT (button), "chapter"));
}

static void
add_chip (UkHelpDialog *self, const UkManualChapter *chapter)
{
  GtkWidget *button = gtk_button_new_with_label (chapter->title);

  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "chapter", g_strdup (chapter->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->contents), button);
}

static void
add_chapter (UkHelpDialog *self, const UkManualChapter *chapter)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  guint i;

  gtk_widget_add_css_class (cell, "cell");
  gtk_box_append (GTK_BOX (cell), uk_widget_new_text (chapter->title, "title-4"));
  for (i = 0; i < chapter->parts->len; i++)
    gtk_box_append (GTK_BOX (cell), build_part (g_ptr_array_index (chapter->parts, i)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cell);
  uk_widget_name_by_texts (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->chapters, row);
  g_hash_table_insert (self->rows, g_strdup (chapter->id), row);
  add_chip (self, chapter);
}

/* ---- browser ---- */

static void
browse_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkHelpDialog *self = UK_HELP_DIALOG (widget);
  g_autofree char *uri = g_filename_to_uri (self->page, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* Returns: (transfer full) (nullable): path of the page in @folder in the first of @languages that there is */
char *
uk_help_dialog_find_page (const char *folder, const char *const *languages)
{
  guint i;

  g_return_val_if_fail (folder != NULL && languages != NULL, NULL);

  for (i = 0; languages[i] != NULL; i++) {
    const char *language = g_str_equal (languages[i], "C") ? "en" : languages[i];
    g_autofree char *name = g_strconcat (language, ".html", NULL);
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&path);
  }
  return NULL;
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkHelpDialog *self = UK_HELP_DIALOG (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->page, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (uk_help_dialog_parent_class)->dispose (object);
}

static void
uk_help_dialog_class_init (UkHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/help/uk-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkHelpDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, UkHelpDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, UkHelpDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, UkHelpDialog, chapters);
  gtk_widget_class_bind_template_child (widget_class, UkHelpDialog, browser);
  gtk_widget_class_install_action (widget_class, "help.browse", NULL, browse_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
uk_help_dialog_init (UkHelpDialog *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
uk_help_dialog_new (void)
{
  UkHelpDialog *self = g_object_new (UK_TYPE_HELP_DIALOG, NULL);
  g_autoptr (UkManual) manual = uk_manual_new (NULL, NULL);
  guint i;

  gtk_label_set_text (self->heading, manual->title);
  for (i = 0; i < manual->chapters->len; i++)
    add_chapter (self, g_ptr_array_index (manual->chapters, i));
  self->page = uk_help_dialog_find_page (UK_MANUALDIR, g_get_language_names ());
  gtk_widget_set_visible (self->browser, self->page != NULL);
  return GTK_WIDGET (self);
}

/* Moves to the chapter with the id @chapter; an unknown one is ignored. */
void
uk_help_dialog_show (UkHelpDialog *self, const char *chapter)
{
  GtkWidget *row;
  graphene_rect_t box;

  g_return_if_fail (UK_IS_HELP_DIALOG (self) && chapter != NULL);

  row = g_hash_table_lookup (self->rows, chapter);
  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  /* To its start: the focus only brings some of it into view. */
  if (gtk_widget_compute_bounds (row, gtk_widget_get_ancestor (GTK_WIDGET (self->heading), ADW_TYPE_CLAMP), &box))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), box.origin.y - 12);
}
