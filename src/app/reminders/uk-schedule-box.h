/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-recurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Days and times, a rhythm within the day, or time at the computer, to choose a recurrence with.
 * Signal `changed`. */
#define UK_TYPE_SCHEDULE_BOX (uk_schedule_box_get_type ())
G_DECLARE_FINAL_TYPE (UkScheduleBox, uk_schedule_box, UK, SCHEDULE_BOX, GtkWidget)

void uk_schedule_box_set_presence (UkScheduleBox *self, const char *presence);
void uk_schedule_box_set_recurrence (UkScheduleBox *self, UkRecurrence *recurrence);
UkRecurrence *uk_schedule_box_build_recurrence (UkScheduleBox *self, GError **error);

G_END_DECLS
