/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-reminders-page.h"

#include "app/figure/uk-figure-view.h"
#include "app/reminders/uk-history-card.h"
#include "app/reminders/uk-next-card.h"
#include "app/reminders/uk-reminder-editor.h"
#include "app/reminders/uk-reminder-files.h"
#include "app/reminders/uk-reminder-row.h"
#include "app/reminders/uk-reminder-settings.h"
#include "app/reminders/uk-week-view.h"
#include "app/widgets/uk-columns-layout.h"
#include "app/widgets/uk-widget.h"
#include "app/widgets/uk-wrap-layout.h"
#include "core/reminders/uk-due-words.h"
#include "core/reminders/uk-put-off.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SHOWN_DAYS 7
/* So many past ones are shown at first, and so many more when asked for. */
/* Who reads the screen, or whose arm hurts, needs a moment to get there. */
#define UNDO_SECONDS 30
#define PAST_STEP 8
#define MORNING (7 * 60 + 30)
/* Seconds after which "in 40 minutes" is said anew while the page is seen */
#define TICK 20
/* What a first reminder is for, and when */
#define FIRST_ROUTINE "po-micro-1"
#define FIRST_RECURRENCE "weekly;mo,tu,we,th,fr;10:00,15:00"

struct _UkRemindersPage {
  GtkWidget parent_instance;

  const UkContext *context;  /* (nullable) of the application */
  GCancellable *cancellable; /* (owned) of the questions on their way */
  GPtrArray *reminders;      /* (owned) (nullable) (element-type UkReminder) */
  GPtrArray *coming;         /* (owned) (nullable) (element-type UkComing) */
  guint n_past;              /* as many of the past are shown */
  gint64 paused_until;
  UkReminderFiles *files; /* (owned) (nullable) */
  guint tick;

  /* of the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *pause;
  GtkStack *hero;
  UkNextCard *next;
  GtkLabel *paused;
  GtkWidget *note;
  GtkLabel *note_text;
  GtkListBox *list;
  UkReminderSettings *settings;
  UkWeekView *week;
  GtkWidget *week_empty;
  UkHistoryCard *history;
  UkFigureView *empty_picture;
  GtkButton *suggest;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (UkRemindersPage, uk_reminders_page, GTK_TYPE_WIDGET)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* ---- telling ---- */

static void
tell (UkRemindersPage *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
failed_cb (UkRemindersPage *self, const char *message)
{
  tell (self, message);
}

/* Ends a change; the service tells of its effect by `changed`. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!uk_reminder_client_do_finish (UK_REMINDER_CLIENT (source), result, &error))
    tell (self, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  g_autoptr (GError) error = NULL;

  if (uk_reminder_client_save_finish (UK_REMINDER_CLIENT (source), result, &error) == 0)
    tell (self, error->message);
}

/* ---- showing ---- */

static const UkReminder *
find_reminder (UkRemindersPage *self, gint64 id)
{
  guint i;

  for (i = 0; self->reminders != NULL && i < self->reminders->len; i++) {
    const UkReminder *reminder = g_ptr_array_index (self->reminders, i);

    if (reminder->id == id)
      return reminder;
  }
  return NULL;
}

static const UkComing *
get_next (UkRemindersPage *self)
{
  return self->coming == NULL || self->coming->len == 0 ? NULL
                                                        : g_ptr_array_index (self->coming, 0);
}

static void
show_state (UkRemindersPage *self)
{
  if (!uk_reminder_client_is_available (self->context->reminders)) {
    const char *problem = uk_reminder_client_get_problem (self->context->reminders);

    gtk_label_set_label (self->reason, problem == NULL ? "" : problem);
    gtk_stack_set_visible_child_name (self->stack, problem == NULL ? "waiting" : "unreachable");
  } else if (self->reminders != NULL) {
    gtk_stack_set_visible_child_name (self->stack, self->reminders->len == 0 ? "empty" : "list");
  }
}

static char *
describe_pause (gint64 until)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *when = NULL;

  if (until == G_MAXINT64)
    return g_strdup (_ ("Paused until you turn them on"));
  when = uk_due_describe (until, get_now (), zone);
  /* Translators: %s is "Today at 15:00" */
  return g_strdup_printf (_ ("Paused. They go on: %s"), when);
}

static void
show_hero (UkRemindersPage *self)
{
  const UkComing *next = get_next (self);

  gtk_widget_set_visible (self->pause, self->paused_until == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reminders.snooze", next != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reminders.skip", next != NULL);
  if (self->paused_until != 0) {
    g_autofree char *text = describe_pause (self->paused_until);

    gtk_label_set_label (self->paused, text);
    gtk_stack_set_visible_child_name (self->hero, "paused");
  } else if (next == NULL) {
    gtk_stack_set_visible_child_name (self->hero, "nothing");
  } else {
    uk_next_card_set (self->next, next,
                      uk_catalogue_get_routine (self->context->catalogue, next->routine),
                      find_reminder (self, next->reminder));
    gtk_stack_set_visible_child_name (self->hero, "next");
  }
}

static void
toggled_cb (UkRemindersPage *self, gboolean enabled, UkReminderRow *row)
{
  uk_reminder_client_set_enabled_async (self->context->reminders, uk_reminder_row_get_id (row),
                                        enabled, NULL, done_cb, g_object_ref (self));
}

/* Rows are kept as long as they are the same, so that focus and switches stay as they are. */
static gboolean
has_rows_for (UkRemindersPage *self, GPtrArray *reminders)
{
  GtkListBoxRow *row;
  guint i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->list, (int)i)) != NULL; i++) {
    if (i >= reminders->len
        || uk_reminder_row_get_id (UK_REMINDER_ROW (row))
               != ((UkReminder *)g_ptr_array_index (reminders, i))->id)
      return FALSE;
  }
  return i == reminders->len;
}

static void
show_list (UkRemindersPage *self)
{
  GtkListBoxRow *row;
  guint i;

  if (!has_rows_for (self, self->reminders)) {
    while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    for (i = 0; i < self->reminders->len; i++) {
      const UkReminder *reminder = g_ptr_array_index (self->reminders, i);
      GtkWidget *new_row = uk_reminder_row_new (reminder->id);

      g_signal_connect_object (new_row, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, new_row);
    }
  }
  for (i = 0; i < self->reminders->len; i++)
    uk_reminder_row_update (UK_REMINDER_ROW (gtk_list_box_get_row_at_index (self->list, (int)i)),
                            g_ptr_array_index (self->reminders, i), self->context->catalogue);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *reminders
      = uk_reminder_client_list_finish (UK_REMINDER_CLIENT (source), result, &error);

  if (reminders == NULL) {
    if (error->domain != G_IO_ERROR
        && uk_reminder_client_is_available (UK_REMINDER_CLIENT (source))) {
      gtk_label_set_label (self->reason, error->message);
      gtk_stack_set_visible_child_name (self->stack, "unreachable");
    }
    return;
  }
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  self->reminders = reminders;
  show_list (self);
  show_hero (self);
  show_state (self);
}

static void
coming_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  GPtrArray *coming
      = uk_reminder_client_list_coming_finish (UK_REMINDER_CLIENT (source), result, NULL);

  if (coming == NULL)
    return;
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = coming;
  uk_week_view_set_coming (self->week, coming);
  gtk_widget_set_visible (GTK_WIDGET (self->week), coming->len > 0);
  gtk_widget_set_visible (self->week_empty, coming->len == 0);
  show_hero (self);
}

static void
status_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  g_autoptr (UkReminderStatus) status
      = uk_reminder_client_get_status_finish (UK_REMINDER_CLIENT (source), result, NULL);
  const char *note;

  if (status == NULL)
    return;
  note = status->problem;
  if (note == NULL && !status->notifications)
    note = _ ("Nothing on this desktop shows notifications. Reminders are seen only here.");
  gtk_label_set_label (self->note_text, note == NULL ? "" : note);
  gtk_widget_set_visible (self->note, note != NULL);
  self->paused_until = status->paused_until;
  uk_reminder_settings_update (self->settings, status);
  show_hero (self);
}

static void
past_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkRemindersPage) self = data;
  g_autoptr (GPtrArray) past
      = uk_reminder_client_list_history_finish (UK_REMINDER_CLIENT (source), result, NULL);
  gboolean more;

  if (past == NULL)
    return;
  /* One more was asked for than is shown. */
  more = past->len > self->n_past;
  if (more)
    g_ptr_array_set_size (past, (int)self->n_past);
  gtk_widget_set_visible (GTK_WIDGET (self->history), past->len > 0);
  uk_history_card_set_past (self->history, past, more);
}

/* Asks for everything again; older questions are dropped. */
static void
refresh (UkRemindersPage *self)
{
  UkReminderClient *client = self->context->reminders;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  uk_reminder_client_list_async (client, self->cancellable, listed_cb, g_object_ref (self));
  uk_reminder_client_list_coming_async (client, SHOWN_DAYS, self->cancellable, coming_cb,
                                        g_object_ref (self));
  uk_reminder_client_list_history_async (client, get_now () + 1, self->n_past + 1,
                                         self->cancellable, past_cb, g_object_ref (self));
  uk_reminder_client_get_status_async (client, self->cancellable, status_cb, g_object_ref (self));
}

static void
available_cb (UkRemindersPage *self)
{
  show_state (self);
}

/* ---- actions ---- */

static void
start_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  const UkComing *next = get_next (self);
  const UkReminder *reminder = next == NULL ? NULL : find_reminder (self, next->reminder);

  if (reminder == NULL)
    return;
  uk_reminder_client_done_async (self->context->reminders, next->id, NULL, done_cb,
                                 g_object_ref (self));
  if (*reminder->routine != '\0')
    gtk_widget_activate_action (widget, "win.start-run", "(sss)", reminder->routine,
                                reminder->region == NULL ? "" : reminder->region,
                                uk_side_to_id (reminder->side));
  else if (reminder->kind == UK_REMINDER_LOG)
    gtk_widget_activate_action (widget, "win.show-page", "s", "progress");
}

static void
snooze_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  const char *length = g_variant_get_string (target, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const UkComing *next = get_next (self);
  UkPutOff put_off = UK_PUT_OFF_SHORT;
  guint minutes;

  if (g_str_equal (length, "lunch"))
    put_off = UK_PUT_OFF_LUNCH;
  else if (g_str_equal (length, "tomorrow"))
    put_off = UK_PUT_OFF_TOMORROW;
  minutes = uk_put_off_find_minutes (put_off, get_now (), zone);
  if (next != NULL && minutes > 0)
    uk_reminder_client_snooze_async (self->context->reminders, next->id, minutes, NULL, done_cb,
                                     g_object_ref (self));
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  const UkComing *next = get_next (self);

  if (next != NULL)
    uk_reminder_client_skip_async (self->context->reminders, next->id, NULL, done_cb,
                                   g_object_ref (self));
}

/* The morning of the first day from tomorrow on that is @weekday, or of tomorrow. */
static gint64
find_morning (int weekday)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  UkDay day = uk_day_at (zone, get_now (), NULL) + 1;
  gint64 instant;

  while (weekday >= 0 && uk_day_get_weekday (day) != (guint)weekday)
    day++;
  return uk_wall_time_resolve (zone, day, MORNING, &instant) ? instant : get_now () + 86400;
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  const char *length = g_variant_get_string (target, NULL);
  gint64 until = 0;

  if (g_str_equal (length, "hour"))
    until = get_now () + 3600;
  else if (g_str_equal (length, "tomorrow"))
    until = find_morning (-1);
  else if (g_str_equal (length, "monday"))
    until = find_morning (0);
  else if (g_str_equal (length, "always"))
    until = G_MAXINT64;
  uk_reminder_client_pause_async (self->context->reminders, until, NULL, done_cb,
                                  g_object_ref (self));
}

static UkReminder *
make_first (UkRemindersPage *self)
{
  g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (FIRST_RECURRENCE, NULL);
  const UkRoutine *routine = uk_catalogue_get_routine (self->context->catalogue, FIRST_ROUTINE);
  GPtrArray *routines = uk_catalogue_get_routines (self->context->catalogue);

  if (routine == NULL && routines->len > 0)
    routine = g_ptr_array_index (routines, 0);
  return routine == NULL ? NULL : uk_reminder_new (routine->id, routine->title, recurrence);
}

static void
suggest_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  g_autoptr (UkReminder) reminder = make_first (self);

  if (reminder != NULL)
    uk_reminder_client_save_async (self->context->reminders, reminder, NULL, saved_cb,
                                   g_object_ref (self));
}

static void
undo_cb (AdwToast *toast, UkRemindersPage *self)
{
  const UkReminder *reminder = g_object_get_data (G_OBJECT (toast), "reminder");

  uk_reminder_client_restore_async (self->context->reminders, reminder->id, NULL, done_cb,
                                    g_object_ref (self));
}

static void
deleted_cb (UkRemindersPage *self, const UkReminder *reminder)
{
  AdwToast *toast = adw_toast_new (_ ("Reminder deleted"));
  UkReminder *kept = uk_reminder_copy (reminder);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "reminder", kept, (GDestroyNotify)uk_reminder_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
open_editor (UkRemindersPage *self, const UkReminder *reminder)
{
  GtkWidget *editor = uk_reminder_editor_new (self->context, reminder);

  g_signal_connect_object (editor, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (editor), get_window (GTK_WIDGET (self)));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  g_autoptr (UkReminder) reminder = make_first (self);

  if (reminder != NULL)
    open_editor (self, reminder);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);
  const UkReminder *reminder = find_reminder (self, g_variant_get_int64 (target));

  if (reminder != NULL)
    open_editor (self, reminder);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  uk_reminder_files_choose_import (self->files, get_window (widget), self->reminders);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  uk_reminder_files_choose_export (self->files, get_window (widget), self->reminders);
}

static void
connect_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  uk_reminder_client_connect (self->context->reminders);
  refresh (self);
}

static void
older_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  self->n_past += PAST_STEP;
  refresh (self);
}

/* ---- object ---- */

static gboolean
tick_cb (gpointer data)
{
  show_hero (data);
  return G_SOURCE_CONTINUE;
}

static void
map (GtkWidget *widget)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  GTK_WIDGET_CLASS (uk_reminders_page_parent_class)->map (widget);
  if (self->context != NULL)
    refresh (self);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
unmap (GtkWidget *widget)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (uk_reminders_page_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REMINDERS_PAGE);
  G_OBJECT_CLASS (uk_reminders_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  UkRemindersPage *self = UK_REMINDERS_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->files);
  g_clear_pointer (&self->reminders, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  G_OBJECT_CLASS (uk_reminders_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reminders.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "reminders.snooze", "s", snooze_action);
  gtk_widget_class_install_action (widget_class, "reminders.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "reminders.pause", "s", pause_action);
  gtk_widget_class_install_action (widget_class, "reminders.suggest", NULL, suggest_action);
  gtk_widget_class_install_action (widget_class, "reminders.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "reminders.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "reminders.older", NULL, older_action);
  gtk_widget_class_install_action (widget_class, "reminders.connect", NULL, connect_action);
  gtk_widget_class_install_action (widget_class, "reminders.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "reminders.export", NULL, export_action);
}

static void
uk_reminders_page_class_init (UkRemindersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->map = map;
  widget_class->unmap = unmap;
  g_type_ensure (UK_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (UK_TYPE_WRAP_LAYOUT);
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_HISTORY_CARD);
  g_type_ensure (UK_TYPE_NEXT_CARD);
  g_type_ensure (UK_TYPE_REMINDER_SETTINGS);
  g_type_ensure (UK_TYPE_WEEK_VIEW);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, pause);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, hero);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, next);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, paused);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, note);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, note_text);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, list);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, settings);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, week);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, week_empty);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, history);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, empty_picture);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, suggest);
  gtk_widget_class_bind_template_child (widget_class, UkRemindersPage, reason);
}

static void
uk_reminders_page_init (UkRemindersPage *self)
{
  g_autoptr (UkRecurrence) first = uk_recurrence_parse (FIRST_RECURRENCE, NULL);
  g_autofree char *sentence = uk_recurrence_to_sentence (first);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->n_past = PAST_STEP;
  gtk_button_set_label (self->suggest, sentence);
  g_signal_connect_swapped (self->settings, "failed", G_CALLBACK (failed_cb), self);
}

/* To be called once. */
void
uk_reminders_page_set_context (UkRemindersPage *self, const UkContext *context)
{
  g_autoptr (UkReminder) first = NULL;
  const UkRoutine *routine;

  g_return_if_fail (UK_IS_REMINDERS_PAGE (self));
  g_return_if_fail (context != NULL);

  self->context = context;
  self->files = uk_reminder_files_new (context);
  g_signal_connect_object (self->files, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  first = make_first (self);
  routine = first == NULL ? NULL : uk_catalogue_get_routine (context->catalogue, first->routine);
  if (routine != NULL)
    uk_figure_view_set_thumbnail_of (self->empty_picture, routine);
  uk_reminder_settings_set_context (self->settings, context);
  g_signal_connect_object (context->reminders, "notify::available", G_CALLBACK (available_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context->reminders, "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  refresh (self);
}
