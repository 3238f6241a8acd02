/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/plans/uk-agenda.h"
#include "core/safety/uk-safety-book.h"

G_BEGIN_DECLS

/**
 * UkProgrammeStatus:
 * @programme: (transfer none): the plan
 * @enrolment: (owned): how it is followed
 * @marks: (owned) (element-type UkMark): what happened in it
 * @samples: (owned) (element-type UkSample): ratings of its place since it began
 * @course: (owned): where the person stands
 * @advice: what the ratings say
 * @agenda: (owned) (element-type UkDue): today's routines; empty if there are none
 * @today: the day
 *
 * A plan that is followed, as it is on a day.
 */
typedef struct {
  const UkProgramme *programme;
  UkEnrolment *enrolment;
  GPtrArray *marks;
  GArray *samples;
  UkCourse *course;
  UkAdvice advice;
  GArray *agenda;
  UkDay today;
} UkProgrammeStatus;

void uk_programme_status_free (UkProgrammeStatus *status);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkProgrammeStatus, uk_programme_status_free)

#define UK_TYPE_PROGRAMME_BOOK (uk_programme_book_get_type ())

/**
 * UkProgrammeBook:
 *
 * The plans that a person follows, kept in the store.  Signal `changed`: one was started, changed or
 * ended, or something in it was done.  @now: Unix seconds; @zone: the local time zone.
 */
G_DECLARE_FINAL_TYPE (UkProgrammeBook, uk_programme_book, UK, PROGRAMME_BOOK, GObject)

UkProgrammeBook *uk_programme_book_new (UkSafetyBook *safety, UkStore *store);

GPtrArray *uk_programme_book_list_running (UkProgrammeBook *self, gint64 now, GTimeZone *zone);
GArray *
uk_programme_book_get_agenda (UkProgrammeBook *self, const UkProgrammeStatus *status, guint number);
GArray *uk_programme_book_list_times (UkProgrammeBook *self, GPtrArray *running);

gboolean
uk_programme_book_start (UkProgrammeBook *self, const UkEnrolment *enrolment, GError **error);
gboolean uk_programme_book_end (UkProgrammeBook *self,
                                const UkProgrammeStatus *status,
                                UkEnrolmentState state,
                                gint64 now,
                                GError **error);
gboolean uk_programme_book_restart (UkProgrammeBook *self,
                                    const UkProgrammeStatus *status,
                                    gint64 now,
                                    GError **error);
gboolean uk_programme_book_note (UkProgrammeBook *self,
                                 const UkProgrammeStatus *status,
                                 UkMarkKind kind,
                                 gint64 now,
                                 GError **error);
gboolean uk_programme_book_set_done (UkProgrammeBook *self,
                                     const UkProgrammeStatus *status,
                                     const UkDue *due,
                                     gboolean done,
                                     gint64 now,
                                     GError **error);
void uk_programme_book_touch (UkProgrammeBook *self);
gboolean
uk_programme_book_note_runs (UkProgrammeBook *self, gint64 now, GTimeZone *zone, GError **error);

G_END_DECLS
