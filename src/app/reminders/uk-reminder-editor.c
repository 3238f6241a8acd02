/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-reminder-editor.h"

#include "app/figure/uk-figure-view.h"
#include "app/reminders/uk-routine-chooser.h"
#include "app/reminders/uk-schedule-box.h"
#include "core/catalogue/uk-describe.h"
#include "core/reminders/uk-due-words.h"
#include "core/reminders/uk-plan.h"
#include "core/time/uk-clock.h"

#include <glib/gi18n.h>

#define N_NEXT 5

struct _UkReminderEditor {
  AdwWindow parent_instance;

  const UkContext *context; /* of the application */
  UkReminder *reminder; /* (owned) what is edited; its recurrence is that of the schedule when it is
                           saved */

  guint quiet_from; /* of the service */
  guint quiet_until;

  /* of the template */
  GtkButton *cancel;
  GtkWidget *save;
  GtkStack *stack;
  GtkLabel *sentence;
  GtkLabel *next;
  GtkWidget *problem;
  GtkLabel *problem_text;
  GtkWidget *routine;
  UkFigureView *picture;
  GtkLabel *title;
  GtkLabel *details;
  UkScheduleBox *schedule;
  GtkWidget *delete;
  UkRoutineChooser *chooser;
};

G_DEFINE_FINAL_TYPE (UkReminderEditor, uk_reminder_editor, ADW_TYPE_WINDOW)

enum { DELETED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void changed_cb (UkReminderEditor *self);

static void
show_problem (UkReminderEditor *self, const char *text)
{
  gtk_label_set_label (self->problem_text, text);
  gtk_widget_set_visible (self->problem, *text != '\0');
}

/* Whether the clocks never show, or show twice, the time at which @occurrence is. */
static gboolean
is_shifted (const UkOccurrence *occurrence, GTimeZone *zone)
{
  guint minute;

  return uk_day_at (zone, occurrence->due, &minute) != occurrence->day
         || minute != occurrence->slot;
}

static char *
describe_one (UkReminderEditor *self,
              const UkOccurrence *occurrence,
              gint64 now,
              gboolean interval,
              GTimeZone *zone)
{
  g_autofree char *when = uk_due_describe (occurrence->due, now, zone);
  UkPlanInput quiet = { .quiet_from = self->quiet_from, .quiet_until = self->quiet_until };
  guint minute;

  uk_day_at (zone, occurrence->due, &minute);
  if (uk_plan_is_quiet (&quiet, minute))
    /* Translators: "Today at 22:30, in your quiet hours" */
    return g_strdup_printf (_ ("%s, in your quiet hours"), when);
  if (!interval && is_shifted (occurrence, zone))
    /* Translators: "Sunday at 3:00, because the clocks change" */
    return g_strdup_printf (_ ("%s, because the clocks change"), when);
  return g_steal_pointer (&when);
}

/* When a reminder with @recurrence, made now, would come. */
static char *
describe_next (UkReminderEditor *self, UkRecurrence *recurrence)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) reminders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_reminder_free);
  g_autoptr (GPtrArray) log = g_ptr_array_new ();
  g_autoptr (GPtrArray) coming = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  UkPlanInput input = { .now = now, .zone = zone, .reminders = reminders, .log = log };
  UkReminder *reminder = uk_reminder_new ("", "", recurrence);
  GString *text;
  guint i;

  reminder->since = now;
  g_ptr_array_add (reminders, reminder);
  coming = uk_plan_list_next (&input, N_NEXT);
  if (coming->len == 0)
    return g_strdup (_ ("Never again"));
  text = g_string_new (NULL);
  for (i = 0; i < coming->len; i++) {
    g_autofree char *one = describe_one (self, g_ptr_array_index (coming, i), now,
                                         uk_recurrence_is_interval (recurrence), zone);

    if (i == 0)
      /* Translators: "Next: Today at 15:00" */
      g_string_append_printf (text, _ ("Next: %s"), one);
    else
      g_string_append_printf (text, "\n%s", one);
  }
  return g_string_free (text, FALSE);
}

static void
status_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderEditor) self = data;
  g_autoptr (UkReminderStatus) status
      = uk_reminder_client_get_status_finish (UK_REMINDER_CLIENT (source), result, NULL);

  if (status == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)) || self->schedule == NULL)
    return;
  self->quiet_from = status->quiet_from;
  self->quiet_until = status->quiet_until;
  changed_cb (self);
}

static void
changed_cb (UkReminderEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRecurrence) recurrence = uk_schedule_box_build_recurrence (self->schedule, &error);
  g_autofree char *sentence = NULL;
  g_autofree char *next = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", recurrence != NULL);
  show_problem (self, "");
  if (recurrence == NULL) {
    gtk_label_set_label (self->sentence, error->message);
    gtk_label_set_label (self->next, "");
    return;
  }
  sentence = uk_recurrence_to_sentence (recurrence);
  next = describe_next (self, recurrence);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->next, next);
}

static void
show_page (UkReminderEditor *self, const char *name)
{
  gboolean choosing = g_str_equal (name, "choose");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_button_set_label (self->cancel, choosing ? _ ("Back") : _ ("Cancel"));
  gtk_widget_set_visible (self->save, !choosing);
  if (choosing)
    uk_routine_chooser_start (self->chooser);
  else
    gtk_widget_grab_focus (self->routine);
}

static void
show_routine (UkReminderEditor *self)
{
  const UkRoutine *routine
      = uk_catalogue_get_routine (self->context->catalogue, self->reminder->routine);
  g_autofree char *details = routine == NULL ? NULL : uk_routine_describe (routine);

  gtk_label_set_label (self->title, routine == NULL ? self->reminder->title : routine->title);
  gtk_label_set_label (self->details,
                       routine == NULL ? _ ("This routine no longer exists") : details);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), routine != NULL);
  if (routine != NULL) {
    uk_figure_view_set_thumbnail_of (self->picture, routine);
    uk_figure_view_set_mirrored (self->picture, self->reminder->side == UK_SIDE_LEFT);
  }
}

/* Another routine may be for another place. */
static void
chosen_cb (UkReminderEditor *self, const UkRoutine *routine)
{
  g_free (self->reminder->routine);
  g_free (self->reminder->title);
  self->reminder->routine = g_strdup (routine->id);
  self->reminder->title = g_strdup (routine->title);
  if (self->reminder->region != NULL
      && !g_strv_contains (routine->regions, self->reminder->region)) {
    g_clear_pointer (&self->reminder->region, g_free);
    self->reminder->side = UK_SIDE_NONE;
  }
  show_routine (self);
  show_page (self, "edit");
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkReminderEditor *self = UK_REMINDER_EDITOR (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "choose"))
    show_page (self, "edit");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *target)
{
  show_page (UK_REMINDER_EDITOR (widget), "choose");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderEditor) self = data;
  g_autoptr (GError) error = NULL;

  if (uk_reminder_client_save_finish (UK_REMINDER_CLIENT (source), result, &error) != 0) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  show_problem (self, error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkReminderEditor *self = UK_REMINDER_EDITOR (widget);
  UkRecurrence *recurrence = uk_schedule_box_build_recurrence (self->schedule, NULL);

  if (recurrence == NULL)
    return;
  uk_recurrence_unref (self->reminder->recurrence);
  self->reminder->recurrence = recurrence;
  gtk_widget_action_set_enabled (widget, "editor.save", FALSE);
  uk_reminder_client_save_async (self->context->reminders, self->reminder, NULL, saved_cb,
                                 g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderEditor) self = data;
  g_autoptr (GError) error = NULL;

  if (!uk_reminder_client_do_finish (UK_REMINDER_CLIENT (source), result, &error)) {
    show_problem (self, error->message);
    return;
  }
  g_signal_emit (self, signals[DELETED], 0, self->reminder);
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *target)
{
  UkReminderEditor *self = UK_REMINDER_EDITOR (widget);

  uk_reminder_client_delete_async (self->context->reminders, self->reminder->id, NULL, deleted_cb,
                                   g_object_ref (self));
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_REMINDER_EDITOR);
  G_OBJECT_CLASS (uk_reminder_editor_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  uk_reminder_free (UK_REMINDER_EDITOR (object)->reminder);
  G_OBJECT_CLASS (uk_reminder_editor_parent_class)->finalize (object);
}

static void
uk_reminder_editor_class_init (UkReminderEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  g_type_ensure (UK_TYPE_FIGURE_VIEW);
  g_type_ensure (UK_TYPE_SCHEDULE_BOX);
  g_type_ensure (UK_TYPE_ROUTINE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/unknot/app/reminders/uk-reminder-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, cancel);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, save);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, sentence);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, next);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, problem_text);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, routine);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, picture);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, title);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, details);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, schedule);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, delete);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, chooser);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "editor.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "editor.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);

  signals[DELETED] = g_signal_new ("deleted", UK_TYPE_REMINDER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
uk_reminder_editor_init (UkReminderEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @reminder: what to begin with; with @id 0 it is a new one */
GtkWidget *
uk_reminder_editor_new (const UkContext *context, const UkReminder *reminder)
{
  UkReminderEditor *self;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (reminder != NULL, NULL);

  self = g_object_new (UK_TYPE_REMINDER_EDITOR, NULL);
  self->context = context;
  self->reminder = uk_reminder_copy (reminder);
  gtk_widget_set_visible (self->delete, reminder->id != 0);
  uk_routine_chooser_set_catalogue (self->chooser, context->catalogue);
  show_routine (self);
  uk_schedule_box_set_recurrence (self->schedule, reminder->recurrence);
  uk_reminder_client_get_status_async (context->reminders, NULL, status_cb, g_object_ref (self));
  gtk_widget_grab_focus (self->routine);
  return GTK_WIDGET (self);
}
