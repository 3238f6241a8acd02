/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/uk-side.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UK_TYPE_WINDOW (uk_window_get_type ())
G_DECLARE_FINAL_TYPE (UkWindow, uk_window, UK, WINDOW, AdwApplicationWindow)

UkWindow *uk_window_new (GtkApplication *application, const UkContext *context);
void uk_window_show_page (UkWindow *self, const char *name);
void uk_window_show_region (UkWindow *self, const char *region, UkSide side);
void uk_window_start_run (UkWindow *self, const UkRoutine *routine, const char *region, UkSide side);
void uk_window_search (UkWindow *self, const char *words);
void uk_window_import (UkWindow *self, GPtrArray *files);
gboolean uk_window_is_running (UkWindow *self);
void uk_window_tell (UkWindow *self, const char *text);
void uk_window_tell_problem (UkWindow *self, const char *text);

G_END_DECLS
