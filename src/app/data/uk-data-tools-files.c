/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions, and the choosers of files that most of them begin with. */
#define G_LOG_DOMAIN "Unknot"

#include "app/data/uk-data-tools-private.h"

#include "app/data/uk-report-dialog.h"
#include "core/exchange/uk-backup.h"

#include <glib/gi18n.h>

typedef void (*FileFunc) (UkDataTools *self, GFile *file);

static void
answered_cb (GtkNativeDialog *chooser, int response, UkDataTools *self)
{
  const FileFunc func = (FileFunc)g_object_get_data (G_OBJECT (chooser), "func");

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

    if (file != NULL)
      func (self, file);
  }
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);
  guint i;

  gtk_file_filter_set_name (filter, name);
  for (i = 0; list[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, list[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* @suffix: (nullable): of the name that is suggested for a file to write */
static GtkFileChooserNative *
make_chooser (UkDataTools *self, const char *title, const char *accept, const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = suffix != NULL ? uk_backup_suggest_name (suffix, now) : NULL;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, uk_data_tools_get_window (self),
      suffix != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

static void
ask_for_file (UkDataTools *self, GtkFileChooserNative *chooser, FileFunc func)
{
  g_object_set_data (G_OBJECT (chooser), "func", (gpointer)func);
  g_signal_connect_object (chooser, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkFileChooserNative *chooser
      = make_chooser (data, _ ("Export knots, runs and ratings"), _ ("_Export"), ".csv");

  add_filter (chooser, _ ("Table (CSV)"), "csv");
  add_filter (chooser, _ ("JSON"), "json");
  ask_for_file (data, chooser, uk_data_tools_export);
}

static void
import_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkFileChooserNative *chooser
      = make_chooser (data, _ ("Import knots, runs and ratings"), _ ("_Import"), NULL);

  add_filter (chooser, _ ("CSV and JSON"), "csv json");
  ask_for_file (data, chooser, uk_data_tools_import);
}

static void
back_up_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkFileChooserNative *chooser
      = make_chooser (data, _ ("Back up all your data"), _ ("_Back Up"), UK_BACKUP_SUFFIX);

  add_filter (chooser, _ ("Backups of Unknot"), UK_BACKUP_SUFFIX + 1);
  ask_for_file (data, chooser, uk_data_tools_back_up);
}

static void
restore_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkFileChooserNative *chooser = make_chooser (data, _ ("Restore a backup"), _ ("_Restore"), NULL);

  add_filter (chooser, _ ("Backups of Unknot"), UK_BACKUP_SUFFIX + 1);
  ask_for_file (data, chooser, uk_data_tools_restore);
}

static void
delete_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  uk_data_tools_ask_delete (data);
}

static void
report_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWidget *dialog = uk_report_dialog_new (uk_data_tools_get_context (data));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), uk_data_tools_get_window (data));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
uk_data_tools_install_files (UkDataTools *self)
{
  static const GActionEntry entries[] = {
    { "export-data", export_cb, NULL, NULL, NULL, { 0 } },
    { "import-data", import_cb, NULL, NULL, NULL, { 0 } },
    { "back-up-data", back_up_cb, NULL, NULL, NULL, { 0 } },
    { "restore-data", restore_cb, NULL, NULL, NULL, { 0 } },
    { "delete-data", delete_cb, NULL, NULL, NULL, { 0 } },
    { "report", report_cb, NULL, NULL, NULL, { 0 } },
  };
  GActionMap *map = G_ACTION_MAP (uk_data_tools_get_window (self));
  const gboolean usable = uk_data_tools_get_context (self)->store != NULL;
  guint i;

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  for (i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (map, entries[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), usable);
  }
}

/* What a file is for is told by its name.  Returns: whether it is a diary, whose import is shown
 * before anything happens, or a backup, about which is asked */
gboolean
uk_data_tools_open (UkDataTools *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (UK_IS_DATA_TOOLS (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  lower = g_ascii_strdown (name != NULL ? name : "", -1);
  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".json"))
    uk_data_tools_import (self, file);
  else if (g_str_has_suffix (lower, ".unknot"))
    uk_data_tools_restore (self, file);
  else
    return FALSE;
  return TRUE;
}
