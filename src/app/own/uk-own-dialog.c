/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/own/uk-own-dialog.h"

#include "app/own/uk-own-row.h"
#include "app/own/uk-routine-editor.h"

#include <glib/gi18n.h>

#define MAX_REASONS 6 /* findings in a refused file that are told */

struct _UkOwnDialog {
  AdwWindow parent_instance;

  const UkContext *context; /* of the application */
  GtkNativeDialog *chooser; /* (owned) (nullable) of files, while it is open */
  char *exporting;          /* (owned) (nullable) id of what is being exported */
  char *deleted;            /* (owned) (nullable) text of what was deleted last */

  /* of the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UkOwnDialog, uk_own_dialog, ADW_TYPE_WINDOW)

static void
fill (UkOwnDialog *self)
{
  g_autoptr (GPtrArray) routines = uk_own_routines_list (self->context->own);
  GtkListBoxRow *row;
  guint i;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (i = 0; i < routines->len; i++)
    gtk_list_box_append (self->list, uk_own_row_new (g_ptr_array_index (routines, i)));
  gtk_stack_set_visible_child_name (self->stack, routines->len > 0 ? "list" : "empty");
}

static void
tell (UkOwnDialog *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
tell_problem (UkOwnDialog *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- write ---- */

static void
saved_cb (UkOwnDialog *self, const char *id)
{
  const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, id);
  g_autofree char *text = NULL;

  g_return_if_fail (routine != NULL);
  text = g_strdup_printf (_ ("“%s” is saved"), routine->title);
  tell (self, text);
}

static void
new_action (GtkWidget *widget, const char *action, GVariant *target)
{
  uk_own_dialog_edit (UK_OWN_DIALOG (widget), NULL);
}

static const UkRoutine *
find_target (UkOwnDialog *self, GVariant *target)
{
  return uk_catalogue_get_routine (self->context->catalogue, g_variant_get_string (target, NULL));
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *target)
{
  UkOwnDialog *self = UK_OWN_DIALOG (widget);
  const UkRoutine *routine = find_target (self, target);

  if (routine != NULL)
    uk_own_dialog_edit (self, routine);
}

static void
duplicate_action (GtkWidget *widget, const char *action, GVariant *target)
{
  UkOwnDialog *self = UK_OWN_DIALOG (widget);
  const UkRoutine *routine = find_target (self, target);
  UkRoutine shipped;

  if (routine == NULL)
    return;
  shipped = *routine;
  shipped.custom = FALSE; /* a copy is made of what is not the user's */
  uk_own_dialog_edit (self, &shipped);
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));
  g_autoptr (GVariant) full
      = g_variant_ref_sink (g_variant_new ("(sss)", g_variant_get_string (target, NULL), "", ""));

  gtk_window_close (GTK_WINDOW (widget));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.show-routine", full);
}

/* ---- delete ---- */

static void
undo_action (GtkWidget *widget, const char *action, GVariant *target)
{
  UkOwnDialog *self = UK_OWN_DIALOG (widget);
  g_autofree char *text = g_steal_pointer (&self->deleted);
  g_autoptr (GError) error = NULL;

  if (text != NULL && uk_own_routines_restore (self->context->own, text, &error) == NULL)
    tell_problem (self, _ ("It could not be brought back"), error->message);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *target)
{
  UkOwnDialog *self = UK_OWN_DIALOG (widget);
  const UkRoutine *routine = find_target (self, target);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;
  char *text;

  if (routine == NULL)
    return;
  title = g_strdup_printf (_ ("“%s” is deleted"), routine->title);
  escaped = g_markup_escape_text (title, -1);
  text = uk_own_routines_remove (self->context->own, routine->id, &error);
  if (text == NULL) {
    tell_problem (self, _ ("It could not be deleted"), error->message);
    return;
  }
  g_free (self->deleted);
  self->deleted = text;
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "own.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- files ---- */

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Routines"));
  gtk_file_filter_add_pattern (filter, "*.xml");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
open_chooser (UkOwnDialog *self, GtkFileChooserNative *chooser, GCallback answered)
{
  add_filter (GTK_FILE_CHOOSER (chooser));
  g_set_object (&self->chooser, GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  g_signal_connect_object (self->chooser, "response", answered, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static GFile *
take_answer (UkOwnDialog *self, int response)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  return file;
}

static void
import_answered_cb (UkOwnDialog *self, int response)
{
  g_autoptr (GFile) file = take_answer (self, response);

  if (file != NULL)
    uk_own_dialog_import (self, file);
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *target)
{
  open_chooser (UK_OWN_DIALOG (widget),
                gtk_file_chooser_native_new (_ ("Import a routine"), GTK_WINDOW (widget),
                                             GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL),
                G_CALLBACK (import_answered_cb));
}

static void
export_answered_cb (UkOwnDialog *self, int response)
{
  g_autoptr (GFile) file = take_answer (self, response);
  const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, self->exporting);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL || routine == NULL)
    return;
  if (!uk_own_routines_export (self->context->own, routine, file, &error)) {
    tell_problem (self, _ ("The file could not be written"), error->message);
    return;
  }
  text = g_strdup_printf (_ ("“%s” is exported"), routine->title);
  tell (self, text);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *target)
{
  UkOwnDialog *self = UK_OWN_DIALOG (widget);
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  g_free (self->exporting);
  self->exporting = g_variant_dup_string (target, NULL);
  name = g_strconcat (self->exporting, ".xml", NULL);
  chooser = gtk_file_chooser_native_new (_ ("Export the routine"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  open_chooser (self, chooser, G_CALLBACK (export_answered_cb));
}

static gboolean
drop_cb (UkOwnDialog *self, const GValue *value)
{
  const GSList *file;

  for (file = g_value_get_boxed (value); file != NULL; file = file->next)
    uk_own_dialog_import (self, file->data);
  return TRUE;
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkOwnDialog *self = UK_OWN_DIALOG (object);

  g_clear_object (&self->chooser);
  g_clear_pointer (&self->exporting, g_free);
  g_clear_pointer (&self->deleted, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_OWN_DIALOG);
  G_OBJECT_CLASS (uk_own_dialog_parent_class)->dispose (object);
}

static void
uk_own_dialog_class_init (UkOwnDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/own/uk-own-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkOwnDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkOwnDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, UkOwnDialog, list);
  gtk_widget_class_install_action (widget_class, "own.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "own.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "own.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "own.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "own.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "own.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "own.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "own.export", "s", export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "own.new", NULL);
}

static void
uk_own_dialog_init (UkOwnDialog *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The context must outlive the dialog. */
GtkWidget *
uk_own_dialog_new (const UkContext *context)
{
  UkOwnDialog *self = g_object_new (UK_TYPE_OWN_DIALOG, NULL);

  self->context = context;
  g_signal_connect_object (context->catalogue, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/* @routine: (nullable): one of the user's to change, a shipped one to make a copy of, %NULL for a new one */
void
uk_own_dialog_edit (UkOwnDialog *self, const UkRoutine *routine)
{
  GtkWidget *editor;

  g_return_if_fail (UK_IS_OWN_DIALOG (self));

  editor = uk_routine_editor_new (self->context, routine);
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/* Adds the routines of @file, or says why not. */
void
uk_own_dialog_import (UkOwnDialog *self, GFile *file)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  g_return_if_fail (UK_IS_OWN_DIALOG (self) && G_IS_FILE (file));

  added = uk_own_routines_import (self->context->own, file, notes, problems);
  for (i = 0; i < problems->len && i < MAX_REASONS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((GError *)g_ptr_array_index (problems, i))->message);
  if (problems->len > 0) {
    tell_problem (self, _ ("This file was not imported"), text->str);
    return;
  }
  for (i = 0; i < notes->len; i++)
    tell (self, g_ptr_array_index (notes, i));
  if (notes->len == 0 && added->len > 0)
    saved_cb (self, ((const UkRoutine *)g_ptr_array_index (added, 0))->id);
}
