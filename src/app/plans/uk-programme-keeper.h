/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"
#include "core/time/uk-clock.h"

G_BEGIN_DECLS

#define UK_TYPE_PROGRAMME_KEEPER (uk_programme_keeper_get_type ())

/**
 * UkProgrammeKeeper:
 *
 * Keeps the reminders of plans in step with them, and marks in plans what runs have done.
 *
 * Signal: `failed` (const char *): reminders could not be changed, a translated sentence.
 */
G_DECLARE_FINAL_TYPE (UkProgrammeKeeper, uk_programme_keeper, UK, PROGRAMME_KEEPER, GObject)

UkProgrammeKeeper *uk_programme_keeper_new (const UkContext *context, UkClock *clock);
void uk_programme_keeper_note_runs (UkProgrammeKeeper *self);
gboolean uk_programme_keeper_find_next (UkProgrammeKeeper *self, UkDue *due, char **region);

G_END_DECLS
