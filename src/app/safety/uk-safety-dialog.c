/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-safety-dialog.h"

#include "app/safety/uk-condition-list.h"
#include "app/safety/uk-question-row.h"
#include "app/safety/uk-safety-result.h"

#include <glib/gi18n.h>

struct _UkSafetyDialog {
  AdwWindow parent_instance;

  UkSafetyBook *book; /* owned */
  char *region;       /* owned, nullable */
  UkSafetyAsk ask;
  GPtrArray *rows; /* (owned) (element-type UkQuestionRow) */
  gboolean ticked; /* a condition was */
  gboolean complete;

  /* of the template */
  GtkStack *pages;
  GtkLabel *intro;
  GtkBox *groups;
  GtkWidget *condition_group;
  UkConditionList *conditions;
  GtkWidget *problem;
  GtkLabel *problem_text;
  GtkButton *none;
  GtkLabel *none_hint;
  GtkWidget *done;
  UkSafetyResult *result;
  GtkButton *finish;
};

G_DEFINE_FINAL_TYPE (UkSafetyDialog, uk_safety_dialog, ADW_TYPE_WINDOW)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
tell_problem (UkSafetyDialog *self, const GError *error)
{
  gtk_widget_set_visible (self->problem, error != NULL);
  if (error != NULL)
    gtk_label_set_label (self->problem_text, error->message);
}

/* ---- answering ---- */

static guint
count_unanswered (UkSafetyDialog *self)
{
  guint n = 0;
  guint i;

  for (i = 0; i < self->rows->len; i++) {
    UkAnswer answer;

    if (!uk_question_row_get_answer (g_ptr_array_index (self->rows, i), &answer))
      n++;
  }
  return n;
}

static void
update_buttons (UkSafetyDialog *self)
{
  const guint n = count_unanswered (self);
  const gboolean untouched = n == self->rows->len && !self->ticked;

  gtk_widget_set_visible (GTK_WIDGET (self->none), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none_hint), n > 0);
  gtk_widget_set_visible (self->done, n == 0);
  gtk_button_set_label (self->none, untouched ? _ ("None of these apply") : _ ("None of the others apply"));
  gtk_label_set_label (self->none_hint,
                       untouched ? _ ("For those who have read them: answers every question with No.")
                                 : _ ("For those who have read them: answers the others with No."));
}

static void
answered_cb (UkSafetyDialog *self, int answer, UkQuestionRow *row)
{
  const UkQuestion *question = uk_question_row_get_question (row);
  g_autoptr (GError) error = NULL;

  uk_safety_book_answer (self->book, question->id, uk_question_get_scope (question, self->region),
                         (UkAnswer)answer, get_now (), &error);
  tell_problem (self, error);
  update_buttons (self);
}

static void
ticked_cb (UkSafetyDialog *self, const char *id, gboolean yes)
{
  g_autoptr (GError) error = NULL;

  uk_safety_book_answer (self->book, id, UK_SCOPE_PERSON, yes ? UK_ANSWER_YES : UK_ANSWER_NO, get_now (), &error);
  tell_problem (self, error);
  self->ticked = TRUE;
  update_buttons (self);
}

static void
add_answer (GPtrArray *answers, const char *id, const char *scope, gint64 at)
{
  UkSafetyAnswer *answer = g_new0 (UkSafetyAnswer, 1);

  answer->id = g_strdup (id);
  answer->scope = g_strdup (scope);
  answer->answer = UK_ANSWER_NO;
  answer->at = at;
  g_ptr_array_add (answers, answer);
}

/* What is left open becomes a no; that the list of conditions was gone through is kept too. */
static void
save_rest (UkSafetyDialog *self)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify)uk_safety_answer_free);
  g_autoptr (GError) error = NULL;
  const gint64 now = get_now ();
  guint i;

  for (i = 0; i < self->rows->len; i++) {
    UkQuestionRow *row = g_ptr_array_index (self->rows, i);
    const UkQuestion *question = uk_question_row_get_question (row);
    UkAnswer answer;

    if (uk_question_row_get_answer (row, &answer))
      continue;
    uk_question_row_set_answer (row, UK_ANSWER_NO);
    add_answer (answers, question->id, uk_question_get_scope (question, self->region), now);
  }
  if (gtk_widget_get_visible (self->condition_group)) {
    uk_condition_list_add_answers (self->conditions, answers, now);
    add_answer (answers, UK_ANSWERED_CONDITIONS, UK_SCOPE_PERSON, now);
  }
  uk_safety_book_answer_list (self->book, answers, &error);
  tell_problem (self, error);
}

static void
complete_cb (UkSafetyDialog *self)
{
  UkUrgency urgency;
  gboolean goes_on;

  save_rest (self);
  update_buttons (self);
  self->complete = TRUE;
  urgency = uk_safety_book_get_urgency (self->book, self->region, NULL);
  goes_on = urgency >= UK_URGENCY_SOON && self->ask != UK_SAFETY_ASK_EDIT;
  /* Nothing to tell, and a run waits. */
  if (goes_on && urgency == UK_URGENCY_GO) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  uk_safety_result_show (self->result, self->book, self->region);
  gtk_button_set_label (self->finish, goes_on ? _ ("Go on") : _ ("Close"));
  gtk_stack_set_visible_child_name (self->pages, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->finish));
}

static void
change_cb (UkSafetyDialog *self)
{
  self->complete = FALSE;
  gtk_stack_set_visible_child_name (self->pages, "questions");
}

static void
finish_cb (UkSafetyDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- object ---- */

static void
dispose (GObject *object)
{
  UkSafetyDialog *self = UK_SAFETY_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->book);
  g_clear_pointer (&self->region, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_SAFETY_DIALOG);
  G_OBJECT_CLASS (uk_safety_dialog_parent_class)->dispose (object);
}

static void
uk_safety_dialog_class_init (UkSafetyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (UK_TYPE_CONDITION_LIST);
  g_type_ensure (UK_TYPE_SAFETY_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-safety-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, condition_group);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, conditions);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, problem_text);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, none);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, none_hint);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, done);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, result);
  gtk_widget_class_bind_template_child (widget_class, UkSafetyDialog, finish);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static void
uk_safety_dialog_init (UkSafetyDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- building ---- */

static const char *
get_heading (UkUrgency urgency)
{
  switch (urgency) {
  case UK_URGENCY_NOW:
    return _ ("Signs that need help now");
  case UK_URGENCY_TODAY:
    return _ ("Signs for a doctor today");
  case UK_URGENCY_SOON:
    return _ ("Signs for a visit soon");
  case UK_URGENCY_CARE:
  case UK_URGENCY_GO:
  default:
    g_return_val_if_reached ("");
  }
}

static GtkListBox *
add_group (UkSafetyDialog *self, UkUrgency urgency)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                     get_heading (urgency), "xalign", 0.0, "wrap", TRUE, "margin-top", 24,
                                     "margin-bottom", 9, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "title-4");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, get_heading (urgency), -1);
  gtk_box_append (self->groups, heading);
  gtk_box_append (self->groups, list);
  return GTK_LIST_BOX (list);
}

static void
add_question (UkSafetyDialog *self, GtkListBox *list, const UkQuestion *question)
{
  GtkWidget *row = uk_question_row_new (question);
  const UkSafetyAnswer *answer = NULL;

  if (self->ask == UK_SAFETY_ASK_EDIT)
    answer = uk_answers_get (uk_safety_book_get_answers (self->book), question->id,
                             uk_question_get_scope (question, self->region));
  if (answer != NULL)
    uk_question_row_set_answer (UK_QUESTION_ROW (row), answer->answer);
  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->rows, row);
}

static GPtrArray *
list_questions (UkSafetyDialog *self)
{
  GPtrArray *list;
  guint i;

  if (self->ask == UK_SAFETY_ASK_DUE)
    return uk_safety_book_list_due (self->book, self->region, get_now ());
  list = uk_safety_list_questions (uk_safety_book_get_catalogue (self->book), self->region);
  for (i = list->len; self->ask == UK_SAFETY_ASK_PLACE && i > 0; i--) {
    if (!((const UkQuestion *)g_ptr_array_index (list, i - 1))->about_place)
      g_ptr_array_remove_index (list, i - 1);
  }
  return list;
}

static void
fill (UkSafetyDialog *self)
{
  UkAnswers *answers = uk_safety_book_get_answers (self->book);
  const char *intro = uk_catalogue_get_notice (uk_safety_book_get_catalogue (self->book), "first-start");
  g_autoptr (GPtrArray) questions = list_questions (self);
  GtkListBox *list = NULL;
  UkUrgency urgency = UK_URGENCY_GO;
  guint i;

  gtk_label_set_label (self->intro, intro != NULL ? intro : "");
  for (i = 0; i < questions->len; i++) {
    const UkQuestion *question = g_ptr_array_index (questions, i);

    if (list == NULL || question->urgency != urgency)
      list = add_group (self, question->urgency);
    urgency = question->urgency;
    add_question (self, list, question);
  }
  uk_condition_list_fill (self->conditions, self->book);
  gtk_widget_set_visible (self->condition_group,
                          self->ask == UK_SAFETY_ASK_EDIT || self->ask == UK_SAFETY_ASK_AFRESH
                              || (self->ask == UK_SAFETY_ASK_DUE && uk_safety_are_conditions_due (answers, get_now ())));
  update_buttons (self);
}

/* @region: (nullable): the place; %NULL: the whole body */
GtkWidget *
uk_safety_dialog_new (UkSafetyBook *book, const char *region, UkSafetyAsk ask)
{
  UkSafetyDialog *self;

  g_return_val_if_fail (UK_IS_SAFETY_BOOK (book), NULL);

  self = g_object_new (UK_TYPE_SAFETY_DIALOG, NULL);
  self->book = g_object_ref (book);
  self->region = g_strdup (region);
  self->ask = ask;
  fill (self);
  return GTK_WIDGET (self);
}

/* Returns: whether every question was answered and the result was shown */
gboolean
uk_safety_dialog_is_complete (UkSafetyDialog *self)
{
  g_return_val_if_fail (UK_IS_SAFETY_DIALOG (self), FALSE);

  return self->complete;
}
