/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plans/uk-agenda.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A routine of a day of a plan: picture, title, when, and for today the way to start it or to say that it was done.
 * The row opens its steps.  Signal `marked` (gboolean): the person says whether it was done. */
#define UK_TYPE_DUE_ROW (uk_due_row_get_type ())
G_DECLARE_FINAL_TYPE (UkDueRow, uk_due_row, UK, DUE_ROW, GtkListBoxRow)

GtkWidget *uk_due_row_new (const UkDue *due, gboolean today, gboolean easier);
void uk_due_row_hide_mark (UkDueRow *self);
const UkDue *uk_due_row_get_due (UkDueRow *self);

G_END_DECLS
