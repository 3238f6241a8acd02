/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void uk_background_portal_request_async (GDBusConnection *bus,
                                         const char *parent,
                                         gboolean autostart,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean uk_background_portal_request_finish (GAsyncResult *result,
                                              gboolean *background,
                                              gboolean *autostart,
                                              GError **error);

void uk_background_portal_set_status (GDBusConnection *bus, const char *message);

G_END_DECLS
