/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in rows that wrap, each at its natural width.  Property `spacing` in pixels. */
#define UK_TYPE_WRAP_LAYOUT (uk_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (UkWrapLayout, uk_wrap_layout, UK, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
