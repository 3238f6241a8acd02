/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-routine-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One step in the editor.  Signals: "changed"; "pick" (0 or 1: which picture); "move" (from, to); "removed". */
#define UK_TYPE_STEP_CARD (uk_step_card_get_type ())
G_DECLARE_FINAL_TYPE (UkStepCard, uk_step_card, UK, STEP_CARD, GtkWidget)

GtkWidget *uk_step_card_new (UkDraftStep *step);
void uk_step_card_set_place (UkStepCard *self, guint index, guint n_steps);
void uk_step_card_set_pose (UkStepCard *self, guint slot, const char *pose);
void uk_step_card_show_problem (UkStepCard *self, const char *text);
void uk_step_card_focus_text (UkStepCard *self);

G_END_DECLS
