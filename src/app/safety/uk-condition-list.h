/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/safety/uk-safety-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_CONDITION_LIST (uk_condition_list_get_type ())

/* A check list of conditions, the common ones first.  Signal `ticked` (const char *id, gboolean yes). */
G_DECLARE_FINAL_TYPE (UkConditionList, uk_condition_list, UK, CONDITION_LIST, GtkWidget)

void uk_condition_list_fill (UkConditionList *self, UkSafetyBook *book);
void uk_condition_list_add_answers (UkConditionList *self, GPtrArray *answers, gint64 at);

G_END_DECLS
