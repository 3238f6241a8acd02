/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/report/uk-report-paint.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first sheet of a report, small. */
#define UK_TYPE_REPORT_PREVIEW (uk_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (UkReportPreview, uk_report_preview, UK, REPORT_PREVIEW, GtkWidget)

void uk_report_preview_show (UkReportPreview *self, const UkReportPainter *painter);

G_END_DECLS
