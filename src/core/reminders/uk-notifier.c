/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notifier.h"

G_DEFINE_INTERFACE (UkNotifier, uk_notifier, G_TYPE_OBJECT)

enum { ACTION, ANSWERED, SERVER_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
uk_notifier_default_init (UkNotifierInterface *iface)
{
  signals[ACTION] = g_signal_new ("action", UK_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING);
  signals[ANSWERED] = g_signal_new ("answered", UK_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SERVER_CHANGED] = g_signal_new ("server-changed", UK_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * uk_notification_new:
 * @id: what it is about
 * @title: plain text
 * @body: (nullable): plain text
 *
 * Returns: (transfer full): a notice without buttons
 */
UkNotification *
uk_notification_new (const char *id, const char *title, const char *body)
{
  UkNotification *notice;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  notice = g_new0 (UkNotification, 1);
  notice->id = g_strdup (id);
  notice->title = g_strdup (title);
  notice->body = g_strdup (body);
  return notice;
}

/**
 * uk_notification_copy:
 *
 * Returns: (transfer full): a copy
 */
UkNotification *
uk_notification_copy (const UkNotification *notice)
{
  UkNotification *copy;

  g_return_val_if_fail (notice != NULL, NULL);

  copy = uk_notification_new (notice->id, notice->title, notice->body);
  copy->answerable = notice->answerable;
  copy->start = g_strdup (notice->start);
  copy->snooze = g_strdup (notice->snooze);
  copy->low = notice->low;
  return copy;
}

/**
 * uk_notification_free:
 * @notice: (nullable):
 */
void
uk_notification_free (UkNotification *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->body);
  g_free (notice->start);
  g_free (notice->snooze);
  g_free (notice);
}

/**
 * uk_notifier_show:
 * @notice: what to show
 *
 * Shows @notice, in place of the one with the same id.  Signal `answered` tells whether it was
 * handed over, before this returns or at any time later.
 */
void
uk_notifier_show (UkNotifier *self, const UkNotification *notice)
{
  g_return_if_fail (UK_IS_NOTIFIER (self));
  g_return_if_fail (notice != NULL);

  UK_NOTIFIER_GET_IFACE (self)->show (self, notice);
}

/**
 * uk_notifier_withdraw:
 * @id: id of a notice, shown or not
 *
 * Takes the notice away.
 */
void
uk_notifier_withdraw (UkNotifier *self, const char *id)
{
  g_return_if_fail (UK_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  UK_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}

/**
 * uk_notifier_is_present:
 *
 * Returns: whether somebody is there who shows notices, or comes when called
 */
gboolean
uk_notifier_is_present (UkNotifier *self)
{
  g_return_val_if_fail (UK_IS_NOTIFIER (self), FALSE);

  return UK_NOTIFIER_GET_IFACE (self)->is_present (self);
}

/**
 * uk_notifier_get_problem:
 *
 * Returns: (transfer none) (nullable): why nothing is shown although somebody is there who should,
 * a translated sentence
 */
const char *
uk_notifier_get_problem (UkNotifier *self)
{
  UkNotifierInterface *iface;

  g_return_val_if_fail (UK_IS_NOTIFIER (self), NULL);

  iface = UK_NOTIFIER_GET_IFACE (self);
  return iface->get_problem == NULL ? NULL : iface->get_problem (self);
}

/**
 * uk_notifier_emit_action:
 * @id: id of a notice
 * @verb: what was pressed
 * @token: (nullable): what lets the window come to the front
 *
 * For implementations: emits `action`.
 */
void
uk_notifier_emit_action (UkNotifier *self, const char *id, UkVerb verb, const char *token)
{
  g_return_if_fail (UK_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  g_signal_emit (self, signals[ACTION], 0, id, (guint)verb, token);
}

/**
 * uk_notifier_emit_answered:
 * @id: id of a notice that was to be shown
 * @problem: (nullable): why nobody took it
 *
 * For implementations: emits `answered`.
 */
void
uk_notifier_emit_answered (UkNotifier *self, const char *id, const char *problem)
{
  g_return_if_fail (UK_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  g_signal_emit (self, signals[ANSWERED], 0, id, problem);
}

/**
 * uk_notifier_emit_server_changed:
 *
 * For implementations: emits `server-changed`.
 */
void
uk_notifier_emit_server_changed (UkNotifier *self)
{
  g_return_if_fail (UK_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SERVER_CHANGED], 0);
}
