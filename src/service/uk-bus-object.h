/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-scheduler.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What others see of the scheduler on the bus: checks every argument and names every error. */
#define UK_TYPE_BUS_OBJECT (uk_bus_object_get_type ())
G_DECLARE_FINAL_TYPE (UkBusObject, uk_bus_object, UK, BUS_OBJECT, GObject)

UkBusObject *uk_bus_object_new (UkNotifier *notifier);
gboolean uk_bus_object_export (UkBusObject *self, GDBusConnection *bus, GError **error);
void uk_bus_object_set_scheduler (UkBusObject *self, UkScheduler *scheduler);
void uk_bus_object_set_problem (UkBusObject *self, const char *problem);

G_END_DECLS
