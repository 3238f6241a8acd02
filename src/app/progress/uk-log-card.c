/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-log-card.h"

#include "app/progress/uk-log-row.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkLogCard {
  GtkWidget parent_instance;

  GPtrArray *entries; /* owned list of UkLogEntry, nullable: the rows point into it */
  GDateTime *now;     /* owned, nullable */

  /* of the template */
  GtkWidget *add;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (UkLogCard, uk_log_card, GTK_TYPE_WIDGET)

enum { CHANGED, DELETED, ADD_EARLIER, MORE, N_SIGNALS };

static guint signals[N_SIGNALS];

static UkDay
get_day (UkLogCard *self, GtkListBoxRow *row)
{
  return uk_day_at (g_date_time_get_timezone (self->now),
                    uk_log_row_get_entry (UK_LOG_ROW (row))->at, NULL);
}

/* The day stands above its first row. */
static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  UkLogCard *self = UK_LOG_CARD (data);
  const UkDay day = get_day (self, row);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && get_day (self, before) == day) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  text = uk_log_day_to_heading (
      day, uk_day_at (g_date_time_get_timezone (self->now), g_date_time_to_unix (self->now), NULL));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "log-day");
  gtk_widget_add_css_class (label, "eyebrow");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (UkLogCard *self, GtkListBoxRow *row)
{
  uk_log_row_edit (UK_LOG_ROW (row));
}

static void
changed_cb (UkLogCard *self, const UkRating *rating, int value)
{
  g_signal_emit (self, signals[CHANGED], 0, rating, value);
}

static void
deleted_cb (UkLogRow *row, UkLogCard *self)
{
  g_signal_emit (self, signals[DELETED], 0, uk_log_row_get_entry (row));
}

static void
add_clicked_cb (UkLogCard *self)
{
  g_signal_emit (self, signals[ADD_EARLIER], 0);
}

static void
more_clicked_cb (UkLogCard *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

static void
clear_list (UkLogCard *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_LOG_CARD);
  G_OBJECT_CLASS (uk_log_card_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkLogCard *self = UK_LOG_CARD (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  G_OBJECT_CLASS (uk_log_card_parent_class)->finalize (object);
}

static void
uk_log_card_class_init (UkLogCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/progress/uk-log-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkLogCard, add);
  gtk_widget_class_bind_template_child (widget_class, UkLogCard, list);
  gtk_widget_class_bind_template_child (widget_class, UkLogCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, UkLogCard, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);

  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_LOG_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", UK_TYPE_LOG_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ADD_EARLIER] = g_signal_new ("add-earlier", UK_TYPE_LOG_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[MORE] = g_signal_new ("more", UK_TYPE_LOG_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
uk_log_card_init (UkLogCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
}

/* @entries: (transfer full) (element-type UkLogEntry): the newest first; @more: whether there are
 * older ones; @now: the present, in the person's zone; @get_place: (scope call) */
void
uk_log_card_take_entries (UkLogCard *self,
                          GPtrArray *entries,
                          gboolean more,
                          UkCatalogue *catalogue,
                          GDateTime *now,
                          UkLogPlaceFunc get_place,
                          gpointer user_data)
{
  guint i;

  g_return_if_fail (UK_IS_LOG_CARD (self) && entries != NULL && now != NULL);

  clear_list (self);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->entries = entries;
  self->now = g_date_time_ref (now);
  for (i = 0; i < entries->len; i++) {
    const UkLogEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *place = get_place (entry, user_data);
    GtkWidget *row = uk_log_row_new (entry, catalogue, place, g_date_time_get_timezone (self->now));

    g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
    g_signal_connect (row, "deleted", G_CALLBACK (deleted_cb), self);
    gtk_list_box_append (self->list, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (self->nothing, entries->len == 0);
  gtk_widget_set_visible (self->more, more);
}

/* Whether it is clear for which knot an earlier number would be. */
void
uk_log_card_set_can_add (UkLogCard *self, gboolean can_add)
{
  g_return_if_fail (UK_IS_LOG_CARD (self));

  gtk_widget_set_visible (self->add, can_add);
}
