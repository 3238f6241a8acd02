/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-presence.h"

G_BEGIN_DECLS

/* What a desktop would say about the person. */
#define UK_TYPE_FAKE_PRESENCE (uk_fake_presence_get_type ())
G_DECLARE_FINAL_TYPE (UkFakePresence, uk_fake_presence, UK, FAKE_PRESENCE, GObject)

struct _UkFakePresence {
  GObject parent_instance;

  gboolean held;
  gboolean away;
};

G_END_DECLS
