/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-programme.h"
#include "core/store/uk-store.h"
#include "core/time/uk-wall-time.h"

G_BEGIN_DECLS

/* What became of a plan.  The values are stored: never renumber them. */
typedef enum {
  UK_ENROLMENT_RUNNING = 0,
  UK_ENROLMENT_FINISHED = 1,
  UK_ENROLMENT_STOPPED = 2,
} UkEnrolmentState;

/**
 * UkEnrolment:
 * @id: unique; the caller chooses it (a UUID)
 * @programme: id of the plan
 * @region: (nullable): id of the place it is for
 * @side: its side
 * @second: (nullable): id of the second place
 * @second_side: its side
 * @started: the day that is its first
 * @first: the number of the plan's day with which it starts
 * @times: minutes of the day; %UK_NO_TIME for parts that the plan does not use
 * @lacking: (array zero-terminated=1): ids of #UkEquipmentGroup that the person does not have
 * @cool: whether the place was hurt lately and wants no warmth
 * @reminds: whether it makes reminders
 * @state: what became of it
 * @ended: Unix seconds; 0 while it runs
 *
 * A plan that a person follows, or followed.
 */
typedef struct {
  char *id;
  char *programme;
  char *region;
  UkSide side;
  char *second;
  UkSide second_side;
  UkDay started;
  guint first;
  guint times[UK_N_DAY_PARTS];
  char **lacking;
  gboolean cool;
  gboolean reminds;
  UkEnrolmentState state;
  gint64 ended;
} UkEnrolment;

UkEnrolment *uk_enrolment_copy (const UkEnrolment *enrolment);
void uk_enrolment_free (UkEnrolment *enrolment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkEnrolment, uk_enrolment_free)

/**
 * UkMarkKind:
 * @UK_MARK_DONE: a routine of the plan was done
 * @UK_MARK_PAUSED: from this day on the plan waits
 * @UK_MARK_RESUMED: from this day on it goes on
 * @UK_MARK_GONE_ON: the person goes on although it was said that someone should look at it
 *
 * The values are stored: never renumber them.
 */
typedef enum {
  UK_MARK_DONE = 0,
  UK_MARK_PAUSED = 1,
  UK_MARK_RESUMED = 2,
  UK_MARK_GONE_ON = 3,
} UkMarkKind;

/**
 * UkMark:
 * @id: given by the store
 * @enrolment: id of the enrolment
 * @kind: what happened
 * @at: Unix seconds
 * @day: the day on which it counts
 * @number: done: the day of the plan
 * @part: done: the part of that day
 * @routine: done: id of the routine; otherwise empty
 * @run: (nullable): done: id of the run that did it; %NULL if the person said so
 *
 * Something that happened in a plan.
 */
typedef struct {
  gint64 id;
  char *enrolment;
  UkMarkKind kind;
  gint64 at;
  UkDay day;
  guint number;
  UkDayPart part;
  char *routine;
  char *run;
} UkMark;

void uk_mark_free (UkMark *mark);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UkMark, uk_mark_free)

gboolean uk_store_save_enrolment (UkStore *self, const UkEnrolment *enrolment, GError **error);
gboolean uk_store_delete_enrolment (UkStore *self, const char *id, GError **error);
UkEnrolment *uk_store_find_enrolment (UkStore *self, const char *id, GError **error);
GPtrArray *uk_store_list_enrolments (UkStore *self, GError **error);
gboolean uk_store_has_running_enrolment (UkStore *self);

gboolean uk_store_add_mark (UkStore *self, const UkMark *mark, GError **error);
gboolean uk_store_delete_mark (UkStore *self, gint64 id, GError **error);
GPtrArray *uk_store_list_marks (UkStore *self, const char *enrolment, GError **error);

G_END_DECLS
