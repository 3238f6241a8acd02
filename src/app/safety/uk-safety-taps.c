/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-safety-taps.h"

struct _UkSafetyTaps {
  AdwWindow parent_instance;

  UkSafetyBook *book; /* owned */
  char *region;       /* owned, nullable */
  GPtrArray *switches; /* (owned) (element-type GtkSwitch): in the order of the taps */
  gboolean complete;

  /* of the template */
  GtkListBox *list;
  GtkWidget *hint;
  GtkLabel *hint_text;
};

G_DEFINE_FINAL_TYPE (UkSafetyTaps, uk_safety_taps, ADW_TYPE_WINDOW)

static void
go_cb (UkSafetyTaps *self)
{
  GPtrArray *taps = uk_catalogue_get_taps (uk_safety_book_get_catalogue (self->book));
  const char *scope = self->region != NULL ? self->region : UK_SCOPE_PERSON;
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint i;

  /* If they cannot be saved they still count for this start. */
  for (i = 0; i < taps->len; i++) {
    const gboolean yes = gtk_switch_get_active (g_ptr_array_index (self->switches, i));

    uk_safety_book_answer (self->book, ((const UkTap *)g_ptr_array_index (taps, i))->id, scope,
                           yes ? UK_ANSWER_YES : UK_ANSWER_NO, now, NULL);
  }
  self->complete = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
dispose (GObject *object)
{
  UkSafetyTaps *self = UK_SAFETY_TAPS (object);

  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_object (&self->book);
  g_clear_pointer (&self->region, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SAFETY_TAPS);
  G_OBJECT_CLASS (uk_safety_taps_parent_class)->dispose (object);
}

static void
uk_safety_taps_class_init (UkSafetyTapsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-safety-taps.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSafetyTaps, list);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyTaps, hint);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyTaps, hint_text);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
uk_safety_taps_init (UkSafetyTaps *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_tap (UkSafetyTaps *self, const UkTap *tap)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tap->ask);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, tap->ask, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->switches, toggle);
}

/* @region: (nullable): where */
GtkWidget *
uk_safety_taps_new (UkSafetyBook *book, const UkRoutine *routine, const char *region)
{
  UkSafetyTaps *self;
  UkCatalogue *catalogue;
  const char *hint;
  GPtrArray *taps;
  guint i;

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (book) && routine != NULL, NULL);

  self = g_object_new (UK_TYPE_SAFETY_TAPS, NULL);
  self->book = g_object_ref (book);
  self->region = g_strdup (region);
  catalogue = uk_safety_book_get_catalogue (book);
  taps = uk_catalogue_get_taps (catalogue);
  for (i = 0; i < taps->len; i++)
    add_tap (self, g_ptr_array_index (taps, i));
  hint = uk_catalogue_get_notice (catalogue, routine->technique == UK_TECHNIQUE_HEAT   ? "heat"
                                             : routine->technique == UK_TECHNIQUE_COLD ? "cold"
                                                                                       : "pressure");
  gtk_label_set_label (self->hint_text, hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
  return GTK_WIDGET (self);
}

/* Returns: whether the person went on */
gboolean
uk_safety_taps_is_complete (UkSafetyTaps *self)
{
  g_return_val_if_fail (UK_IS_SAFETY_TAPS (self), FALSE);

  return self->complete;
}
