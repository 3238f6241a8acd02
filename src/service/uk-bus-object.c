/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "service/uk-bus-object.h"

#include "dbus/uk-autostart.h"
#include "dbus/uk-reminders-dbus.h"
#include "uk-dbus-reminders.h"

#include <glib/gi18n-lib.h>

struct _UkBusObject {
  GObject parent_instance;

  UkDbusReminders1 *skeleton; /* (owned) */
  UkNotifier *notifier;       /* (owned) */
  UkScheduler *scheduler;     /* (owned) (nullable) while the store cannot be opened */
  char *problem;              /* (owned) (nullable) why there is no scheduler */
};

G_DEFINE_FINAL_TYPE (UkBusObject, uk_bus_object, G_TYPE_OBJECT)

static UkRemindersError
get_public_code (const GError *error)
{
  if (error->domain == UK_REMINDERS_ERROR)
    return (UkRemindersError)error->code;
  if (error->domain == UK_REMINDER_BOOK_ERROR) {
    switch ((UkReminderBookError)error->code) {
    case UK_REMINDER_BOOK_ERROR_UNKNOWN:
      return UK_REMINDERS_ERROR_UNKNOWN;
    case UK_REMINDER_BOOK_ERROR_OVER:
      return UK_REMINDERS_ERROR_OVER;
    case UK_REMINDER_BOOK_ERROR_INVALID:
    default:
      return UK_REMINDERS_ERROR_INVALID;
    }
  }
  return UK_REMINDERS_ERROR_FAILED;
}

static void
return_error (GDBusMethodInvocation *invocation, const GError *error)
{
  g_dbus_method_invocation_return_error_literal (invocation, UK_REMINDERS_ERROR,
                                                 (gint)get_public_code (error), error->message);
}

/* Answers @invocation with an error and returns %FALSE while there is no scheduler. */
static gboolean
check_ready (UkBusObject *self, GDBusMethodInvocation *invocation)
{
  if (self->scheduler != NULL)
    return TRUE;
  g_dbus_method_invocation_return_error_literal (
      invocation, UK_REMINDERS_ERROR, UK_REMINDERS_ERROR_FAILED,
      self->problem != NULL ? self->problem : _ ("Reminders are not ready yet"));
  return FALSE;
}

static gboolean
list_cb (UkDbusReminders1 *skeleton, GDBusMethodInvocation *invocation, UkBusObject *self)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder builder;
  GPtrArray *reminders;
  guint i;

  if (!check_ready (self, invocation))
    return TRUE;
  reminders = uk_scheduler_list_reminders (self->scheduler, &error);
  if (reminders == NULL) {
    return_error (invocation, error);
    return TRUE;
  }
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (i = 0; i < reminders->len; i++)
    g_variant_builder_add_value (&builder,
                                 uk_reminder_to_variant (g_ptr_array_index (reminders, i)));
  uk_dbus_reminders1_complete_list (skeleton, invocation, g_variant_builder_end (&builder));
  return TRUE;
}

static gboolean
get_cb (UkDbusReminders1 *skeleton, GDBusMethodInvocation *invocation, gint64 id, UkBusObject *self)
{
  const UkReminder *reminder;

  if (!check_ready (self, invocation))
    return TRUE;
  reminder = uk_scheduler_find_reminder (self->scheduler, id);
  if (reminder == NULL)
    g_dbus_method_invocation_return_error_literal (invocation, UK_REMINDERS_ERROR,
                                                   UK_REMINDERS_ERROR_UNKNOWN,
                                                   _ ("There is no such reminder"));
  else
    uk_dbus_reminders1_complete_get (skeleton, invocation, uk_reminder_to_variant (reminder));
  return TRUE;
}

static gint64
save (UkBusObject *self, GVariant *variant, GError **error)
{
  g_autoptr (UkReminder) reminder = uk_reminder_new_from_variant (variant, error);
  GPtrArray *reminders;

  if (reminder == NULL)
    return 0;
  reminders = uk_scheduler_list_reminders (self->scheduler, error);
  if (reminders == NULL)
    return 0;
  if (reminder->id == 0 && reminders->len >= UK_REMINDERS_MAX) {
    g_set_error (error, UK_REMINDERS_ERROR, UK_REMINDERS_ERROR_INVALID,
                 _ ("There are %d reminders already; delete one first"), UK_REMINDERS_MAX);
    return 0;
  }
  return uk_scheduler_save_reminder (self->scheduler, reminder, error);
}

static gboolean
save_cb (UkDbusReminders1 *skeleton,
         GDBusMethodInvocation *invocation,
         GVariant *variant,
         UkBusObject *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!check_ready (self, invocation))
    return TRUE;
  id = save (self, variant, &error);
  if (id == 0)
    return_error (invocation, error);
  else
    uk_dbus_reminders1_complete_save (skeleton, invocation, id);
  return TRUE;
}

/* Ends a call that answers nothing but whether it worked. */
static void
complete (GDBusMethodInvocation *invocation, gboolean ok, const GError *error)
{
  if (ok)
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    return_error (invocation, error);
}

static gboolean
delete_cb (UkDbusReminders1 *skeleton,
           GDBusMethodInvocation *invocation,
           gint64 id,
           UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_delete_reminder (self->scheduler, id, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
restore_cb (UkDbusReminders1 *skeleton,
            GDBusMethodInvocation *invocation,
            gint64 id,
            UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_restore_reminder (self->scheduler, id, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
set_enabled_cb (UkDbusReminders1 *skeleton,
                GDBusMethodInvocation *invocation,
                gint64 id,
                gboolean enabled,
                UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_set_enabled (self->scheduler, id, enabled, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
snooze_cb (UkDbusReminders1 *skeleton,
           GDBusMethodInvocation *invocation,
           const char *occurrence,
           guint minutes,
           UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_snooze (self->scheduler, occurrence, minutes, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
skip_cb (UkDbusReminders1 *skeleton,
         GDBusMethodInvocation *invocation,
         const char *occurrence,
         UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_skip (self->scheduler, occurrence, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
done_cb (UkDbusReminders1 *skeleton,
         GDBusMethodInvocation *invocation,
         const char *occurrence,
         UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_done (self->scheduler, occurrence, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
pause_cb (UkDbusReminders1 *skeleton,
          GDBusMethodInvocation *invocation,
          gint64 until,
          UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_pause (self->scheduler, until, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
set_quiet_hours_cb (UkDbusReminders1 *skeleton,
                    GDBusMethodInvocation *invocation,
                    guint from,
                    guint until,
                    UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok = uk_scheduler_set_quiet_hours (self->scheduler, from, until, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
set_limits_cb (UkDbusReminders1 *skeleton,
               GDBusMethodInvocation *invocation,
               gboolean after_quiet_hours,
               guint most_snoozes,
               UkBusObject *self)
{
  g_autoptr (GError) error = NULL;

  if (check_ready (self, invocation)) {
    gboolean ok
        = uk_scheduler_set_limits (self->scheduler, after_quiet_hours, most_snoozes, &error);

    complete (invocation, ok, error);
  }
  return TRUE;
}

static gboolean
note_ratings_cb (UkDbusReminders1 *skeleton, GDBusMethodInvocation *invocation, UkBusObject *self)
{
  if (check_ready (self, invocation)) {
    uk_scheduler_note_ratings (self->scheduler);
    complete (invocation, TRUE, NULL);
  }
  return TRUE;
}

static GVariant *
make_history (UkBusObject *self, GPtrArray *history)
{
  GVariantBuilder builder;
  guint i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxxssxu)"));
  for (i = 0; i < history->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (history, i);
    const UkReminder *reminder = uk_scheduler_find_reminder (self->scheduler, occurrence->reminder);
    g_autofree char *id = uk_occurrence_to_id (occurrence);

    g_variant_builder_add (&builder, "(sxxssxu)", id, occurrence->reminder, occurrence->due,
                           reminder == NULL ? "" : reminder->title,
                           uk_occurrence_state_to_id (occurrence->state), occurrence->until,
                           occurrence->snoozes);
  }
  return g_variant_builder_end (&builder);
}

static gboolean
get_history_cb (UkDbusReminders1 *skeleton,
                GDBusMethodInvocation *invocation,
                gint64 before,
                guint limit,
                UkBusObject *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  if (!check_ready (self, invocation))
    return TRUE;
  history = uk_scheduler_list_history (self->scheduler, before, CLAMP (limit, 1, UK_HISTORY_MAX),
                                       &error);
  if (history == NULL)
    return_error (invocation, error);
  else
    uk_dbus_reminders1_complete_get_history (skeleton, invocation, make_history (self, history));
  return TRUE;
}

static GVariant *
list_coming (UkBusObject *self, guint days)
{
  g_autoptr (GPtrArray) coming = uk_scheduler_list_coming (self->scheduler, days);
  GVariantBuilder builder;
  guint i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxxssb)"));
  for (i = 0; i < coming->len; i++) {
    const UkOccurrence *occurrence = g_ptr_array_index (coming, i);
    const UkReminder *reminder = uk_scheduler_find_reminder (self->scheduler, occurrence->reminder);
    g_autofree char *id = uk_occurrence_to_id (occurrence);

    if (reminder != NULL)
      g_variant_builder_add (&builder, "(sxxssb)", id, reminder->id, occurrence->due,
                             reminder->routine, reminder->title,
                             occurrence->state == UK_OCCURRENCE_SNOOZED);
  }
  return g_variant_builder_end (&builder);
}

static gboolean
get_next_days_cb (UkDbusReminders1 *skeleton,
                  GDBusMethodInvocation *invocation,
                  guint days,
                  UkBusObject *self)
{
  if (!check_ready (self, invocation))
    return TRUE;
  if (days < 1 || days > UK_COMING_MAX_DAYS)
    g_dbus_method_invocation_return_error (invocation, UK_REMINDERS_ERROR,
                                           UK_REMINDERS_ERROR_INVALID, _ ("Ask for 1 to %d days"),
                                           UK_COMING_MAX_DAYS);
  else
    uk_dbus_reminders1_complete_get_next_days (skeleton, invocation, list_coming (self, days));
  return TRUE;
}

static gboolean
get_status_cb (UkDbusReminders1 *skeleton, GDBusMethodInvocation *invocation, UkBusObject *self)
{
  const char *problem = self->problem;
  guint from = 0, until = 0, snoozes = 0;
  gboolean moves = FALSE;
  gint64 paused = 0;
  g_autofree char *presence = NULL;
  GVariantBuilder builder;

  if (self->scheduler != NULL) {
    problem = uk_scheduler_get_problem (self->scheduler);
    paused = uk_scheduler_get_paused_until (self->scheduler);
    uk_scheduler_get_quiet_hours (self->scheduler, &from, &until);
    uk_scheduler_get_limits (self->scheduler, &moves, &snoozes);
    presence = uk_scheduler_describe_presence (self->scheduler);
  }
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "notifications",
                         g_variant_new_boolean (uk_notifier_is_present (self->notifier)));
  g_variant_builder_add (&builder, "{sv}", "autostart",
                         g_variant_new_boolean (uk_autostart_is_on ()));
  g_variant_builder_add (&builder, "{sv}", "sandboxed",
                         g_variant_new_boolean (uk_autostart_is_sandboxed ()));
  if (problem != NULL)
    g_variant_builder_add (&builder, "{sv}", "problem", g_variant_new_string (problem));
  g_variant_builder_add (&builder, "{sv}", "paused-until", g_variant_new_int64 (paused));
  g_variant_builder_add (&builder, "{sv}", "quiet-from", g_variant_new_uint32 (from));
  g_variant_builder_add (&builder, "{sv}", "quiet-until", g_variant_new_uint32 (until));
  g_variant_builder_add (&builder, "{sv}", "after-quiet-hours", g_variant_new_boolean (moves));
  g_variant_builder_add (&builder, "{sv}", "most-snoozes", g_variant_new_uint32 (snoozes));
  if (presence != NULL)
    g_variant_builder_add (&builder, "{sv}", "presence", g_variant_new_string (presence));
  uk_dbus_reminders1_complete_get_status (skeleton, invocation, g_variant_builder_end (&builder));
  return TRUE;
}

static void
changed_cb (UkBusObject *self)
{
  uk_dbus_reminders1_emit_changed (self->skeleton);
}

static void
fired_cb (UkBusObject *self, const char *occurrence, gint64 reminder)
{
  uk_dbus_reminders1_emit_fired (self->skeleton, occurrence, reminder);
}

static void
clear_scheduler (UkBusObject *self)
{
  if (self->scheduler != NULL)
    g_signal_handlers_disconnect_by_data (self->scheduler, self);
  g_clear_object (&self->scheduler);
}

static void
dispose (GObject *object)
{
  UkBusObject *self = UK_BUS_OBJECT (object);

  clear_scheduler (self);
  g_clear_object (&self->notifier);
  if (self->skeleton != NULL) {
    g_signal_handlers_disconnect_by_data (self->skeleton, self);
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
  }
  g_clear_object (&self->skeleton);
  G_OBJECT_CLASS (uk_bus_object_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (UK_BUS_OBJECT (object)->problem);
  G_OBJECT_CLASS (uk_bus_object_parent_class)->finalize (object);
}

static void
uk_bus_object_class_init (UkBusObjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
}

static void
uk_bus_object_init (UkBusObject *self)
{
  static const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "handle-list", G_CALLBACK (list_cb) },
    { "handle-get", G_CALLBACK (get_cb) },
    { "handle-save", G_CALLBACK (save_cb) },
    { "handle-delete", G_CALLBACK (delete_cb) },
    { "handle-restore", G_CALLBACK (restore_cb) },
    { "handle-set-enabled", G_CALLBACK (set_enabled_cb) },
    { "handle-snooze", G_CALLBACK (snooze_cb) },
    { "handle-skip", G_CALLBACK (skip_cb) },
    { "handle-done", G_CALLBACK (done_cb) },
    { "handle-pause", G_CALLBACK (pause_cb) },
    { "handle-set-quiet-hours", G_CALLBACK (set_quiet_hours_cb) },
    { "handle-get-next-days", G_CALLBACK (get_next_days_cb) },
    { "handle-get-history", G_CALLBACK (get_history_cb) },
    { "handle-set-limits", G_CALLBACK (set_limits_cb) },
    { "handle-note-ratings", G_CALLBACK (note_ratings_cb) },
    { "handle-get-status", G_CALLBACK (get_status_cb) },
  };
  guint i;

  self->skeleton = uk_dbus_reminders1_skeleton_new ();
  uk_dbus_reminders1_set_version (self->skeleton, UK_VERSION);
  uk_dbus_reminders1_set_interface_version (self->skeleton, UK_REMINDERS_VERSION);
  for (i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect (self->skeleton, handlers[i].signal, handlers[i].callback, self);
}

/**
 * uk_bus_object_new:
 * @notifier: who tells the person
 *
 * Returns: (transfer full): an object that refuses most calls until it has a scheduler
 */
UkBusObject *
uk_bus_object_new (UkNotifier *notifier)
{
  UkBusObject *self;

  g_return_val_if_fail (UK_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (UK_TYPE_BUS_OBJECT, NULL);
  self->notifier = g_object_ref (notifier);
  return self;
}

/**
 * uk_bus_object_export:
 * @bus: where to offer it
 * @error: why that failed
 *
 * Returns: whether it can be called
 */
gboolean
uk_bus_object_export (UkBusObject *self, GDBusConnection *bus, GError **error)
{
  g_return_val_if_fail (UK_IS_BUS_OBJECT (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), bus,
                                           UK_SERVICE_PATH, error);
}

/**
 * uk_bus_object_set_scheduler:
 * @scheduler: who does the work
 */
void
uk_bus_object_set_scheduler (UkBusObject *self, UkScheduler *scheduler)
{
  g_return_if_fail (UK_IS_BUS_OBJECT (self));
  g_return_if_fail (UK_IS_SCHEDULER (scheduler));

  clear_scheduler (self);
  self->scheduler = g_object_ref (scheduler);
  g_signal_connect_swapped (scheduler, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (scheduler, "fired", G_CALLBACK (fired_cb), self);
  changed_cb (self);
}

/**
 * uk_bus_object_set_problem:
 * @problem: why there is no scheduler, a translated sentence
 */
void
uk_bus_object_set_problem (UkBusObject *self, const char *problem)
{
  g_return_if_fail (UK_IS_BUS_OBJECT (self));

  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  changed_cb (self);
}
