/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-safety-card.h"

#include "app/safety/uk-safety-dialog.h"
#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkSafetyCard {
  GtkWidget parent_instance;

  UkSafetyBook *book; /* owned, nullable */
  char *region;       /* owned, nullable */

  /* of the template */
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *seen;
};

G_DEFINE_FINAL_TYPE (UkSafetyCard, uk_safety_card, GTK_TYPE_WIDGET)

static void
seen_cb (UkSafetyCard *self)
{
  /* If it cannot be saved it still counts until the program ends. */
  uk_safety_book_say_seen (self->book, self->region, g_get_real_time () / G_USEC_PER_SEC, NULL);
}

static void
answers_cb (UkSafetyCard *self)
{
  GtkWidget *dialog = uk_safety_dialog_new (self->book, self->region, UK_SAFETY_ASK_EDIT);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
dispose (GObject *object)
{
  UkSafetyCard *self = UK_SAFETY_CARD (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->region, g_free);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SAFETY_CARD);
  G_OBJECT_CLASS (uk_safety_card_parent_class)->dispose (object);
}

static void
uk_safety_card_class_init (UkSafetyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-safety-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSafetyCard, title);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyCard, text);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyCard, seen);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_cb);
}

static void
uk_safety_card_init (UkSafetyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Looks whether there is something to say about @region (nullable: the whole body). */
void
uk_safety_card_update (UkSafetyCard *self, UkSafetyBook *book, const char *region)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const UkOutcome *outcome;
  UkUrgency urgency;

  g_return_if_fail (UK_IS_SAFETY_CARD (self) && UK_IS_SAFETY_BOOK (book));

  g_set_object (&self->book, book);
  g_free (self->region);
  self->region = g_strdup (region);
  urgency = uk_safety_book_get_urgency (book, region, NULL);
  outcome = uk_catalogue_get_outcome (uk_safety_book_get_catalogue (book), urgency);
  gtk_widget_set_visible (GTK_WIDGET (self), urgency <= UK_URGENCY_SOON && outcome != NULL);
  if (urgency > UK_URGENCY_SOON || outcome == NULL)
    return;
  gtk_label_set_label (self->title, outcome->title);
  gtk_label_set_label (self->text, outcome->text);
  gtk_widget_set_visible (self->seen,
                          uk_safety_can_say_seen (uk_safety_book_get_catalogue (book),
                                                  uk_safety_book_get_answers (book), region, now));
}
