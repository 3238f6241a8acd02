/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/uk-fake-presence.h"

static void
presence_ask (UkPresence *presence)
{
  uk_presence_emit_answered (presence);
}

static gboolean
presence_is_held (UkPresence *presence)
{
  return UK_FAKE_PRESENCE (presence)->held;
}

static gboolean
presence_is_away (UkPresence *presence)
{
  return UK_FAKE_PRESENCE (presence)->away;
}

static char *
presence_describe (UkPresence *presence)
{
  return g_strdup ("Test");
}

static void
uk_fake_presence_iface_init (UkPresenceInterface *iface)
{
  iface->ask = presence_ask;
  iface->is_held = presence_is_held;
  iface->is_away = presence_is_away;
  iface->describe = presence_describe;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UkFakePresence,
                               uk_fake_presence,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (UK_TYPE_PRESENCE, uk_fake_presence_iface_init))

static void
uk_fake_presence_class_init (UkFakePresenceClass *klass)
{
}

static void
uk_fake_presence_init (UkFakePresence *self)
{
}
