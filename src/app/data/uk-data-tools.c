/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/data/uk-data-tools-private.h"

#include "core/exchange/uk-backup.h"
#include "core/exchange/uk-import.h"

#include <glib/gi18n.h>

struct _UkDataTools {
  GObject parent_instance;

  AdwApplicationWindow *window; /* owns this */
  AdwToastOverlay *toasts;      /* of the window */
  const UkContext *context;     /* of the application */

  UkImport *import;   /* owned, nullable: while the preview is open */
  GtkWidget *replace; /* of the preview */
  GFile *restore;     /* owned, nullable: while the question is open */
};

G_DEFINE_FINAL_TYPE (UkDataTools, uk_data_tools, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- telling ---- */

static void
tell (UkDataTools *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
tell_problem (UkDataTools *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self->window), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
get_routines_folder (UkDataTools *self)
{
  g_autofree char *folder = g_path_get_dirname (uk_store_get_path (self->context->store));

  return g_build_filename (folder, "routines", NULL);
}

static void
tell_changed (UkDataTools *self)
{
  uk_safety_book_reload (self->context->safety);
  if (self->context->reminders != NULL)
    uk_reminder_client_note_ratings (self->context->reminders);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
undo_clicked_cb (UkDataTools *self)
{
  g_autoptr (GError) error = NULL;

  if (!uk_backup_go_back (self->context->store, &error))
    tell_problem (self, _ ("It could not be undone"), error);
  tell_changed (self);
}

static void
tell_with_undo (UkDataTools *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  tell_changed (self);
}

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* ---- out ---- */

/* @file: where knots, runs and ratings go, as its ending says */
void
uk_data_tools_export (UkDataTools *self, GFile *file)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDiary) diary = NULL;
  UkDiaryFormat format;

  g_return_if_fail (UK_IS_DATA_TOOLS (self) && G_IS_FILE (file));

  name = get_name (file);
  text = g_strdup_printf (_ ("Exported to %s"), name);
  uk_diary_format_from_name (name, &format);
  diary = uk_diary_load (self->context->store, &error);
  if (diary != NULL
      && uk_diary_save (diary, format, file, g_date_time_to_unix (now),
                        g_date_time_get_timezone (now), &error))
    tell (self, text);
  else
    tell_problem (self, _ ("The file could not be written"), error);
}

/* @file: where everything goes */
void
uk_data_tools_back_up (UkDataTools *self, GFile *file)
{
  g_autofree char *routines = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (UK_IS_DATA_TOOLS (self) && G_IS_FILE (file));

  routines = get_routines_folder (self);
  name = get_name (file);
  text = g_strdup_printf (_ ("Everything is in %s"), name);
  if (uk_backup_save (self->context->store, routines, file, &error))
    tell (self, text);
  else
    tell_problem (self, _ ("The file could not be written"), error);
}

/* ---- in ---- */

static void
import_response_cb (UkDataTools *self, const char *response)
{
  g_autoptr (UkImport) import = g_steal_pointer (&self->import);
  g_autoptr (GError) error = NULL;
  UkImportRule rule = UK_IMPORT_KEEP;

  if (import == NULL || !g_str_equal (response, "import"))
    return;
  if (self->replace != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->replace)))
    rule = UK_IMPORT_REPLACE;
  if (uk_backup_keep_before (self->context->store, &error)
      && uk_import_apply (import, self->context->store, rule, &error))
    tell_with_undo (self, _ ("Imported"));
  else
    tell_problem (self, _ ("Nothing was imported"), error);
}

static char *
describe_preview (const UkImportPreview *preview)
{
  g_autofree char *new = uk_import_preview_to_sentence (preview);
  GString *text = g_string_new (new);

  if (preview->n_same > 0)
    g_string_append_printf (
        text,
        ngettext ("\n%u entry is here already.", "\n%u entries are here already.", preview->n_same),
        preview->n_same);
  if (preview->n_left_out > 0)
    g_string_append_printf (text,
                            ngettext ("\n%u rating is left out, because its knot is unknown.",
                                      "\n%u ratings are left out, because their knots are unknown.",
                                      preview->n_left_out),
                            preview->n_left_out);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_replace (UkDataTools *self, guint n_changed)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("Replace %u entry that is here and differs",
                                   "Replace %u entries that are here and differ", n_changed),
                         n_changed);
  GtkWidget *check = gtk_check_button_new_with_label (text);
  GtkWidget *label = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (label))
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return check;
}

static void
show_preview (UkDataTools *self, GFile *file)
{
  const UkImportPreview *preview = uk_import_get_preview (self->import);
  g_autofree char *name = get_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("Import %s?"), name);
  g_autofree char *body = describe_preview (preview);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self->window), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  const guint n = preview->n_knots + preview->n_runs + preview->n_ratings + preview->n_changed;

  self->replace = preview->n_changed > 0 ? make_replace (self, preview->n_changed) : NULL;
  if (self->replace != NULL)
    adw_message_dialog_set_extra_child (dialog, self->replace);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "import", n > 0);
  adw_message_dialog_set_default_response (dialog, n > 0 ? "import" : "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asks before anything is taken over from @file. */
void
uk_data_tools_import (UkDataTools *self, GFile *file)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UkDiary) diary = NULL;

  g_return_if_fail (UK_IS_DATA_TOOLS (self) && G_IS_FILE (file));

  diary = uk_diary_open (file, zone, &error);
  g_clear_pointer (&self->import, uk_import_free);
  if (diary != NULL)
    self->import = uk_import_new (self->context->store, g_steal_pointer (&diary), &error);
  if (self->import != NULL)
    show_preview (self, file);
  else
    tell_problem (self, _ ("Nothing was imported"), error);
}

static void
restore_response_cb (UkDataTools *self, const char *response)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->restore);
  g_autofree char *routines = get_routines_folder (self);
  g_autoptr (GError) error = NULL;

  if (file == NULL || !g_str_equal (response, "restore"))
    return;
  if (uk_backup_restore (self->context->store, routines, file, &error))
    tell_with_undo (self, _ ("Everything is as in the backup"));
  else
    tell_problem (self, _ ("Nothing was restored"), error);
}

/* Asks before everything is exchanged for what is in @file. */
void
uk_data_tools_restore (UkDataTools *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (UK_IS_DATA_TOOLS (self) && G_IS_FILE (file));

  name = get_name (file);
  heading = g_strdup_printf (_ ("Restore %s?"), name);
  g_set_object (&self->restore, file);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self->window), heading,
      _ ("Knots, ratings, runs, plans and reminders become as they were when this backup was made. "
         "What is here now can be brought back with Undo.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "restore", _ ("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- nothing left ---- */

static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  guint i;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* Deletes everything at once; whoever calls this has asked. */
void
uk_data_tools_delete_all (UkDataTools *self)
{
  g_autofree char *routines = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  g_return_if_fail (UK_IS_DATA_TOOLS (self));

  routines = get_routines_folder (self);
  own = uk_own_routines_list (self->context->own);
  for (i = 0; i < own->len; i++) {
    const UkRoutine *routine = g_ptr_array_index (own, i);
    g_autofree char *id = g_strdup (routine->id);
    g_autofree char *text = uk_own_routines_remove (self->context->own, id, NULL);
  }
  if (!uk_backup_delete_all (self->context->store, routines, &error)) {
    tell_problem (self, _ ("It could not be deleted"), error);
    return;
  }
  reset_settings (self->context->settings);
  tell (self, _ ("Everything is deleted"));
  tell_changed (self);
}

static void
delete_response_cb (UkDataTools *self, const char *response)
{
  if (g_str_equal (response, "delete"))
    uk_data_tools_delete_all (self);
  else if (g_str_equal (response, "back-up"))
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "back-up-data", NULL);
}

void
uk_data_tools_ask_delete (UkDataTools *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self->window), _ ("Delete all your data?"),
                              _ ("Knots, ratings, runs, plans, reminders, answers to the safety "
                                 "questions, your own routines, "
                                 "preferences, and every copy that Unknot made by itself. Nothing "
                                 "can bring them back. Files "
                                 "that you exported stay.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "back-up",
                                    _ ("_Back Up First…"), "delete", _ ("_Delete Everything"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- object ---- */

static void
finalize (GObject *object)
{
  UkDataTools *self = UK_DATA_TOOLS (object);

  g_clear_pointer (&self->import, uk_import_free);
  g_clear_object (&self->restore);
  G_OBJECT_CLASS (uk_data_tools_parent_class)->finalize (object);
}

static void
uk_data_tools_class_init (UkDataToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_DATA_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
uk_data_tools_init (UkDataTools *self)
{
}

/* Without a store the actions are there and cannot be used.  The window must outlive it. */
UkDataTools *
uk_data_tools_new (AdwApplicationWindow *window, AdwToastOverlay *toasts, const UkContext *context)
{
  UkDataTools *self = g_object_new (UK_TYPE_DATA_TOOLS, NULL);

  self->window = window;
  self->toasts = toasts;
  self->context = context;
  uk_data_tools_install_files (self);
  return self;
}

GtkWindow *
uk_data_tools_get_window (UkDataTools *self)
{
  return GTK_WINDOW (self->window);
}

const UkContext *
uk_data_tools_get_context (UkDataTools *self)
{
  return self->context;
}
