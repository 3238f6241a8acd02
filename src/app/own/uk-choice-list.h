/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows with a check mark each; emits "changed" when the user marks one. */
#define UK_TYPE_CHOICE_LIST (uk_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (UkChoiceList, uk_choice_list, UK, CHOICE_LIST, GtkWidget)

void uk_choice_list_add (UkChoiceList *self, const char *id, const char *name);
void uk_choice_list_set_chosen (UkChoiceList *self, const char *const *ids);
char **uk_choice_list_get_chosen (UkChoiceList *self);
char *uk_choice_list_describe (UkChoiceList *self);

G_END_DECLS
