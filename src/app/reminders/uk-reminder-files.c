/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-reminder-files.h"

#include "app/widgets/uk-widget.h"
#include "core/reminders/uk-calendar-import.h"
#include "core/reminders/uk-reminder-calendar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define FILE_NAME "unknot.ics"
#define TAKE "take"
#define LIST_HEIGHT 320
#define LIST_WIDTH 300
/* About what a row takes, so that a short list is seen as a whole */
#define ROW_HEIGHT 84

struct _UkReminderFiles {
  GObject parent_instance;

  const UkContext *context; /* of the application */
  GtkNativeDialog *chooser; /* (owned) (nullable) while it is open */
  GtkWindow *parent;        /* (weak) (nullable) of the dialogs */
  GPtrArray *reminders;     /* (owned) (nullable) (element-type UkReminder) those there are */
  GPtrArray *findings;      /* (owned) (nullable) of the file that is asked about */
  guint n_waiting;          /* saves on their way */
  guint n_saved;
  gboolean failed; /* and told */
};

G_DEFINE_FINAL_TYPE (UkReminderFiles, uk_reminder_files, G_TYPE_OBJECT)

enum { TOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
tell (UkReminderFiles *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

static void
set_reminders (UkReminderFiles *self, GtkWindow *parent, GPtrArray *reminders)
{
  g_set_weak_pointer (&self->parent, parent);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  self->reminders = reminders == NULL ? g_ptr_array_new () : g_ptr_array_ref (reminders);
}

/* ---- choosing a file ---- */

static void
open_chooser (UkReminderFiles *self, GtkFileChooserNative *chooser, GCallback answered)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars"));
  gtk_file_filter_add_pattern (filter, "*.ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", answered, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static GFile *
take_answer (UkReminderFiles *self, int response)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  return file;
}

/* ---- import ---- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderFiles) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->n_waiting--;
  if (uk_reminder_client_save_finish (UK_REMINDER_CLIENT (source), result, &error) != 0) {
    self->n_saved++;
  } else if (!self->failed) {
    self->failed = TRUE;
    tell (self, error->message);
  }
  if (self->n_waiting > 0 || self->n_saved == 0)
    return;
  text = g_strdup_printf (
      ngettext ("%u reminder is taken over", "%u reminders are taken over", self->n_saved),
      self->n_saved);
  tell (self, text);
}

static void
answered_cb (UkReminderFiles *self, const char *response)
{
  g_autoptr (GPtrArray) findings = g_steal_pointer (&self->findings);
  guint i;

  if (!g_str_equal (response, TAKE))
    return;
  self->n_saved = 0;
  self->failed = FALSE;
  for (i = 0; i < findings->len; i++) {
    const UkCalendarFinding *finding = g_ptr_array_index (findings, i);

    if (finding->reminder == NULL)
      continue;
    self->n_waiting++;
    uk_reminder_client_save_async (self->context->reminders, finding->reminder, NULL, saved_cb,
                                   g_object_ref (self));
  }
}

/* A row for each event: what becomes of it, or why it is left out. */
static GtkWidget *
make_list (GPtrArray *findings)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint i;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (i = 0; i < findings->len; i++) {
    const UkCalendarFinding *finding = g_ptr_array_index (findings, i);
    /* Translators: the place in a file to which the text below belongs */
    g_autofree char *line = g_strdup_printf (_ ("Line %u"), finding->line);
    g_autofree char *where = finding->reminder != NULL ? g_strdup (line)
                                                       /* Translators: "Line 12, left out" */
                                                       : g_strdup_printf (_ ("%s, left out"), line);
    GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
    GtkWidget *row = gtk_list_box_row_new ();

    gtk_widget_add_css_class (box, "cell");
    gtk_box_append (GTK_BOX (box), uk_widget_new_text (where, "dim"));
    gtk_box_append (GTK_BOX (box), uk_widget_new_text (finding->message, NULL));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
    if (finding->reminder == NULL)
      gtk_widget_add_css_class (row, "off");
    uk_widget_name_by_texts (row);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              MIN ((int)findings->len * ROW_HEIGHT, LIST_HEIGHT));
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static void
ask (UkReminderFiles *self)
{
  guint n = uk_calendar_count_new (self->findings);
  GtkWidget *dialog;
  g_autofree char *heading = NULL;

  if (n == 0)
    heading = g_strdup (_ ("Nothing can be taken over"));
  else
    heading
        = g_strdup_printf (ngettext ("Take over %u reminder?", "Take over %u reminders?", n), n);
  dialog = adw_message_dialog_new (self->parent, heading, NULL);
  if (self->findings->len > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (self->findings));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close",
                                   n == 0 ? _ ("_Close") : _ ("_Cancel"));
  if (n > 0) {
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), TAKE, _ ("_Take over"));
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), TAKE,
                                                ADW_RESPONSE_SUGGESTED);
  }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), n > 0 ? TAKE : "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderFiles) self = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error)) {
    g_clear_pointer (&self->findings, g_ptr_array_unref);
    self->findings
        = uk_calendar_import (text, length, self->reminders, self->context->catalogue, zone,
                              uk_day_at (zone, g_get_real_time () / G_USEC_PER_SEC, NULL), &error);
  }
  if (error != NULL)
    tell (self, error->message);
  else
    ask (self);
}

/* @known: (nullable) (element-type UkReminder): those there are */
void
uk_reminder_files_import (UkReminderFiles *self, GtkWindow *parent, GPtrArray *known, GFile *file)
{
  g_return_if_fail (UK_IS_REMINDER_FILES (self));
  g_return_if_fail (G_IS_FILE (file));

  set_reminders (self, parent, known);
  g_file_load_contents_async (file, NULL, loaded_cb, g_object_ref (self));
}

static void
import_chosen_cb (UkReminderFiles *self, int response)
{
  g_autoptr (GFile) file = take_answer (self, response);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, loaded_cb, g_object_ref (self));
}

/* @known: (nullable) (element-type UkReminder): those there are */
void
uk_reminder_files_choose_import (UkReminderFiles *self, GtkWindow *parent, GPtrArray *known)
{
  g_return_if_fail (UK_IS_REMINDER_FILES (self));

  set_reminders (self, parent, known);
  open_chooser (self,
                gtk_file_chooser_native_new (_ ("Import a calendar"), parent,
                                             GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL),
                G_CALLBACK (import_chosen_cb));
}

/* ---- export ---- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderFiles) self = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell (self, _ ("The reminders are exported"));
  else
    tell (self, error->message);
}

void
uk_reminder_files_export (UkReminderFiles *self, GPtrArray *reminders, GFile *file)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_return_if_fail (UK_IS_REMINDER_FILES (self));
  g_return_if_fail (reminders != NULL && G_IS_FILE (file));

  text
      = uk_reminder_to_calendar (reminders, uk_day_at (zone, g_date_time_to_unix (now), NULL), now);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, written_cb, g_object_ref (self));
}

static void
export_chosen_cb (UkReminderFiles *self, int response)
{
  g_autoptr (GFile) file = take_answer (self, response);

  if (file != NULL)
    uk_reminder_files_export (self, self->reminders, file);
}

void
uk_reminder_files_choose_export (UkReminderFiles *self, GtkWindow *parent, GPtrArray *reminders)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (UK_IS_REMINDER_FILES (self));

  set_reminders (self, parent, reminders);
  chooser = gtk_file_chooser_native_new (_ ("Export as a calendar"), parent,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), FILE_NAME);
  open_chooser (self, chooser, G_CALLBACK (export_chosen_cb));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkReminderFiles *self = UK_REMINDER_FILES (object);

  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (uk_reminder_files_parent_class)->dispose (object);
}

static void
uk_reminder_files_class_init (UkReminderFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[TOLD] = g_signal_new ("told", UK_TYPE_REMINDER_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
uk_reminder_files_init (UkReminderFiles *self)
{
}

UkReminderFiles *
uk_reminder_files_new (const UkContext *context)
{
  UkReminderFiles *self;

  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (UK_TYPE_REMINDER_FILES, NULL);
  self->context = context;
  return self;
}
