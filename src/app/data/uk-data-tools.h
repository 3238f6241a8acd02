/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The actions of a window about the whole of a person's data: win.export-data, win.import-data,
 * win.back-up-data, win.restore-data, win.delete-data, win.report.  Its signal "changed" says that
 * everything is to be read again. */
#define UK_TYPE_DATA_TOOLS (uk_data_tools_get_type ())
G_DECLARE_FINAL_TYPE (UkDataTools, uk_data_tools, UK, DATA_TOOLS, GObject)

UkDataTools *
uk_data_tools_new (AdwApplicationWindow *window, AdwToastOverlay *toasts, const UkContext *context);
void uk_data_tools_export (UkDataTools *self, GFile *file);
void uk_data_tools_import (UkDataTools *self, GFile *file);
void uk_data_tools_back_up (UkDataTools *self, GFile *file);
void uk_data_tools_restore (UkDataTools *self, GFile *file);
gboolean uk_data_tools_open (UkDataTools *self, GFile *file);
void uk_data_tools_delete_all (UkDataTools *self);

G_END_DECLS
