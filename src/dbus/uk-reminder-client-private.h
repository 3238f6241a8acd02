/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dbus/uk-reminder-client.h"

G_BEGIN_DECLS

void uk_reminder_client_call (UkReminderClient *self,
                              const char *method,
                              GVariant *arguments,
                              const char *answer,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GVariant *
uk_reminder_client_call_finish (UkReminderClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
