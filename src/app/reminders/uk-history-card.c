/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-history-card.h"

#include "app/widgets/uk-widget.h"
#include "core/reminders/uk-due-words.h"
#include "dbus/uk-reminder-client.h"

#include <glib/gi18n.h>

struct _UkHistoryCard {
  GtkWidget parent_instance;

  /* of the template */
  GtkListBox *list;
  GtkWidget *older;
};

G_DEFINE_FINAL_TYPE (UkHistoryCard, uk_history_card, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (const UkPast *past, gint64 now, GTimeZone *zone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *when = uk_past_describe (past->due, now, zone);
  g_autofree char *what = uk_occurrence_describe_state (past->state, past->snoozes);
  /* Translators: "Today at 15:00: done" */
  g_autofree char *both = g_strdup_printf (_ ("%s: %s"), when, what);

  gtk_widget_add_css_class (box, "cell");
  gtk_box_append (GTK_BOX (box), uk_widget_new_text (past->title, NULL));
  gtk_box_append (GTK_BOX (box), uk_widget_new_text (both, "dim"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  uk_widget_name_by_texts (row);
  return row;
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_HISTORY_CARD);
  G_OBJECT_CLASS (uk_history_card_parent_class)->dispose (object);
}

static void
uk_history_card_class_init (UkHistoryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-history-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkHistoryCard, list);
  gtk_widget_class_bind_template_child (widget_class, UkHistoryCard, older);
}

static void
uk_history_card_init (UkHistoryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @past: (element-type UkPast): newest first; @more: there are older ones */
void
uk_history_card_set_past (UkHistoryCard *self, GPtrArray *past, gboolean more)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GtkListBoxRow *row;
  guint i;

  g_return_if_fail (UK_IS_HISTORY_CARD (self));
  g_return_if_fail (past != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (i = 0; i < past->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (past, i), now, zone));
  gtk_widget_set_visible (self->older, more);
}
