/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/plans/uk-agenda.h"

G_BEGIN_DECLS

/* A plan as it would be for this person, before it is started. */
UkEnrolment *uk_programme_preview_new_enrolment (const UkContext *context, const UkProgramme *programme);
GArray *uk_programme_preview_new_agenda (const UkContext *context, const UkProgramme *programme, guint number);
char *uk_programme_preview_describe_length (const UkContext *context, const UkProgramme *programme);
GPtrArray *uk_programme_preview_list_equipment (const UkContext *context, const UkProgramme *programme);
gboolean uk_programme_preview_asks_for_knock (const UkProgramme *programme);

G_END_DECLS
