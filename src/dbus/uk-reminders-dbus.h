/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"

#include "core/reminders/uk-reminder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UK_REMINDERS_INTERFACE UK_SERVICE_ID ".Reminders1"

/* As many reminders as anybody may make. */
#define UK_REMINDERS_MAX 500
#define UK_COMING_MAX_DAYS 31
#define UK_HISTORY_MAX 500

/* Of the interface; only grows. */
#define UK_REMINDERS_VERSION 2

/**
 * UkRemindersError:
 * @UK_REMINDERS_ERROR_INVALID: an argument breaks a rule
 * @UK_REMINDERS_ERROR_UNKNOWN: there is no such reminder or occurrence
 * @UK_REMINDERS_ERROR_OVER: the occurrence has been answered, or its time is over
 * @UK_REMINDERS_ERROR_FAILED: the service could not do it; the message says why
 * @UK_REMINDERS_ERROR_UNREACHABLE: there is no bus, or no service on it; never sent over the bus
 *
 * Every message is a translated sentence for the person.
 */
typedef enum {
  UK_REMINDERS_ERROR_INVALID,
  UK_REMINDERS_ERROR_UNKNOWN,
  UK_REMINDERS_ERROR_OVER,
  UK_REMINDERS_ERROR_FAILED,
  UK_REMINDERS_ERROR_UNREACHABLE,
} UkRemindersError;

#define UK_REMINDERS_ERROR (uk_reminders_error_quark ())
GQuark uk_reminders_error_quark (void);

GVariant *uk_reminder_to_variant (const UkReminder *reminder);
UkReminder *uk_reminder_new_from_variant (GVariant *variant, GError **error);

G_END_DECLS
