/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_YEAR_ROW_DAYS 31

/* A month as a row of small squares, one a day: pale, filled with a run, dark with more. */
#define UK_TYPE_YEAR_ROW (uk_year_row_get_type ())
G_DECLARE_FINAL_TYPE (UkYearRow, uk_year_row, UK, YEAR_ROW, GtkWidget)

GtkWidget *uk_year_row_new (const guint *runs, guint n_days, int today);

G_END_DECLS
