/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-occurrence.h"
#include "core/reminders/uk-reminder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UkComing:
 * @id: id of the occurrence, for snooze and skip
 * @reminder: id of its reminder
 * @due: Unix seconds
 * @routine: routine id
 * @title: what to do
 * @snoozed: whether it was put off to this time
 *
 * One time at which a reminder will come.
 */
typedef struct {
  char *id;
  gint64 reminder;
  gint64 due;
  char *routine;
  char *title;
  gboolean snoozed;
} UkComing;

void uk_coming_free (UkComing *coming);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkComing, uk_coming_free)

/**
 * UkPast:
 * @id: id of the occurrence
 * @reminder: id of its reminder
 * @due: Unix seconds
 * @title: what to do
 * @state: what became of it
 * @until: Unix seconds at which that was
 * @snoozes: how often it was put off
 *
 * One time at which a reminder came, or should have come.
 */
typedef struct {
  char *id;
  gint64 reminder;
  gint64 due;
  char *title;
  UkOccurrenceState state;
  gint64 until;
  guint snoozes;
} UkPast;

void uk_past_free (UkPast *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkPast, uk_past_free)

/**
 * UkReminderStatus:
 * @notifications: whether somebody on the desktop shows notifications
 * @autostart: whether the service starts again after log-in
 * @sandboxed: whether @autostart is the sandbox's to give
 * @problem: (nullable): what keeps reminders from working, a translated sentence
 * @paused_until: Unix seconds; 0: not paused; %G_MAXINT64: until switched on again
 * @quiet_from: minute of the day at which quiet hours begin
 * @quiet_until: the same as @quiet_from if there are none
 * @after_quiet_hours: whether what falls into them is shown when they are over
 * @most_snoozes: how often one occurrence can be put off; 0: without limit
 * @presence: (nullable): how it is known whether the person is there, a translated sentence
 */
typedef struct {
  gboolean notifications;
  gboolean autostart;
  gboolean sandboxed;
  char *problem;
  gint64 paused_until;
  guint quiet_from;
  guint quiet_until;
  gboolean after_quiet_hours;
  guint most_snoozes;
  char *presence;
} UkReminderStatus;

void uk_reminder_status_free (UkReminderStatus *status);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkReminderStatus, uk_reminder_status_free)

#define UK_TYPE_REMINDER_CLIENT (uk_reminder_client_get_type ())
G_DECLARE_FINAL_TYPE (UkReminderClient, uk_reminder_client, UK, REMINDER_CLIENT, GObject)

/* Talks to the reminder service, starting it.  Property `available`; signals `changed` and
 * `fired (occurrence id, reminder id)`.  Every answer comes in the main context of the caller. */
UkReminderClient *uk_reminder_client_new (void);
void uk_reminder_client_connect (UkReminderClient *self);
gboolean uk_reminder_client_is_available (UkReminderClient *self);
const char *uk_reminder_client_get_problem (UkReminderClient *self);

void uk_reminder_client_list_async (UkReminderClient *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *
uk_reminder_client_list_finish (UkReminderClient *self, GAsyncResult *result, GError **error);

void uk_reminder_client_save_async (UkReminderClient *self,
                                    const UkReminder *reminder,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gint64
uk_reminder_client_save_finish (UkReminderClient *self, GAsyncResult *result, GError **error);

void uk_reminder_client_list_coming_async (UkReminderClient *self,
                                           guint days,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *uk_reminder_client_list_coming_finish (UkReminderClient *self,
                                                  GAsyncResult *result,
                                                  GError **error);

void uk_reminder_client_get_status_async (UkReminderClient *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
UkReminderStatus *
uk_reminder_client_get_status_finish (UkReminderClient *self, GAsyncResult *result, GError **error);

void uk_reminder_client_list_history_async (UkReminderClient *self,
                                            gint64 before,
                                            guint limit,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *uk_reminder_client_list_history_finish (UkReminderClient *self,
                                                   GAsyncResult *result,
                                                   GError **error);

/* The rest answer only whether it worked: uk_reminder_client_do_finish(). */
void uk_reminder_client_delete_async (UkReminderClient *self,
                                      gint64 id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void uk_reminder_client_restore_async (UkReminderClient *self,
                                       gint64 id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void uk_reminder_client_set_enabled_async (UkReminderClient *self,
                                           gint64 id,
                                           gboolean enabled,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void uk_reminder_client_snooze_async (UkReminderClient *self,
                                      const char *occurrence,
                                      guint minutes,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
void uk_reminder_client_skip_async (UkReminderClient *self,
                                    const char *occurrence,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void uk_reminder_client_done_async (UkReminderClient *self,
                                    const char *occurrence,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void uk_reminder_client_pause_async (UkReminderClient *self,
                                     gint64 until,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void uk_reminder_client_set_quiet_hours_async (UkReminderClient *self,
                                               guint from,
                                               guint until,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
void uk_reminder_client_set_limits_async (UkReminderClient *self,
                                          gboolean after_quiet_hours,
                                          guint most_snoozes,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void uk_reminder_client_note_ratings (UkReminderClient *self);
gboolean
uk_reminder_client_do_finish (UkReminderClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
