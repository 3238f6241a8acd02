/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/reminders/uk-reminder-editor.h"

#include "app/figure/uk-figure-view.h"
#include "app/reminders/uk-routine-chooser.h"
#include "app/reminders/uk-schedule-box.h"
#include "core/catalogue/uk-describe.h"
#include "core/reminders/uk-preview.h"

#include <glib/gi18n.h>

#define N_NEXT 5
/* What a break offers at first */
#define SHORT_ROUTINE "po-micro-1"

/* What a new reminder of a kind begins with. */
static const struct {
  UkReminderKind kind;
  const char *recurrence;
} usual[] = {
  { UK_REMINDER_ROUTINE, "weekly;mo,tu,we,th,fr;10:00,15:00" },
  { UK_REMINDER_BREAK, "interval;45;mo,tu,we,th,fr=09:00-12:00/mo,tu,we,th,fr=13:00-17:00" },
  { UK_REMINDER_LOG, "weekly;mo,tu,we,th,fr,sa,su;20:00" },
};

struct _UkReminderEditor {
  AdwWindow parent_instance;

  const UkContext *context; /* of the application */
  UkReminder *reminder; /* (owned) what is edited; its recurrence is that of the schedule when it is
                           saved */

  UkPlanInput quiet; /* only the quiet hours of the service */
  gboolean updating;

  /* of the template */
  GtkButton *cancel;
  GtkWidget *save;
  GtkStack *stack;
  GtkLabel *sentence;
  GtkLabel *next;
  GtkWidget *problem;
  GtkLabel *problem_text;
  GtkWidget *kinds;
  GtkToggleButton *kind_routine;
  GtkToggleButton *kind_break;
  GtkToggleButton *kind_log;
  GtkWidget *what;
  GtkWidget *offer_row;
  GtkSwitch *offer;
  GtkWidget *routine;
  UkFigureView *picture;
  GtkLabel *title;
  GtkLabel *details;
  UkScheduleBox *schedule;
  GtkWidget *follow_list;
  GtkSwitch *follow;
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

static void
status_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (UkReminderEditor) self = data;
  g_autoptr (UkReminderStatus) status
      = uk_reminder_client_get_status_finish (UK_REMINDER_CLIENT (source), result, NULL);

  if (status == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)) || self->schedule == NULL)
    return;
  self->quiet.quiet_from = status->quiet_from;
  self->quiet.quiet_until = status->quiet_until;
  self->quiet.quiet_moves = status->after_quiet_hours;
  uk_schedule_box_set_presence (self->schedule, status->presence);
  changed_cb (self);
}

static void
changed_cb (UkReminderEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UkRecurrence) recurrence = uk_schedule_box_build_recurrence (self->schedule, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  UkPlanInput now = self->quiet;
  g_autofree char *sentence = NULL;
  g_autofree char *next = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", recurrence != NULL);
  if (recurrence == NULL) {
    gtk_label_set_label (self->sentence, error->message);
    gtk_label_set_label (self->next, "");
    show_problem (self, "");
    return;
  }
  now.now = g_get_real_time () / G_USEC_PER_SEC;
  now.zone = zone;
  sentence = uk_recurrence_to_sentence (recurrence);
  next = uk_preview_describe (recurrence, &now, N_NEXT);
  warning = uk_preview_warn (recurrence, &now, N_NEXT);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->next, next);
  show_problem (self, warning == NULL ? "" : warning);
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

/* ---- what it is for ---- */

static gboolean
has_routine (UkReminderEditor *self)
{
  return uk_reminder_kind_has_routine (self->reminder->kind)
         || (self->reminder->kind == UK_REMINDER_BREAK && gtk_switch_get_active (self->offer));
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

static void
show_kind (UkReminderEditor *self)
{
  UkReminderKind kind = self->reminder->kind;

  gtk_widget_set_visible (self->offer_row, kind == UK_REMINDER_BREAK);
  gtk_widget_set_visible (self->routine, has_routine (self));
  gtk_widget_set_visible (self->what, kind == UK_REMINDER_BREAK || has_routine (self));
  gtk_widget_set_visible (self->follow_list,
                          kind == UK_REMINDER_ROUTINE && self->reminder->region != NULL);
}

/* A reminder that is there already keeps its days and times. */
static void
set_kind (UkReminderEditor *self, UkReminderKind kind)
{
  guint i;

  self->reminder->kind = kind;
  show_kind (self);
  for (i = 0; i < G_N_ELEMENTS (usual) && self->reminder->id == 0; i++) {
    if (usual[i].kind == kind) {
      g_autoptr (UkRecurrence) recurrence = uk_recurrence_parse (usual[i].recurrence, NULL);

      uk_schedule_box_set_recurrence (self->schedule, recurrence);
    }
  }
}

static void
kind_cb (UkReminderEditor *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  set_kind (self, button == self->kind_break ? UK_REMINDER_BREAK
                  : button == self->kind_log ? UK_REMINDER_LOG
                                             : UK_REMINDER_ROUTINE);
}

static void
offer_cb (UkReminderEditor *self)
{
  const UkRoutine *routine;

  if (self->updating)
    return;
  routine = uk_catalogue_get_routine (self->context->catalogue, SHORT_ROUTINE);
  if (*self->reminder->routine == '\0' && routine != NULL) {
    g_free (self->reminder->routine);
    g_free (self->reminder->title);
    self->reminder->routine = g_strdup (routine->id);
    self->reminder->title = g_strdup (routine->title);
    show_routine (self);
  }
  show_kind (self);
}

static void
set_title (UkReminder *reminder, const char *title)
{
  g_free (reminder->title);
  g_free (reminder->routine);
  reminder->title = g_strdup (title);
  reminder->routine = g_strdup ("");
}

/* What is to be saved; @recurrence: (transfer full): when. */
static UkReminder *
build_reminder (UkReminderEditor *self, UkRecurrence *recurrence)
{
  UkReminder *reminder = uk_reminder_copy (self->reminder);

  uk_recurrence_unref (reminder->recurrence);
  reminder->recurrence = recurrence;
  if (reminder->kind == UK_REMINDER_LOG)
    set_title (reminder, _ ("Note how it feels"));
  else if (reminder->kind == UK_REMINDER_BREAK && !has_routine (self))
    set_title (reminder, _ ("A short break"));
  if (reminder->kind != UK_REMINDER_ROUTINE || reminder->region == NULL
      || !gtk_switch_get_active (self->follow))
    reminder->pace = UK_PACE_NONE;
  else if (reminder->pace == UK_PACE_NONE)
    reminder->pace = 1;
  return reminder;
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
  show_kind (self);
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
  g_autoptr (UkReminder) reminder = NULL;

  if (recurrence == NULL)
    return;
  reminder = build_reminder (self, recurrence);
  gtk_widget_action_set_enabled (widget, "editor.save", FALSE);
  uk_reminder_client_save_async (self->context->reminders, reminder, NULL, saved_cb,
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
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, kind_routine);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, kind_break);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, kind_log);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, what);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, offer_row);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, offer);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, routine);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, picture);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, title);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, details);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, schedule);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, follow_list);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, follow);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, delete);
  gtk_widget_class_bind_template_child (widget_class, UkReminderEditor, chooser);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
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

/* The kinds that only the program makes are not offered. */
static void
show_reminder (UkReminderEditor *self)
{
  const UkReminder *reminder = self->reminder;

  self->updating = TRUE;
  gtk_widget_set_visible (self->kinds, reminder->kind == UK_REMINDER_ROUTINE
                                           || reminder->kind == UK_REMINDER_BREAK
                                           || reminder->kind == UK_REMINDER_LOG);
  gtk_toggle_button_set_active (reminder->kind == UK_REMINDER_BREAK ? self->kind_break
                                : reminder->kind == UK_REMINDER_LOG ? self->kind_log
                                                                    : self->kind_routine,
                                TRUE);
  gtk_switch_set_active (self->offer, *reminder->routine != '\0');
  gtk_switch_set_active (self->follow, reminder->pace != UK_PACE_NONE);
  gtk_widget_set_visible (self->delete, reminder->id != 0);
  self->updating = FALSE;
  show_routine (self);
  show_kind (self);
  uk_schedule_box_set_recurrence (self->schedule, reminder->recurrence);
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
  uk_routine_chooser_set_catalogue (self->chooser, context->catalogue);
  show_reminder (self);
  uk_reminder_client_get_status_async (context->reminders, NULL, status_cb, g_object_ref (self));
  gtk_widget_grab_focus (reminder->id == 0 ? GTK_WIDGET (self->kind_routine) : self->routine);
  return GTK_WIDGET (self);
}
