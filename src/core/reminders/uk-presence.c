/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "core/reminders/uk-presence.h"

G_DEFINE_INTERFACE (UkPresence, uk_presence, G_TYPE_OBJECT)

enum { ANSWERED, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
uk_presence_default_init (UkPresenceInterface *iface)
{
  signals[ANSWERED] = g_signal_new ("answered", UK_TYPE_PRESENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", UK_TYPE_PRESENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

/**
 * uk_presence_ask:
 *
 * Finds out anew.  Signal `answered` comes before this returns or soon.
 */
void
uk_presence_ask (UkPresence *self)
{
  g_return_if_fail (UK_IS_PRESENCE (self));

  UK_PRESENCE_GET_IFACE (self)->ask (self);
}

/**
 * uk_presence_is_held:
 *
 * Returns: whether nothing may be shown, as of the last answer
 */
gboolean
uk_presence_is_held (UkPresence *self)
{
  g_return_val_if_fail (UK_IS_PRESENCE (self), FALSE);

  return UK_PRESENCE_GET_IFACE (self)->is_held (self);
}

/**
 * uk_presence_is_away:
 *
 * Returns: whether the person has not touched the computer for some minutes, as of the last answer
 */
gboolean
uk_presence_is_away (UkPresence *self)
{
  g_return_val_if_fail (UK_IS_PRESENCE (self), FALSE);

  return UK_PRESENCE_GET_IFACE (self)->is_away (self);
}

/**
 * uk_presence_describe:
 *
 * Returns: (transfer full): how it is known whether the person is there, translated
 */
char *
uk_presence_describe (UkPresence *self)
{
  g_return_val_if_fail (UK_IS_PRESENCE (self), NULL);

  return UK_PRESENCE_GET_IFACE (self)->describe (self);
}

/**
 * uk_presence_emit_answered:
 *
 * For implementations: emits `answered`.
 */
void
uk_presence_emit_answered (UkPresence *self)
{
  g_return_if_fail (UK_IS_PRESENCE (self));

  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * uk_presence_emit_changed:
 *
 * For implementations: emits `changed`.
 */
void
uk_presence_emit_changed (UkPresence *self)
{
  g_return_if_fail (UK_IS_PRESENCE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
