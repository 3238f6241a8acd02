/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be changed on the page, and taken back. */
#define G_LOG_DOMAIN "Unknot"

#include "app/progress/uk-past-dialog.h"
#include "app/progress/uk-progress-page-private.h"

#include <glib/gi18n.h>

/* ---- failures and taking back ---- */

void
uk_progress_page_tell (UkProgressPage *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* Reminders may follow a knot. */
static void
tell_of_ratings (UkProgressPage *self)
{
  if (self->context->reminders != NULL)
    uk_reminder_client_note_ratings (self->context->reminders);
}

static void
undo_clicked_cb (AdwToast *toast, UkProgressPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!uk_undo_apply (g_object_get_data (G_OBJECT (toast), "undo"), self->context->store, &error))
    uk_progress_page_tell (self, error->message);
  tell_of_ratings (self);
  uk_progress_page_refresh (self);
}

/* Takes @undo; without one, @error says why nothing was done. */
static void
finish (UkProgressPage *self, UkUndo *undo, const GError *error, const char *text)
{
  AdwToast *toast;

  if (undo == NULL) {
    uk_progress_page_tell (self, error->message);
    return;
  }
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "undo", undo, (GDestroyNotify)uk_undo_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  tell_of_ratings (self);
  uk_progress_page_refresh (self);
}

/* ---- callbacks ---- */

static void
now_rated_cb (UkProgressPage *self, int value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_ ("Rated %d"), value);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  finish (self, uk_log_rate (self->context->store, self->chosen, now, value, &error), error, text);
}

static void
past_rated_cb (UkProgressPage *self, gint64 at, int value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_ ("Rated %d"), value);

  finish (self, uk_log_rate (self->context->store, self->chosen, at, value, &error), error, text);
}

static void
add_earlier_cb (UkProgressPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GtkWidget *dialog = uk_past_dialog_new (now);

  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "rated", G_CALLBACK (past_rated_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
entry_changed_cb (UkProgressPage *self, const UkRating *rating, int value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_ ("Changed from %d to %d"), rating->value, value);

  finish (self, uk_log_change (self->context->store, rating, value, &error), error, text);
}

static void
entry_deleted_cb (UkProgressPage *self, const UkLogEntry *entry)
{
  g_autoptr (GError) error = NULL;
  const char *text = entry->run != NULL ? _ ("Run deleted") : _ ("Rating deleted");

  finish (self, uk_log_delete (self->context->store, entry, &error), error, text);
}

static void
set_closed (UkProgressPage *self, gint64 closed, const char *text)
{
  g_autoptr (GError) error = NULL;
  UkKnot *knot = uk_progress_page_find_knot (self, self->chosen);

  if (knot == NULL)
    return;
  knot->closed = closed;
  finish (self, uk_log_save_knot (self->context->store, knot, &error), error, text);
}

static void
close_knot_action (GtkWidget *widget, const char *name, GVariant *target)
{
  set_closed (UK_PROGRESS_PAGE (widget), g_get_real_time () / G_USEC_PER_SEC, _ ("Good riddance"));
}

static void
reopen_knot_action (GtkWidget *widget, const char *name, GVariant *target)
{
  set_closed (UK_PROGRESS_PAGE (widget), 0, _ ("Back among your knots"));
}

static void
note_response_cb (AdwMessageDialog *dialog, const char *response, UkProgressPage *self)
{
  g_autoptr (GError) error = NULL;
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *text = gtk_editable_get_text (entry);
  UkKnot *knot = uk_progress_page_find_knot (self, self->chosen);

  if (knot == NULL || !g_str_equal (response, "save"))
    return;
  g_free (knot->note);
  knot->note = *text != '\0' ? g_strdup (text) : NULL;
  finish (self, uk_log_save_knot (self->context->store, knot, &error), error, _ ("Note saved"));
}

static void
edit_note_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkProgressPage *self = UK_PROGRESS_PAGE (widget);
  const UkKnot *knot = uk_progress_page_find_knot (self, self->chosen);
  GtkWidget *dialog, *entry;

  if (knot == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Note"),
                                   _ ("Whatever you want to remember about this knot."));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), knot->note != NULL ? knot->note : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (note_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the page can change, for its class. */
void
uk_progress_page_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.close-knot", NULL, close_knot_action);
  gtk_widget_class_install_action (widget_class, "progress.reopen-knot", NULL, reopen_knot_action);
  gtk_widget_class_install_action (widget_class, "progress.edit-note", NULL, edit_note_action);
  gtk_widget_class_bind_template_callback (widget_class, now_rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_deleted_cb);
}
