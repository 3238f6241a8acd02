/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "art/report/uk-report-sheet.h"

G_BEGIN_DECLS

/* For the report only. */
double uk_report_paint_body (const UkSheet *sheet, double x, double y, double width, double height);

G_END_DECLS
