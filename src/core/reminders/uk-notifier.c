/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-notifier.h"

G_DEFINE_INTERFACE (UkNotifier, uk_notifier, G_TYPE_OBJECT)

enum { ACTION, SERVER_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
uk_notifier_default_init (UkNotifierInterface *iface)
{
  signals[ACTION] = g_signal_new ("action", UK_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_STRING);
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
 * @error: why nobody showed it
 *
 * Shows @notice, in place of the one with the same id.
 *
 * Returns: whether it was handed over
 */
gboolean
uk_notifier_show (UkNotifier *self, const UkNotification *notice, GError **error)
{
  g_return_val_if_fail (UK_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (notice != NULL, FALSE);

  return UK_NOTIFIER_GET_IFACE (self)->show (self, notice, error);
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
