/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plans/uk-programme-book.h"

G_BEGIN_DECLS

/**
 * UkProgrammeSummary:
 * @trained: days on which something was done
 * @days: days of the plan
 * @routines: routines that were done
 * @before: the first rating of its place, -1: none
 * @after: the last one, -1: none, or the same as the first
 *
 * What a plan has come to.
 */
typedef struct {
  guint trained;
  guint days;
  guint routines;
  int before;
  int after;
} UkProgrammeSummary;

UkProgrammeSummary uk_programme_summary_get (const UkProgrammeStatus *status);
char *uk_programme_summary_describe_days (const UkProgrammeSummary *summary);
char *uk_programme_summary_describe_change (const UkProgrammeSummary *summary);

char *uk_programme_describe_length (const UkProgramme *programme);
char *uk_programme_status_describe (const UkProgrammeStatus *status);

G_END_DECLS
