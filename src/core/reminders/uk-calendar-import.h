/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/reminders/uk-reminder.h"

G_BEGIN_DECLS

/* Larger files are refused. */
#define UK_CALENDAR_MAX_BYTES (1024 * 1024)

/**
 * UkCalendarFinding:
 * @line: of the file, from 1, at which an event begins, or what is said of
 * @reminder: (nullable): what it becomes; %NULL if it is left out
 * @message: what it becomes or why not, a translated sentence
 *
 * What an import makes of one event.
 */
typedef struct {
  guint line;
  UkReminder *reminder;
  char *message;
} UkCalendarFinding;

void uk_calendar_finding_free (UkCalendarFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkCalendarFinding, uk_calendar_finding_free)

GPtrArray *uk_calendar_import (const char *text,
                               gsize length,
                               GPtrArray *known,
                               UkCatalogue *catalogue,
                               GTimeZone *zone,
                               UkDay today,
                               GError **error);
guint uk_calendar_count_new (GPtrArray *findings);

G_END_DECLS
