/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"

G_BEGIN_DECLS

/* Shows nothing and remembers everything. */
#define UK_TYPE_MEMORY_NOTIFIER (uk_memory_notifier_get_type ())
G_DECLARE_FINAL_TYPE (UkMemoryNotifier, uk_memory_notifier, UK, MEMORY_NOTIFIER, GObject)

UkMemoryNotifier *uk_memory_notifier_new (void);
void uk_memory_notifier_set_present (UkMemoryNotifier *self, gboolean present);
void uk_memory_notifier_set_slow (UkMemoryNotifier *self, gboolean slow, const char *problem);
guint uk_memory_notifier_get_n_waiting (UkMemoryNotifier *self);
guint uk_memory_notifier_get_n_shown (UkMemoryNotifier *self);
const UkNotification *uk_memory_notifier_get_notice (UkMemoryNotifier *self, const char *id);
char *uk_memory_notifier_dup_history (UkMemoryNotifier *self);
void uk_memory_notifier_forget (UkMemoryNotifier *self);

G_END_DECLS
