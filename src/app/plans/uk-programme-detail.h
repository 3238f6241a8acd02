/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/plans/uk-programme-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UkProgrammeDetail:
 *
 * All of a plan: its days, the routines of one of them, what changes today and why, how it grows and when to stop.
 *
 * Signals: `enrol`: the person wants to start it; `change`: the person wants other times; `stop`: the person wants to
 * end it; `follow` (const char *): the person wants to see another plan; `failed` (const char *): something could not be
 * saved, a translated sentence.
 */
#define UK_TYPE_PROGRAMME_DETAIL (uk_programme_detail_get_type ())
G_DECLARE_FINAL_TYPE (UkProgrammeDetail, uk_programme_detail, UK, PROGRAMME_DETAIL, GtkWidget)

void uk_programme_detail_set_context (UkProgrammeDetail *self, const UkContext *context);
void uk_programme_detail_set (UkProgrammeDetail *self,
                              const UkProgramme *programme,
                              const UkProgrammeStatus *status,
                              gint64 now);
const UkProgramme *uk_programme_detail_get_programme (UkProgrammeDetail *self);

G_END_DECLS
