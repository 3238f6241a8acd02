/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_COLUMNS_LAYOUT (uk_columns_layout_get_type ())

/**
 * UkColumnsLayout:
 *
 * Two children side by side, or one above the other where they do not fit.
 *
 * Properties: `threshold` (int): width from which they stand side by side; `spacing` (int): between
 * the columns; `row-spacing` (int): between the rows; `end-width` (int): width of the second
 * column, 0 for half of all.
 */
G_DECLARE_FINAL_TYPE (UkColumnsLayout, uk_columns_layout, UK, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
