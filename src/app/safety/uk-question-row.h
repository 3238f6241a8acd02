/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue/uk-safety.h"
#include "core/store/uk-store-safety.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UK_TYPE_QUESTION_ROW (uk_question_row_get_type ())

/* A question of the safety screen with Yes, No and Not sure.  Signal `answered` (UkAnswer as int): the
 * person chose. */
G_DECLARE_FINAL_TYPE (UkQuestionRow, uk_question_row, UK, QUESTION_ROW, GtkListBoxRow)

GtkWidget *uk_question_row_new (const UkQuestion *question);
const UkQuestion *uk_question_row_get_question (UkQuestionRow *self);
gboolean uk_question_row_get_answer (UkQuestionRow *self, UkAnswer *answer);
void uk_question_row_set_answer (UkQuestionRow *self, UkAnswer answer);

G_END_DECLS
