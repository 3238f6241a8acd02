/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-question-row.h"

struct _UkQuestionRow {
  GtkListBoxRow parent_instance;

  const UkQuestion *question; /* of the catalogue */
  gboolean quiet;             /* an answer is put in, not chosen */

  /* of the template */
  GtkLabel *ask;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *not_sure;
};

G_DEFINE_FINAL_TYPE (UkQuestionRow, uk_question_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (UkQuestionRow *self, GtkToggleButton *button)
{
  UkAnswer answer;

  if (!self->quiet && gtk_toggle_button_get_active (button) && uk_question_row_get_answer (self, &answer))
    g_signal_emit (self, signals[ANSWERED], 0, (int)answer);
}

static void
dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_QUESTION_ROW);
  G_OBJECT_CLASS (uk_question_row_parent_class)->dispose (object);
}

static void
uk_question_row_class_init (UkQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[ANSWERED] = g_signal_new ("answered", UK_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UkQuestionRow, ask);
  gtk_widget_class_bind_template_child (widget_class, UkQuestionRow, yes);
  gtk_widget_class_bind_template_child (widget_class, UkQuestionRow, no);
  gtk_widget_class_bind_template_child (widget_class, UkQuestionRow, not_sure);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
uk_question_row_init (UkQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The catalogue must outlive the row. */
GtkWidget *
uk_question_row_new (const UkQuestion *question)
{
  UkQuestionRow *self = g_object_new (UK_TYPE_QUESTION_ROW, NULL);

  self->question = question;
  gtk_label_set_label (self->ask, question->ask);
  return GTK_WIDGET (self);
}

const UkQuestion *
uk_question_row_get_question (UkQuestionRow *self)
{
  g_return_val_if_fail (UK_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

/* Returns: whether there is an answer yet */
gboolean
uk_question_row_get_answer (UkQuestionRow *self, UkAnswer *answer)
{
  g_return_val_if_fail (UK_IS_QUESTION_ROW (self) && answer != NULL, FALSE);

  *answer = UK_ANSWER_NO;
  if (gtk_toggle_button_get_active (self->yes))
    *answer = UK_ANSWER_YES;
  else if (gtk_toggle_button_get_active (self->not_sure))
    *answer = UK_ANSWER_NOT_SURE;
  else
    return gtk_toggle_button_get_active (self->no);
  return TRUE;
}

/* Shows @answer, without a signal; who was seen about a sign has it no more. */
void
uk_question_row_set_answer (UkQuestionRow *self, UkAnswer answer)
{
  GtkToggleButton *button;

  g_return_if_fail (UK_IS_QUESTION_ROW (self));

  button = answer == UK_ANSWER_YES ? self->yes : answer == UK_ANSWER_NOT_SURE ? self->not_sure : self->no;
  self->quiet = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  self->quiet = FALSE;
}
