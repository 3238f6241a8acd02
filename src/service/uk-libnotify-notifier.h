/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"

G_BEGIN_DECLS

/* Tells the desktop's notification server by libnotify. */
#define UK_TYPE_LIBNOTIFY_NOTIFIER (uk_libnotify_notifier_get_type ())
G_DECLARE_FINAL_TYPE (UkLibnotifyNotifier, uk_libnotify_notifier, UK, LIBNOTIFY_NOTIFIER, GObject)

UkNotifier *uk_libnotify_notifier_new (GDBusConnection *bus);

G_END_DECLS
