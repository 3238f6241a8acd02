/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_RATING_ROW (uk_rating_row_get_type ())

/**
 * UkRatingRow:
 *
 * The numbers from 0 (no pain) to 10 (worst imaginable) in a row, with the two ends named below.
 *
 * Properties: `value` (int, -1: none chosen), `before` (int, -1: none): the earlier number, marked
 * with a ring. Signal: `rated` (int): the person has chosen a number, perhaps the same again.
 */
G_DECLARE_FINAL_TYPE (UkRatingRow, uk_rating_row, UK, RATING_ROW, GtkWidget)

GtkWidget *uk_rating_row_new (void);

void uk_rating_row_set_value (UkRatingRow *self, int value);
int uk_rating_row_get_value (UkRatingRow *self);
void uk_rating_row_set_before (UkRatingRow *self, int before);
int uk_rating_row_get_before (UkRatingRow *self);

void uk_rating_row_choose (UkRatingRow *self, int value);

G_END_DECLS
