/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminders/uk-notifier.h"

G_BEGIN_DECLS

/* Servers cut longer texts, each in its own way. */
#define UK_NOTIFICATION_MOST_TITLE 80
#define UK_NOTIFICATION_MOST_BODY 240

char *uk_notification_clean_text (const char *text, guint most);

G_END_DECLS
