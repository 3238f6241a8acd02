/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-catalogue.h"
#include "core/plans/uk-advice.h"

G_BEGIN_DECLS

/**
 * UkDue:
 * @part: the part of the day
 * @minute: minute of the day at which it is due
 * @routine: (transfer none): what to do
 * @region: (nullable) (transfer none): where
 * @side: on which side
 * @done_at: Unix seconds at which it was done; 0: not yet
 * @mark: id of the mark that says so
 *
 * A routine that a plan asks for on a day.
 */
typedef struct {
  UkDayPart part;
  guint minute;
  const UkRoutine *routine;
  const char *region;
  UkSide side;
  gint64 done_at;
  gint64 mark;
} UkDue;

/* Whether a routine may be done; @region: (nullable). */
typedef gboolean (*UkAllowFunc) (const UkRoutine *routine, const char *region, gpointer user_data);

/**
 * UkAgendaInput:
 * @catalogue: all routines
 * @programme: the plan
 * @enrolment: how it is followed
 * @allow: (nullable): by the safety answers; %NULL: everything
 * @user_data: for @allow
 */
typedef struct {
  UkCatalogue *catalogue;
  const UkProgramme *programme;
  const UkEnrolment *enrolment;
  UkAllowFunc allow;
  gpointer user_data;
} UkAgendaInput;

GArray *uk_agenda_new (const UkAgendaInput *input, guint number, UkAdviceKind advice);
void uk_agenda_set_done (GArray *agenda, GPtrArray *marks, UkDay day, guint number);
guint uk_agenda_get_minutes (GArray *agenda);
gboolean uk_agenda_is_done (GArray *agenda, int part);

G_END_DECLS
