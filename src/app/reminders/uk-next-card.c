/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-next-card.h"

#include "app/figure/uk-figure-view.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/reminders/uk-due-words.h"
#include "core/reminders/uk-put-off.h"

#include <glib/gi18n.h>

struct _UkNextCard {
  GtkWidget parent_instance;

  gint64 due;
  guint offered; /* bits of UkPutOff in the menu */

  /* of the template */
  UkFigureView *picture;
  GtkLabel *when;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *start;
  GtkLabel *start_text;
  GtkMenuButton *later;
};

G_DEFINE_FINAL_TYPE (UkNextCard, uk_next_card, GTK_TYPE_WIDGET)

/* The menu has what makes sense at this time of day; it stays as it is while that does not change.
 */
static void
update_menu (UkNextCard *self, gint64 now, GTimeZone *zone)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint offered = 0;

  if (uk_put_off_find_minutes (UK_PUT_OFF_LUNCH, now, zone) > 0) {
    offered |= 1u << UK_PUT_OFF_LUNCH;
    g_menu_append (menu, _ ("After lunch"), "reminders.snooze::lunch");
  }
  if (uk_put_off_find_minutes (UK_PUT_OFF_TOMORROW, now, zone) > 0) {
    offered |= 1u << UK_PUT_OFF_TOMORROW;
    g_menu_append (menu, _ ("Tomorrow morning"), "reminders.snooze::tomorrow");
  }
  gtk_widget_set_visible (GTK_WIDGET (self->later), offered != 0);
  if (offered == self->offered)
    return;
  self->offered = offered;
  gtk_menu_button_set_menu_model (self->later, G_MENU_MODEL (menu));
}

static void
dispose (GObject *object)
{
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_NEXT_CARD);
  G_OBJECT_CLASS (uk_next_card_parent_class)->dispose (object);
}

static void
uk_next_card_class_init (UkNextCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-next-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, picture);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, when);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, title);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, summary);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, start);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, start_text);
  gtk_widget_class_bind_template_child (widget_class, UkNextCard, later);
}

static void
uk_next_card_init (UkNextCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @routine: (nullable): what it is for; %NULL if it no longer exists or is not needed
 * @reminder: (nullable): whose it is */
void
uk_next_card_set (UkNextCard *self,
                  const UkComing *coming,
                  const UkRoutine *routine,
                  const UkReminder *reminder)
{
  gboolean log = reminder != NULL && reminder->kind == UK_REMINDER_LOG;

  g_return_if_fail (UK_IS_NEXT_CARD (self));
  g_return_if_fail (coming != NULL);

  self->due = coming->due;
  gtk_label_set_label (self->title, routine != NULL ? routine->title : coming->title);
  gtk_label_set_label (self->summary, routine != NULL ? routine->summary
                                      : *coming->routine != '\0'
                                          ? _ ("This routine no longer exists")
                                          : "");
  gtk_widget_set_visible (GTK_WIDGET (self->picture), routine != NULL);
  gtk_widget_set_visible (self->start, routine != NULL || log);
  gtk_label_set_label (self->start_text, log ? _ ("Note it now") : _ ("Do it now"));
  if (routine != NULL) {
    uk_figure_view_set_thumbnail_of (self->picture, routine);
    uk_figure_view_set_mirrored (self->picture, reminder != NULL && reminder->side == UK_SIDE_LEFT);
  }
  uk_next_card_update_time (self);
}

/* Says again how long it is until then. */
void
uk_next_card_update_time (UkNextCard *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *when = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *both = NULL;

  g_return_if_fail (UK_IS_NEXT_CARD (self));

  when = uk_due_describe (self->due, now, zone);
  update_menu (self, now, zone);
  distance = uk_due_describe_distance (self->due, now);
  if (distance != NULL)
    /* Translators: "Today at 15:00, in 40 minutes" */
    both = g_strdup_printf (_ ("%s, %s"), when, distance);
  gtk_label_set_label (self->when, both != NULL ? both : when);
}
