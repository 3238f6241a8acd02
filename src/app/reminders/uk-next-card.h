/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine.h"
#include "dbus/uk-reminder-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The reminder that comes next.  Its buttons run reminders.start, reminders.snooze and
 * reminders.skip. */
#define UK_TYPE_NEXT_CARD (uk_next_card_get_type ())
G_DECLARE_FINAL_TYPE (UkNextCard, uk_next_card, UK, NEXT_CARD, GtkWidget)

void uk_next_card_set (UkNextCard *self,
                       const UkComing *coming,
                       const UkRoutine *routine,
                       const UkReminder *reminder);
void uk_next_card_update_time (UkNextCard *self);

G_END_DECLS
