/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-log-row.h"

#include "app/widgets/uk-rating-row.h"
#include "core/catalogue/uk-describe.h"
#include "core/reminders/uk-recurrence.h"
#include "core/run/uk-helped.h"

#include <glib/gi18n.h>

struct _UkLogRow {
  GtkListBoxRow parent_instance;

  const UkLogEntry *entry; /* of the list */

  /* of the template */
  GtkLabel *time;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *value;
  GtkMenuButton *edit;
};

G_DEFINE_FINAL_TYPE (UkLogRow, uk_log_row, GTK_TYPE_LIST_BOX_ROW)

enum { CHANGED, DELETED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- the popover, made when it is wanted ---- */

static void
rated_cb (UkRatingRow *row, int value, UkLogRow *self)
{
  const UkRating *rating = g_object_get_data (G_OBJECT (row), "rating");

  gtk_menu_button_popdown (self->edit);
  if (value != rating->value)
    g_signal_emit (self, signals[CHANGED], 0, rating, value);
}

static void
delete_clicked_cb (UkLogRow *self)
{
  gtk_menu_button_popdown (self->edit);
  g_signal_emit (self, signals[DELETED], 0);
}

static void
add_rating (UkLogRow *self, GtkBox *box, const char *title, UkRating *rating)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *row;

  if (rating == NULL)
    return;
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  row = uk_rating_row_new ();
  uk_rating_row_set_value (UK_RATING_ROW (row), rating->value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "rating", rating);
  g_signal_connect (row, "rated", G_CALLBACK (rated_cb), self);
  gtk_box_append (box, row);
}

static void
make_popover (GtkMenuButton *button, gpointer data)
{
  UkLogRow *self = UK_LOG_ROW (data);
  GtkWidget *popover;
  GtkWidget *box;
  GtkWidget *delete;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (box, "choices");
  add_rating (self, GTK_BOX (box), _ ("Before"), self->entry->before);
  add_rating (self, GTK_BOX (box), _ ("After the run"), self->entry->after);
  add_rating (self, GTK_BOX (box), _ ("How it felt"), self->entry->logged);
  delete = gtk_button_new_with_label (_ ("Delete"));
  gtk_widget_add_css_class (delete, "flat");
  gtk_widget_add_css_class (delete, "delete");
  gtk_widget_set_halign (delete, GTK_ALIGN_START);
  g_signal_connect_swapped (delete, "clicked", G_CALLBACK (delete_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), delete);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* ---- what it says ---- */

static char *
describe_run (const UkLogEntry *entry, const char *place)
{
  g_autofree char *length = uk_seconds_describe ((guint)MAX (0, entry->run->seconds_done));
  g_autofree char *helped = uk_helped_describe (uk_helped_from_text (entry->run->helped));
  g_autofree char *text = NULL;

  /* Translators: a duration, then a place of the body */
  text = place != NULL ? g_strdup_printf (_ ("%s · %s"), length, place) : g_steal_pointer (&length);
  if (helped == NULL)
    return g_steal_pointer (&text);
  /* Translators: a duration and perhaps a place, then what the person said helped */
  return g_strdup_printf (_ ("%s · helped: %s"), text, helped);
}

static char *
describe_value (const UkLogEntry *entry)
{
  if (entry->logged != NULL)
    return g_strdup_printf ("%d", entry->logged->value);
  if (entry->before != NULL && entry->after != NULL)
    return g_strdup_printf ("%d → %d", entry->before->value, entry->after->value);
  if (entry->before != NULL || entry->after != NULL)
    return g_strdup_printf ("%d", (entry->before != NULL ? entry->before : entry->after)->value);
  return g_strdup ("");
}

static char *
speak_value (const UkLogEntry *entry)
{
  if (entry->before != NULL && entry->after != NULL)
    return g_strdup_printf (_ ("%d before, %d after the run"), entry->before->value,
                            entry->after->value);
  return describe_value (entry);
}

static void
show_run (UkLogRow *self, UkCatalogue *catalogue, const char *place)
{
  const UkRoutine *routine = uk_catalogue_get_routine (catalogue, self->entry->run->routine);
  g_autofree char *subtitle = describe_run (self->entry, place);

  /* A routine of one's own may be gone. */
  gtk_label_set_label (self->title, routine != NULL ? routine->title : self->entry->run->routine);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_image_set_from_icon_name (self->icon, routine != NULL
                                                ? uk_technique_get_icon_name (routine->technique)
                                                : "media-playback-start-symbolic");
}

static void
show_rating (UkLogRow *self, const char *place)
{
  gtk_label_set_label (self->title, _ ("How it felt"));
  gtk_label_set_label (self->subtitle, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), place != NULL);
  gtk_image_set_from_icon_name (self->icon, "unknot-body-symbolic");
}

/* ---- object ---- */

static void
uk_log_row_class_init (UkLogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/progress/uk-log-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, time);
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, icon);
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, title);
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, value);
  gtk_widget_class_bind_template_child (widget_class, UkLogRow, edit);
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_LOG_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[DELETED] = g_signal_new ("deleted", UK_TYPE_LOG_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_log_row_init (UkLogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->edit, make_popover, self, NULL);
}

/* @entry: (transfer none): must outlive the row; @place: (nullable): where, if that is to be said
 */
GtkWidget *
uk_log_row_new (const UkLogEntry *entry, UkCatalogue *catalogue, const char *place, GTimeZone *zone)
{
  UkLogRow *self = g_object_new (UK_TYPE_LOG_ROW, NULL);
  g_autofree char *time = NULL;
  g_autofree char *value = describe_value (entry);
  g_autofree char *spoken = speak_value (entry);
  g_autofree char *text = NULL;
  guint minute;

  self->entry = entry;
  uk_day_at (zone, entry->at, &minute);
  time = uk_minute_to_text (minute);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->value, value);
  if (entry->run != NULL)
    show_run (self, catalogue, place);
  else
    show_rating (self, place);
  text = g_strdup_printf ("%s, %s: %s", time, gtk_label_get_label (self->title), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

const UkLogEntry *
uk_log_row_get_entry (UkLogRow *self)
{
  g_return_val_if_fail (UK_IS_LOG_ROW (self), NULL);

  return self->entry;
}

/* Opens the numbers for a correction. */
void
uk_log_row_edit (UkLogRow *self)
{
  g_return_if_fail (UK_IS_LOG_ROW (self));

  gtk_menu_button_popup (self->edit);
}
