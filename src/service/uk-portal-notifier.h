/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"

G_BEGIN_DECLS

/* Tells the desktop by its notification portal, from within a sandbox.  Buttons go to the window's
 * process, which hands snooze and skip back over the bus. */
#define UK_TYPE_PORTAL_NOTIFIER (uk_portal_notifier_get_type ())
G_DECLARE_FINAL_TYPE (UkPortalNotifier, uk_portal_notifier, UK, PORTAL_NOTIFIER, GObject)

UkNotifier *uk_portal_notifier_new (GDBusConnection *bus);

G_END_DECLS
