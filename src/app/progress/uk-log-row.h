/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/insight/uk-log.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_LOG_ROW (uk_log_row_get_type ())

/**
 * UkLogRow:
 *
 * A run or a rating in the diary.
 *
 * Signals: `changed` (const UkRating *rating, int value): the person corrects a number; `deleted`.
 */
G_DECLARE_FINAL_TYPE (UkLogRow, uk_log_row, UK, LOG_ROW, GtkListBoxRow)

GtkWidget *uk_log_row_new (const UkLogEntry *entry,
                           UkCatalogue *catalogue,
                           const char *place,
                           GTimeZone *zone);
const UkLogEntry *uk_log_row_get_entry (UkLogRow *self);
void uk_log_row_edit (UkLogRow *self);

G_END_DECLS
