/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_WINDOW (uk_window_get_type ())
G_DECLARE_FINAL_TYPE (UkWindow, uk_window, UK, WINDOW, AdwApplicationWindow)

UkWindow *uk_window_new (GtkApplication *application);

G_END_DECLS
