/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/uk-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is due next, all reminders in plain words, and the next days. */
#define UK_TYPE_REMINDERS_PAGE (uk_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (UkRemindersPage, uk_reminders_page, UK, REMINDERS_PAGE, GtkWidget)

void uk_reminders_page_set_context (UkRemindersPage *self, const UkContext *context);

G_END_DECLS
