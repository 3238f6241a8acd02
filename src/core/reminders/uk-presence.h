/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define UK_TYPE_PRESENCE (uk_presence_get_type ())
G_DECLARE_INTERFACE (UkPresence, uk_presence, UK, PRESENCE, GObject)

/**
 * UkPresenceInterface:
 * @ask: finds out where the person is, and emits `answered`, at once or soon
 * @is_held: whether nothing may be shown: a call, a shared screen, do-not-disturb
 * @is_away: whether the person has not touched the computer for some minutes
 * @describe: (transfer full): how that is known, translated sentences
 *
 * What is known about the person, as of the last answer.  It is asked only when something is due;
 * once it has said that something must wait, signal `changed` tells when it no longer must.  Never
 * waits for the desktop.
 */
struct _UkPresenceInterface {
  GTypeInterface parent_iface;

  void (*ask) (UkPresence *self);
  gboolean (*is_held) (UkPresence *self);
  gboolean (*is_away) (UkPresence *self);
  char *(*describe) (UkPresence *self);
};

void uk_presence_ask (UkPresence *self);
gboolean uk_presence_is_held (UkPresence *self);
gboolean uk_presence_is_away (UkPresence *self);
char *uk_presence_describe (UkPresence *self);
void uk_presence_emit_answered (UkPresence *self);
void uk_presence_emit_changed (UkPresence *self);

G_END_DECLS
