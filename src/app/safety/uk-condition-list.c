/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Unknot"

#include "app/safety/uk-condition-list.h"

#include "app/widgets/uk-widget.h"

#include <glib/gi18n.h>

struct _UkConditionList {
  GtkWidget parent_instance;

  GPtrArray *checks; /* (owned) (element-type GtkCheckButton): with "condition" of the catalogue */

  /* of the template */
  GtkListBox *common;
  GtkListBox *others;
  GtkWidget *more;
  GtkWidget *rest;
  GtkEditable *search;
};

G_DEFINE_FINAL_TYPE (UkConditionList, uk_condition_list, GTK_TYPE_WIDGET)

enum {
  TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const UkCondition *
get_condition (gpointer check)
{
  return g_object_get_data (check, "condition");
}

static void
toggled_cb (UkConditionList *self, GtkCheckButton *check)
{
  g_signal_emit (self, signals[TICKED], 0, get_condition (check)->id, gtk_check_button_get_active (check));
}

static void
row_activated_cb (UkConditionList *self, GtkListBoxRow *row)
{
  gtk_widget_activate (gtk_list_box_row_get_child (row));
}

static void
more_cb (UkConditionList *self)
{
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_visible (self->rest, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
search_cb (UkConditionList *self)
{
  gtk_list_box_invalidate_filter (self->others);
}

/* What is ticked stays in sight. */
static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  UkConditionList *self = data;
  GtkWidget *check = gtk_list_box_row_get_child (row);
  const char *text = gtk_editable_get_text (self->search);

  return *text == '\0' || gtk_check_button_get_active (GTK_CHECK_BUTTON (check))
         || g_str_match_string (text, get_condition (check)->name, TRUE);
}

static void
dispose (GObject *object)
{
  g_clear_pointer (&UK_CONDITION_LIST (object)->checks, g_ptr_array_unref);
  uk_widget_dispose_template (GTK_WIDGET (object), UK_TYPE_CONDITION_LIST);
  G_OBJECT_CLASS (uk_condition_list_parent_class)->dispose (object);
}

static void
uk_condition_list_class_init (UkConditionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  signals[TICKED] = g_signal_new ("ticked", UK_TYPE_CONDITION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/unknot/app/safety/uk-condition-list.ui");
  gtk_widget_class_bind_template_child (widget_class, UkConditionList, common);
  gtk_widget_class_bind_template_child (widget_class, UkConditionList, others);
  gtk_widget_class_bind_template_child (widget_class, UkConditionList, more);
  gtk_widget_class_bind_template_child (widget_class, UkConditionList, rest);
  gtk_widget_class_bind_template_child (widget_class, UkConditionList, search);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
uk_condition_list_init (UkConditionList *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->others, filter_cb, self, NULL);
}

static void
add_condition (UkConditionList *self, const UkCondition *condition, gboolean ticked)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (condition->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_margin_start (name, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  gtk_widget_add_css_class (check, "cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, condition->name, -1);
  g_object_set_data (G_OBJECT (check), "condition", (gpointer)condition);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (condition->common ? self->common : self->others, row);
  g_ptr_array_add (self->checks, check);
}

/* Shows all that people are asked for, ticked as they answered before.  To be called once. */
void
uk_condition_list_fill (UkConditionList *self, UkSafetyBook *book)
{
  GPtrArray *conditions;
  gboolean others = FALSE;
  guint i;

  g_return_if_fail (UK_IS_CONDITION_LIST (self) && UK_IS_SAFETY_BOOK (book));

  conditions = uk_catalogue_get_conditions (uk_safety_book_get_catalogue (book));
  for (i = 0; i < conditions->len; i++) {
    const UkCondition *condition = g_ptr_array_index (conditions, i);
    gboolean ticked;

    if (!condition->listed)
      continue;
    ticked = uk_answers_is_yes (uk_safety_book_get_answers (book), condition->id, UK_SCOPE_PERSON);
    others = others || (ticked && !condition->common);
    add_condition (self, condition, ticked);
  }
  gtk_widget_set_visible (self->more, !others);
  gtk_widget_set_visible (self->rest, others);
}

/* Adds what is ticked and what is not to @answers (element-type UkSafetyAnswer). */
void
uk_condition_list_add_answers (UkConditionList *self, GPtrArray *answers, gint64 at)
{
  guint i;

  g_return_if_fail (UK_IS_CONDITION_LIST (self) && answers != NULL);

  for (i = 0; i < self->checks->len; i++) {
    GtkCheckButton *check = g_ptr_array_index (self->checks, i);
    UkSafetyAnswer *answer = g_new0 (UkSafetyAnswer, 1);

    answer->id = g_strdup (get_condition (check)->id);
    answer->scope = g_strdup (UK_SCOPE_PERSON);
    answer->answer = gtk_check_button_get_active (check) ? UK_ANSWER_YES : UK_ANSWER_NO;
    answer->at = at;
    g_ptr_array_add (answers, answer);
  }
}
