/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-choice-list.h"

#include <adwaita.h>

struct _UkChoiceList {
  GtkWidget parent_instance;

  GtkListBox *list;  /* a descendant */
  GPtrArray *checks; /* (owned) GtkCheckButton of the list, in its order */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (UkChoiceList, uk_choice_list, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "id");
}

static void
toggled_cb (UkChoiceList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
dispose (GObject *object)
{
  UkChoiceList *self = UK_CHOICE_LIST (object);
  GtkWidget *child;

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (uk_choice_list_parent_class)->dispose (object);
}

static void
uk_choice_list_class_init (UkChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_choice_list_init (UkChoiceList *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->checks = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (list, 18);
  gtk_widget_set_margin_end (list, 18);
  gtk_widget_set_margin_top (list, 6);
  gtk_widget_set_margin_bottom (list, 24);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  gtk_widget_set_parent (window, GTK_WIDGET (self));
}

void
uk_choice_list_add (UkChoiceList *self, const char *id, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_return_if_fail (UK_IS_CHOICE_LIST (self) && id != NULL && name != NULL);

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (check), "name", g_strdup (name), g_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

/* Does not emit "changed". */
void
uk_choice_list_set_chosen (UkChoiceList *self, const char *const *ids)
{
  guint i;

  g_return_if_fail (UK_IS_CHOICE_LIST (self) && ids != NULL);

  self->filling = TRUE;
  for (i = 0; i < self->checks->len; i++) {
    GtkWidget *check = g_ptr_array_index (self->checks, i);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains (ids, get_id (check)));
  }
  self->filling = FALSE;
}

/* Returns: (transfer full): the ids that are marked, in the order of the list */
char **
uk_choice_list_get_chosen (UkChoiceList *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  guint i;

  g_return_val_if_fail (UK_IS_CHOICE_LIST (self), NULL);

  for (i = 0; i < self->checks->len; i++) {
    GtkWidget *check = g_ptr_array_index (self->checks, i);

    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (chosen, get_id (check));
  }
  return g_strv_builder_end (chosen);
}

/* Returns: (transfer full): the names that are marked, between commas; empty if none is */
char *
uk_choice_list_describe (UkChoiceList *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (UK_IS_CHOICE_LIST (self), NULL);

  for (i = 0; i < self->checks->len; i++) {
    GtkWidget *check = g_ptr_array_index (self->checks, i);

    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              (const char *)g_object_get_data (G_OBJECT (check), "name"));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
