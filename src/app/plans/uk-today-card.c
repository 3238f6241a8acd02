/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/plans/uk-today-card.h"

#include "app/plans/uk-due-row.h"
#include "core/plans/uk-programme-summary.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More of a plan is seen on its own page. */
#define MAX_DUE 2

struct _UkTodayCard {
  GtkWidget parent_instance;

  GtkListBox *list; /* (nullable) made when there is something to show */
};

G_DEFINE_FINAL_TYPE (UkTodayCard, uk_today_card, GTK_TYPE_WIDGET)

static void
make_list (UkTodayCard *self)
{
  GtkWidget *title = gtk_label_new (_ ("Today’s plan"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "list-title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Today’s plan"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/* Leads to the plan. */
static void
add_plan (UkTodayCard *self, const UkProgrammeStatus *status, guint left)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (status->programme->title, -1);
  g_autofree char *today = uk_programme_status_describe (status);
  g_autofree char *text = NULL;

  if (status->agenda->len > 0 && left == 0)
    /* Translators: where one is in a plan: “Today is day 8 of 14 · all done”. */
    text = g_strdup_printf (_ ("%s · all done"), today);
  else
    text = g_steal_pointer (&today);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", status->programme->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-plan");
  gtk_list_box_append (self->list, row);
}

static void
add_status (UkTodayCard *self, const UkProgrammeStatus *status)
{
  guint i, left = 0;

  for (i = 0; i < status->agenda->len; i++)
    left += g_array_index (status->agenda, UkDue, i).done_at == 0;
  add_plan (self, status, left);
  for (i = 0, left = 0; i < status->agenda->len && left < MAX_DUE; i++) {
    const UkDue *due = &g_array_index (status->agenda, UkDue, i);
    GtkWidget *row;

    if (due->done_at != 0)
      continue;
    row = uk_due_row_new (due, TRUE, FALSE);
    uk_due_row_hide_mark (UK_DUE_ROW (row));
    gtk_list_box_append (self->list, row);
    left++;
  }
}

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (uk_today_card_parent_class)->dispose (object);
}

static void
uk_today_card_class_init (UkTodayCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
uk_today_card_init (UkTodayCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Shows what is left at @now. */
void
uk_today_card_update (UkTodayCard *self, const UkContext *context, gint64 now)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GPtrArray) running = NULL;
  GtkListBoxRow *row;
  guint i;

  g_return_if_fail (UK_IS_TODAY_CARD (self) && context != NULL);

  zone = g_time_zone_new_local ();
  running = uk_programme_book_list_running (context->programmes, now, zone);
  gtk_widget_set_visible (GTK_WIDGET (self), running->len > 0);
  if (self->list == NULL && running->len > 0)
    make_list (self);
  while (self->list != NULL && (row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (i = 0; i < running->len; i++)
    add_status (self, g_ptr_array_index (running, i));
}
