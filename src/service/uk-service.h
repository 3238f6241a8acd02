/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The reminder service: its place on the session bus and all that works behind it. */
#define UK_TYPE_SERVICE (uk_service_get_type ())
G_DECLARE_FINAL_TYPE (UkService, uk_service, UK, SERVICE, GObject)

UkService *uk_service_new (gint64 clock_offset);
const char *uk_service_get_new_version (UkService *self);
gboolean uk_service_run (UkService *self, GError **error);

G_END_DECLS
