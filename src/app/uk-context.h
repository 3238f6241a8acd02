/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/catalogue/uk-own-routines.h"
#include "core/plans/uk-programme-book.h"
#include "core/safety/uk-safety-book.h"
#include "core/store/uk-store.h"
#include "dbus/uk-reminder-client.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UkContext:
 * @catalogue: all content
 * @own: the routines of the user, which are in the catalogue too
 * @store: (nullable): the person's data; %NULL if the file cannot be used
 * @safety: the answers to the safety questions
 * @programmes: the plans that the person follows
 * @reminders: the way to the service
 * @settings: preferences
 *
 * What pages work with.  The application makes it and keeps it for as long as there are windows.
 */
typedef struct {
  UkCatalogue *catalogue;
  UkOwnRoutines *own;
  UkStore *store;
  UkSafetyBook *safety;
  UkProgrammeBook *programmes;
  UkReminderClient *reminders;
  GSettings *settings;
} UkContext;

G_END_DECLS
