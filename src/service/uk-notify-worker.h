/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libnotify/notify.h>

G_BEGIN_DECLS

/* libnotify waits for every answer; this waits in its place, in a thread, for one call after the
 * other. */
#define UK_TYPE_NOTIFY_WORKER (uk_notify_worker_get_type ())
G_DECLARE_FINAL_TYPE (UkNotifyWorker, uk_notify_worker, UK, NOTIFY_WORKER, GObject)

UkNotifyWorker *uk_notify_worker_new (GDBusConnection *bus);
void uk_notify_worker_show (UkNotifyWorker *self, NotifyNotification *notification);
void uk_notify_worker_close (UkNotifyWorker *self, NotifyNotification *notification);

G_END_DECLS
