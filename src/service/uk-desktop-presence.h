/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-presence.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_TYPE_DESKTOP_PRESENCE (uk_desktop_presence_get_type ())
G_DECLARE_FINAL_TYPE (UkDesktopPresence, uk_desktop_presence, UK, DESKTOP_PRESENCE, GObject)

UkPresence *uk_desktop_presence_new (GDBusConnection *bus, const char *sound_folder);

G_END_DECLS
