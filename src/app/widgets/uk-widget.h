/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* For dispose(): lets go of the template and of the direct children, which GTK leaves to the widget. */
static inline void
uk_widget_dispose_template (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/* Text that may fill the width and wraps, between letters if it must.  @style: (nullable): a class of the style sheet
 * Returns: (transfer floating): a label */
static inline GtkWidget *
uk_widget_new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Names a button, once it has its text, that means more than its text; newer GTK would read the text. */
static inline void
uk_widget_name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static inline void
uk_widget_collect_texts (GtkWidget *widget, GString *texts)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (texts, texts->len > 0 ? ". %s" : "%s", gtk_label_get_text (GTK_LABEL (widget)));
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    uk_widget_collect_texts (child, texts);
}

/* Names @row by all the text in it: a screen reader reads no more than the name of what has the focus. */
static inline void
uk_widget_name_by_texts (GtkWidget *row)
{
  GString *texts = g_string_new (NULL);

  uk_widget_collect_texts (row, texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, texts->str, -1);
  g_string_free (texts, TRUE);
}

/* The button in it has the focus, and no name of its own in GTK 4.8.  @drop_down has a label. */
static inline void
uk_widget_name_drop_down (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

/* The text in it has the focus, and no name of its own in GTK 4.8. */
static inline void
uk_widget_name_entry_row (AdwEntryRow *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

G_END_DECLS
