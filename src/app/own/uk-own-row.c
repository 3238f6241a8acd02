/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-own-row.h"

#include "app/figure/uk-figure-view.h"
#include "core/catalogue/uk-describe.h"

#include <glib/gi18n.h>

static GtkWidget *
build_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
name (GtkWidget *widget, const char *text)
{
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
build_edit (const UkRoutine *routine)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), routine->title);

  name (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", routine->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "own.edit");
  return button;
}

static void
append_item (GMenu *menu, const char *label, const char *action, const UkRoutine *routine)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", routine->id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
build_menu (const UkRoutine *routine)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_ ("More for “%s”"), routine->title);

  append_item (menu, _ ("_Duplicate"), "own.duplicate", routine);
  append_item (menu, _ ("_Export…"), "own.export", routine);
  append_item (menu, _ ("D_elete"), "own.delete", routine);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  name (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  return button;
}

/* A row that opens the routine, with ways to change it.  Its actions are those of the dialog around it. */
GtkWidget *
uk_own_row_new (const UkRoutine *routine)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = uk_figure_view_new ();
  g_autofree char *details = uk_routine_describe (routine);

  uk_figure_view_set_thumbnail_of (UK_FIGURE_VIEW (picture), routine);
  gtk_widget_set_size_request (picture, 72, 58);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "tile");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), build_label (routine->title, "heading"));
  gtk_box_append (GTK_BOX (words), build_label (details, "dim"));
  gtk_widget_add_css_class (cell, "cell");
  gtk_box_append (GTK_BOX (cell), picture);
  gtk_box_append (GTK_BOX (cell), words);
  gtk_box_append (GTK_BOX (cell), build_edit (routine));
  gtk_box_append (GTK_BOX (cell), build_menu (routine));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cell);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, routine->title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", routine->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "own.show");
  return row;
}
