/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the page for the doctor shows; from here it goes into a file or to the printer. */
#define UK_TYPE_REPORT_DIALOG (uk_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (UkReportDialog, uk_report_dialog, UK, REPORT_DIALOG, AdwWindow)

GtkWidget *uk_report_dialog_new (const UkContext *context);
void uk_report_dialog_save (UkReportDialog *self, GFile *file);

G_END_DECLS
